# gevent.pool: groups of greenlets, and groups that have room for so many.

from greenlet import GreenletExit, getcurrent

from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Full, Queue
from gevent.timeout import Timeout


class PoolFull(Full):
    pass


class _Failed:
    def __init__(self, error):
        self.error = error


class _Unordered(Greenlet):
    # The results of calls that a group makes, as they come.
    def __init__(self, function, iterable, spawn, maxsize=None):
        Greenlet.__init__(self)
        self.function = function
        self.iterable = iterable
        self._spawn = spawn
        self._results = Queue()
        self._room = DummySemaphore() if maxsize is None else Semaphore(maxsize)
        self._under_way = 0
        self._asked = False
        self._next = 0
        self.rawlink(self._asked_all)

    def __iter__(self):
        return self

    def _run(self):
        for args in self.iterable:
            self._room.acquire()
            self._under_way += 1
            worker = self._spawn(self.function, args)
            worker._at = self._next
            self._next += 1
            worker.rawlink(self._worker_ended)

    def _asked_all(self, ended):
        # Called when everything is asked for; the last result follows, or is there already.
        self._asked = True
        if self.exception is not None:
            self._results.put(self._ticket(self._next, _Failed(self.exception)))
        if not self._under_way:
            self._results.put(self._ticket(self._next, _Failed(StopIteration())))

    def _worker_ended(self, worker):
        self._under_way -= 1
        result = worker.value if worker.successful() else _Failed(worker.exception)
        self._results.put(self._ticket(worker._at, result))
        if self._asked and not self._under_way:
            self._results.put(self._ticket(self._next, _Failed(StopIteration())))

    def _ticket(self, at, result):
        return result

    def _following(self):
        return self._results.get()

    def __next__(self):
        result = self._following()
        self._room.release()
        if isinstance(result, _Failed):
            raise result.error
        return result

    next = __next__


class _Ordered(_Unordered):
    def __init__(self, function, iterable, spawn, maxsize=None):
        super().__init__(function, iterable, spawn, maxsize)
        self._kept = {}
        self._at = 0

    def _ticket(self, at, result):
        return at, result

    def _following(self):
        while self._at not in self._kept:
            at, result = self._results.get()
            self._kept[at] = result
        result = self._kept.pop(self._at)
        self._at += 1
        return result


class Group:
    greenlet_class = Greenlet

    def __init__(self, *args):
        if len(args) > 1:
            raise TypeError(f"Group expected at most 1 argument, got {len(args)}")
        self.greenlets = set()
        self.dying = set()
        self._empty_event = Event()
        self._empty_event.set()
        for one in args[0] if args else ():
            self.add(one)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self.greenlets}>"

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter([*self.greenlets])

    def __bool__(self):
        return True

    def add(self, greenlet):
        greenlet.rawlink(self._discard)
        self._add(greenlet)

    def _add(self, greenlet):
        self.greenlets.add(greenlet)
        self._empty_event.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty_event.set()

    def discard(self, greenlet):
        self._discard(greenlet)
        greenlet.unlink(self._discard)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        new = self.greenlet_class(*args, **kwargs)
        self.start(new)
        return new

    def full(self):
        return False

    def wait_available(self, timeout=None):
        return None

    def join(self, timeout=None, raise_error=False):
        greenlets = [*self.greenlets] if raise_error else ()
        result = self._empty_event.wait(timeout=timeout)
        for one in greenlets:
            if one.exception is not None:
                raise one.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        limit = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for one in [*self.greenlets]:
                    if one in self.dying:
                        continue
                    if one.dead and one._phase == 0:
                        self.discard(one)
                        continue
                    self.dying.add(one)
                    one.kill(exception, block=False)
                if not block:
                    break
                joinall([*self.greenlets])
                self._forget_ended()
        except Timeout as error:
            if error is not limit:
                raise
        finally:
            limit.cancel()

    def _forget_ended(self):
        for one in [*self.greenlets]:
            if one.ready():
                self.discard(one)

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet not in self.dying and greenlet in self.greenlets:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
        if block and greenlet in self.greenlets:
            greenlet.join(timeout)

    # Calls.

    def _apply_immediately(self):
        return getcurrent() in self

    def _apply_async_use_greenlet(self):
        return False

    def apply(self, func, args=None, kwds=None):
        args = () if args is None else args
        kwds = {} if kwds is None else kwds
        if self._apply_immediately():
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        args = () if args is None else args
        kwds = {} if kwds is None else kwds
        if self._apply_async_use_greenlet():
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        new = self.spawn(func, *args, **kwds)
        if callback is not None:
            new.link(_with_value(callback))
        return new

    def map(self, func, iterable):
        return list(self.imap(func, iterable))

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, maxsize=None):
        return self._imap(_Ordered, func, iterables, maxsize)

    def imap_unordered(self, func, *iterables, maxsize=None):
        return self._imap(_Unordered, func, iterables, maxsize)

    def _imap(self, kind, func, iterables, maxsize):
        if len(iterables) == 1:
            made = kind(func, iterables[0], self._spawn_one, maxsize)
        else:
            made = kind(lambda args: func(*args), zip(*iterables), self._spawn_one, maxsize)
        made.start()
        return made

    def _spawn_one(self, func, item):
        return self.spawn(func, item)


def _with_value(callback):
    def call(source):
        if source.successful():
            callback(source.value)

    return call


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError("size must not be negative")
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def start(self, greenlet, blocking=True, timeout=None):
        if not self._enter(blocking, timeout):
            raise PoolFull()
        try:
            Group.add(self, greenlet)
        except BaseException:
            self._semaphore.release()
            raise
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._enter(blocking, timeout):
            raise PoolFull()
        Group.add(self, greenlet)

    def _enter(self, blocking, timeout):
        return self._semaphore.acquire(blocking, timeout)

    def _discard(self, greenlet):
        was_in = greenlet in self.greenlets
        Group._discard(self, greenlet)
        if was_in:
            self._semaphore.release()

    def _apply_immediately(self):
        return self.full() and getcurrent() in self

    def _apply_async_use_greenlet(self):
        return self.full()
