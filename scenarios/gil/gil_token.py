import threading

THREADS = 2
ROUNDS = 20


def count():
    total = 0
    #: Computes only. For this, each needs the one token.
    #: zh: 只做计算。为此每个线程都要拿到那块唯一的令牌。
    for number in range(ROUNDS * 5000):
        total = total + number


threads = []
for number in range(1, THREADS + 1):
    threads.append(
        threading.Thread(target=count, name=f"counter-{number}")
    )
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have counted")

# /// script
# [tool.raddle]
# title.en = "One token for all lanes"
# title.zh = "一块令牌，轮流执行"
# chapter = "gil"
# concept.en = "The GIL"
# concept.zh = "全局解释器锁"
# goal.en = """\
#   Two threads only count, and there are four cores. How many of \
#   the cores work at the same time?"""
# goal.zh = """\
#   两个线程只做计算，机器有四个核。同一时刻有几个核在工作？"""
# summary.en = """\
#   CPython has one interpreter lock. Only its holder runs Python \
#   code, on whatever core: two counting threads take as long as \
#   one after the other."""
# summary.zh = """\
#   CPython 只有一把全局解释器锁，持有它的线程才能执行 Python 代\
#   码，不管在哪个核上：两个线程计算，和一个接一个算一样久。"""
# watch.en = """\
#   At any instant one core is in use. After 5 ms the other asks \
#   for the token, and gets it. Then set gil to off (: gil): two cores are \
#   filled."""
# watch.zh = """\
#   任何时刻只有一个核在用。过 5 毫秒，另一个线程来要令牌，就轮到\
#   它。再把 gil 设为 off（: gil）：两个核都满了。"""
# lesson.en = """\
#   Threads that only count gain nothing from more cores here."""
# lesson.zh = "只做计算的线程，核再多也快不了。"
# concepts = ["C105", "C106", "C114"]
# expect = ["finished"]
# panes = ["gil", "cores"]
# races = []
# check_with = { ROUNDS = 1 }
# needs = ["start_join", "time_sharing"]
# machine = { cores = 4, gil = true }
# params.THREADS = { min = 1, max = 8 }
# params.ROUNDS = { min = 1, max = 50 }
# params.cores = { min = 1, max = 8 }
# params.gil = { choices = ["on", "off"] }
# notes.en = """
# Purpose: what one token for all threads costs those that compute.
# Ask the class: What do threads bring in CPython, then? Much where they wait: whoever waits gives the token back. – What helps counting? Processes: each has a token of its own.
# What people get wrong: "Python has no real threads", or "with the GIL no locks are needed". They are real, and balance = balance + n can still be cut in two.
# Lock and data: nothing is shared but the token.
# Change next: gil off; THREADS = 4; cores = 1: no difference with the token.
# """
# notes.zh = """
# 目的：看所有线程共用一块令牌，会让计算付出什么代价。
# 提问：那么在 CPython 里线程还有什么用？等待的时候很有用：谁在等，谁就交出令牌。——计算怎么才能快？用进程，每个进程有自己的令牌。
# 常见误解：“Python 没有真正的线程”，或者“有了 GIL 就不用加锁”。线程是真的，而 balance = balance + n 照样可能被切开。
# 锁与数据：除了令牌没有共享的东西。
# 接着改：gil 设为 off；THREADS = 4；cores = 1：有令牌时没有差别。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Two counting threads, four cores: how many cores work at any \
#   instant?"""
# ask.zh = "两个线程在算，有四个核：同一时刻几个核在工作？"
# at = { event = "started", nth = 2 }
# options = [
#   { en = "four", zh = "四个" },
#   { en = "two", zh = "两个" },
#   { en = "one", zh = "一个" },
# ]
# right = 3
# because.en = """\
#   There is one token, and only who has it runs Python code."""
# because.zh = "令牌只有一块，谁拿着谁才能执行 Python 代码。"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "One thread counts for 20 ms. How long do two take?"
# ask.zh = "一个线程要算 20 毫秒。两个要多久？"
# at = { event = "finished", nth = 1 }
# until = "end"
# options = [
#   { en = "about 20 ms", zh = "大约 20 毫秒" },
#   { en = "about 40 ms", zh = "大约 40 毫秒" },
#   { en = "about 10 ms", zh = "大约 10 毫秒" },
# ]
# right = 2
# because.en = """\
#   They count by turns, so the times add up. With gil off it would \
#   be 20 ms."""
# because.zh = "两人轮流算，时间相加。gil 设为 off 就是 20 毫秒。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two threads that only count, 20 ms each, and four cores."""
# say.zh = "两个只做计算的线程，各要 20 毫秒，机器有四个核。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "One of them has the token and counts."
# say.zh = "其中一个拿到令牌，开始计算。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   The other is ready, a core is free for it, and yet it stands \
#   still: it has no token."""
# say.zh = "另一个已经就绪，核也空着，却动不了：它没有令牌。"
# play = 6
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   After 5 ms it may ask for the token, and the holder gives it \
#   up."""
# say.zh = "过了 5 毫秒它来要令牌，持有者就交出来。"
# play = 11
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 7
#
# [[tool.raddle.tour]]
# say.en = """\
#   So the token goes to and fro. At no instant do two of them \
#   count."""
# say.zh = "令牌就这样传来传去，任何时刻都没有两个线程同时在算。"
# play = 46
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Together 40 ms: two threads, four cores, and no gain."
# say.zh = "一共 40 毫秒：两个线程，四个核，一点也没快。"
# play = "end"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   With gil off (: gil) the same program fills two cores, in 20 ms. \
#   It is CPython's rule, not Python's."""
# say.zh = """\
#   把 gil 设为 off（: gil），同样的程序占满两个核，只要 20 毫秒。这是 \
#   CPython 的规矩，不是 Python 语言的。"""
# wait = 5
# ///
