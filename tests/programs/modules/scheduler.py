# sched: events by their times.
import sched
import threading
import time

ran = []
scheduler = sched.scheduler(time.monotonic, time.sleep)
for delay in (0.05, 0.04, 0.03, 0.02, 0.01):
    scheduler.enter(delay, 1, ran.append, (delay,))
scheduler.run()
print(ran)

clock = [0]


def wait(seconds):
    clock[0] += seconds


scheduler = sched.scheduler(lambda: clock[0], wait)
for priority in (3, 1, 2):
    scheduler.enterabs(5, priority, print, ("priority", priority))
last = scheduler.enterabs(9, 1, print, ("last",), {"sep": "-"})
gone = scheduler.enter(7, 1, print, argument=("gone",))
print([(event.time, event.priority) for event in scheduler.queue], scheduler.empty())
print(scheduler.run(blocking=False), last.action is print, last.kwargs, gone < last, last > gone)
scheduler.cancel(gone)
scheduler.run()
print(clock, scheduler.empty(), scheduler.queue)
try:
    scheduler.cancel(gone)
except ValueError:
    print("not there")

scheduler = sched.scheduler()
threads = [threading.Thread(target=scheduler.enter, args=(at / 100, 1, ran.append, (at,))) for at in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
scheduler.run()
print(sorted(ran[-3:]))
