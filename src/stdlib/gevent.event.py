# gevent.event: an event that many wait for, and a value that many wait for.

from gevent._core import get_hub
from gevent._links import Linkable
from gevent.timeout import Timeout


class Event(Linkable):
    def __init__(self):
        self._begin_links()
        self._flag = False

    def __repr__(self):
        state = "set" if self._flag else "clear"
        return f"<{type(self).__name__} at {id(self):#x} {state} _links[{len(self._links)}]>"

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._check_and_notify()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if self._flag:
            return True
        return self._wait_core(timeout) or self._flag

    def _notify_links(self):
        # Whoever waits when it is set is told, even if it is cleared before its turn.
        links = self._links
        self._notifier = None
        for link in links:
            if link in self._links:
                self.unlink(link)
                try:
                    link(self)
                except BaseException as error:
                    get_hub().handle_error((link, self), type(error), error, error.__traceback__)
        self._check_and_notify()


_nothing = object()


class AsyncResult(Linkable):
    def __init__(self):
        self._begin_links()
        self._value = _nothing
        self._failure = None

    @property
    def value(self):
        return None if self._value is _nothing else self._value

    @property
    def exception(self):
        return self._failure

    @property
    def exc_info(self):
        failure = self._failure
        return () if failure is None else (type(failure), failure, failure.__traceback__)

    def __repr__(self):
        text = f"<{type(self).__name__} at {id(self):#x}"
        if self._failure is not None:
            text += f" exception={self._failure!r}"
        elif self._value is not _nothing:
            text += f" value={self._value!r}"
        return f"{text} _links[{len(self._links)}]>"

    def ready(self):
        return self._failure is not None or self._value is not _nothing

    def successful(self):
        return self._value is not _nothing

    def done(self):
        return self.ready()

    def cancelled(self):
        return False

    def cancel(self):
        return False

    def set(self, value=None):
        self._value = value
        self._failure = None
        self._check_and_notify()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        self._failure = exception
        self._value = _nothing
        self._check_and_notify()

    def _result(self):
        if self._failure is not None:
            raise self._failure
        return self._value

    def get(self, block=True, timeout=None):
        if self.ready():
            return self._result()
        if not block:
            raise Timeout()
        if not self._wait_core(timeout):
            raise Timeout(timeout)
        return self._result()

    result = get

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        if not self.ready():
            self._wait_core(timeout)
        return self.value

    def __call__(self, source):
        # As a link of what ends.
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)
