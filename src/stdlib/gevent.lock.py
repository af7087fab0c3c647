# gevent.lock: semaphores and locks of greenlets.

from greenlet import getcurrent

from gevent._links import Linkable


class Semaphore(Linkable):
    def __init__(self, value=1, hub=None):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._begin_links()
        self.counter = value

    def __str__(self):
        return f"<{type(self).__name__} at {id(self):#x} counter={self.counter} _links[{len(self._links)}]>"

    __repr__ = __str__

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._check_and_notify()
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking or timeout is not None and timeout <= 0:
            return False
        # Who is told has its turn at once, before anybody else can come.
        if not self._wait_core(timeout):
            return False
        self.counter -= 1
        return True

    def wait(self, timeout=None):
        if self.counter <= 0:
            self._wait_core(timeout)
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, value=1, hub=None):
        super().__init__(value, hub)
        self._initial_value = value

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR("Semaphore released too many times")
        return Semaphore.release(self)


class DummySemaphore:
    # One that everybody has.
    def __init__(self, value=None):
        pass

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    def unlink(self, callback):
        pass

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class RLock:
    def __init__(self, hub=None):
        self._block = Semaphore(1, hub)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} _block={self._block} _count={self._count!r} _owner={self._owner!r})>"

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError(f"cannot release un-acquired lock. Owner: {self._owner!r} Current: {getcurrent()!r}")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def locked(self):
        return self._owner is not None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    # What conditions ask of a lock.

    def _is_owned(self):
        return self._owner is getcurrent()

    def _recursion_count(self):
        return self._count if self._owner is getcurrent() else 0

    def _release_save(self):
        kept = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return kept

    def _acquire_restore(self, kept):
        self._block.acquire()
        self._count, self._owner = kept
