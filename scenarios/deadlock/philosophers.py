import random
import threading
import time

SEATS = 5
SHUFFLE = False

NAMES = ["ann", "ben", "cai", "dan", "eve", "fay", "gus"]
forks = [threading.Lock() for _ in range(SEATS)]


def dine(name, left, right):
    #: First the left fork.
    #: zh: 先拿左边的叉子。
    with forks[left]:
        time.sleep(0.1)
        #: Then the right one, which is the neighbour's left.
        #: zh: 再拿右边的，那正是邻座的左叉。
        with forks[right]:
            print(f"{name} eats")


people = []
for seat in range(SEATS):
    pair = [seat, (seat + 1) % SEATS]
    if SHUFFLE:
        pair = random.sample(range(SEATS), 2)
    name = NAMES[seat]
    people.append(
        threading.Thread(
            target=dine, name=name, args=(name, *pair)
        )
    )
for person in people:
    person.start()
for person in people:
    person.join()
print("everybody has eaten")

# /// script
# [tool.raddle]
# title.en = "The dining philosophers"
# title.zh = "哲学家进餐问题"
# chapter = "deadlock"
# concept.en = "Philosophers"
# concept.zh = "哲学家进餐"
# goal.en = """\
#   A fork lies between any two of them. Each takes the left one, \
#   then the right. Can all of them starve?"""
# goal.zh = """\
#   相邻两人之间有一把叉子。每人先拿左边的，再拿右边的。会不会一个\
#   也吃不上？"""
# summary.en = """\
#   Each holds the left fork and waits for the right one, which the \
#   neighbour holds: the waiting goes once round the table."""
# summary.zh = """\
#   每人都拿着左叉等右叉，而右叉在邻座手里：等待绕桌一圈，环闭合\
#   了。"""
# watch.en = """\
#   How the waiting grows round the table. The last one who asks \
#   closes the ring; up to then one of them could still have eaten."""
# watch.zh = """\
#   看等待怎样绕着桌子延伸。最后一个人去要右叉，环才闭合；在那之前\
#   总还有人能吃上。"""
# lesson.en = """\
#   One of them had both forks in time; another order is a \
#   deadlock."""
# lesson.zh = "这一次有人及时拿齐了两把；换一种顺序就会死锁。"
# concepts = ["C139"]
# expect = ["deadlock", "finished"]
# panes = ["ring"]
# races = []
# check_with = { SEATS = 3 }
# fixed_by = "philosophers_cured"
# needs = ["deadlock"]
# params.SEATS = { min = 2, max = 7 }
# params.SHUFFLE = { value = false }
# challenge.en = """\
#   With five seats, lead all of them into the ring in the fewest \
#   steps; then, from the same start, feed everybody."""
# challenge.zh = """\
#   五个座位：用最少的步数让所有人进入环；再从同一个开头出发，让每\
#   个人都吃上。"""
# challenge.end = "deadlock"
# notes.en = """
# Purpose: a circle of waiting among many, each of whom does something sensible.
# Ask the class: How many can eat at once with five forks? Two. – How many must hold their left fork for the deadlock? All five; if one is missing, somebody gets on.
# What people get wrong: they want each to put the fork down again and retry. That can go on for ever in step: a livelock.
# Lock and data: each fork is a lock and guards itself.
# Change next: SEATS = 3 makes the triangle, 2 is the story of the pen and the paper. SHUFFLE = True: pairs at random; is there always a circle?
# """
# notes.zh = """
# 目的：许多人之间的循环等待，而每个人做的事单看都合情合理。
# 提问：五把叉子最多几个人同时吃？两个。——要几个人拿着左叉才会死锁？五个都拿着；少一个，就有人能继续。
# 常见误解：让每个人放下叉子重来。大家步调一致的话，会永远重来下去，那是活锁。
# 锁与数据：每把叉子就是一把锁。
# 接着改：SEATS = 3 是三角形，2 就是笔和纸的故事。SHUFFLE = True：随机分配两把叉子，一定会有环吗？
# """
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "All five hold their left fork. How will it end?"
# ask.zh = "五个人都拿着左叉。会怎样结束？"
# at = { event = "blocked", thread = "ann", nth = 1 }
# until = "end"
# because.en = """\
#   Each right fork is the neighbour's left one: nobody gets a \
#   second fork any more."""
# because.zh = "每把右叉都是邻座的左叉：谁也拿不到第二把。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Five people at a round table, and five forks. Each needs two of \
#   them."""
# say.zh = "一张圆桌，五个人，五把叉子。每人要用两把。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann takes her left fork, and thinks for a moment."
# say.zh = "ann 拿了左边的叉子，想了一会儿。"
# play = 4
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   So do all the others. Five forks, five people, one each."""
# say.zh = "别人也都这样。五把叉子，五个人，一人一把。"
# play = 16
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ann asks for the right one. Ben holds it."
# say.zh = "ann 去要右边的叉子。它在 ben 手里。"
# play = 19
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ben waits for Cai, Cai for Dan, Dan for Eve …"
# say.zh = "ben 等 cai，cai 等 dan，dan 等 eve……"
# play = 25
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "… and Eve for Ann. The ring is closed."
# say.zh = "……eve 等 ann。环闭合了。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Back to before Ben came …"
# say.zh = "倒回到 ben 来之前……"
# go_to = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and let Ann go on at once: she eats, and the ring has a gap."""
# say.zh = "……让 ann 马上继续：她吃上了，环就缺了一段。"
# run = "ann"
# times = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   It takes all five, in step, to lock up. f shows two cures."""
# say.zh = "五个人步调一致，才会死锁。按 f 看两种解决办法。"
# play = "end"
# wait = 5
# ///
