import threading
import time

SECONDS = 3
CANCEL = True


def ring(what):
    print(f"{what} is ready")


print("the tea is in the pot")
tea = threading.Timer(SECONDS, ring, args=("the tea",))
tea.name = "tea-timer"
eggs = threading.Timer(SECONDS + 2, ring, args=("the egg",))
eggs.name = "egg-timer"
#: Starts a thread that waits first, and then calls ring().
#: zh: 启动一个线程：它先等够时间，再调用 ring()。
tea.start()
eggs.start()
time.sleep(1)
if CANCEL:
    print("no egg today")
    #: Only a timer that still waits can be cancelled. It is
    #: woken at once, and ends without calling ring().
    #: zh: 只有还在等的定时器才能取消。它马上醒来，
    #: zh: 不调用 ring() 就结束。
    eggs.cancel()
tea.join()
eggs.join()
print("breakfast!")

# /// script
# [tool.raddle]
# title.en = "The tea timer"
# title.zh = "泡茶定时器"
# concept.en = "Timer"
# concept.zh = "定时器"
# chapter = "signals"
# goal.en = """\
#   One timer rings for the tea after SECONDS, one for the egg \
#   is cancelled. Which thread does the ringing?"""
# goal.zh = """\
#   一个定时器过 SECONDS 秒提醒茶好了，另一个管鸡蛋的被取消。\
#   提醒是由哪个线程发出的？"""
# summary.en = """\
#   A timer is a thread that waits first and then calls a \
#   function. cancel() ends the wait at once, and nothing is \
#   called."""
# summary.zh = """\
#   定时器就是一个先等后做的线程。cancel() 让还在等的马上醒来，它\
#   什么也不调用就结束。"""
# watch.en = """\
#   Two threads that only wait, while main goes on. After one \
#   second egg-timer wakes and ends without a word; after three \
#   tea-timer prints."""
# watch.zh = """\
#   两个线程只是在等，主线程照常往下走。第 1 秒 egg-timer 醒来，一\
#   声不响地结束；第 3 秒 tea-timer 输出。"""
# lesson.en = """\
#   A timer is a thread that waits; cancel() ends the wait."""
# lesson.zh = "定时器是先等的线程；cancel() 只能取消还在等的。"
# concepts = ["C172", "C173"]
# expect = ["finished"]
# panes = ["states"]
# races = []
# needs = ["start_join"]
# params.SECONDS = { min = 1, max = 5 }
# params.CANCEL = {}
# notes.en = """
# Purpose: A timer costs a thread. It waits, calls its function once in that thread, and ends.
# Ask the class: Who prints the line? tea-timer, not main. What does the cancelled one do? It wakes at once, sees that it is off, and ends.
# What people get wrong: They expect cancel() to stop a function that runs already, or the line to be printed by main. Both are wrong.
# Lock and data: None is shared; each timer has an event of its own, which cancel() sets.
# Change next: CANCEL = False: the egg rings after five seconds. Random policy: sometimes the egg is quicker than the cancel, for there the lengths of pauses do not count.
# """
# notes.zh = """
# 目的：一个定时器要占一个线程。它先等，再在自己的线程里调用一次函数，然后结束。
# 提问：那一行是谁输出的？是 tea-timer，不是主线程。被取消的那个做什么？马上醒来，发现已经取消，就结束。
# 常见误解：以为 cancel() 能停下正在运行的函数，或者以为函数由主线程调用。都不对。
# 锁与数据：没有共享数据。每个定时器有自己的事件，cancel() 就是设置它。
# 接着改：CANCEL = False，第 5 秒鸡蛋也会提醒。改用 random 策略：有时鸡蛋比取消更快，因为那里时间的快慢不受约束。
# """
#
# [[tool.raddle.predict]]
# kind = "choice"
# ask.en = "main cancels the egg timer. What does its thread do?"
# ask.zh = "主线程取消鸡蛋的定时器。它的线程会怎样？"
# because.en = """\
#   It wakes at once, sees that it is cancelled, and ends \
#   without calling ring()."""
# because.zh = """\
#   它马上醒来，发现自己被取消了，不调用 ring() 就结束。"""
# at = { line = "eggs.cancel()", event = "cancelled" }
# until = { event = "finished", thread = "egg-timer" }
# options = [
#     { en = "waits to the end, prints nothing", zh = "等到时间到，什么也不输出" },
#     { en = "rings at once", zh = "立刻提醒一声" },
#     { en = "wakes, and ends without a word", zh = "马上醒来，一声不响地结束" },
# ]
# right = 3
#
# [[tool.raddle.predict]]
# kind = "who"
# ask.en = """\
#   Three seconds are over. Which thread prints: the tea is \
#   ready?"""
# ask.zh = "三秒到了。哪个线程输出“the tea is ready”？"
# because.en = """\
#   The function is called in the timer's own thread; main \
#   only waits for it."""
# because.zh = "函数在定时器自己的线程里调用，主线程只是在等它。"
# at = { event = "fired" }
# until = { event = "output", text = "the tea is ready" }
# options = ["MainThread", "tea-timer", "egg-timer"]
#
# [[tool.raddle.tour]]
# say.en = """\
#   Main makes tea and sets two timers: three seconds for the \
#   tea, five for the egg."""
# say.zh = "主线程泡茶，设了两个定时器：茶 3 秒，鸡蛋 5 秒。"
# wait = 5
#
# [[tool.raddle.tour]]
# say.en = "A timer is a thread. tea-timer has begun, and waits."
# say.zh = "定时器是一个线程。tea-timer 已经启动，正在等。"
# play = 4
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "egg-timer waits, too. Main is not held up by either."
# say.zh = "egg-timer 也在等。主线程不会被它们耽误。"
# play = 7
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "After one second main wants no egg."
# say.zh = "过了 1 秒，主线程不想要鸡蛋了。"
# play = 9
# wait = 3
#
# [[tool.raddle.tour]]
# say.en = "cancel() sets a flag in the timer and wakes it."
# say.zh = "cancel() 设置定时器里的标志，并把它唤醒。"
# step = 1
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "egg-timer wakes, and ends without a word."
# say.zh = "egg-timer 醒来，一声不响地结束。"
# play = 12
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = """\
#   After three seconds tea-timer calls ring(), in its own \
#   thread."""
# say.zh = "第 3 秒，tea-timer 在自己的线程里调用 ring()。"
# play = 15
# wait = 4
#
# [[tool.raddle.tour]]
# say.en = "A timer is a thread that waits first."
# say.zh = "定时器就是一个先等一会儿的线程。"
# play = "end"
# wait = 5
# ///
