import threading

WORDS = 3


def speak(name):
    for number in range(1, WORDS + 1):
        #: Each word is a step. The next may be the other's.
        #: zh: 每说一个词是一步。下一步可能轮到对方。
        print(f"{name} {number}")


alice = threading.Thread(
    target=speak, name="alice", args=("alice",)
)
bob = threading.Thread(
    target=speak, name="bob", args=("bob",)
)
alice.start()
bob.start()
alice.join()
bob.join()

# /// script
# [tool.raddle]
# title.en = "How many ways can it go?"
# title.zh = "一共有多少种先后顺序"
# chapter = "threads"
# concept.en = "Interleaving"
# concept.zh = "交错执行"
# goal.en = """\
#   Alice and Bob say three words each. In how many different \
#   orders can the six words come?"""
# goal.zh = """\
#   alice 和 bob 各说三个词。这六个词一共可能有多少种先后顺序？"""
# summary.en = """\
#   Each keeps the order of their own words; between the two \
#   everything is possible. That makes 20 orders, and nobody \
#   promises any of them."""
# summary.zh = """\
#   每个人自己的词先后不变，两人之间却怎样都行。一共 20 种顺序，没\
#   有谁保证会是哪一种。"""
# watch.en = """\
#   alice 1 always comes before alice 2. Apart from that, choose \
#   yourself who speaks next: press a thread's number."""
# watch.zh = """\
#   alice 1 总在 alice 2 之前。除此之外由你决定下一个谁说：按线程的\
#   编号。"""
# lesson.en = "One of 20 orders. The next run may show another."
# lesson.zh = "这是 20 种顺序里的一种，下次可能就不同。"
# concepts = ["C017", "C073"]
# expect = ["finished"]
# panes = ["state_map"]
# races = []
# needs = ["start_join"]
# show = { policy = "rr" }
# params.WORDS = { min = 1, max = 4 }
# challenge.en = """\
#   Make Bob finish before Alice has begun; then make them \
#   alternate strictly."""
# challenge.zh = """\
#   让 bob 在 alice 开口之前全部说完；再让两人严格交替。"""
# notes.en = """
# Purpose: the order of threads is nobody's promise; only the order within each is.
# Ask the class: How many orders are there with WORDS = 4? 70. – Can bob 3 come before alice 1? Yes.
# What people get wrong: "alice was started first, so she speaks first", and "it was always like that when I tried". Under python3 a thread so short is mostly done before the next begins.
# Lock and data: nothing is shared but the output.
# Change next: WORDS = 1, 2, 3, 4: 2, 6, 20, 70. Have everybody reach a different one by hand.
# """
# notes.zh = """
# 目的：线程之间的先后没有人保证，保证的只有各自内部的先后。
# 提问：WORDS = 4 时有多少种？70 种。——bob 3 会出现在 alice 1 之前吗？会。
# 常见误解：“先启动 alice，所以她先说”，“我试的时候每次都这样”。这么短的线程在 python3 下，往往下一个还没开始它就结束了。
# 锁与数据：除了输出，没有共享的东西。
# 接着改：WORDS 取 1、2、3、4：依次是 2、6、20、70 种。让每个学生亲手走出一种不同的顺序。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "How many different outputs can this program have?"
# ask.zh = "这个程序可能有多少种不同的输出？"
# at = "start"
# options = [
#   { en = "2: Alice first, or Bob first", zh = "2 种：alice 先，或者 bob 先" },
#   { en = "6", zh = "6 种" },
#   { en = "20", zh = "20 种" },
#   { en = "720", zh = "720 种" },
# ]
# right = 3
# because.en = """\
#   Six places, three of them for Alice: 6·5·4 / (3·2·1) = 20. The \
#   order within each is fixed."""
# because.zh = """\
#   六个位置选三个给 alice：6·5·4 ÷ (3·2·1) = 20。各人自己的词先后\
#   不变。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "Bob has said one word. Who speaks next in this run?"
# ask.zh = "bob 说了一个词。这次运行里接着谁说？"
# at = { event = "output", nth = 4 }
# until = { event = "output" }
# options = ["bob", "alice"]
# because.en = """\
#   Here the scheduler takes turns. Nothing in the program asks for \
#   that."""
# because.zh = "这里的调度器轮流安排。程序本身并没有这样要求。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two threads, three words each. What can the output look like?"""
# say.zh = "两个线程，各说三个词。输出会是什么样？"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Alice says her first word."
# say.zh = "alice 说了第一个词。"
# play = 3
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The next word may be hers again, or Bob's. Here, at some \
#   point, it is Bob's turn."""
# say.zh = "下一个词可能还是她的，也可能是 bob 的。这里轮到了 bob。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Whatever happens between them: alice 3 comes after alice 2, \
#   bob 2 after bob 1."""
# say.zh = """\
#   不管两人怎样穿插，alice 3 总在 alice 2 之后，bob 2 总在 bob 1 \
#   之后。"""
# play = 9
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Six words are out. This is one of 20 orders."
# say.zh = "六个词说完了。这是 20 种顺序里的一种。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Back to before Alice has begun …"
# say.zh = "倒回到 alice 开口之前……"
# go_to = 2
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "… and let her say all she has to say."
# say.zh = "……让她一口气说完。"
# run = "alice"
# times = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Another order, the same program. Six places, three of them \
#   Alice's: 20 ways to choose."""
# say.zh = """\
#   程序没变，顺序变了。六个位置里选三个给 alice：有 20 种选法。"""
# play = "end"
# wait = 5
# ///
