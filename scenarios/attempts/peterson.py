import threading
import time

ROUNDS = 1

wants = [False, False]
turn = 0
inside = 0
met = False


def use_bathroom(me):
    global turn, inside, met
    other = 1 - me
    for _ in range(ROUNDS):
        #: Each puts out their own sign first.
        #: zh: 先挂出自己的牌子。
        wants[me] = True
        time.sleep(0.1)
        #: Then gives way: after you.
        #: zh: 再谦让：您先请。
        turn = other
        while wants[other] and turn == other:
            time.sleep(0.2)
        inside = inside + 1
        if inside > 1:
            met = True
        time.sleep(0.3)
        inside = inside - 1
        wants[me] = False


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
# title.en = "Signs and a turn"
# title.zh = "Peterson 算法"
# chapter = "attempts"
# concept.en = "Peterson"
# concept.zh = "Peterson 算法"
# goal.en = """\
#   Each puts out a sign, then lets the other go first. Can they \
#   still meet inside?"""
# goal.zh = """\
#   各人先挂牌子，再把先后让给对方，轮到对方时就等着。这样还会撞上\
#   吗？"""
# summary.en = """\
#   Two signs and one turn. Whoever gave way last waits; turn can \
#   have only one value, so not both wait and not both go in."""
# summary.zh = """\
#   两块牌子，一个 turn。后谦让的人等着；turn 只有一个值，所以不会\
#   两人都等，也不会两人都进。"""
# watch.en = """\
#   turn is written twice, and the later write decides. The one who \
#   wrote last waits."""
# watch.zh = "看 turn：写了两次，后写的算数。后写的那个人等。"
# lesson.en = """\
#   Own sign out, then after you: the last to be polite waits."""
# lesson.zh = "先挂牌，再谦让：后谦让的人等。"
# concepts = ["C132"]
# expect = ["finished"]
# panes = ["memory"]
# races = ["wants", "turn"]
# harmless = ["wants", "turn"]
# needs = ["flag_is_no_lock"]
# params.ROUNDS = { min = 1, max = 2 }
# notes.en = """
# Purpose: mutual exclusion out of plain variables is possible, for two, and it is no small matter.
# Ask the class: Why is the sign put out before giving way? Swap the two lines and find the order in which they meet. – Can both wait for ever? No, turn is either 0 or 1.
# What people get wrong: they think the algorithm decides who comes first. Only the last write of turn decides.
# Lock and data: no lock. wants and turn are races by the definition, harmless here: reads and writes are whole and come in one order. On a processor that reorders them, or in C, it would need more.
# Change next: ROUNDS = 2. Swap the two lines. Three flatmates: it does not carry over.
# """
# notes.zh = """
# 目的：只用普通变量也能实现（两个线程的）互斥，但一点也不简单。
# 提问：为什么先挂牌子，后谦让？把两行对调，找出两人撞上的顺序。——会不会两人都永远等下去？不会，turn 不是 0 就是 1。
# 常见误解：以为算法决定了谁先进。其实只看 turn 最后一次是谁写的。
# 锁与数据：没有锁。按定义 wants 和 turn 有竞态，在这里无害：每次读写都是完整的，而且先后一致。换成会重排读写的处理器，或者用 C 写，就还不够。
# 接着改：ROUNDS = 2；把那两行对调；三个室友：这个办法不能照搬。
# """
#
# [[tool.raddle.predict]]
# kind = "value"
# ask.en = """\
#   Both are at the door and both give way. Whose turn is it then?"""
# ask.zh = "两人都到了门口，都谦让一次。最后轮到谁（turn 的值）？"
# of = "turn"
# at = { event = "wrote", of = "turn", thread = "ann" }
# until = { event = "wrote", of = "turn", thread = "ben" }
# options = ["1", "0"]
# because.en = """\
#   Ben wrote last: 0, that is Ann. turn has only one value, so \
#   only one of them has to wait."""
# because.zh = """\
#   ben 后写：0，也就是 ann。turn 只有一个值，所以只有一个人要等。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "The turn is 0. Who goes in?"
# ask.zh = "turn 是 0。谁进去？"
# until = { event = "wrote", of = "inside" }
# at = { event = "read", of = "turn", nth = 2 }
# options = ["ben", "ann"]
# because.en = """\
#   It is Ann's turn: her loop ends, Ben's goes on until she takes \
#   in her sign."""
# because.zh = "轮到 ann：她的循环结束，ben 要一直等到她摘下牌子。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Each flatmate has a sign of their own now, and there is one \
#   turn for both."""
# say.zh = "现在每个室友各有一块牌子，另有一个两人共用的 turn。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Ann puts out her sign. Ben puts out his."
# say.zh = "ann 挂出牌子，ben 也挂出牌子。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ann gives way: the turn is Ben's, 1."
# say.zh = "ann 谦让：turn 归 ben，值为 1。"
# play = 10
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ben gives way, too: the turn is Ann's, 0. He was the last to be \
#   polite."""
# say.zh = "ben 也谦让：turn 归 ann，值为 0。他是后谦让的那个。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ben sees her sign and her turn: he waits."
# say.zh = "ben 看到她的牌子挂着、轮到的也是她：他等。"
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann looks: his sign is out, but it is her turn. She goes in."""
# say.zh = "ann 看：他的牌子挂着，但轮到的是自己。她进去。"
# play = 27
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "She takes in her sign, and that lets Ben in."
# say.zh = "她摘下牌子，ben 才能进去。"
# play = 44
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Nobody met anybody, and no lock was needed. What it costs: Ben \
#   has looked again and again."""
# say.zh = """\
#   谁也没撞见谁，一把锁也没用。代价是 ben 一遍又一遍地去看。"""
# play = "end"
# wait = 5
# ///
