import threading
import time

# The third thread comes while the first round is still leaving; its time begins when it is let in.
barrier = threading.Barrier(2, timeout=1)
log = []


def pair(name):
    barrier.wait()
    log.append(name)


def late():
    try:
        barrier.wait(0.5)
    except threading.BrokenBarrierError:
        log.append("late: broken")


threads = [threading.Thread(target=pair, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
third = threading.Thread(target=late)
third.start()
third.join()
print(len(log), log[2], barrier.broken, barrier.n_waiting)
barrier.reset()
print(barrier.broken, barrier.parties)
