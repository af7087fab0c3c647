import threading
import time

SEATS = 5
CURE = "order"

NAMES = ["ann", "ben", "cai", "dan", "eve", "fay", "gus"]
forks = [threading.Lock() for _ in range(SEATS)]
room = threading.Semaphore(SEATS)
if CURE == "seats":
    #: One seat fewer than forks: one always gets two.
    #: zh: 座位比叉子少一个：总有一个人拿得到两把。
    room = threading.Semaphore(SEATS - 1)


def dine(name, left, right):
    with room:
        with forks[left]:
            time.sleep(0.1)
            with forks[right]:
                print(f"{name} eats")


people = []
for seat in range(SEATS):
    pair = [seat, (seat + 1) % SEATS]
    if CURE == "order":
        #: The lower fork first: one begins with the right.
        #: zh: 先拿编号小的：有一个人就会先拿右边那把。
        pair.sort()
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
# title.en = "A table that never locks up"
# title.zh = "不会死锁的餐桌"
# chapter = "deadlock"
# concept.en = "Philosophers cured"
# concept.zh = "哲学家进餐的解法"
# goal.en = """\
#   The lower fork first for everybody, or one seat fewer at the \
#   table. Does either keep all from starving?"""
# goal.zh = """\
#   人人先拿编号小的叉子，或者少放一个座位。哪一种能让大家都吃上？"""
# summary.en = """\
#   Two cures, by CURE. order: everybody takes the lower fork \
#   first. seats: only SEATS - 1 may sit down. Either way the ring \
#   cannot close."""
# summary.zh = """\
#   两种办法，由 CURE 选择。order：人人先拿编号小的叉子。seats：最\
#   多坐 SEATS - 1 个人。两种都让环闭合不了。"""
# watch.en = """\
#   With order, Eve waits for fork 0 with empty hands, and fork 4 \
#   stays free for Dan. With seats, the last one waits at the door."""
# watch.zh = """\
#   选 order：eve 空着手等 0 号叉子，4 号叉子留给了 dan。选 seats：\
#   最后一个人在门口等。"""
# lesson.en = "Break one link of the ring, and everybody eats."
# lesson.zh = "环上断开一处，人人都能吃上。"
# concepts = ["C127", "C151"]
# expect = ["finished"]
# panes = ["ring"]
# races = []
# check_with = { SEATS = 3 }
# needs = ["philosophers"]
# params.SEATS = { min = 2, max = 7 }
# params.CURE = { choices = ["order", "seats"] }
# notes.en = """
# Purpose: a deadlock is prevented by breaking one link; there are several links.
# Ask the class: Which condition does seats remove? The circle, too: with one place empty the ring cannot close. – Who waits longest with order? Eve, who began with fork 0; the cure is right, not fair.
# What people get wrong: they think of the number as a priority. It only says in which order one person asks.
# Lock and data: each fork is a lock; room counts those who sit.
# Change next: CURE = seats. Then SEATS = 2: order still works, and seats leaves one at the table.
# """
# notes.zh = """
# 目的：断开环上的一处就能预防死锁，而可断的地方不止一处。
# 提问：seats 破坏了哪个条件？也是循环等待：空着一个位子，环闭合不了。——选 order 时谁等得最久？eve，她得从 0 号开始；这个办法正确，但不公平。
# 常见误解：把编号当成优先级。它只规定一个人按什么顺序去拿。
# 锁与数据：每把叉子是一把锁，room 记录还能坐几个人。
# 接着改：CURE 改成 seats。再设 SEATS = 2：order 仍然有效，seats 则只让一个人上桌。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Lower fork first: which of the four conditions is gone?"
# ask.zh = "先拿编号小的：破坏了四个必要条件中的哪一个？"
# at = { event = "blocked", thread = "eve" }
# options = [
#   { en = "mutual exclusion", zh = "互斥" },
#   { en = "hold and wait", zh = "请求和保持" },
#   { en = "circular wait", zh = "循环等待" },
#   { en = "no preemption", zh = "不可抢占" },
# ]
# right = 3
# because.en = """\
#   All still hold one fork and wait for another, but always for \
#   one with a higher number."""
# because.zh = """\
#   大家仍然拿着一把等另一把，但等的总是编号更大的那把。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "All have come to the table. Who eats first?"
# ask.zh = "大家都到桌边了。谁先吃上？"
# at = { event = "blocked", thread = "ben" }
# until = { event = "output" }
# options = ["ann", "eve", "dan"]
# because.en = """\
#   Fork 4 was left free, for Eve had to begin with fork 0. So Dan \
#   gets his second one."""
# because.zh = """\
#   eve 得先拿 0 号，4 号就空着，于是 dan 拿到了第二把。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same table. Rule one: everybody takes the fork with the \
#   lower number first."""
# say.zh = "还是那张桌子。第一种规矩：人人先拿编号小的叉子。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann has fork 0, Ben 1, Cai 2, Dan 3, as before."
# say.zh = "和之前一样，ann 拿 0 号，ben 1 号，cai 2 号，dan 3 号。"
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   For Eve the lower one is fork 0, Ann's. She waits with empty \
#   hands."""
# say.zh = "eve 的两把里编号小的是 0 号，在 ann 手里。她空着手等。"
# play = 20
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "So fork 4 is free, and Dan gets his second one."
# say.zh = "于是 4 号叉子空着，dan 拿到了第二把。"
# play = 30
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = """\
#   Dan gives back, Cai eats, then Ben, then Ann, and at last Eve."""
# say.zh = "dan 放下，cai 吃，然后 ben、ann，最后是 eve。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Numbers along the waiting only go up: no way leads back to the \
#   start."""
# say.zh = "沿着等待走，编号只会变大，绕不回起点。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Set CURE to seats (: set): a semaphore keeps the last one at the door. \
#   Another link, the same effect."""
# say.zh = """\
#   把 CURE 改成 seats（: set）：信号量把最后一个人挡在门口。断开的是另一\
#   处，效果一样。"""
# wait = 5
# ///
