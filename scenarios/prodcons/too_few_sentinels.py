import queue
import threading
import time

WAITERS = 3
NONES = 2

shelf = queue.Queue(2)


def cook(name, dish):
    for number in range(1, 4):
        time.sleep(0.05)
        shelf.put(f"{dish}-{number}")
    print(f"{name} goes home")


def serve(name):
    while True:
        dish = shelf.get()
        #: Takes the sentinel away: it sends one waiter home.
        #: zh: 哨兵被取走了：它只能让一个服务员下班。
        if dish is None:
            break
        print(f"{name} serves {dish}")
        time.sleep(0.2)
    print(f"{name} goes home")


cooks = []
for name, dish in [("ann", "soup"), ("ben", "rice")]:
    args = (name, dish)
    cooks.append(
        threading.Thread(target=cook, name=name, args=args)
    )
waiters = []
for name in ["xia", "yan", "zoe", "wei"][:WAITERS]:
    waiters.append(
        threading.Thread(target=serve, name=name, args=(name,))
    )
for thread in waiters + cooks:
    thread.start()

for thread in cooks:
    thread.join()
for _ in range(NONES):
    #: All dishes are on the shelf. Is there a None per waiter?
    #: zh: 菜都上架了。每个服务员都有一个 None 吗？
    shelf.put(None)
for thread in waiters:
    thread.join()
print("the kitchen is closed")

# /// script
# [tool.raddle]
# title.en = "One None too few"
# title.zh = "少放了一个 None"
# concept.en = "Too few sentinels"
# concept.zh = "哨兵不够"
# chapter = "prodcons"
# goal.en = """\
#   Three waiters, and two None at the end; each None sends \
#   one home. What about the third?"""
# goal.zh = """\
#   三个服务员，最后只放了两个 None，一个 None 让一个人下班。\
#   第三个怎么办？"""
# summary.en = """\
#   A sentinel is taken like a dish: it sends home only the \
#   one who takes it. With fewer sentinels than waiters \
#   somebody waits for ever."""
# summary.zh = """\
#   哨兵和菜一样，取走就没了，只能让取到它的人下班。哨兵比服务\
#   员少，就有人永远等下去。"""
# watch.en = """\
#   Each None vanishes from the shelf with the waiter who \
#   takes it. One waiter finds the shelf empty, and nobody is \
#   left to put anything there."""
# watch.zh = """\
#   每个 None 都跟着取走它的服务员一起消失。有一个人面前是空架\
#   子，再没有谁会放东西了。"""
# lesson.en = """\
#   One None per waiter; one more would be left on the shelf."""
# lesson.zh = "每人一个 None；多一个就会剩在架子上。"
# concepts = ["C200"]
# expect = ["stuck"]
# fixed_by = "queue"
# races = []
# needs = ["queue"]
# check_with = { WAITERS = 2, NONES = 1 }
# params.WAITERS = { min = 2, max = 4 }
# params.NONES = { min = 1, max = 4 }
# notes.en = """
# Purpose: One sentinel per consumer: whoever takes it takes it away from the others.
# Ask the class: Who never goes home? Whoever comes last to the shelf; in another order another one. And with one None too many? All go home, and one None is left in the queue.
# What people get wrong: They count sentinels by the producers. It is the consumers that count.
# Lock and data: The queue guards its items; a number is wrong, no lock.
# Change next: NONES = 3, then 4. Or let each waiter put the None back for the next one: then a single one does for all.
# """
# notes.zh = """
# 目的：一个消费者一个哨兵，谁取走了，别人就没有了。
# 提问：谁回不了家？最后到架子前的人，换个顺序就换一个人。多放一个 None 呢？大家都能下班，队列里剩一个 None。
# 常见误解：按生产者的人数放哨兵。要按消费者的人数。
# 锁与数据：队列保护里面的东西；错的是个数，不是锁。
# 接着改：NONES = 3，再改成 4。或者让服务员取到 None 后放回去给下一个人：那样放一个就够了。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Main puts its second and last None. And if it put four?"""
# ask.zh = "主线程放第二个 None，也是最后一个。要是放四个呢？"
# because.en = """\
#   Each waiter takes one and goes; what is too much stays in \
#   the queue and blocks nobody."""
# because.zh = """\
#   每人取一个就走了；多出来的留在队列里，不会让谁阻塞。"""
# at = { event = "put", thread = "MainThread", of = "shelf", nth = 2 }
# options = [
#     { en = "a waiter would go home twice", zh = "有人要下班两次" },
#     { en = "main would wait for ever", zh = "主线程会永远等下去" },
#     { en = "all go home, one None is left", zh = "都下班了，剩一个 None" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Two None, three waiters. Who waits for ever?"
# ask.zh = "两个 None，三个服务员。谁会永远等下去？"
# because.en = """\
#   Xia and Yan were at the shelf first and took a None each; \
#   Zoe came too late."""
# because.zh = """\
#   xia 和 yan 先到架子前，各取走一个 None；zoe 来晚了。"""
# at = { event = "got", thread = "yan", of = "shelf", nth = 3 }
# until = { event = "blocked", of = "shelf", thread = "zoe" }
# options = ["xia", "yan", "zoe"]
#
# [[tool.raddle.tour]]
# say.en = "Two cooks, three waiters, and in the end two None."
# say.zh = "两个厨师、三个服务员，最后放两个 None。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The waiters are ready, the cooks begin."
# say.zh = "服务员等着，厨师开始做菜。"
# play = 11
# wait = 3
#
# [[tool.raddle.tour]]
# speed = 7
#
# [[tool.raddle.tour]]
# say.en = """\
#   The last dish is on the shelf, the cooks have gone home."""
# say.zh = "最后一道菜上架了，厨师回家了。"
# play = 50
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Main puts the first None, behind the last dish."
# say.zh = "主线程放上第一个 None，排在最后一道菜后面。"
# play = 53
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "And the second. That was all."
# say.zh = "再放第二个。没有了。"
# play = 59
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Yan and Xia take one each and go home. The shelf is empty."""
# say.zh = "yan 和 xia 各取一个，下班了。架子空了。"
# play = 68
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Zoe comes and waits for a None that nobody will put: \
#   stuck."""
# say.zh = "zoe 来了，等一个没有人会放的 None：卡住了。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   A sentinel is taken like a dish: one for each consumer."""
# say.zh = "哨兵和菜一样，取走就没了：一个消费者一个。"
# wait = 5
# ///
