# multiprocessing.dummy: the names of multiprocessing for threads of this process.

import threading
from queue import Empty, Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

from multiprocessing.managers import Array, Namespace
from multiprocessing.pool import ThreadPool

__all__ = [
    "Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore", "BoundedSemaphore",
    "Condition", "Event", "Barrier", "Queue", "Manager", "Pipe", "Pool", "JoinableQueue",
]

JoinableQueue = Queue
dict = dict
list = list

# Threads that were started here, by who has done so.
_children = {}


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=vm_nothing):
        threading.Thread.__init__(self, group, target, name, args, {} if kwargs is vm_nothing else kwargs)
        self._parent = current_process()
        self._start_called = False

    def start(self):
        if self._parent is not current_process():
            raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current_process()!r}")
        self._start_called = True
        _children.setdefault(self._parent, []).append(self)
        threading.Thread.start(self)

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess
current_process = threading.current_thread


def active_children():
    known = _children.get(current_process(), [])
    known[:] = [child for child in known if child.is_alive()]
    return [*known]


def freeze_support():
    pass


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return f"<{type(self).__name__}({self._typecode!r}, {self._value!r})>"


def Manager():
    return vm_module("multiprocessing.dummy")


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    return ThreadPool(processes, initializer, initargs)


class _Connection:
    def __init__(self, readable, writable):
        self._in = readable
        self._out = writable
        self.send = self.send_bytes = writable.put
        self.recv = self.recv_bytes = readable.get

    def poll(self, timeout=0.0):
        if self._in.qsize() > 0:
            return True
        if timeout is not None and timeout <= 0.0:
            return False
        try:
            item = self._in.get(timeout=timeout)
        except Empty:
            return False
        vm_queue_edit(self._in, "appendleft", item)
        return True

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Pipe(duplex=True):
    one, other = Queue(), Queue()
    return _Connection(one, other), _Connection(other, one)


vm_module("multiprocessing").dummy = vm_module("multiprocessing.dummy")
