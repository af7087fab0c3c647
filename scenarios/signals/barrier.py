import threading
import time

HIKERS = 3

meeting = threading.Barrier(HIKERS)


def hike(name, pace):
    for place in ("hut", "summit"):
        time.sleep(pace)
        print(f"{name} reaches the {place}")
        #: Blocks here until all have arrived. Each gets a number;
        #: exactly one of them gets 0.
        #: zh: 在这里等所有人到齐。每个人得到一个编号，
        #: zh: 其中恰好有一个人得到 0。
        number = meeting.wait()
        if number == 0:
            #: Only one thread says it for all.
            #: zh: 只由一个线程代表大家说话。
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
# title.en = "Nobody goes on alone"
# title.zh = "人到齐了再走"
# chapter = "signals"
# goal.en = """\
#   The hikers walk at their own pace, but leave each place \
#   together. Who opens the barrier?"""
# goal.zh = """\
#   登山者各按各的速度走，但每到一处都要一起出发。\
#   由谁来打开屏障？"""
# summary.en = """\
#   A barrier holds everybody back until all have arrived. The hikers \
#   walk at their own pace, but leave each meeting place together."""
# summary.zh = """\
#   屏障会拦住先到的人，直到全部到齐。登山者各按各的速度走，\
#   但每次都要在集合点到齐，再一起出发。"""
# watch.en = """\
#   The arrivals at the barrier count up. The last one does not block: \
#   it opens the barrier for all. Then the barrier closes for the \
#   next round by itself."""
# watch.zh = """\
#   屏障上的到达人数不断增加。最后到的人不用等，\
#   由它为所有人打开屏障。\
#   之后屏障自动关上，用于下一轮。"""
# lesson.en = "The last to arrive opens the barrier for all."
# lesson.zh = "最后到达的人为所有人打开屏障。"
# concepts = ["C015", "C073"]
# expect = ["finished"]
# races = []
# needs = ["event"]
# check_with = { HIKERS = 2 }
# notes.en = """
# Purpose: A barrier is a meeting place: nobody goes on until as many have come as it was made for; then it is ready for the next round.
# Ask the class: Who does not have to wait? The last one. Who says that all are there? The one that got the number 0, whoever it is.
# What people get wrong: They think the last one gets 0, or that the barrier must be closed by hand.
# Lock and data: None: each hiker has only local variables. The barrier orders the rounds.
# Change next: Barrier(2) for three hikers: the scenario barrier_mismatch. HIKERS to 5: who decides when all go on?
# """
# notes.zh = """
# 目的：屏障是集合点：到的人数不够，谁也不能走；够了一起走，然后自动用于下一轮。
# 提问：谁不用等？最后到的。由谁来宣布到齐？拿到编号 0 的那个，不论是谁。
# 常见误解：以为最后到的拿到 0，或者以为屏障要自己动手关上。
# 锁与数据：没有。每个人只用自己的局部变量。屏障管的是各轮的先后。
# 接着改：三个人却用 Barrier(2)：就是场景 barrier_mismatch。HIKERS 改成 5：由谁决定大家什么时候走？
# """
# params = { HIKERS = { value = 3, min = 1, max = 5 } }
#
# [tool.raddle.concept]
# en = "Barrier"
# zh = "屏障"
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Two are at the hut. Who opens the barrier?"
# ask.zh = "两个人在小屋了。谁来打开屏障？"
# because.en = """\
#   The last one opens it for all, and does not block at all."""
# because.zh = "最后到的人为所有人打开，自己根本不用等。"
# at = { event = "blocked", thread = "hiker-2", of = "meeting" }
# until = { event = "opened", of = "meeting" }
# options = ["hiker-1", "hiker-2", "hiker-3"]
#
# [[tool.raddle.predict]]
# kind = "count"
# ask.en = """\
#   When it opens again: how many arrivals in both rounds \
#   together?"""
# ask.zh = "屏障在山顶再次打开时，两轮加起来一共到达过几次？"
# because.en = """\
#   Three at the hut and three on the summit: it closed by \
#   itself in between."""
# because.zh = "小屋三次，山顶三次：中间它自己关上了。"
# at = { event = "slept", thread = "hiker-3", nth = 2 }
# until = { event = "opened", of = "meeting" }
# count = { event = "arrived", of = "meeting" }
# options = ["3", "4", "6"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three hikers, each at their own pace. They go on only \
#   together."""
# say.zh = "三个徒步者，快慢各不同。他们约好人到齐了再走。"
# wait = 5
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The quickest is at the hut first and is blocked: 1 of 3 \
#   is here."""
# say.zh = "最快的先到小屋，被阻塞：3 人到了 1 人。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The second arrives: 2 of 3."
# say.zh = "第二个到了：3 人到了 2 人。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The third is the last. The barrier opens, and nobody has \
#   to wait any more."""
# say.zh = "第三个是最后一个。屏障打开，谁也不用等了。"
# play = 17
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Each is given a number. Whoever has 0 speaks for all."""
# say.zh = "每人得到一个编号。拿到 0 的那个替大家说话。"
# play = 21
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The barrier closes by itself and serves again, at the \
#   summit."""
# say.zh = "屏障自动复位，到了山顶再用一次。"
# play = 29
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Again the slowest decides when all go on."
# say.zh = "还是最慢的那个决定大家什么时候走。"
# play = 32
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A barrier counts threads: it opens when as many are \
#   there as it was made for."""
# say.zh = "屏障数的是线程：到的人数够了，它就打开。"
# play = "end"
# wait = 6
# ///
