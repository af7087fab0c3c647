"""Queues whose subclass keeps the items itself."""
from queue import Queue, PriorityQueue, LifoQueue, Empty, Full
from threading import Thread


class UniqueQueue(Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


q = UniqueQueue()
for n in (3, 1, 3, 2, 1):
    q.put(n)
print(q.qsize(), sorted(q.get() for _ in range(3)), q.empty(), q.unfinished_tasks)
try:
    q.get(timeout=0.01)
except Empty as error:
    print('Empty', error.args)


class Doubled(Queue):
    def _put(self, item):
        super()._put(item)
        super()._put(item)


d = Doubled(3)
d.put('a')
print(d.qsize(), d.full())
d.put('b')
print(d.qsize(), d.full(), d.maxsize)
try:
    d.put('c', block=False)
except Full:
    print('Full')
print(d.get(), d.get_nowait(), d.get(), d.get(False))


class Largest(PriorityQueue):
    def _put(self, item):
        super()._put(-item)

    def _get(self):
        return -super()._get()


heap = Largest()
for n in (5, 9, 1, 7):
    heap.put(n)
print([heap.get() for _ in range(4)])


class Named(LifoQueue):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def put(self, item, block=True, timeout=None):
        super().put((self.name, item), block, timeout)


named = Named('n')
named.put(1)
named.put(2)
print(named.get(), named.get(), named.name)


def consume(q, results):
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        results.append(item)
        q.task_done()


shared, results = UniqueQueue(2), []
workers = [Thread(target=consume, args=(shared, results)) for _ in range(2)]
for worker in workers:
    worker.start()
for n in range(10):
    shared.put(n)
shared.join()
print(sorted(results), shared.unfinished_tasks)
shared.put(None)
workers[0].join(0.01)
shared.join()
shared.put(None)
for worker in workers:
    worker.join()
print([worker.is_alive() for worker in workers])
