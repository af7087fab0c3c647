import threading
import time

PAGES = 12


def calculate():
    total = 0
    #: A long loop that asks for nothing: no input, no pause.
    #: zh: 很长的循环，什么也不要：没有输入，也不停顿。
    for number in range(PAGES * 5000):
        total = total + number
    print("the calculation is done")


def type_text():
    for key in "cat":
        #: Waits for the finger. Then a moment of work is due.
        #: zh: 等手指按下。之后只需要处理一小会儿。
        time.sleep(0.002)
        print(f"{key} appears on the screen")


jobs = [
    threading.Thread(target=calculate, name="calculation"),
    threading.Thread(target=type_text, name="typist"),
]
for job in jobs:
    job.start()
for job in jobs:
    job.join()

# /// script
# [tool.raddle]
# title.en = "The clock takes the core away"
# title.zh = "时间片用完，CPU 被抢占"
# chapter = "machine"
# concept.en = "Time-sharing"
# concept.zh = "分时"
# goal.en = """\
#   A long calculation and a typist share one core. How long does \
#   the typist wait for a letter on the screen?"""
# goal.zh = """\
#   一个长计算和一个打字的人共用一个核。敲下的字母要等多久才显示？"""
# summary.en = """\
#   With time slices the calculation is sent back to the ready \
#   queue again and again, so that the typist's letters appear at \
#   once."""
# summary.zh = """\
#   有了时间片，计算任务一次次被送回就绪队列，打字的人敲的字母很快\
#   就能显示。"""
# watch.en = """\
#   The calculation stops at the end of its slice although it asked \
#   for nothing. Then set the policy to fcfs (p): the letters come when \
#   all is calculated."""
# watch.zh = """\
#   看计算任务：什么也没要，时间片一到就停下。再把策略改成 fcfs（p）：算\
#   完了，字母才显示。"""
# lesson.en = """\
#   The slice ends, and the core goes to the next in the queue."""
# lesson.zh = "时间片用完，核就交给队列里的下一个。"
# concepts = ["C004", "C005"]
# expect = ["finished"]
# panes = ["cores", "states"]
# races = []
# machine = { cores = 1, gil = false, policy = "rr", quantum = "3ms" }
# params.policy = { choices = ["fcfs", "rr"] }
# params.quantum = { min = 1, max = 10 }
# params.cores = { min = 1, max = 2 }
# notes.en = """
# Purpose: one core serves many because the clock takes it away, not because a program is polite.
# Ask the class: In which state is the calculation when its slice is over? Ready. – Why does the typist not use up a slice? It waits for the key, and gives the core back itself.
# What people get wrong: "both run at the same time". On one core there is one at any instant; look at the row of the core.
# Lock and data: nothing is shared.
# Change next: policy fcfs; then quantum 1 and 10: short slices answer quickly and switch often.
# """
# notes.zh = """
# 目的：一个核能为多个任务服务，是因为时钟会把它收回，不是因为程序懂礼貌。
# 提问：时间片用完时，计算任务处于什么状态？就绪。——typist 为什么用不完一个时间片？它要等按键，自己就让出了核。
# 常见误解：“两个任务同时在运行”。一个核上任何时刻只有一个，看核的那一行。
# 锁与数据：没有共享数据。
# 接着改：策略改成 fcfs；再把时间片改成 1 和 10：时间片短，响应快，切换也多。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "The calculation asked for no I/O. Why does it stop?"
# ask.zh = "计算任务没有请求输入输出。它为什么停下？"
# at = { event = "output", text = "c " }
# options = [
#   { en = "it has ended", zh = "它算完了" },
#   { en = "its slice is over", zh = "时间片用完了" },
#   { en = "it is blocked by the typist", zh = "它被 typist 阻塞了" },
# ]
# right = 2
# because.en = """\
#   The clock interrupts it: it is ready, not blocked, and goes on \
#   as soon as it is its turn."""
# because.zh = """\
#   是时钟打断了它：它处于就绪状态，没有阻塞，轮到它就接着算。"""
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = "One letter is out. Who prints the last line of all?"
# ask.zh = "已经显示了一个字母。最后一行会是谁打印的？"
# at = { event = "output", text = "a " }
# until = { event = "output", text = "done" }
# options = ["typist", "calculation"]
# because.en = """\
#   The letters come in between. With fcfs it would be the other \
#   way round."""
# because.zh = "字母穿插在计算中间就显示了。换成 fcfs 则正好相反。"
#
# [[tool.raddle.tour]]
# say.en = """\
#   One core, two jobs: a calculation of 12 ms, and somebody who \
#   types c, a, t."""
# say.zh = """\
#   一个核，两个任务：一个要算 12 毫秒，一个在打字：c、a、t。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "The calculation has the core, and would keep it."
# say.zh = "计算任务占着核，它自己不会让出来。"
# play = 5
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Its slice of 3 ms is over: back to the ready queue. The typist \
#   begins, and waits for a key."""
# say.zh = """\
#   3 毫秒的时间片用完，它回到就绪队列。typist 开始了，在等按键。"""
# play = 9
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The next slice is over, the key is there: c appears, in the \
#   middle of the calculation."""
# say.zh = """\
#   又一个时间片用完，键也按了：c 显示出来，而计算才做到一半。"""
# play = 14
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "Again the clock, again a letter."
# say.zh = "时间片又用完了，又显示一个字母。"
# play = 20
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "And the last one, before the calculation is done."
# say.zh = "还没算完，最后一个字母也显示了。"
# play = 26
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   The calculation is done a little later than alone; the typist \
#   hardly noticed it."""
# say.zh = "计算只晚了一点点，打字的人几乎没有察觉。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   With fcfs all three letters would come after the calculation: \
#   change the policy (p) and look."""
# say.zh = "换成 fcfs，三个字母都要等计算完才显示：改一下策略（p）看看。"
# wait = 5
# ///
