# Queues and locks of greenlets.
import gevent
from gevent.lock import BoundedSemaphore, RLock, Semaphore
from gevent.queue import Channel, Empty, Full, JoinableQueue, LifoQueue, PriorityQueue, Queue

queue = Queue(maxsize=2)


def producer():
    for number in range(4):
        queue.put(number)
        print("put", number)
    queue.put(StopIteration)


def consumer(name):
    for item in queue:
        print(name, "got", item)
        gevent.sleep(0.01)
    print(name, "ends")


gevent.joinall([gevent.spawn(producer), gevent.spawn(consumer, "c")])
print(queue.empty(), queue.qsize(), len(queue), bool(queue), queue.full())
for attempt in (queue.get_nowait, lambda: queue.get(timeout=0.1), lambda: queue.get(block=False)):
    try:
        attempt()
    except Empty:
        print("Empty")
queue.put(1)
queue.put(2)
for attempt in (lambda: queue.put_nowait(3), lambda: queue.put(3, timeout=0.1)):
    try:
        attempt()
    except Full:
        print("Full")
print(queue.peek(), queue.get(), queue.get())

for kind in (Queue, LifoQueue, PriorityQueue):
    some = kind()
    for item in (2, 3, 1):
        some.put(item)
    print(kind.__name__, [some.get() for _ in range(3)])
print(Queue(items=[1, 2]).qsize(), PriorityQueue(items=[3, 1, 2]).get())

tasks = JoinableQueue()


def worker():
    while True:
        item = tasks.get()
        gevent.sleep(0.01)
        print("done", item)
        tasks.task_done()


for _ in range(2):
    gevent.spawn(worker)
for item in range(4):
    tasks.put(item)
print(tasks.unfinished_tasks, tasks.join(timeout=0.001))
print(tasks.join(), tasks.unfinished_tasks)
try:
    tasks.task_done()
except ValueError as error:
    print(error)

channel = Channel()
sender = gevent.spawn(channel.put, "through")
print(channel.get(), sender.get())

# Locks.
semaphore = Semaphore(2)
inside = []


def enters(name):
    with semaphore:
        inside.append(name)
        print(name, "is in,", len(inside), "inside")
        gevent.sleep(0.1)
        inside.remove(name)


gevent.joinall([gevent.spawn(enters, name) for name in "abcd"])
print(semaphore.counter, semaphore.locked(), semaphore.acquire(), semaphore.acquire(), semaphore.locked())
print(semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.1))
semaphore.release()
print(semaphore.acquire(blocking=False))
bounded = BoundedSemaphore(1)
try:
    bounded.release()
except ValueError as error:
    print(error)
lock = RLock()
with lock:
    with lock:
        print("twice", lock._count)

    def other():
        print("other", lock.acquire(blocking=False), lock.acquire(timeout=0.1))
        try:
            lock.release()
        except RuntimeError:
            print("not its own")

    gevent.spawn(other).join()
gevent.spawn(lambda: print("now", lock.acquire(blocking=False))).join()
