"""Producers and consumers: who waits for whom, with and without timeouts."""
import queue
import threading
import time

q = queue.Queue(maxsize=2)
done = []


def produce(count):
    for n in range(count):
        q.put(n)
    q.put(None)


def consume():
    while True:
        item = q.get()
        if item is None:
            break
        done.append(item)
        q.task_done()


threads = [threading.Thread(target=produce, args=(10,)), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(done, q.empty(), q.unfinished_tasks)


def late_put(q, seconds):
    time.sleep(seconds)
    q.put('late')


def late_get(q, seconds):
    time.sleep(seconds)
    q.get()


empty = queue.Queue()
threading.Thread(target=late_put, args=(empty, 0.2)).start()
try:
    empty.get(timeout=0.05)
except queue.Empty:
    print('nothing yet')
print(empty.get(timeout=5), empty.get_nowait() if not empty.empty() else 'empty again')

full = queue.Queue(1)
full.put('first')
threading.Thread(target=late_get, args=(full, 0.2)).start()
try:
    full.put('second', timeout=0.05)
except queue.Full:
    print('no room yet')
full.put('second', timeout=5)
print(full.get())

work = queue.Queue()
finished = []


def worker():
    while True:
        item = work.get()
        time.sleep(0.001)
        finished.append(item)
        work.task_done()


for _ in range(3):
    threading.Thread(target=worker, daemon=True).start()
for n in range(12):
    work.put(n)
work.join()
print(sorted(finished))

simple = queue.SimpleQueue()
threading.Thread(target=lambda: simple.put('from a thread')).start()
print(simple.get(timeout=5))
