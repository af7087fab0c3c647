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
# chapter = "coordination"
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
# ///
