import random
import threading
import time

CARS = 5
SPOTS = 2
RANDOM = False

spots = threading.Semaphore(SPOTS)


def park(car):
    #: Takes a permit; blocks when none is left.
    #: zh: 拿一个许可；一个都不剩时就阻塞。
    with spots:
        print(f"{car} parks")
        time.sleep(random.uniform(0.1, 0.5) if RANDOM else 0.2)
        #: At the end of the block the permit goes back. A blocked
        #: car can come in then.
        #: zh: 离开 with 代码块时归还许可，等待的车就能进来。
        print(f"{car} leaves")


cars = []
for number in range(1, CARS + 1):
    name = f"car-{number}"
    cars.append(
        threading.Thread(target=park, name=name, args=(name,))
    )
for car in cars:
    car.start()
for car in cars:
    car.join()
print("the car park is empty")

# /// script
# [tool.raddle]
# title.en = "A car park with few spots"
# title.zh = "车位有限的停车场"
# chapter = "semaphores"
# goal.en = """\
#   There are more cars than spots; each car needs a permit to \
#   park. Who gets in, and when?"""
# goal.zh = "车比车位多，每辆车要有许可才能停。谁能进来，什么时候进来？"
# summary.en = """\
#   A semaphore counts permits. Each car takes one to park and gives \
#   it back when it leaves; without a permit it is blocked."""
# summary.zh = """\
#   信号量记录还剩多少个许可。每辆车停进来要拿走一个许可，\
#   开走时还回来；没有许可就阻塞。"""
# watch.en = """\
#   The permits run out, cars queue up, and each car that leaves lets \
#   one in. There are never more cars inside than spots."""
# watch.zh = """\
#   许可用完后，车开始排队；开走一辆，才进来一辆。\
#   里面的车从来不会多于车位。"""
# lesson.en = "As many inside as there are permits, never more."
# lesson.zh = "有几个许可，里面最多就有几辆车。"
# concepts = ["C127", "C151", "C152"]
# expect = ["finished"]
# panes = ["shared", "stats"]
# races = []
# needs = ["lost_update_fixed"]
# check_with = { CARS = 3, SPOTS = 1 }
# notes.en = """
# Purpose: A semaphore is a counter with a waiting room and without an owner: it says how many may be inside at once.
# Ask the class: Who drives in when one leaves? One of those who wait, here the one that came first. What does the counter say while cars wait? Zero, never less.
# What people get wrong: They take it for a lock that lets several in. But nobody owns it: any thread may release, even one that took nothing.
# Lock and data: None: two cars inside could still spoil a variable of both. A semaphore limits, it does not exclude.
# Change next: SPOTS = 1 makes it work like a lock. RANDOM = True: the bursts of two turn into a rolling window. CARS to 20.
# """
# notes.zh = """
# 目的：信号量是一个计数器加一个等待区，没有持有者。它规定同时最多能进几个。
# 提问：开走一辆，谁进来？等待的车中的一辆，这里是先来的。有车在等时计数器是多少？是 0，不会更小。
# 常见误解：把它当成能放几个人进去的锁。其实它没有持有者：谁都可以 release，没拿过许可的也行。
# 锁与数据：没有。两辆车同时在里面，照样可能弄坏共同的变量。信号量限制数量，并不互斥。
# 接着改：SPOTS = 1，它就像一把锁。RANDOM = True：一批两辆变成走一辆进一辆。CARS 改成 20 试试。
# """
#
# [tool.raddle.params]
# CARS = { min = 1, max = 20 }
# SPOTS = { min = 1, max = 5 }
# RANDOM = {}
#
# [tool.raddle.concept]
# en = "Semaphore"
# zh = "信号量"
#
# [[tool.raddle.predict]]
# kind = "count"
# ask.en = "All five cars have come. How many are inside?"
# ask.zh = "五辆车都来了。里面有几辆？"
# because.en = """\
#   Two permits were there, and two were taken; the others are \
#   blocked."""
# because.zh = "一共两个许可，都被拿走了；其余的车阻塞。"
# at = { event = "blocked", thread = "car-5", of = "spots" }
# until = { event = "blocked", thread = "car-5", of = "spots" }
# count = { event = "permit-taken", of = "spots" }
# options = ["5", "3", "2"]
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "car-1 gives its permit back. Who drives in?"
# ask.zh = "car-1 归还了许可。谁开进来？"
# because.en = """\
#   The permit that came back woke car-3, which had waited \
#   longest."""
# because.zh = "还回来的许可叫醒了等得最久的 car-3。"
# at = { event = "permits-returned", of = "spots" }
# until = { event = "permit-taken", of = "spots" }
# options = ["car-2", "car-4", "car-3"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   A car park with two spots, and five cars. The semaphore \
#   counts the free spots: 2."""
# say.zh = """\
#   停车场有两个车位，来了五辆车。信号量数的是空车位：2。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The first car takes a permit. One is left."
# say.zh = "第一辆车拿了一个许可，还剩一个。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The second takes the last one. None is left."
# say.zh = "第二辆拿走最后一个，一个不剩。"
# play = 9
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The third finds none and is blocked until one comes \
#   back."""
# say.zh = "第三辆没有许可可拿，被阻塞，直到有人归还。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   So are the fourth and the fifth: three cars in the \
#   waiting room."""
# say.zh = "第四辆、第五辆也一样：三辆车在排队。"
# play = 15
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The first car leaves. Its permit goes back, and one \
#   waiting car can come in."""
# say.zh = "第一辆开走，归还许可，排队的车就能进来一辆。"
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two cars leave, two come in: never more than two inside."""
# say.zh = "走两辆，进两辆：里面从来不超过两辆。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A lock lets one in. A semaphore lets in as many as it \
#   has permits."""
# say.zh = "锁一次只让一个进，信号量有几个许可就让几个进。"
# wait = 5
# ///
