# multiprocessing.synchronize: the machine's primitives, which a fork does not copy.

import threading
import time

from multiprocessing.process import current_process

SEM_VALUE_MAX = 2147483647


def _acquire(primitive, block, timeout):
    if not block:
        return primitive(False)
    if timeout is None:
        return primitive()
    return primitive(True, max(timeout, 0.0)) if timeout > 0 else primitive(False)


def _refuse_pickling(self):
    # In CPython, events and barriers are made of conditions.
    name = "Condition" if isinstance(self, (Event, Barrier)) else type(self).__name__
    raise RuntimeError(f"{name} objects should only be shared between processes through inheritance")


def _me():
    return vm_process(), threading.get_ident()


def _own_name():
    name = current_process().name
    thread = threading.current_thread().name
    return name if thread == "MainThread" else f"{name}|{thread}"


class Lock(vm_lock):
    def __init__(self, *, ctx=None):
        super().__init__()
        vm_common(self)
        # The thread that holds it, as this process knows.
        self._holder = None

    def acquire(self, block=True, timeout=None):
        taken = _acquire(super().acquire, block, timeout)
        if taken:
            self._holder = _me()
        return taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _is_mine(self):
        return self._holder == _me()

    def release(self):
        self._holder = None
        try:
            super().release()
        except RuntimeError:
            raise ValueError("semaphore or lock released too many times") from None

    def __repr__(self):
        if self._is_mine():
            owner = _own_name()
        elif not self.locked():
            owner = None
        else:
            here = self._holder is not None and self._holder[0] == vm_process()
            owner = "SomeOtherThread" if here else "SomeOtherProcess"
        return f"<Lock(owner={owner})>"

    __reduce__ = _refuse_pickling


class RLock(vm_RLock):
    def __init__(self, *, ctx=None):
        super().__init__()
        vm_common(self)

    def acquire(self, block=True, timeout=None):
        return _acquire(super().acquire, block, timeout)

    def release(self):
        try:
            super().release()
        except RuntimeError:
            raise AssertionError("attempt to release recursive lock not owned by thread") from None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _is_mine(self):
        return self._is_owned()

    def __repr__(self):
        text = super().__repr__()
        if text.startswith("<unlocked"):
            return "<RLock(None, 0)>"
        if self._is_owned():
            count = text.split(" count=")[1].split()[0]
            return f"<RLock({_own_name()}, {count})>"
        return "<RLock(SomeOtherProcess, nonzero)>"

    __reduce__ = _refuse_pickling


def _check_count(value):
    if not 0 <= value <= SEM_VALUE_MAX:
        raise OSError(22, "Invalid argument")


class Semaphore(vm_Semaphore):
    def __init__(self, value=1, *, ctx=None):
        _check_count(value)
        super().__init__(value)
        vm_common(self)

    def acquire(self, block=True, timeout=None):
        return _acquire(super().acquire, block, timeout)

    def get_value(self):
        return self._value

    def __repr__(self):
        return f"<{type(self).__name__}(value={self._value})>"

    __reduce__ = _refuse_pickling


class BoundedSemaphore(vm_BoundedSemaphore):
    def __init__(self, value=1, *, ctx=None):
        _check_count(value)
        super().__init__(value)
        self._most = value
        vm_common(self)

    def acquire(self, block=True, timeout=None):
        return _acquire(super().acquire, block, timeout)

    def release(self):
        try:
            super().release()
        except ValueError:
            raise ValueError("semaphore or lock released too many times") from None

    def get_value(self):
        return self._value

    def __repr__(self):
        return f"<BoundedSemaphore(value={self._value}, maxvalue={self._most})>"

    __reduce__ = _refuse_pickling


class Event(vm_Event):
    def __init__(self, *, ctx=None):
        super().__init__()
        vm_common(self)

    def __repr__(self):
        return f"<Event at {id(self):#x} {'set' if self.is_set() else 'unset'}>"

    __reduce__ = _refuse_pickling


class _Count:
    def __init__(self, value):
        self._value = value

    def get_value(self):
        return self._value


class Condition(vm_Condition):
    def __init__(self, lock=None, *, ctx=None):
        self._own_lock = RLock() if lock is None else lock
        super().__init__(self._own_lock)
        vm_common(self)
        # So many threads of this process wait.
        self._sleeping = 0

    def acquire(self, block=True, timeout=None):
        return self._own_lock.acquire(block, timeout)

    def release(self):
        self._own_lock.release()

    def __enter__(self):
        return self._own_lock.__enter__()

    def __exit__(self, *exc):
        return self._own_lock.__exit__(*exc)

    def wait(self, timeout=None):
        lock = self._own_lock
        assert lock._is_mine(), "must acquire() condition before using wait()"
        self._sleeping += 1
        try:
            return super().wait(timeout if timeout is None else max(timeout, 0.0))
        finally:
            self._sleeping -= 1
            if isinstance(lock, Lock):
                # It was taken again.
                lock._holder = _me()

    def wait_for(self, predicate, timeout=None):
        found = predicate()
        if found:
            return found
        deadline = None if timeout is None else time.monotonic() + timeout
        left = None
        while not found:
            if deadline is not None:
                left = deadline - time.monotonic()
                if left <= 0:
                    break
            notified = self.wait(left)
            found = predicate()
            if not notified:
                break
        return found

    def notify(self, n=1):
        assert self._own_lock._is_mine(), "lock is not owned"
        super().notify(n)

    def notify_all(self):
        assert self._own_lock._is_mine(), "lock is not owned"
        super().notify_all()

    def __repr__(self):
        return f"<Condition({self._own_lock!r}, {self._sleeping})>"

    # What CPython builds a condition of, for programs that look.
    @property
    def _sleeping_count(self):
        return _Count(self._sleeping)

    @property
    def _woken_count(self):
        return _Count(0)

    _wait_semaphore = _woken_count

    __reduce__ = _refuse_pickling


class Barrier(threading.Barrier):
    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        super().__init__(parties, action, timeout)
        vm_common(self)

    def __repr__(self):
        return super().__repr__().replace("threading.", "multiprocessing.synchronize.", 1)

    __reduce__ = _refuse_pickling
