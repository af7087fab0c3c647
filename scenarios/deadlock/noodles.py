import threading
import time

DINERS = 3

NAMES = ["ann", "ben", "cai", "dan", "eve", "fay"]
chopsticks = threading.Lock()
noodles = threading.Lock()


class Diner(threading.Thread):
    def eat(self, first, second):
        with first:
            time.sleep(0.1)
            #: Holds one thing and asks for the other.
            #: zh: 拿着一样，又去要另一样。
            with second:
                print(f"{self.name} eats")

    def run(self):
        self.eat(chopsticks, noodles)
        #: The second helping, in the other order.
        #: zh: 第二碗，顺序反了过来。
        self.eat(noodles, chopsticks)


for name in NAMES[:DINERS]:
    Diner(name=name).start()
print("main has nothing left to do")

# /// script
# [tool.raddle]
# title.en = "Noodles and chopsticks"
# title.zh = "面条和筷子"
# chapter = "deadlock"
# concept.en = "Deadlock in rounds"
# concept.zh = "两轮之间的死锁"
# goal.en = """\
#   All take chopsticks, then noodles; at the second helping the \
#   other way. Do all get their fill?"""
# goal.zh = """\
#   每人吃两碗：第一碗先拿筷子再拿面，第二碗先拿面再拿筷子。都能吃\
#   饱吗？"""
# summary.en = """\
#   All run the same code. But one who is in the second round meets \
#   one in the first: they hold one thing each and want the \
#   other's."""
# summary.zh = """\
#   人人执行的代码都一样，但走到第二轮的人遇上了还在第一轮的人：各\
#   拿一样，要对方的那样。"""
# watch.en = """\
#   The first round goes well, for all begin alike. The circle \
#   closes when the first diner is in the second round."""
# watch.zh = """\
#   第一轮没事，因为人人都从筷子开始。有人先到第二轮，环就闭合了。"""
# lesson.en = """\
#   All had finished the first round before a second began."""
# lesson.zh = "这一次所有人吃完第一碗，才有人开始第二碗。"
# concepts = ["C140", "C141", "C142", "C143", "C294"]
# expect = ["deadlock", "finished"]
# panes = ["ring"]
# races = []
# check_with = { DINERS = 2 }
# fixed_by = "one_lock_two_names"
# needs = ["deadlock"]
# params.DINERS = { min = 2, max = 6 }
# notes.en = """
# Purpose: a wrong order may hide in time: the same code, two rounds, and the circle closes between rounds.
# Ask the class: Why does nothing happen in the first round? All ask for the chopsticks first. – And if all finish round one before anybody begins round two? Then all have the same order again, and it ends well.
# What people get wrong: "they all run the same function, so they take the locks in the same order".
# Lock and data: chopsticks and noodles guard the things of those names.
# Change next: DINERS = 2: about half of the orders end well; with 4 hardly any. Then let the second round begin with the chopsticks, too.
# """
# notes.zh = """
# 目的：错误的顺序可能藏在时间里：代码相同，分成两轮，环在两轮之间闭合。
# 提问：为什么第一轮没事？人人都先要筷子。——如果所有人吃完第一碗才开始第二碗呢？那么大家的顺序又一致了，能好好结束。
# 常见误解：“大家执行同一个函数，所以拿锁的顺序相同”。
# 锁与数据：chopsticks 和 noodles 各保护一样东西。
# 接着改：DINERS = 2，约有一半的顺序能结束；改成 4 就几乎没有了。再让第二轮也先拿筷子。
# """
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = """\
#   Ann begins her second helping, Ben his first. How will it end?"""
# ask.zh = "ann 开始吃第二碗，ben 开始吃第一碗。会怎样结束？"
# at = { event = "blocked", of = "noodles" }
# until = "end"
# because.en = """\
#   Ben holds the chopsticks, Ann the noodles, and each wants the \
#   other's: the circle closes."""
# because.zh = "ben 拿着筷子，ann 拿着面，各要对方的：环闭合了。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   One pair of chopsticks, one bowl of noodles, three diners, two \
#   helpings each."""
# say.zh = "一双筷子，一盆面，三个人，每人吃两次。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann takes the chopsticks. The others want them, too, with empty \
#   hands: no harm."""
# say.zh = "ann 拿了筷子。别人也要筷子，但手里是空的：没有害处。"
# play = 8
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main has nothing left to do, and waits at its end for the \
#   others."""
# say.zh = "主线程没事可做了，在末尾等其他线程结束。"
# play = 10
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Ann eats and gives both back."
# say.zh = "ann 吃完，两样都还了。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ben takes the chopsticks for his first helping …"
# say.zh = "ben 拿起筷子，开始吃第一碗……"
# play = 16
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   … and Ann the noodles for her second. Now the orders are \
#   opposite."""
# say.zh = "……ann 拿起面，开始吃第二碗。两人的顺序正好相反。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Each wants what the other holds: deadlock, in the second round \
#   only."""
# say.zh = "各自要对方手里的那样：死锁，到第二轮才发生。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main waits for ever, too, though nobody joined anybody. f shows \
#   a cure."""
# say.zh = """\
#   主线程也永远等下去，虽然程序里没有写 join。按 f 看一种解决办\
#   法。"""
# wait = 5
# ///
