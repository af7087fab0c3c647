# gevent: handlers of signals that run in a greenlet.

import signal as _signal

from gevent._core import spawn_raw


class signal_handler:
    # A handler that is called in a greenlet of its own.
    def __init__(self, signalnum, handler, *args, **kwargs):
        if not callable(handler):
            raise TypeError("signal handler must be callable.")
        self._of = signalnum
        self._before = _signal.signal(signalnum, lambda number, frame: spawn_raw(handler, *args, **kwargs))

    def cancel(self):
        _signal.signal(self._of, self._before)
