import threading
import time

ROUNDS = 1

occupied = False
inside = 0
met = False


def use_bathroom(me):
    global occupied, inside, met
    for _ in range(ROUNDS):
        while occupied:
            time.sleep(0.2)
        #: The sign says free. On the way to it passes a moment.
        #: zh: 牌子上写着没人。走过去翻牌子要一会儿。
        time.sleep(0.1)
        #: Turns the sign. Who else has looked meanwhile?
        #: zh: 把牌子翻过来。这期间还有谁看过？
        occupied = True
        inside = inside + 1
        if inside > 1:
            met = True
        time.sleep(0.3)
        inside = inside - 1
        occupied = False


ann = threading.Thread(
    target=use_bathroom, name="ann", args=(0,)
)
ben = threading.Thread(
    target=use_bathroom, name="ben", args=(1,)
)
ann.start()
ben.start()
ann.join()
ben.join()
#: Has nobody ever met anybody in there?
#: zh: 真的谁也没撞见过谁吗？
assert not met, "two people in one bathroom"
print("nobody was disturbed")

# /// script
# [tool.raddle]
# title.en = "The sign on the bathroom door"
# title.zh = "门上的“有人”牌子"
# chapter = "attempts"
# concept.en = "A flag is no lock"
# concept.zh = "标志不是锁"
# goal.en = """\
#   Two flatmates share a bathroom; each looks at the sign, then \
#   turns it. Can the two still meet inside?"""
# goal.zh = """\
#   两个室友共用浴室，门上有块牌子：先看牌子，再翻牌子。还会撞上\
#   吗？"""
# summary.en = """\
#   Looking at the sign and turning it are two acts. Both look \
#   while it says free, then both turn it and go in."""
# summary.zh = """\
#   看牌子和翻牌子是两个动作。两人看的时候都写着没人，于是都翻了牌\
#   子，都进去了。"""
# watch.en = """\
#   occupied is read twice as False before anybody writes True. \
#   Then inside becomes 2."""
# watch.zh = """\
#   看 occupied：还没人写 True，就已经读了两次 False。接着 inside \
#   变成了 2。"""
# lesson.en = "They did not look at the same moment this time."
# lesson.zh = "这一次两人没有同时去看牌子。"
# concepts = ["C124", "C136"]
# expect = ["failed", "finished"]
# panes = ["memory"]
# races = ["occupied", "inside", "met"]
# fixed_by = "peterson"
# needs = ["last_seat"]
# params.ROUNDS = { min = 1, max = 2 }
# challenge.en = """\
#   Bring both into the bathroom in the fewest steps; then try it \
#   in vain in peterson."""
# challenge.zh = """\
#   用最少的步数让两人同时在浴室里；再到 peterson 里试试，看为什么\
#   做不到。"""
# challenge.end = "failed"
# notes.en = """
# Purpose: looking and turning a sign are two steps; a lock makes one of them.
# Ask the class: Would it help to turn the sign first and look afterwards? Then both may turn it and each wait for the other. – What does a real lock have that a variable has not? Test and set in one step that nobody can enter.
# What people get wrong: "a boolean is atomic, so it is safe". Each access is whole; the pair is not.
# Lock and data: there is no lock; occupied is meant to be one. inside and met race as well.
# Change next: ROUNDS = 2; and take the pause away: the search still finds the meeting.
# """
# notes.zh = """
# 目的：看牌子、翻牌子是两步；锁把它们并成一步。
# 提问：先翻牌子再看行不行？那样可能两人都翻了，互相等。——真正的锁比变量多了什么？检查和设置一步完成，中间谁也插不进来。
# 常见误解：“布尔变量是原子的，所以安全”。单次访问是完整的，两次合起来就不是了。
# 锁与数据：没有锁，occupied 想充当锁。inside 和 met 也有竞态。
# 接着改：ROUNDS = 2；再去掉那个停顿，仍然能找到两人撞上的顺序。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Both have looked at the sign. Who goes in first?"
# ask.zh = "两人都看过牌子了。谁先进去？"
# at = { event = "read", of = "occupied", thread = "ben" }
# until = { event = "wrote", of = "inside", nth = 1 }
# options = ["ben", "ann"]
# because.en = """\
#   Ann looked first and goes in first. But Ben has looked, too, \
#   and comes after her."""
# because.zh = "ann 先看，先进去。可是 ben 也看过了，跟着也进来了。"
#
# [[tool.raddle.predict]]
# kind = "end"
# ask.en = "Both have seen the sign say free. How will it end?"
# ask.zh = "两人看到的都是没人。程序会怎样结束？"
# at = { event = "wrote", of = "occupied", thread = "ann" }
# until = "end"
# because.en = """\
#   Ben does not look again: he turns the sign, goes in, and main's \
#   assertion fails."""
# because.zh = """\
#   ben 不会再看一次：他翻了牌子就进去，主线程的断言失败。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann and Ben share a bathroom. The sign on the door is a \
#   variable: occupied."""
# say.zh = "ann 和 ben 共用一间浴室。门上的牌子是个变量：occupied。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann looks: free. She walks over to turn the sign."
# say.zh = "ann 看了一眼：没人。她走过去翻牌子。"
# play = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Before she has turned it, Ben looks: still free."
# say.zh = "她还没翻，ben 也看了一眼：还是没人。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ann turns the sign to True and goes in."
# say.zh = "ann 把牌子翻成 True，进去了。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ben turns it to True, too. It is True already, and tells him \
#   nothing."""
# say.zh = "ben 也翻成 True。它本来就是 True，他却看不出来。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Two are inside."
# say.zh = "里面有两个人。"
# play = 16
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Main finds the trace of it: the assertion fails."
# say.zh = "主线程发现了：断言失败。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   A sign can be looked at by two before one turns it. A lock \
#   looks and turns in one step. f shows what signs alone can do."""
# say.zh = """\
#   翻牌子之前，两个人都可能已经看过了。锁是看和翻一步完成。按 f 看\
#   只用牌子能做到什么。"""
# wait = 5
# ///
