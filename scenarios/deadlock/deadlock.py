import threading
import time

pen = threading.Lock()
paper = threading.Lock()


def write_letter():
    #: Alice takes the pen first.
    #: zh: alice 先拿笔。
    with pen:
        print("alice has the pen")
        time.sleep(0.1)
        #: She keeps the pen and asks for the paper.
        #: zh: 她拿着笔不放，又去要纸。
        with paper:
            print("alice writes a letter")


def draw_picture():
    #: Bob takes the paper first.
    #: zh: bob 先拿纸。
    with paper:
        print("bob has the paper")
        time.sleep(0.1)
        #: He keeps the paper and asks for the pen.
        #: zh: 他拿着纸不放，又去要笔。
        with pen:
            print("bob draws a picture")


alice = threading.Thread(target=write_letter, name="alice")
bob = threading.Thread(target=draw_picture, name="bob")
alice.start()
bob.start()
#: Main is blocked too, although it holds no lock.
#: zh: 主线程不持有锁，但也只能跟着等。
alice.join()
bob.join()
print("both are happy")

# /// script
# [tool.raddle]
# title.en = "Two locks, opposite order"
# title.zh = "两把锁，顺序相反"
# chapter = "deadlock"
# goal.en = """\
#   Alice takes the pen, then wants the paper; Bob goes the \
#   other way round. Two locks, two orders: how can that go \
#   wrong?"""
# goal.zh = """\
#   alice 先拿笔、再要纸；bob 先拿纸、再要笔。两把锁，两种顺序：\
#   会出什么问题？"""
# summary.en = """\
#   Alice takes the pen and wants the paper, Bob takes the paper and \
#   wants the pen. Each wants what the other holds: deadlock."""
# summary.zh = """\
#   alice 拿着笔等纸，bob 拿着纸等笔。\
#   两人都在等对方手里的东西，谁也走不下去：死锁。"""
# watch.en = """\
#   The circle in this place: it closes when both hold one thing and \
#   ask for the other. Then go back, let one of them have both, \
#   and see it end well."""
# watch.zh = """\
#   看这里的环：两人各拿一样、又去要另一样时，环就闭合了。\
#   然后倒回去，让一个人先把两样都拿到手，看它好好结束。"""
# lesson.en = """\
#   Luck, this time. The cure: everybody takes the pen first."""
# lesson.zh = "这次运气好。解决办法：人人都先拿笔。"
# concepts = ["C139", "C140", "C142"]
# expect = ["deadlock", "finished"]
# races = []
# needs = ["lost_update_fixed"]
# notes.en = """
# Purpose: see a circle of waiting close, and that it hangs on the order alone.
# Ask the class: Which of the four conditions can be removed most easily? The circle: one order for all. – Is main part of the circle? No, it waits for Alice, but nobody waits for main.
# What people get wrong: "two locks are dangerous". Not two locks, but two orders. And a test that passes says little: count how many of 20 orders end well.
# Lock and data: pen and paper guard the two things of those names; no variable is shared.
# Change next: let Bob take the pen first (f). Or take the pauses away: the deadlock is still found, it only becomes rarer.
# """
# notes.zh = """
# 目的：看等待的环怎样闭合，而且只取决于先后顺序。
# 提问：四个必要条件中哪个最容易破坏？循环等待：人人按同一顺序拿。——主线程在环里吗？不在，它在等 alice，但没有人等它。
# 常见误解：“用两把锁就危险”。危险的不是两把锁，是两种顺序。测试通过也说明不了什么：数一数 20 种顺序里有几种好好结束。
# 锁与数据：pen 和 paper 各保护一样东西，没有共享变量。
# 接着改：让 bob 也先拿笔（按 f）。或者去掉停顿：死锁仍然找得到，只是更少见。
# """
# fixed_by = "deadlock_ordered"
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = """\
#   Alice has the pen, Bob has the paper. How will this run end?"""
# ask.zh = "alice 拿着笔，bob 拿着纸。这次运行会怎样结束？"
# at = { event = "slept", thread = "bob" }
# until = "end"
# because.en = """\
#   Each keeps one thing and asks for the other's: the circle \
#   closes and nobody can go on."""
# because.zh = """\
#   各拿一样不放，又去要对方的那样：环闭合了，谁也走不下去。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Alice sleeps, pen in hand; Bob comes. Whom does a lock block \
#   first?"""
# ask.zh = "alice 拿着笔在歇，bob 来了。谁会先阻塞在锁上？"
# at = { event = "slept", thread = "alice" }
# until = { event = "blocked", line = "with p" }
# because.en = """\
#   Whoever wakes first asks first, and finds that the other has what \
#   is wanted."""
# because.zh = """\
#   谁先醒，谁就先去要另一样，而那一样已经在对方手里。"""
#
# [[tool.raddle.tour]]
# say.en = "Alice and Bob share one pen and one paper. Each is a lock."
# say.zh = "alice 和 bob 共用一支笔和一张纸。每样都是一把锁。"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Alice takes the pen."
# say.zh = "alice 拿了笔。"
# step = 4
# wait = 2
#
# [[tool.raddle.tour]]
# say.en = "Bob takes the paper."
# say.zh = "bob 拿了纸。"
# step = 4
# wait = 2
#
# [[tool.raddle.tour]]
# say.en = "Each keeps what they have and asks for the other thing."
# say.zh = "两人都不放下手里的东西，又去要另一样。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The circle has closed: nobody can ever go on. This is a \
#   deadlock."""
# say.zh = "环闭合了：谁也走不下去。这就是死锁。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Rewind to before Bob came …"
# say.zh = "倒回到 bob 来之前……"
# go_to = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and let Alice's pause be over first: she gets both."""
# say.zh = "……让 alice 的停顿先结束：她两样都拿到了。"
# run = "alice"
# times = 4
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   All goes well. Whether it ends in deadlock depends on who \
#   comes first."""
# say.zh = "一切顺利。会不会死锁，要看谁先到。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Luck is no cure. One order is: everybody takes the pen \
#   first. f shows it."""
# say.zh = """\
#   靠运气不算解决。人人按同一个顺序，都先拿笔，才不会死锁。按 f \
#   看。"""
# wait = 5
#
# [tool.raddle.concept]
# en = "Deadlock"
# zh = "死锁"
# ///
