# What no clock can count is refused, and less than nothing is no wait.
import queue
import threading
import time

lock = threading.Lock()
lock.acquire()


def attempt(action):
    try:
        print(action())
    except (OverflowError, ValueError, TypeError, queue.Empty) as error:
        print(type(error).__name__, error)


for wait in (9.3e9, 1e10, 1e19, 1e300, float('inf'), float('nan'), -1e300, 10**10, 10**30, -10**30):
    print(wait)
    attempt(lambda: time.sleep(wait))
    attempt(lambda: lock.acquire(timeout=wait))
    attempt(lambda: lock.acquire(False, timeout=wait))
    attempt(lambda: threading.Event().wait(wait))
    attempt(lambda: queue.SimpleQueue().get(timeout=wait))
