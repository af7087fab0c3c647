import threading
import time

pen = threading.Lock()
paper = threading.Lock()


def write_letter():
    #: Everybody takes the pen first.
    #: zh: 人人都先拿笔。
    with pen:
        print("alice has the pen")
        time.sleep(0.1)
        #: Nobody can hold the paper and want the pen.
        #: zh: 没有人会拿着纸等笔。
        with paper:
            print("alice writes a letter")


def draw_picture():
    #: Bob, too: without the pen he does not touch the paper.
    #: zh: bob 也一样：没有笔就不去碰纸。
    with pen:
        print("bob has the pen")
        time.sleep(0.1)
        with paper:
            print("bob draws a picture")


alice = threading.Thread(target=write_letter, name="alice")
bob = threading.Thread(target=draw_picture, name="bob")
alice.start()
bob.start()
alice.join()
bob.join()
print("both are happy")

# /// script
# [tool.raddle]
# title.en = "Two locks, the same order"
# title.zh = "两把锁，顺序相同"
# chapter = "deadlock"
# goal.en = """\
#   Everybody takes the pen first, then the paper. Can a \
#   circle still close?"""
# goal.zh = "人人都先拿笔、后拿纸。还会形成环吗？"
# summary.en = """\
#   The cure for the deadlock: everybody takes the pen before the \
#   paper. Whoever has the pen can always get the paper."""
# summary.zh = """\
#   预防死锁的办法：人人都先拿笔、后拿纸。\
#   谁拿到了笔，谁就一定能拿到纸，不会形成环。"""
# watch.en = """\
#   The one who comes second is blocked with empty hands. No circle \
#   can close, whatever the order in which the threads run."""
# watch.zh = """\
#   后到的人空着手等。不管线程按什么顺序运行，\
#   等待图里都不会出现环。"""
# lesson.en = "One order for all: no circle can close."
# lesson.zh = "人人按同一种顺序，就不会形成环。"
# concepts = ["C127", "C131", "C132"]
# expect = ["finished"]
# races = []
# needs = ["deadlock"]
# notes.en = """
# Purpose: prevention by one order for all locks.
# Ask the class: Why can nobody hold the paper and want the pen? Because the paper is only taken with the pen in hand. – What does it cost? Bob waits, although he would need the paper alone at first.
# What people get wrong: they think that Bob's waiting is already a deadlock. He waits for somebody who can go on.
# Lock and data: pen and paper, as in the broken version; no variable is shared.
# Change next: a third lock. Any fixed order of the three will do.
# """
# notes.zh = """
# 目的：所有锁规定同一个获取顺序，从而预防死锁。
# 提问：为什么不会有人拿着纸等笔？因为手里有笔才会去拿纸。——代价是什么？bob 得等，哪怕他一开始只需要纸。
# 常见误解：把 bob 的等待当成死锁。他等的人还能继续走。
# 锁与数据：pen 和 paper，与出错的那个相同，没有共享变量。
# 接着改：再加一把锁。三把锁随便定一个固定的顺序都行。
# """
#
# [tool.raddle.concept]
# en = "Deadlock cured"
# zh = "预防死锁"
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = """\
#   Everybody takes the pen first. Can any order lock it up?"""
# ask.zh = "人人都先拿笔。有没有哪种顺序会死锁？程序会怎样结束？"
# at = { event = "blocked", thread = "bob" }
# until = "end"
# because.en = """\
#   Whoever waits for the pen holds nothing yet, so no circle can \
#   close: it finishes in every order."""
# because.zh = """\
#   等笔的人手里什么也没有，环闭合不了：怎样的顺序都能结束。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same pen, the same paper. One rule is new: everybody \
#   takes the pen first."""
# say.zh = """\
#   还是那支笔，还是那张纸。只多了一条规矩：人人都先拿笔。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Alice takes the pen."
# say.zh = "alice 拿了笔。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Bob wants the pen first, too. He is blocked, but with \
#   empty hands."""
# say.zh = "bob 也要先拿笔。他被阻塞了，好在手里什么也没有。"
# play = "blocking"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   So the paper is free when Alice asks for it. She has \
#   both and writes."""
# say.zh = """\
#   所以 alice 要纸的时候，纸是空闲的。她两样都有了，可以写\
#   信。"""
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "She gives both back, and Bob can go on."
# say.zh = "她把两样都还了，bob 可以继续。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 5
#
# [[tool.raddle.tour]]
# say.en = "Bob takes the pen, then the paper, and draws."
# say.zh = "bob 先拿笔，再拿纸，然后画画。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Whoever is blocked at the pen holds no paper: no circle \
#   can ever close."""
# say.zh = "等笔的人手里没有纸，等待的环永远不会闭合。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   One order for all locks prevents this deadlock, whoever \
#   runs first."""
# say.zh = "所有人按同一个顺序拿锁，就不会死锁，不管谁先执行。"
# wait = 5
# ///
