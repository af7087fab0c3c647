import threading
import time

HIKERS = 3
TIMEOUT = 0

#: Made for two, but three will come.
#: zh: 屏障只等两个人，来的却是三个人。
meeting = threading.Barrier(2)


def hike(name, pace):
    for place in ("hut", "summit"):
        time.sleep(pace)
        print(f"{name} reaches the {place}")
        #: Any two open the barrier, wherever they are.
        #: zh: 到了两个人就开门，不管他们各自走到了哪里。
        number = meeting.wait(TIMEOUT or None)
        if number == 0:
            print(f"all are at the {place}")


hikers = []
for number in range(1, HIKERS + 1):
    name = f"hiker-{number}"
    args = (name, number / 10)
    hikers.append(
        threading.Thread(target=hike, name=name, args=args)
    )
for hiker in hikers:
    hiker.start()
for hiker in hikers:
    hiker.join()
print("home again")

# /// script
# [tool.raddle]
# title.en = "A barrier for two, and three hikers"
# title.zh = "两人的屏障，来了三个人"
# concept.en = "Wrong number"
# concept.zh = "人数不符"
# chapter = "signals"
# goal.en = """\
#   Three hikers leave each place together, by a barrier made \
#   for two. Who goes on with whom?"""
# goal.zh = """\
#   三个人约好到齐了再走，屏障却只数到二。谁会和谁一起走？"""
# summary.en = """\
#   Barrier(2) for three hikers: any two open it. Pairs go on, \
#   somebody at the hut is counted with somebody at the \
#   summit, or one is left for ever."""
# summary.zh = """\
#   屏障是 Barrier(2)，人却有三个：随便哪两个到了就开门。在小\
#   屋的和在山顶的凑成一对，或者剩下一个人永远等下去。"""
# watch.en = """\
#   The places of the two who are let through together: the \
#   barrier counts threads, it does not know where they are. \
#   Then another order, and one is left."""
# watch.zh = """\
#   看同时放行的两个人各在哪里：屏障只数线程，不知道他们走到了\
#   哪里。再换一种顺序，就有一个人被留下。"""
# lesson.en = """\
#   All got home, but not together: a barrier only counts."""
# lesson.zh = "都到家了，却不是一起走的：屏障只会数人数。"
# concepts = ["C015", "C073"]
# expect = ["stuck", "finished"]
# prints = "hiker-3 reaches the hut\nall are at the hut"
# fixed_by = "barrier"
# races = []
# needs = ["barrier"]
# params.TIMEOUT = { min = 0, max = 2 }
# notes.en = """
# Purpose: A barrier opens for a number, not for a group. If the number is wrong, it opens at the wrong time, or never.
# Ask the class: Who opens for hiker-3 at the hut? hiker-1, who stands on the summit. Can one be left? Yes, when the last two arrivals of a quick pair meet each other: then the third has nobody.
# What people get wrong: They think that the barrier knows its hikers. Every arrival counts, also a second one of the same thread.
# Lock and data: None: no data is shared. The fault is a number.
# Change next: TIMEOUT = 1: in an order where one is left, the barrier breaks and whoever waits gets BrokenBarrierError. Then Barrier(HIKERS).
# """
# notes.zh = """
# 目的：屏障等的是人数，不是某一群人。人数写错了，不是开早了，就是永远不开。
# 提问：hiker-3 在小屋等着，谁替他开门？是已经在山顶的 hiker-1。会有人被留下吗？会：走得快的两个一直结伴，第三个就没有伴了。
# 常见误解：以为屏障认得是谁。其实每来一次都算一个，同一个线程来两次就算两个。
# 锁与数据：没有共享数据，也没有锁。错的只是一个数字。
# 接着改：TIMEOUT = 1，在有人被留下的顺序里屏障会损坏，等待的人得到 BrokenBarrierError。然后改成 Barrier(HIKERS)。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   hiker-3 comes to the barrier at the hut. Who opens it for \
#   him?"""
# ask.zh = "hiker-3 来到小屋的屏障前。谁会替他打开？"
# because.en = """\
#   hiker-1 came to the barrier a second time, on the summit. \
#   Two is two: it opened."""
# because.zh = """\
#   hiker-1 在山顶又来到屏障前。数到二就开门，不管人在哪里。"""
# at = { event = "blocked", thread = "hiker-3", of = "meeting" }
# until = { event = "opened", of = "meeting" }
# options = ["hiker-2", "hiker-3", "hiker-1"]
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   And if hiker-2 had been on the summit before hiker-3 came?"""
# ask.zh = "要是 hiker-3 到小屋之前，hiker-2 就上了山顶呢？"
# because.en = """\
#   The two would meet and be done; nobody would ever come for \
#   hiker-3."""
# because.zh = "他们俩就走完了，再也没有人来和 hiker-3 凑成一对。"
# at = { event = "output", thread = "hiker-3", text = "all are" }
# options = [
#     { en = "hiker-3 goes on alone", zh = "hiker-3 一个人继续走" },
#     { en = "hiker-3 waits for ever", zh = "hiker-3 永远等下去" },
#     { en = "all meet at the summit", zh = "大家在山顶会齐" },
# ]
# right = 2
#
# [[tool.raddle.tour]]
# say.en = "Three hikers; the barrier was made for two."
# say.zh = "三个徒步者，屏障却是按两个人做的。"
# wait = 5
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = "hiker-1 is at the hut and waits: 1 of 2."
# say.zh = "hiker-1 先到小屋等着：2 人到了 1 人。"
# play = 11
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   hiker-2 comes, the barrier opens. All are at the hut, it \
#   says. Not hiker-3."""
# say.zh = """\
#   hiker-2 一到，屏障就开了。说是“都到小屋了”，可 hiker-3 还\
#   没到。"""
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "hiker-3 comes and waits: 1 of 2."
# say.zh = "hiker-3 到了，等着：2 人到了 1 人。"
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   hiker-1 is on the summit already. That makes two: the \
#   barrier opens."""
# say.zh = "hiker-1 已经在山顶了。凑够两个：屏障又开了。"
# play = 24
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "All come home, by luck, and were never all together."
# say.zh = "大家都到家了，全凭运气，而且从来没有到齐过。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Go back to where hiker-3 has just come to the hut …"
# say.zh = "倒回到 hiker-3 刚到小屋的时候……"
# go_to = 20
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and let hiker-1 and hiker-2 be quicker: a pair again."""
# say.zh = "……让 hiker-1 和 hiker-2 走快一点：又凑成一对。"
# run = "hiker-1"
# times = 3
# wait = 2
#
# [[tool.raddle.tour]]
# run = "hiker-2"
# times = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Now hiker-3 is left for ever. A barrier must be made for \
#   as many as come."""
# say.zh = """\
#   这回 hiker-3 永远被留下了。来几个人，屏障就得按几个人做。"""
# play = "end"
# wait = 5
# ///
