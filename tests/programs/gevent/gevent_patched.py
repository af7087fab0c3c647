import time
from time import sleep as unpatched_sleep

import gevent

began = time.time()


def nap(name, sleep):
    print(name, "sleeps")
    sleep(0.1)
    print(name, "is up")


print("before")
gevent.joinall([gevent.spawn(nap, name, time.sleep) for name in "ab"])
print(round(time.time() - began, 1))

from gevent import monkey

print(monkey.is_module_patched("time"), monkey.patch_all(), monkey.is_module_patched("time"))
print(monkey.is_object_patched("time", "sleep"), monkey.get_original("time", "sleep") is unpatched_sleep)
print(time.sleep is gevent.sleep)

import queue
import threading
from concurrent.futures import ThreadPoolExecutor

began = time.time()
gevent.joinall([gevent.spawn(nap, name, time.sleep) for name in "ab"])
print(round(time.time() - began, 1))

# Threads are greenlets now: each runs until it has to wait.
lock = threading.Lock()
total = 0


def count(times):
    global total
    for _ in range(times):
        with lock:
            seen = total
            time.sleep(0)
            total = seen + 1
    print(threading.current_thread().name, "counted")


threads = [threading.Thread(target=count, args=(3,), name=f"counter {n}") for n in range(2)]
for thread in threads:
    thread.start()
    print("started", thread.name, thread.is_alive())
for thread in threads:
    thread.join()
print(total, threading.current_thread() is threading.main_thread(), threading.active_count())

items = queue.Queue(1)


def produce():
    for number in range(3):
        items.put(number)
    items.put(None)


threading.Thread(target=produce).start()
print(list(iter(items.get, None)))
condition = threading.Condition()
ready = []


def waits():
    with condition:
        print("wait_for", condition.wait_for(lambda: ready, timeout=5))


waiter = threading.Thread(target=waits)
waiter.start()
with condition:
    ready.append(1)
    condition.notify_all()
waiter.join()
barrier = threading.Barrier(2)
other = threading.Thread(target=lambda: print("barrier", barrier.wait() in (0, 1)))
other.start()
barrier.wait()
other.join()
event = threading.Event()
timer = threading.Timer(0.1, event.set)
timer.start()
print(event.wait(0.01), event.wait(1))
own = threading.local()
own.value = "main's"
threading.Thread(target=lambda: print(hasattr(own, "value"))).start()
began = time.time()
with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(lambda n: (time.sleep(0.1), n * n)[1], range(3))), round(time.time() - began, 1))
lock.acquire()
print(lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.1))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
threading.Thread(target=nap, args=("the last", time.sleep)).start()
print("end of the text")
