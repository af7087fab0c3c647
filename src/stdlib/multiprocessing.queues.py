# multiprocessing.queues: the machine's queues, which a fork does not copy. What is put is copied into a message, what is
# got is copied out of it: the two are never one object.

from queue import Empty, Full

from multiprocessing.reduction import post, receive
from multiprocessing.synchronize import _refuse_pickling


class Queue(vm_Queue):
    def __init__(self, maxsize=0, *, ctx=None):
        super().__init__(maxsize)
        vm_common(self)
        self._closed = False

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        try:
            message = post(obj)
        except Exception as error:
            # In CPython it is a thread of the queue that fails, and the program goes on.
            vm_write(vm_report(error), True)
            return
        self._put(message, block, timeout)

    def _put(self, message, block=True, timeout=None):
        try:
            super().put(message, block, timeout if timeout is None else max(timeout, 0))
        except Full:
            vm_open(message)
            raise

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")
        return receive(super().get(block, timeout if timeout is None else max(timeout, 0)))

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def close(self):
        self._closed = True

    def join_thread(self):
        assert self._closed, f"Queue {self!r} not closed"

    def cancel_join_thread(self):
        pass

    def __repr__(self):
        return f"<multiprocessing.queues.{type(self).__name__} object at {id(self):#x}>"

    __reduce__ = _refuse_pickling


class JoinableQueue(Queue):
    pass


class SimpleQueue(vm_SimpleQueue):
    def __init__(self, *, ctx=None):
        super().__init__()
        vm_common(self)
        self._closed = False

    def put(self, obj):
        self._check()
        super().put(post(obj))

    def get(self):
        self._check()
        return receive(super().get())

    def _check(self):
        if self._closed:
            raise OSError("handle is closed")

    def close(self):
        self._closed = True

    def __repr__(self):
        return f"<multiprocessing.queues.SimpleQueue object at {id(self):#x}>"

    __reduce__ = _refuse_pickling
