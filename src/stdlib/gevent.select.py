# gevent.select: waiting for several sockets at once while other greenlets run.

import select as _standard
import socket as _socket
from select import *

from gevent._io import wait_for_events as _wait_for_events

error = OSError


def _wait(events, timeout, until_called=False):
    # In the place of the function of the same name of select.
    known = [descriptor for descriptor in events if descriptor in _socket._files]
    unknown = [(descriptor, POLLNVAL) for descriptor in events if descriptor not in _socket._files]
    numbers = [_socket._files[descriptor] for descriptor in known]
    wanted = [(number, events[descriptor]) for number, descriptor in zip(numbers, known)]
    has = dict(_wait_for_events(wanted, 0 if unknown else timeout, until_called))
    return [(descriptor, has[number]) for descriptor, number in zip(known, numbers) if number in has] + unknown


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    ready = _select(rlist, wlist, xlist, 0)
    if any(ready) or timeout == 0:
        return ready
    events = {}
    for files, event in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        for file in files:
            descriptor = _standard._descriptor(file)
            events[descriptor] = events.get(descriptor, 0) | event
    _wait(events, timeout)
    return _select(rlist, wlist, xlist, 0)


_select = _standard.select
_poll = _standard.poll


class poll(_poll):
    def poll(self, timeout=None, /):
        if timeout is not None:
            timeout = None if timeout < 0 else timeout / 1000
        return _wait(self._wanted_events, timeout)
