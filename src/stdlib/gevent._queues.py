# gevent: queue.SimpleQueue for greenlets.

from gevent.queue import Queue


class SimpleQueue(Queue):
    def __init__(self):
        Queue.__init__(self)

    def put(self, item, block=True, timeout=None):
        Queue.put(self, item)

    def put_nowait(self, item):
        Queue.put(self, item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        return Queue.get(self, block, timeout)
