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
# lesson.en = "set() wakes all at once; who comes later does not stop."
# lesson.zh = "set() 一次唤醒所有人；后来的人不用停。"
# concepts = ["C156", "C157", "C158", "C162"]
# expect = ["finished"]
# params = { RUNNERS = { value = 3, min = 1, max = 6 } }
#
# [tool.raddle.concept]
# en = "Event"
# zh = "事件"
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
