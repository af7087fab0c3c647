import time

STEPS = 3


def work(name):
    for number in range(1, STEPS + 1):
        print(f"{name} does step {number}")
        time.sleep(0.1)
        #: Gives way here, and only here.
        #: zh: 在这里让出，也只在这里。
        yield
    print(f"{name} is done")


tasks = [work("soup"), work("cake")]
while tasks:
    #: The loop is the scheduler: whose turn is it?
    #: zh: 这个循环就是调度器：轮到谁了？
    task = tasks.pop(0)
    try:
        next(task)
        tasks.append(task)
    except StopIteration:
        print(f"tasks left: {len(tasks)}")
print("dinner is ready")

# /// script
# [tool.raddle]
# title.en = "Two tasks in one lane"
# title.zh = "一个线程里的两个任务"
# concept.en = "Switch at yield"
# concept.zh = "在 yield 处切换"
# chapter = "coroutines"
# goal.en = """\
#   Two generators, a loop that calls next() on them by turns, \
#   one thread. Where can they switch?"""
# goal.zh = """\
#   两个生成器，一个循环轮流对它们调用 next()，全在一个线程\
#   里。它们能在哪里切换？"""
# summary.en = """\
#   Each task runs to its yield and gives way; the loop picks \
#   the next. There is one thread, and the system knows \
#   nothing of the two tasks."""
# summary.zh = """\
#   每个任务运行到 yield 就让出，循环再挑下一个。只有一个线\
#   程，操作系统根本不知道有两个任务。"""
# watch.en = """\
#   One thread of the system and two cards in it. They switch at \
#   yield only; while one task sleeps, nobody else runs."""
# watch.zh = """\
#   系统里只有一个线程，里面有两张卡片。只在 yield 处切换；一\
#   个任务睡觉时，谁也不能运行。"""
# lesson.en = """\
#   One thread, two frames: they switch where the program says \
#   so."""
# lesson.zh = "一个线程，两个栈帧：在哪里切换，由程序说了算。"
# concepts = ["C231", "C235", "C236", "C237", "C239", "C243"]
# expect = ["finished"]
# panes = ["call_stacks"]
# races = []
# needs = ["generator_frame"]
# params.STEPS = { min = 1, max = 5 }
# notes.en = """
# Purpose: Concurrency in one thread: the program itself is the scheduler, and a switch is only a change of frames.
# Ask the class: Where can they switch? At yield, nowhere else. Why is no lock needed? Between two yields nobody else can run.
# What people get wrong: They expect the two sleeps to overlap. time.sleep() stops the whole thread: six steps take 0.6 s.
# Lock and data: None is needed: only one frame runs, and it gives way where it chooses.
# Change next: Take the yield away: the tasks are no generators any more. Put the yield before the print and read the output again.
# """
# notes.zh = """
# 目的：一个线程里的并发：程序自己就是调度器，切换只是换一个栈帧。
# 提问：能在哪里切换？只在 yield 处。为什么不需要锁？两个 yield 之间，别人不可能运行。
# 常见误解：以为两个 sleep 会重叠。time.sleep() 让整个线程停下：六步要用 0.6 秒。
# 锁与数据：不需要锁：同时只有一个栈帧在运行，何时让出由它自己决定。
# 接着改：去掉 yield，任务就不再是生成器了。把 yield 挪到 print 前面，再看看输出。
# """
#
# [[tool.raddle.predict]]
# kind = "output"
# ask.en = """\
#   soup has done a step and yields. What is printed next?"""
# ask.zh = "soup 做完一步，让出了。接下来输出什么？"
# because.en = """\
#   The loop takes the next task from the front: it is the \
#   turn of cake."""
# because.zh = "循环从前面取下一个任务：轮到 cake。"
# at = { event = "output", nth = 2 }
# options = ["soup does step 2", "cake does step 1", "soup is done"]
#
# [[tool.raddle.predict]]
# kind = "time"
# ask.en = "Each step sleeps 0.1 s. When are all six steps done?"
# ask.zh = "每一步睡 0.1 秒。六步几秒后全部做完？"
# because.en = """\
#   time.sleep() stops the whole thread, so no two sleeps \
#   overlap."""
# because.zh = "time.sleep() 让整个线程停下，睡眠不会重叠。"
# at = { event = "output", nth = 3 }
# until = "end"
# options = ["0.1", "0.3", "0.6"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   Two tasks, each a generator, and one thread. The loop \
#   decides whose turn it is."""
# say.zh = """\
#   两个任务，都是生成器，只有一个线程。轮到谁由循环决定。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "next() runs soup to its yield."
# say.zh = "next() 让 soup 运行到它的 yield。"
# play = 2
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "It sleeps: the whole thread sleeps, cake as well."
# say.zh = "它睡了：整个线程都睡了，cake 也动不了。"
# play = 3
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "At the yield soup gives way, and the loop takes cake."
# say.zh = "到了 yield，soup 让出，循环换上 cake。"
# play = 5
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "soup goes on where it stopped, with its own number."
# say.zh = "soup 从停下的地方继续，number 是它自己的。"
# play = 8
# wait = 4
#
# [[tool.raddle.tour]]
# speed = 6
#
# [[tool.raddle.tour]]
# say.en = "By turns, and never in the middle of a step."
# say.zh = "轮流着来，绝不会断在一步的中间。"
# play = 17
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = """\
#   soup has no more yield: StopIteration, and one task is \
#   left."""
# say.zh = "soup 没有 yield 了：StopIteration，还剩一个任务。"
# play = 21
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   One thread, two frames: the program switches, the system \
#   sees nothing of it."""
# say.zh = "一个线程，两个栈帧：切换由程序来做，系统毫不知情。"
# play = "end"
# wait = 5
# ///
