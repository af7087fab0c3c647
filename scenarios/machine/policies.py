import threading

CUSTOMERS = 4
LONG_FIRST = True

NAMES = ["ann", "ben", "cai", "dan", "eve", "fay"]
baskets = [9, 2, 4, 1, 3, 5]
if not LONG_FIRST:
    baskets.sort()


def pay(items):
    #: One millisecond for each thing in the basket.
    #: zh: 篮子里每件东西要一毫秒。
    total = 0
    for number in range(items * 5000):
        total = total + number


customers = []
for number in range(CUSTOMERS):
    customers.append(
        threading.Thread(
            target=pay,
            name=NAMES[number],
            args=(baskets[number],),
        )
    )
for customer in customers:
    customer.start()
for customer in customers:
    customer.join()
print("the till is closed")

# /// script
# [tool.raddle]
# title.en = "Four ways to queue"
# title.zh = "四种调度算法的比较"
# chapter = "machine"
# concept.en = "Scheduling"
# concept.zh = "调度算法"
# goal.en = """\
#   One till: Ann comes first with a full basket, small ones come \
#   behind. Who is next?"""
# goal.zh = """\
#   一个收银台。ann 排在最前面，篮子满满的，后面几位东西都不多。先\
#   给谁结账？"""
# summary.en = """\
#   First come, first served lets all wait for the full basket. \
#   Shortest first spares them, round robin serves all by turns, \
#   feedback queues let Ann sink."""
# summary.zh = """\
#   先来先服务，人人都得等那一满篮；短作业优先让他们先走；时间片轮\
#   转轮流来；多级反馈队列则让 ann 逐级下沉。"""
# watch.en = """\
#   When each has paid: change the policy (p) and compare. The \
#   work is 16 ms each time; only the waiting is shared out \
#   differently."""
# watch.zh = """\
#   看每个人什么时候结完账：换个策略（p）再比。总共都是 16 毫秒的活，只\
#   是等待的分法不同。"""
# lesson.en = "The work is the same; a policy only says who waits."
# lesson.zh = "活是一样多的，策略只决定让谁等。"
# concepts = ["C019", "C020", "C021", "C022"]
# expect = ["finished"]
# panes = ["policy_compare", "cores"]
# races = []
# check_with = { CUSTOMERS = 3 }
# needs = ["time_sharing"]
# machine = { cores = 1, gil = false, policy = "fcfs", quantum = "2ms" }
# params.CUSTOMERS = { min = 3, max = 6 }
# params.LONG_FIRST = { value = true }
# params.policy = { choices = ["fcfs", "sjf", "rr", "mlfq"] }
# params.quantum = { min = 1, max = 6 }
# params.cores = { min = 1, max = 2 }
# challenge.en = """\
#   Be the scheduler: reach a smaller mean waiting time than first \
#   come, first served; then one that no policy beats."""
# challenge.zh = """\
#   由你来调度：让平均等待时间比先来先服务短；再做到没有哪种策略能\
#   更短。"""
# notes.en = """
# Purpose: a policy deals out waiting, it makes no work smaller; none is best for all.
# Ask the class: Who is worse off with sjf than with fcfs? Ann alone. – And with rr? Nobody waits long for the first millisecond, but all leave late.
# What people get wrong: they take sjf for the answer. One must know beforehand how long each job is, and long ones can starve.
# Lock and data: nothing is shared.
# Change next: LONG_FIRST = False: fcfs is then as good as sjf. Quantum 1 and 6 with rr. Cores = 2.
# """
# notes.zh = """
# 目的：策略只是分配等待，活不会变少；没有哪种对谁都最好。
# 提问：和 fcfs 比，sjf 让谁吃亏？只有 ann。——rr 呢？谁都不用久等第一毫秒，但大家都走得晚。
# 常见误解：把 sjf 当成标准答案。它得事先知道每个作业多长，而且长作业可能饥饿。
# 锁与数据：没有共享数据。
# 接着改：LONG_FIRST = False，这时 fcfs 和 sjf 一样好。rr 的时间片取 1 和 6。cores = 2。
# """
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Ann has paid. Who is served next: Ben (2), Cai (4) or Dan (1)?"""
# ask.zh = """\
#   ann 结完了。接下来给谁结账：ben（2）、cai（4）还是 dan（1）？"""
# until = { event = "finished", nth = 2 }
# at = { event = "finished", thread = "ann" }
# options = ["dan", "ben", "cai"]
# because.en = """\
#   First come, first served asks when they came, not how much they \
#   have."""
# because.zh = "先来先服务只看来的先后，不看东西多少。"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Which policy has the least mean waiting time here?"
# ask.zh = "这里哪种策略的平均等待时间最短？"
# at = { event = "output" }
# options = [
#   { en = "first come, first served", zh = "先来先服务" },
#   { en = "round robin", zh = "时间片轮转" },
#   { en = "shortest job first", zh = "短作业优先" },
# ]
# right = 3
# because.en = """\
#   A short job keeps the others waiting only a little: 2.75 ms, \
#   not 8.75. The price: a full basket may starve."""
# because.zh = """\
#   短的先走，别人就等得短：2.75 毫秒，而不是 8.75。代价是满篮可能\
#   一直轮不到。"""
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann has 9 things in her basket, Ben 2, Cai 4, Dan 1. One till, \
#   first come, first served."""
# say.zh = """\
#   ann 篮子里有 9 件，ben 2 件，cai 4 件，dan 1 件。一个收银台，先\
#   来先服务。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann came first and has the till. It is hers until she has \
#   paid."""
# say.zh = "ann 先来，收银台归她，直到她结完。"
# play = 7
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Nine milliseconds later Ben's turn comes, for two."
# say.zh = "九毫秒之后才轮到 ben，他只要两毫秒。"
# play = 17
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Then Cai's, for four."
# say.zh = "然后是 cai，四毫秒。"
# play = 21
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   Dan has one thing. He has waited 15 ms for a payment of 1 ms."""
# say.zh = "dan 只有一件东西：等了 15 毫秒，结账只要 1 毫秒。"
# play = 27
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Mean waiting time: (0 + 9 + 11 + 15) / 4 = 8.75 ms."
# say.zh = "平均等待时间：(0 + 9 + 11 + 15) ÷ 4 = 8.75 毫秒。"
# play = "end"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Shortest first: Dan 0, Ben 1, Cai 3, Ann 7: 2.75 ms. No policy \
#   beats that."""
# say.zh = """\
#   短作业优先：dan 0、ben 1、cai 3、ann 7，平均 2.75 毫秒。没有比\
#   它更短的。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   But if small baskets kept coming, Ann would never be served. \
#   Change the policy (p) and see."""
# say.zh = "但如果小篮子源源不断，ann 就永远轮不到。换个策略看看。"
# wait = 5
# ///
