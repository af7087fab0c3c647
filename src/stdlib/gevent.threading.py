# gevent.threading: threads, and what they share, made of greenlets. monkey.patch_thread() puts these in the places of threading's.

import threading as _threading

from greenlet import GreenletExit, getcurrent

from gevent._core import get_hub, spawn_raw
from gevent.event import Event
from gevent.local import local
from gevent.lock import RLock as _RLock, Semaphore as _Semaphore
from gevent.thread import LockType as Lock, get_ident

BrokenBarrierError = _threading.BrokenBarrierError
_excepthook = _threading.excepthook


class RLock(_RLock):
    def acquire(self, blocking=True, timeout=-1):
        return _RLock.acquire(self, blocking, None if timeout == -1 else timeout)

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError("cannot release un-acquired lock")
        _RLock.release(self)


class Semaphore(_Semaphore):
    _bound = None

    def __init__(self, value=1):
        _Semaphore.__init__(self, value)

    @property
    def _value(self):
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        return _Semaphore.acquire(self, blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._bound is not None and self.counter + n > self._bound:
            raise ValueError("Semaphore released too many times")
        for _ in range(n):
            _Semaphore.release(self)

    def __enter__(self):
        return self.acquire()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value


class Condition:
    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __repr__(self):
        return f"<Condition({self._lock!r}, {len(self._waiters)})>"

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _is_owned(self):
        owned = getattr(self._lock, "_is_owned", None)
        if owned is not None:
            return owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        save = getattr(self._lock, "_release_save", None)
        kept = self._lock.release() if save is None else save()
        told = False
        try:
            told = waiter.acquire() if timeout is None else waiter.acquire(timeout > 0, timeout if timeout > 0 else -1)
            return told
        finally:
            if save is None:
                self._lock.acquire()
            else:
                self._lock._acquire_restore(kept)
            if not told and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                now = get_hub().loop.now()
                if end is None:
                    end = now + timeout
                timeout = end - now
                if timeout <= 0:
                    break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        for _ in range(min(n, len(self._waiters))):
            self._waiters.pop(0).release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Barrier:
    # Its state: 0 fills, 1 empties, -1 is being reset, -2 is broken.
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._room = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._room:
            self._room.wait_for(lambda: self._state not in (-1, 1))
            if self._state == -2:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._let_through()
                else:
                    if not self._room.wait_for(lambda: self._state != 0, timeout):
                        self._break()
                        raise BrokenBarrierError
                    if self._state < 0:
                        raise BrokenBarrierError
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (-1, 1):
                    self._state = 0
                    self._room.notify_all()

    def _let_through(self):
        try:
            if self._action:
                self._action()
        except BaseException:
            self._break()
            raise
        self._state = 1
        self._room.notify_all()

    def _break(self):
        self._state = -2
        self._room.notify_all()

    def reset(self):
        with self._room:
            if self._count == 0:
                self._state = 0
            elif self._state != 1:
                self._state = -1
            self._room.notify_all()

    def abort(self):
        with self._room:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


# Threads that have begun and not ended, by their greenlets' numbers, in the order in which they began.
_active = {}
_dummies = 0


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f"Thread-{vm_next_thread()}"
            target_name = getattr(target, "__name__", None)
            if target_name is not None:
                name += f" ({target_name})"
        self._name = str(name)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._greenlet = None
        self._started = Event()
        self._ended = Event()

    def __repr__(self):
        status = "initial" if self._greenlet is None else "stopped" if self._ended.is_set() else "started"
        if self._daemonic:
            status += " daemon"
        if self._greenlet is not None:
            status += f" {self.ident}"
        return f"<{type(self).__name__}({self._name}, {status})>"

    def _check(self):
        if "_ended" not in self.__dict__:
            raise RuntimeError("thread.__init__() not called")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._greenlet is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    @property
    def ident(self):
        return None if self._greenlet is None else get_ident(self._greenlet)

    native_id = ident

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def start(self):
        self._check()
        if self._greenlet is not None:
            raise RuntimeError("threads can only be started once")
        self._greenlet = spawn_raw(self._live)
        self._greenlet._carrier_name = self._name
        # It runs until it has to wait for something; then this one goes on.
        self._started.wait()

    def _live(self):
        _active[get_ident()] = self
        self._started.set()
        try:
            self.run()
        except SystemExit:
            pass
        except GreenletExit:
            pass
        except BaseException as error:
            hook = _threading.excepthook
            hook(_threading.ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            _active.pop(get_ident(), None)
            self._ended.set()

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        self._check()
        if self._greenlet is None:
            raise RuntimeError("cannot join thread before it is started")
        if self._greenlet is getcurrent():
            raise RuntimeError("cannot join current thread")
        self._ended.wait(None if timeout is None else max(timeout, 0))

    def is_alive(self):
        self._check()
        return self._greenlet is not None and not self._ended.is_set()


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _DummyThread(Thread):
    # A greenlet that is nobody's thread.
    def __init__(self, of):
        global _dummies
        _dummies += 1
        self._name = f"Dummy-{_dummies}"
        self._daemonic = True
        self._greenlet = of
        self._started = Event()
        self._ended = Event()

    def is_alive(self):
        return not self._greenlet.dead

    def join(self, timeout=None):
        link = getattr(self._greenlet, "join", None)
        if link is None:
            raise RuntimeError("cannot join a dummy thread")
        link(timeout)


def current_thread():
    current = getcurrent()
    if current._family is current:
        return current._thread
    known = _active.get(id(current))
    if known is None:
        known = _active[id(current)] = _DummyThread(current)
    return known


currentThread = current_thread
main_thread = _threading.main_thread


def enumerate():
    for ident, thread in [*_active.items()]:
        if not thread.is_alive():
            _active.pop(ident, None)
    return [*vm_alive_threads(), *_active.values()]


def active_count():
    return len(enumerate())


activeCount = active_count


def _wait_for_all():
    # At the end of the program the main thread waits for those that are no daemons.
    while True:
        left = [thread for thread in _active.values() if not thread.daemon and thread.is_alive()]
        if not left:
            return
        left[0].join()
