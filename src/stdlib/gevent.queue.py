# gevent.queue: queues of greenlets. Who waits is served in the hub, in the order in which they came.

from greenlet import getcurrent
from heapq import heapify, heappop, heappush

from gevent._core import Waiter, get_hub
from gevent.event import Event
from gevent.exceptions import InvalidSwitchError
from gevent.timeout import Timeout

Empty = vm_Empty
Full = vm_Full


class _Putter(Waiter):
    def __init__(self, item, hub):
        super().__init__(hub)
        self.item = item

    def put_and_switch(self, queue):
        try:
            queue._put(self.item)
        except BaseException as error:
            self.throw(error)
        else:
            self.switch(self)


class Queue:
    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        if maxsize is not None and maxsize <= 0:
            maxsize = None
        self._maxsize = maxsize
        self.getters = ()
        self.putters = ()
        self._event_unlock = None
        self.queue = self._create_queue(items)

    @property
    def maxsize(self):
        return self._maxsize

    @maxsize.setter
    def maxsize(self, value):
        self._maxsize = None if value is not None and value <= 0 else value
        if self.putters:
            self._schedule_unlock()

    # How items are kept.

    def _create_queue(self, items=()):
        return [*items]

    def _get(self):
        return self.queue.pop(0)

    def _peek(self):
        return self.queue[0]

    def _put(self, item):
        self.queue.append(item)

    def copy(self):
        return type(self)(self._maxsize, self.queue)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}{self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__}{self._format()}>"

    def _format(self):
        parts = []
        if self._maxsize is not None:
            parts.append(f"maxsize={self._maxsize!r}")
        if getattr(self, "queue", None):
            parts.append(f"queue={self.queue!r}")
        if self.getters:
            parts.append(f"getters[{len(self.getters)}]")
        if self.putters:
            parts.append(f"putters[{len(self.putters)}]")
        return " " + " ".join(parts) if parts else ""

    def qsize(self):
        return len(self.queue)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def empty(self):
        return not self.qsize()

    def full(self):
        return self._maxsize is not None and self.qsize() >= self._maxsize

    def _has_room(self):
        return self._maxsize is None or self.qsize() < self._maxsize

    def put(self, item, block=True, timeout=None):
        if self._has_room():
            self._put(item)
            if self.getters:
                self._schedule_unlock()
            return
        hub = get_hub()
        if getcurrent() is hub:
            # It cannot wait here; but it can let those go on who take something out.
            while self.getters and self.qsize() and not self._has_room():
                getter = self._next_getter()
                getter.switch(getter)
            if not self._has_room():
                raise Full
            self._put(item)
            return
        if not block or timeout is not None and timeout <= 0:
            raise Full
        waiter = _Putter(item, hub)
        self.putters += (waiter,)
        limit = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            if waiter.get() is not waiter:
                raise InvalidSwitchError(f"Invalid switch into {getcurrent()!r}")
        finally:
            limit.cancel()
            self.putters = _without(self.putters, waiter)

    def _next_getter(self):
        getter = self.getters[0]
        self.getters = self.getters[1:]
        return getter

    def _next_putter(self):
        putter = self.putters[0]
        self.putters = self.putters[1:]
        return putter

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        return self._take(self._get, block, timeout)

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        return self._take(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _take(self, take, block, timeout):
        if self.qsize():
            if self.putters:
                self._schedule_unlock()
            return take()
        hub = get_hub()
        if getcurrent() is hub:
            while self.putters:
                self._next_putter().put_and_switch(self)
                if self.qsize():
                    return take()
            raise Empty
        if not block or timeout is not None and timeout <= 0:
            raise Empty
        waiter = Waiter(hub)
        limit = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters += (waiter,)
            if self.putters:
                self._schedule_unlock()
            if waiter.get() is not waiter:
                raise InvalidSwitchError(f"Invalid switch into {getcurrent()!r}")
            return take()
        finally:
            limit.cancel()
            self.getters = _without(self.getters, waiter)

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = get_hub().loop.run_callback(self._unlock)

    def _unlock(self):
        while True:
            moved = False
            if self.putters and self._has_room():
                moved = True
                self._next_putter().put_and_switch(self)
            if self.getters and self.qsize():
                moved = True
                getter = self._next_getter()
                getter.switch(getter)
            if not moved:
                return

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item


def _without(waiting, gone):
    return tuple([waiter for waiter in waiting if waiter is not gone])


class SimpleQueue(Queue):
    def __init__(self):
        super().__init__()


class UnboundQueue(Queue):
    def __init__(self, maxsize=None, items=()):
        if maxsize is not None:
            raise ValueError("UnboundQueue has no maxsize")
        super().__init__(None, items)


class PriorityQueue(Queue):
    def _create_queue(self, items=()):
        kept = [*items]
        heapify(kept)
        return kept

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class JoinableQueue(Queue):
    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        Queue.__init__(self, maxsize, items)
        self._cond = Event()
        if unfinished_tasks is None:
            unfinished_tasks = self.qsize()
        self.unfinished_tasks = unfinished_tasks
        if not unfinished_tasks:
            self._cond.set()

    def copy(self):
        return type(self)(self._maxsize, self.queue, self.unfinished_tasks)

    def _format(self):
        text = Queue._format(self)
        if self.unfinished_tasks:
            text += f" tasks={self.unfinished_tasks} _cond={self._cond}"
        return text

    def _put(self, item):
        Queue._put(self, item)
        self._count_put()

    def _count_put(self):
        self.unfinished_tasks += 1
        self._cond.clear()

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self._cond.set()

    def join(self, timeout=None):
        return self._cond.wait(timeout)


class Channel:
    # Nothing is kept here: who puts waits for one who gets.
    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError("Channels have a maxsize of 1")
        self.maxsize = 0
        self.getters = ()
        self.putters = ()
        self._event_unlock = None

    @property
    def balance(self):
        return len(self.putters) - len(self.getters)

    def qsize(self):
        return 0

    def empty(self):
        return True

    def full(self):
        return True

    def put(self, item, block=True, timeout=None):
        if not self.getters and (not block or timeout is not None and timeout <= 0):
            raise Full
        waiter = Waiter(get_hub())
        waiting = (item, waiter)
        self.putters += (waiting,)
        limit = Timeout._start_new_or_dummy(timeout if block else 0, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            if waiter.get() is not waiter:
                raise InvalidSwitchError(f"Invalid switch into {getcurrent()!r}")
        except BaseException:
            self.putters = _without(self.putters, waiting)
            raise
        finally:
            limit.cancel()

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        if not self.putters and (not block or timeout is not None and timeout <= 0):
            raise Empty
        waiter = Waiter(get_hub())
        self.getters += (waiter,)
        limit = Timeout._start_new_or_dummy(timeout if block else 0, Empty)
        try:
            if self.putters:
                self._schedule_unlock()
            return waiter.get()
        except BaseException:
            self.getters = _without(self.getters, waiter)
            raise
        finally:
            limit.cancel()

    def get_nowait(self):
        return self.get(False)

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = get_hub().loop.run_callback(self._unlock)

    def _unlock(self):
        while self.putters and self.getters:
            getter = self.getters[0]
            item, putter = self.putters[0]
            self.getters, self.putters = self.getters[1:], self.putters[1:]
            getter.switch(item)
            putter.switch(putter)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item
