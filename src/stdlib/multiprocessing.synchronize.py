# multiprocessing.synchronize: the machine's primitives, which a fork does not copy.

import threading

SEM_VALUE_MAX = 2147483647


def _acquire(primitive, block, timeout):
    if not block:
        return primitive(False)
    if timeout is None:
        return primitive()
    return primitive(True, max(timeout, 0.0)) if timeout > 0 else primitive(False)


def _refuse_pickling(self):
    raise RuntimeError(f"{type(self).__name__} objects should only be shared between processes through inheritance")


class Lock(vm_lock):
    def __init__(self, *, ctx=None):
        super().__init__()
        vm_common(self)

    def acquire(self, block=True, timeout=None):
        return _acquire(super().acquire, block, timeout)

    def release(self):
        try:
            super().release()
        except RuntimeError:
            raise ValueError("semaphore or lock released too many times") from None

    def __repr__(self):
        return f"<Lock(owner={'unknown' if self.locked() else None})>"

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

    __reduce__ = _refuse_pickling


class Semaphore(vm_Semaphore):
    def __init__(self, value=1, *, ctx=None):
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


class Condition(vm_Condition):
    def __init__(self, lock=None, *, ctx=None):
        super().__init__(RLock() if lock is None else lock)
        vm_common(self)

    __reduce__ = _refuse_pickling


class Barrier(threading.Barrier):
    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        super().__init__(parties, action, timeout)
        vm_common(self)

    __reduce__ = _refuse_pickling
