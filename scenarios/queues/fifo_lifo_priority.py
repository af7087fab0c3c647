import queue

PATIENTS = 4

line = queue.Queue()
stack = queue.LifoQueue()
ward = queue.PriorityQueue()

patients = [
    ("ann", 3), ("ben", 1), ("cai", 2),
    ("dan", 1), ("eva", 3), ("fan", 2),
]
for number in range(PATIENTS):
    name, urgency = patients[number]
    line.put(name)
    stack.put(name)
    #: Tuples are compared from the left: urgency first, then
    #: who came first. The smallest is out first.
    #: zh: 元组从左往右比较：先比紧急程度，再比到达的先后。
    #: zh: 最小的最先出来。
    ward.put((urgency, number, name))
print(f"{PATIENTS} patients have come")

for _ in range(PATIENTS):
    #: Three calls that look alike, and three people.
    #: zh: 三次调用看起来一样，取出的却不是同一个人。
    first = line.get()
    last = stack.get()
    urgency, number, urgent = ward.get()
    print(f"line {first}, stack {last}, ward {urgent}")

# /// script
# [tool.raddle]
# title.en = "A line, a stack, a ward"
# title.zh = "先进先出、后进先出、优先级"
# concept.en = "Three queues"
# concept.zh = "三种队列"
# chapter = "queues"
# goal.en = """\
#   The same patients go into a line, onto a stack, and into a \
#   ward by urgency. Who is called first from each?"""
# goal.zh = """\
#   同样的几个病人，排进一条队、压进一叠病历、按紧急程度进急\
#   诊。每一处先叫到谁？"""
# summary.en = """\
#   Queue gives back whoever came first, LifoQueue whoever came \
#   last, PriorityQueue the smallest. The calls are the same: \
#   put() and get()."""
# summary.zh = """\
#   Queue 先给出先来的，LifoQueue 先给出后来的，PriorityQueue \
#   先给出最小的。调用方法都一样：put() 和 get()。"""
# watch.en = """\
#   The three queues side by side: the same people, in three \
#   orders. In the ward Dan is as urgent as Ben; whoever came \
#   first goes first."""
# watch.zh = """\
#   三个队列并排看：同样的人，三种次序。急诊里 dan 和 ben 一样\
#   急，先来的先看。"""
# lesson.en = """\
#   First in, last in, smallest: the queue decides, not the \
#   caller."""
# lesson.zh = """\
#   先来的、后来的、最小的：由队列决定，不由调用者决定。"""
# concepts = ["C178", "C179", "C180"]
# expect = ["finished"]
# panes = ["heap"]
# races = []
# needs = ["start_join"]
# params.PATIENTS = { min = 3, max = 6 }
# notes.en = """
# Purpose: Three queues with the same two calls; only the order in which they give back is different.
# Ask the class: Who is called first from each? Ann, Dan, Ben. Why is the number in the tuple? Two of the same urgency are then called as they came; without it the names would be compared.
# What people get wrong: They expect the largest number first. PriorityQueue gives the smallest.
# Lock and data: Each queue has its own lock inside. Here only one thread uses them.
# Change next: PATIENTS to 6 and guess the three orders; leave out the number and let two patients of the same urgency and name come.
# """
# notes.zh = """
# 目的：三种队列，put() 和 get() 一样用，不同的只是取出的次序。
# 提问：三处各先叫到谁？ann、dan、ben。元组里为什么有序号？一样急的人按先来后到；没有它就要比名字了。
# 常见误解：以为数字大的先出来。PriorityQueue 先给出最小的。
# 锁与数据：每个队列里面各有一把锁。这里只有一个线程在用。
# 接着改：PATIENTS 改成 6，先猜三种次序；再去掉序号，看一样急的人按什么排。
# """
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = "All have come. Which three are called first?"
# ask.zh = "人都到齐了。最先叫到的是哪三位？"
# because.en = """\
#   The line gives the first, the stack the last, the ward the \
#   smallest tuple: Ben, urgency 1."""
# because.zh = """\
#   队给出最先来的，栈给出最后来的，急诊给出最小的元组：ben，\
#   紧急程度 1。"""
# at = { event = "got", of = "line" }
# until = { event = "output" }
# options = [
#     "line ann, stack dan, ward ann",
#     "line dan, stack ann, ward ben",
#     "line ann, stack dan, ward ben",
# ]
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = """\
#   Ben has been called in the ward. Who is next there, and \
#   why?"""
# ask.zh = "急诊叫过 ben 了。下一个是谁，为什么？"
# because.en = """\
#   Dan has urgency 1, too; of two who are equally urgent the \
#   smaller number goes first."""
# because.zh = "dan 的紧急程度也是 1；一样急的，序号小的先出来。"
# at = { event = "got", of = "ward", nth = 2 }
# until = { event = "got", of = "ward" }
# options = [
#     { en = "cai, for she came before dan", zh = "cai，因为比 dan 先来" },
#     { en = "dan, for 1 is smaller than 2", zh = "dan，因为 1 比 2 小" },
#     { en = "ann, for 3 is the largest", zh = "ann，因为 3 最大" },
# ]
# right = 2
#
# [[tool.raddle.tour]]
# say.en = """\
#   One list of patients and three queues: a line, a stack, a \
#   ward."""
# say.zh = "同一批病人，三个队列：一条队、一叠病历、一个急诊。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   Ann comes: once into each of the three. In the ward she \
#   has urgency 3."""
# say.zh = "ann 来了，三处各放一份。在急诊，她的紧急程度是 3。"
# play = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Ben comes. He is urgent: 1."
# say.zh = "ben 来了，很急：1。"
# play = 7
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "Four have come: the same people in all three."
# say.zh = "四个人都来了，三处的人完全一样。"
# play = 14
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The line gives the one who came first: Ann."
# say.zh = "队给出最先来的：ann。"
# play = 15
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The stack gives the one who came last: Dan."
# say.zh = "栈给出最后来的：dan。"
# play = 16
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "The ward gives the smallest tuple: Ben, urgency 1."
# say.zh = "急诊给出最小的元组：ben，紧急程度 1。"
# play = 18
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Next in the ward is Dan: as urgent as Ben, but he came \
#   later."""
# say.zh = "急诊的下一个是 dan：和 ben 一样急，只是来得晚。"
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three orders from the same two calls, put() and get()."""
# say.zh = "同样是 put() 和 get()，取出了三种次序。"
# play = "end"
# wait = 5
# ///
