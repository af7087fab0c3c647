# gevent: an exception that comes when the time is over.

from greenlet import getcurrent

from gevent._core import get_hub

_NONE = object()


class Timeout(BaseException):
    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._ref = ref
        self._timer = None

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        new = cls(timeout, exception, ref)
        new.start()
        return new

    @classmethod
    def _start_new_or_dummy(cls, timeout, exception=None, ref=True):
        return _never if timeout is None else Timeout.start_new(timeout, exception, ref)

    def start(self):
        if self.pending:
            raise AssertionError(f"{self!r} is already started; to restart it, cancel it first")
        if self.seconds is None:
            return
        told = self.exception
        if told is None or told is False or isinstance(told, str):
            told = self
        self._timer = get_hub().loop.timer(self.seconds, ref=self._ref)
        self._timer.start(getcurrent().throw, told)

    @property
    def pending(self):
        return self._timer is not None and self._timer.active

    def cancel(self):
        if self._timer is not None:
            self._timer.stop()

    def close(self):
        self.cancel()

    def __repr__(self):
        exception = "" if self.exception is None else f" exception={self.exception!r}"
        pending = " pending" if self.pending else ""
        return f"<{type(self).__name__} at {id(self):#x} seconds={self.seconds}{exception}{pending}>"

    def __str__(self):
        if self.seconds is None:
            return ""
        text = f"{self.seconds} second{'' if self.seconds == 1 else 's'}"
        if self.exception is None:
            return text
        return f"{text} (silent)" if self.exception is False else f"{text}: {self.exception}"

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return value is self and self.exception is False or None


class _Never:
    # Where no time was given.
    seconds = exception = None
    pending = False

    def start(self):
        pass

    cancel = close = start

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


_never = _Never()


def with_timeout(seconds, function, *args, timeout_value=_NONE, **kwds):
    timeout = Timeout.start_new(seconds)
    try:
        try:
            return function(*args, **kwds)
        except Timeout as error:
            if error is timeout and timeout_value is not _NONE:
                return timeout_value
            raise
    finally:
        timeout.cancel()
