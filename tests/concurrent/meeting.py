import threading
import time

gate = threading.Barrier(3)
seats = threading.Semaphore(2)
bell = threading.Event()
lock = threading.RLock()
log = []


def note(text):
    with lock:
        with lock:
            log.append(text)


def guest(n):
    if not bell.wait(0.2):
        note("late")
    with seats:
        note(n)
        time.sleep(0.05 * n)
    try:
        note(gate.wait(1))
    except threading.BrokenBarrierError:
        note("broken")


alarm = threading.Timer(0.1, bell.set)
alarm.start()
guests = [threading.Thread(target=guest, args=(n,)) for n in range(3)]
for thread in guests:
    thread.start()
for thread in guests:
    thread.join()
print(len(log))
