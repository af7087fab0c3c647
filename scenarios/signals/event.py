import threading
import time

RUNNERS = 3

green = threading.Event()


def run(name):
    print(f"{name} is at the line")
    #: Blocks while the flag is off, passes while it is on.
    #: zh: 标志没有设置就阻塞，设置了就直接通过。
    green.wait()
    print(f"{name} runs")


runners = []
for number in range(1, RUNNERS + 1):
    name = f"runner-{number}"
    runner = threading.Thread(target=run, name=name, args=(name,))
    runners.append(runner)
    runner.start()

time.sleep(0.2)
print("green!")
#: Sets the flag: everybody who is blocked wakes up.
#: zh: 设置标志：所有等待的线程都被唤醒。
green.set()

late = threading.Thread(target=run, name="late", args=("late",))
late.start()
for runner in runners:
    runner.join()
late.join()
print("the race is over")

# /// script
# [tool.raddle]
# title.en = "Waiting for the green light"
# title.zh = "等绿灯"
# chapter = "signals"
# goal.en = """\
#   The runners stand at the line until main sets the lamp to \
#   green. What about one who is late?"""
# goal.zh = "选手们站在起跑线上，等主线程点亮绿灯。迟到的人怎么办？"
# summary.en = """\
#   An event is a flag. Runners block until main sets it; set() lets \
#   all of them go at once, and whoever comes later does not stop."""
# summary.zh = """\
#   事件就是一个标志。选手们等主线程设置它；\
#   set() 一次放行所有人，后来的人不用停。"""
# watch.en = """\
#   The lamp is off and the runners are blocked. With set() they all \
#   become ready in the same step. The late runner's wait() returns \
#   at once."""
# watch.zh = """\
#   灯没亮，选手都处于阻塞状态。set() 那一步，所有人同时变为就绪。\
#   迟到的选手调用 wait()，立刻就返回了。"""
# lesson.en = """\
#   set() wakes all at once; whoever comes later does not stop."""
# lesson.zh = "set() 一次唤醒所有人；后来的人不用停。"
# concepts = ["C156", "C157", "C158", "C162"]
# expect = ["finished"]
# panes = ["states"]
# races = []
# needs = ["semaphore"]
# check_with = { RUNNERS = 2 }
# notes.en = """
# Purpose: An event is a flag that one sets and many wait for. It stays set, so nobody can miss it.
# Ask the class: Who is ready after set()? All who waited, in the same step. Does the late runner stop? No, the flag is still set.
# What people get wrong: They think that set() wakes one, or that it works only for those who wait already.
# Lock and data: None: the flag is inside the event. It says that something is so, it does not guard anything.
# Change next: green.clear() right behind set(): whoever comes late then waits for ever. Compare with lost_wakeup, where nothing remembers.
# """
# notes.zh = """
# 目的：事件是一个标志，一个线程设置，许多线程等待。设置后一直有效，所以不会错过。
# 提问：set() 之后谁就绪？所有在等的，同一步就绪。迟到的人要停吗？不用，标志还在。
# 常见误解：以为 set() 只唤醒一个，或者只对已经在等的人有效。
# 锁与数据：没有锁，标志在事件里面。它只说明某件事成立了，并不保护数据。
# 接着改：在 set() 后面马上 green.clear()：来晚的就永远等下去。再和 lost_wakeup 比一比，那里什么也不记。
# """
# params = { RUNNERS = { value = 3, min = 1, max = 6 } }
#
# [tool.raddle.concept]
# en = "Event"
# zh = "事件"
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "Main calls set(). How many of the three can go on?"
# ask.zh = "主线程调用 set()。三个人里有几个能继续？"
# because.en = """\
#   One call wakes all who wait; they become ready in the same \
#   step."""
# because.zh = "一次调用唤醒所有等待的人，他们在同一步变为就绪。"
# at = { event = "flag-set", of = "green" }
# until = { event = "flag-set", of = "green" }
# options = [
#     { en = "one, the first that came", zh = "一个，先来的那个" },
#     { en = "one, whoever is quicker", zh = "一个，谁快算谁" },
#     { en = "all three", zh = "三个都能" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "late comes to the line after set(). Does it stop?"
# ask.zh = "late 在 set() 之后才来。要停下来吗？"
# because.en = "The flag is still set, so wait() returns at once."
# because.zh = "标志还在，wait() 立刻返回。"
# at = { event = "output", text = "late is at the line" }
# until = { event = "output", text = "late runs" }
# options = [
#     { en = "yes, until the next set()", zh = "要，等下一次 set()" },
#     { en = "no, the flag is still set", zh = "不用，标志还在" },
#     { en = "yes, for ever", zh = "要，永远停在那里" },
# ]
# right = 2
#
# [[tool.raddle.tour]]
# say.en = """\
#   Three runners, one green light. The event is a flag, and \
#   it is not set."""
# say.zh = """\
#   三个运动员，一盏绿灯。事件是一个标志，现在没有设置。"""
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   The first comes to the line. The flag is not set, so \
#   wait() blocks."""
# say.zh = "第一个来到起跑线。标志没有设置，wait() 阻塞。"
# play = "blocking"
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "The others come and are blocked, too."
# say.zh = "另外两个也来了，同样被阻塞。"
# play = 10
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "Main sets the flag. One call wakes all three."
# say.zh = "主线程设置标志：一次调用，三个都被唤醒。"
# play = 14
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = """\
#   All run. Who is first is up to the scheduler, not to who \
#   waited longest."""
# say.zh = "大家都跑起来。谁先跑由调度器决定，不看谁等得久。"
# play = 23
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   Somebody is late. The flag is still set, so wait() \
#   passes at once."""
# say.zh = "来了个迟到的。标志还在，wait() 直接通过。"
# play = 28
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   An event stays set until somebody clears it: nobody can \
#   miss it by coming late."""
# say.zh = """\
#   事件设置之后一直有效，直到有人清除：来得晚也不会错过。"""
# play = "end"
# wait = 6
# ///
