import threading
import time

DINERS = 3

NAMES = ["ann", "ben", "cai", "dan", "eve", "fay"]
#: Two names for one and the same lock.
#: zh: 两个名字，同一把锁。
chopsticks = noodles = threading.RLock()


class Diner(threading.Thread):
    def eat(self, first, second):
        with first:
            time.sleep(0.1)
            #: Takes the same lock once more: depth 2.
            #: zh: 再次获取同一把锁：重入层数变成 2。
            with second:
                print(f"{self.name} eats")

    def run(self):
        self.eat(chopsticks, noodles)
        #: The other order, of one lock: that makes none.
        #: zh: 顺序反过来，可锁只有一把，也就无所谓顺序。
        self.eat(noodles, chopsticks)


for name in NAMES[:DINERS]:
    Diner(name=name).start()
print("main has nothing left to do")

# /// script
# [tool.raddle]
# title.en = "Two names, one RLock"
# title.zh = "两个名字，一把可重入锁"
# chapter = "deadlock"
# concept.en = "One lock for both"
# concept.zh = "合成一把锁"
# goal.en = """\
#   Chopsticks and noodles are two names of one lock now. Do all \
#   get their fill?"""
# goal.zh = "筷子和面条现在是同一把锁的两个名字。都能吃饱吗？"
# summary.en = """\
#   Who has the lock has everything. There is nothing left that \
#   another could hold, so no circle can close."""
# summary.zh = """\
#   谁拿到锁，谁就什么都有了。别人手里不可能还拿着一样，环闭合不\
#   了。"""
# watch.en = """\
#   The depth of the lock: 1, 2, 1, 0 for each helping. The others \
#   wait with empty hands."""
# watch.zh = """\
#   看锁的重入层数：每吃一碗都是 1、2、1、0。其他人空着手等。"""
# lesson.en = """\
#   One lock is the cure; re-entrance makes it possible."""
# lesson.zh = "起作用的是只有一把锁；可重入使它能这么写。"
# concepts = ["C144", "C145", "C146", "C149"]
# expect = ["finished"]
# races = []
# check_with = { DINERS = 2 }
# needs = ["noodles", "rlock"]
# params.DINERS = { min = 2, max = 6 }
# notes.en = """
# Purpose: one lock instead of two takes the circle away; re-entrance is only the means.
# Ask the class: Would one ordinary Lock with two names do? No: Ann would wait for herself at the second with. – Two RLocks with two names? No, the deadlock of noodles is back.
# What people get wrong: "RLock prevents deadlocks". It prevents waiting for oneself, nothing else.
# Lock and data: one lock guards both things.
# Change next: threading.Lock() with two names; then two RLocks.
# """
# notes.zh = """
# 目的：两把锁合成一把，环就没有了；可重入只是手段。
# 提问：换成一把有两个名字的普通 Lock 行不行？不行，到第二个 with，ann 就自己等自己了。——两把 RLock、各有名字呢？也不行，又回到 noodles 的死锁。
# 常见误解：“用 RLock 就不会死锁”。它只能避免自己等自己。
# 锁与数据：一把锁保护两样东西。
# 接着改：threading.Lock() 配两个名字；再试两把 RLock。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Ann holds the lock and now wants the noodles. What happens?"""
# ask.zh = "ann 拿着锁，现在又要面条。会怎样？"
# at = { thread = "ann", line = "with second:" }
# options = [
#   { en = "she is blocked: it is taken", zh = "她被阻塞：锁被占着" },
#   { en = "she gets in: depth 2", zh = "她进得去：重入层数 2" },
# ]
# right = 2
# because.en = """\
#   It is the same lock, she holds it, and an RLock counts up. An \
#   ordinary Lock would stop her here."""
# because.zh = """\
#   这是同一把锁，她正持有，RLock 就加一。换成普通的 Lock，她会卡在\
#   这里。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   The same diners, the same two rounds. Only the first lines \
#   differ: one RLock with two names."""
# say.zh = """\
#   还是那几个人、那两轮。只有开头不同：一把可重入锁，两个名字。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann takes it under the name of chopsticks: depth 1."
# say.zh = "ann 以筷子的名义获取它：层数 1。"
# play = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ben wants the chopsticks, and Cai. Both wait with empty hands."""
# say.zh = "ben 和 cai 也要筷子，都空着手等。"
# play = 8
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann takes it again, as the noodles: depth 2. It lets its holder \
#   in."""
# say.zh = "ann 又以面条的名义获取它：层数 2。它给持有者放行。"
# play = 12
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   She eats, and gives it back twice: 1, then 0. Now it is free."""
# say.zh = "她吃完，释放两次：1，然后 0。这才空闲。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = "So all pass, one at a time, in both rounds."
# say.zh = "就这样，两轮里大家一个一个地通过。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The price: nobody holds noodles while another has the \
#   chopsticks. One lock means one diner."""
# say.zh = """\
#   代价：不会一个人拿面、另一个人拿筷子。一把锁，一次一个人。"""
# wait = 5
# ///
