# gevent: the hub, to which greenlets hand over when they have to wait.

import sys
import time

import greenlet as _greenlets
from greenlet import GreenletExit, getcurrent, greenlet

from gevent._loop import loop
from gevent.exceptions import BlockingSwitchOutError, InvalidSwitchError, LoopExit


class Hub(greenlet):
    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    _carrier_name = "Hub"
    name = ""
    threadpool_size = 10
    exception_stream = property(lambda self: sys.stderr)

    def __init__(self):
        main = getcurrent()._family
        greenlet.__init__(self, None, main)
        self.loop = loop(self)

    def __repr__(self):
        waits = f"pending={self.loop.pendingcnt} ref={self.loop.activecnt}"
        return f"<Hub '{self.name}' at {id(self):#x} epoll {waits} thread_ident={self._family._thread.ident:#x}>"

    @property
    def main_hub(self):
        import threading

        return self._family._thread is threading.main_thread()

    def switch(self):
        current = getcurrent()
        if current is self:
            raise BlockingSwitchOutError("Impossible to call blocking function in the event loop callback")
        out = getattr(current, "switch_out", None)
        if out is not None:
            out()
        return greenlet.switch(self)

    def run(self):
        while True:
            self.loop.run()
            # Nothing is left that could wake anybody.
            text = "This operation would block forever"
            self._parent.throw(LoopExit(text, self, []))

    def wait(self, watcher):
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            if waiter.get() is not waiter:
                raise InvalidSwitchError(f"Invalid switch into {getcurrent()!r}")
        finally:
            watcher.close()

    def cancel_wait(self, watcher, error, close_watcher=False):
        self.loop.run_callback(_cancel_wait, watcher, error)

    def join(self, timeout=None):
        # Waits until nothing is left to do.
        if getcurrent() is not self._parent:
            raise AssertionError("only possible from the MAIN greenlet")
        if self.dead:
            return True
        waiter = Waiter(self)
        timer = None
        if timeout is not None:
            timer = self.loop.timer(timeout, ref=False)
            timer.start(waiter.switch, None)
        try:
            try:
                waiter.get()
            except LoopExit:
                return True
        finally:
            if timer is not None:
                timer.close()
        return False

    def destroy(self, destroy_loop=None):
        self._family._hub = None

    def handle_error(self, context, type, value, tb):
        if isinstance(value, str):
            value = type(value)
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        current = getcurrent()
        if current is self or current is self._parent or self.loop is None:
            self._parent.throw(type, value, tb)
        else:
            # The main greenlet is thrown it in its turn, and this one goes on now.
            callback = self.loop.run_callback(current.switch)
            try:
                self._parent.throw(type, value, tb)
            finally:
                callback.stop()

    def print_exception(self, context, t, v, tb):
        text = "" if v is None else vm_report(v)
        if context is not None:
            text += f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} "
            text += f"{context} failed with {getattr(t, '__name__', 'exception')}\n\n"
        self.exception_stream.write(text)


def _cancel_wait(watcher, error):
    if watcher.active:
        switch = watcher.callback
        waiter = getattr(switch, "__self__", None)
        if waiter is not None:
            waiter.throw(error)


def get_hub():
    family = getcurrent()._family
    hub = family._hub
    if hub is None:
        hub = family._hub = hub_class()
    return hub


def get_hub_if_exists():
    return getcurrent()._family._hub


def set_hub(hub):
    getcurrent()._family._hub = hub


hub_class = Hub
_NOTHING = object()


class Waiter:
    # A place to wait at for one greenlet; who comes first leaves its value there.
    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.greenlet = None
        self.value = None
        self._failure = _NOTHING

    def clear(self):
        self.greenlet = None
        self.value = None
        self._failure = _NOTHING

    def __str__(self):
        if self._failure is _NOTHING:
            return f"<{type(self).__name__} greenlet={self.greenlet}>"
        return f"<{type(self).__name__} greenlet={self.greenlet} value={self.value!r}>"

    def ready(self):
        return self._failure is not _NOTHING

    def successful(self):
        return self._failure is None

    @property
    def exc_info(self):
        failure = self._failure
        return None if failure is None or failure is _NOTHING else (type(failure), failure, failure.__traceback__)

    def switch(self, value=None):
        waiting = self.greenlet
        if waiting is None:
            self.value = value
            self._failure = None
        else:
            try:
                waiting.switch(value)
            except BaseException as error:
                self.hub.handle_error(waiting.switch, type(error), error, error.__traceback__)

    def switch_args(self, *args):
        return self.switch(args)

    def throw(self, *throw_args):
        waiting = self.greenlet
        if waiting is None:
            self._failure = _greenlets._exception_of(*throw_args)
        else:
            try:
                waiting.throw(*throw_args)
            except BaseException as error:
                self.hub.handle_error(waiting.throw, type(error), error, error.__traceback__)

    def get(self):
        if self._failure is not _NOTHING:
            if self._failure is None:
                return self.value
            raise self._failure
        if self.greenlet is not None:
            raise RuntimeError(f"This Waiter is already used by {self.greenlet!r}")
        self.greenlet = getcurrent()
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


class MultipleWaiter(Waiter):
    # Several values may be left before they are asked for.
    def __init__(self, hub=None):
        super().__init__(hub)
        self._values = ()

    def switch(self, value=None):
        self._values += (value,)
        Waiter.switch(self, True)

    def get(self):
        if not self._values:
            Waiter.get(self)
            Waiter.clear(self)
        first = self._values[0]
        self._values = self._values[1:]
        return first


def sleep(seconds=0, ref=True):
    hub = get_hub()
    if seconds <= 0:
        waiter = Waiter(hub)
        hub.loop.run_callback(waiter.switch, None)
        waiter.get()
    else:
        hub.wait(hub.loop.timer(seconds, ref=ref))


def idle(priority=0):
    hub = get_hub()
    hub.wait(hub.loop.idle())


def spawn_raw(function, *args, **kwargs):
    if not callable(function):
        raise TypeError("function must be callable")
    hub = get_hub()
    made = greenlet(function, hub)
    if kwargs:
        import functools

        function = functools.partial(function, **kwargs)
        made = greenlet(function, hub)
    hub.loop.run_callback(made.switch, *args)
    return made


def kill(greenlet, exception=GreenletExit):
    # The greenlet ends by the exception when the loop comes to it.
    if not greenlet.dead:
        get_hub().loop.run_callback(greenlet.throw, exception)
