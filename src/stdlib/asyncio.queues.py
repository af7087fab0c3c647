# asyncio: queues between the tasks of one loop.

import heapq

from asyncio.locks import Event, _OfOneLoop


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue(_OfOneLoop):
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = []
        self._putters = []
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def _init(self, maxsize):
        # Items before the first one were taken.
        self._queue = []
        self._taken = 0

    def _get(self):
        item = self._queue[self._taken]
        self._queue[self._taken] = None
        self._taken += 1
        if self._taken >= 64 and self._taken * 2 >= len(self._queue):
            del self._queue[:self._taken]
            self._taken = 0
        return item

    def _put(self, item):
        self._queue.append(item)

    def qsize(self):
        return len(self._queue) - self._taken

    def _format(self):
        parts = [f"maxsize={self._maxsize!r}"]
        items = self._queue[self._taken:]
        if items:
            parts.append(f"_queue={items!r}")
        if self._getters:
            parts.append(f"_getters[{len(self._getters)}]")
        if self._putters:
            parts.append(f"_putters[{len(self._putters)}]")
        if self._unfinished_tasks:
            parts.append(f"tasks={self._unfinished_tasks}")
        return " ".join(parts)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    def _wake_up(self, waiters):
        while waiters:
            waiter = waiters.pop(0)
            if not waiter.done():
                waiter.set_result(None)
                break

    async def _wait(self, waiters, is_ready):
        waiter = self._get_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            if waiter in waiters:
                waiters.remove(waiter)
            if is_ready() and not waiter.cancelled():
                # It was woken and cancelled: somebody else can go on.
                self._wake_up(waiters)
            raise

    async def put(self, item):
        while self._maxsize > 0 and self.full():
            await self._wait(self._putters, lambda: not self.full())
        self._add(item)

    def put_nowait(self, item):
        if self._maxsize > 0 and self.full():
            raise QueueFull
        self._add(item)

    def _add(self, item):
        self._put(item)
        if self._unfinished_tasks == 0:
            self._finished.clear()
        self._unfinished_tasks += 1
        if self._getters:
            self._wake_up(self._getters)

    async def get(self):
        while len(self._queue) == self._taken:
            await self._wait(self._getters, lambda: not self.empty())
        return self._remove()

    def get_nowait(self):
        if len(self._queue) == self._taken:
            raise QueueEmpty
        return self._remove()

    def _remove(self):
        item = self._get()
        if self._putters:
            self._wake_up(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
