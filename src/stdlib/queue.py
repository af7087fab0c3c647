# queue: the queues are the machine's; how they serve those who wait is in its primitive. A subclass that says itself
# how items are kept (_init, _put, _get, _qsize) gets a queue made of conditions, as CPython's is; so do all in a
# program that looks at the lock and the conditions.

import threading
from time import monotonic

Empty = vm_Empty
Full = vm_Full
SimpleQueue = vm_SimpleQueue

_HOOKS = ("_init", "_put", "_get", "_qsize")


# The program looks at the lock and the conditions of queues.
_KEPT = vm_program_reads("mutex", "not_empty", "not_full", "all_tasks_done")
# The locks may be those of greenlets.
if vm_mentioned("monkey"):
    _KEPT = True


def _begin(self, maxsize):
    self.maxsize = maxsize
    self._init(maxsize)
    self.mutex = threading.Lock()
    self.not_empty = threading.Condition(self.mutex)
    self.not_full = threading.Condition(self.mutex)
    self.all_tasks_done = threading.Condition(self.mutex)
    self.unfinished_tasks = 0


def _wait(condition, holds_up, timeout, refusal):
    # Waits on the condition for as long as something holds the thread up.
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    deadline = None if timeout is None else monotonic() + timeout
    while holds_up():
        if deadline is None:
            condition.wait()
        else:
            left = deadline - monotonic()
            if left <= 0.0:
                raise refusal
            condition.wait(left)


def _put(self, item, block=True, timeout=None):
    with self.not_full:
        if self.maxsize > 0:
            if not block:
                timeout = 0
            _wait(self.not_full, lambda: self._qsize() >= self.maxsize, timeout, Full)
        self._put(item)
        self.unfinished_tasks += 1
        self.not_empty.notify()


def _get(self, block=True, timeout=None):
    with self.not_empty:
        if not block:
            timeout = 0
        _wait(self.not_empty, lambda: not self._qsize(), timeout, Empty)
        item = self._get()
        self.not_full.notify()
        return item


def _put_nowait(self, item):
    return self.put(item, block=False)


def _get_nowait(self):
    return self.get(block=False)


def _qsize(self):
    with self.mutex:
        return self._qsize()


def _empty(self):
    with self.mutex:
        return not self._qsize()


def _full(self):
    with self.mutex:
        return 0 < self.maxsize <= self._qsize()


def _task_done(self):
    with self.all_tasks_done:
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self.all_tasks_done.notify_all()


def _join(self):
    with self.all_tasks_done:
        while self.unfinished_tasks:
            self.all_tasks_done.wait()


_METHODS = {
    "put": _put,
    "get": _get,
    "put_nowait": _put_nowait,
    "get_nowait": _get_nowait,
    "qsize": _qsize,
    "empty": _empty,
    "full": _full,
    "task_done": _task_done,
    "join": _join,
    "unfinished_tasks": 0,
    "maxsize": 0,
}


def _shown(opening, closing):
    # The attribute `queue` of a class of queues: what is in one of the machine's, written between these.
    if _KEPT:
        return None
    return property(lambda queue: _Items(queue, opening, closing))


class Queue(vm_Queue):
    _kept_by_program = _KEPT
    if _KEPT:
        put, get, put_nowait, get_nowait = _put, _get, _put_nowait, _get_nowait
        qsize, empty, full = _qsize, _empty, _full
        task_done, join = _task_done, _join
        unfinished_tasks = maxsize = 0

    def __init_subclass__(cls):
        own = [name for name in _HOOKS if not vm_defined_in_library(cls, name)]
        if own and not cls._kept_by_program:
            for name in _METHODS:
                if vm_defined_in_library(cls, name):
                    setattr(cls, name, _METHODS[name])
            cls.queue = None
            cls._kept_by_program = True

    def __init__(self, maxsize=0):
        if self._kept_by_program:
            _begin(self, maxsize)
        else:
            vm_Queue.__init__(self, maxsize)

    queue = _shown("deque(", ")")

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


class LifoQueue(Queue, vm_LifoQueue):
    def __init__(self, maxsize=0):
        if self._kept_by_program:
            _begin(self, maxsize)
        else:
            vm_LifoQueue.__init__(self, maxsize)

    queue = _shown("", "")

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue, vm_PriorityQueue):
    def __init__(self, maxsize=0):
        if self._kept_by_program:
            _begin(self, maxsize)
        else:
            vm_PriorityQueue.__init__(self, maxsize)

    queue = _shown("", "")

    def _put(self, item):
        self.queue.append(item)
        vm_heap_rise(self.queue, 0, len(self.queue) - 1)

    def _get(self):
        last = self.queue.pop()
        if not self.queue:
            return last
        first = self.queue[0]
        self.queue[0] = last
        vm_heap_sink(self.queue, 0)
        return first


class _Items:
    # What is in a queue of the machine. Every method is one look or one change.

    def __init__(self, queue, opening, closing):
        self._queue = queue
        self._opening = opening
        self._closing = closing

    def __len__(self):
        return len(vm_queue_items(self._queue))

    def __iter__(self):
        return iter(vm_queue_items(self._queue))

    def __reversed__(self):
        return reversed(vm_queue_items(self._queue))

    def __contains__(self, item):
        return item in vm_queue_items(self._queue)

    def __getitem__(self, index):
        items = vm_queue_items(self._queue)
        if -len(items) <= index < len(items):
            return items[index]
        raise IndexError("deque index out of range" if self._opening else "list index out of range")

    def __eq__(self, other):
        return vm_queue_items(self._queue) == [item for item in other]

    def __repr__(self):
        return self._opening + repr(vm_queue_items(self._queue)) + self._closing

    def clear(self):
        vm_queue_edit(self._queue, "clear", None)

    def append(self, item):
        vm_queue_edit(self._queue, "append", item)

    def appendleft(self, item):
        vm_queue_edit(self._queue, "appendleft", item)

    def pop(self):
        return vm_queue_edit(self._queue, "pop", None)

    def popleft(self):
        return vm_queue_edit(self._queue, "popleft", None)

    def copy(self):
        return vm_queue_items(self._queue)

    def count(self, item):
        return vm_queue_items(self._queue).count(item)

    def index(self, item):
        return vm_queue_items(self._queue).index(item)
