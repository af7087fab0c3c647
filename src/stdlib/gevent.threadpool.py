# gevent.threadpool: calls that run in threads, while greenlets wait for their results.

from gevent._core import get_hub
from gevent.event import AsyncResult, Event
from gevent.monkey import get_original
from gevent.pool import Group, _with_value


class ThreadResult(AsyncResult):
    pass


class ThreadPool:
    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        if not isinstance(maxsize, int):
            raise TypeError(f"maxsize must be integer: {maxsize!r}")
        if maxsize < 0:
            raise ValueError(f"maxsize must not be negative: {maxsize!r}")
        self.hub = get_hub() if hub is None else hub
        self._maxsize = maxsize
        self._waiting = []
        self._begun = 0
        self._under_way = 0
        self._idle = Event()
        self._idle.set()

    @property
    def maxsize(self):
        return self._maxsize

    @property
    def size(self):
        return self._under_way

    def __len__(self):
        return self._under_way + len(self._waiting)

    task_count = property(__len__)

    def __repr__(self):
        text = f"<{type(self).__name__} at {id(self):#x} tasks={len(self)} size={self.size} maxsize={self._maxsize}"
        return f"{text} hub={self.hub!r}>"

    def spawn(self, func, *args, **kwargs):
        result = ThreadResult()
        self._idle.clear()
        self._waiting.append((result, func, args, kwargs))
        self._begin()
        return result

    def _begin(self):
        while self._waiting and self._under_way < self._maxsize:
            result, func, args, kwargs = self._waiting.pop(0)
            self._under_way += 1
            self._begun += 1
            watcher = self.hub.loop.async_()
            outcome = []
            watcher.start(self._ended, watcher, result, outcome)
            name = f"ThreadPoolWorker-{self._begun}"
            kind = get_original("threading", "Thread")
            kind(name=name, daemon=True, target=_work, args=(watcher, outcome, func, args, kwargs)).start()

    def _ended(self, watcher, result, outcome):
        watcher.stop()
        self._under_way -= 1
        self._begin()
        failure, value = outcome
        if failure is None:
            result.set(value)
        else:
            result.set_exception(failure)
            self.hub.handle_error(self, type(failure), failure, failure.__traceback__)
        if not len(self):
            self._idle.set()

    def join(self, timeout=None):
        return self._idle.wait(timeout)

    def kill(self):
        self._waiting.clear()

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_async(self, func, args=None, kwds=None, callback=None):
        result = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            result.rawlink(_with_value(callback))
        return result

    map = Group.map
    map_cb = Group.map_cb
    map_async = Group.map_async
    imap = Group.imap
    imap_unordered = Group.imap_unordered
    _imap = Group._imap
    _spawn_one = Group._spawn_one


def _work(watcher, outcome, func, args, kwargs):
    try:
        value = func(*args, **kwargs)
    except BaseException as failure:
        outcome.extend((failure, None))
    else:
        outcome.extend((None, value))
    watcher.send()
