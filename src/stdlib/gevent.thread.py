# gevent.thread: what _thread has, made of greenlets.

from greenlet import GreenletExit, getcurrent

from gevent._core import spawn_raw
from gevent.lock import BoundedSemaphore
from gevent.local import local as _local

error = RuntimeError


class LockType(BoundedSemaphore):
    _OVER_RELEASE_ERROR = RuntimeError

    def __init__(self):
        super().__init__(1)

    def acquire(self, blocking=True, timeout=-1):
        if timeout is None or timeout == -1:
            timeout = None
        elif not blocking:
            raise ValueError("can't specify a timeout for a non-blocking call")
        elif timeout < 0:
            raise ValueError("timeout value must be a non-negative number")
        return BoundedSemaphore.acquire(self, blocking, timeout)

    def release(self):
        if self.counter >= 1:
            raise RuntimeError("release unlocked lock")
        BoundedSemaphore.release(self)

    def __enter__(self):
        return self.acquire()

    def __repr__(self):
        state = "locked" if self.locked() else "unlocked"
        return f"<{state} {type(self).__name__} object at {id(self):#x}>"

    __str__ = __repr__


def allocate_lock():
    return LockType()


def get_ident(of=None):
    return id(getcurrent() if of is None else of)


def start_new_thread(function, args=(), kwargs=None):
    return get_ident(spawn_raw(function, *args, **({} if kwargs is None else kwargs)))


def exit():
    raise GreenletExit
