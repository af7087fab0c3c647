# gevent: what waits for sockets in the loop.

import _network
import socket

from gevent._core import Waiter, get_hub
from gevent._loop import _Watcher, _sockets, _without


class _Io(_Watcher):
    # It waits for events of several ends of the network.
    def __init__(self, loop, wanted, until_called=False, ref=True):
        super().__init__(loop, ref)
        self._wanted = wanted
        self._until_called = until_called
        self._has = None

    def _begin(self):
        if self not in self._loop._watched:
            self._loop._watched += (self,)

    def stop(self):
        self.callback = self.args = None
        self._loop._watched = _without(self._loop._watched, self)


def _io(self, fd, events, ref=True, priority=None):
    number = socket._files.get(fd)
    if number is None:
        raise ValueError(f"fd {fd} is no socket of raddle's network")
    return _Io(self, [(number, (1 if events & 1 else 0) | (4 if events & 2 else 0))], ref=ref)


def _poll(self, timeout):
    wanted = {}
    until_called = False
    if self._asyncs:
        if self._waker is None:
            self._waker = _network.open(_network.INET, _network.DATAGRAM)
        if self._sent:
            timeout = 0
        wanted[self._waker] = 1
        until_called = True
    for watcher in self._watched:
        until_called = until_called or watcher._until_called
        for number, events in watcher._wanted:
            wanted[number] = wanted.get(number, 0) | events
    ready = dict(_network.poll([*wanted.items()], timeout, until_called and timeout != 0))
    found = []
    for watcher in self._watched:
        has = []
        for number, events in watcher._wanted:
            # What hung up, failed or is not there is told to all.
            events = ready.get(number, 0) & (events | 56)
            if events:
                has.append((number, events))
        if has or watcher._until_called and not ready and timeout != 0:
            watcher._has = has
            found.append(watcher)
    return found


_sockets.extend((_io, _poll, _network.call))


def wait_for_events(wanted, timeout, until_called=False):
    # As _network.poll(), and others run meanwhile.
    ready = _poll_now(wanted, until_called)
    if ready or timeout == 0:
        return ready
    hub = get_hub()
    watcher = _Io(hub.loop, wanted, until_called)
    waiter = Waiter(hub)
    timer = None
    if timeout is not None:
        timer = hub.loop.timer(timeout)
        timer.start(waiter.switch, False)
    watcher.start(waiter.switch, True)
    try:
        return watcher._has if waiter.get() else []
    finally:
        watcher.stop()
        if timer is not None:
            timer.stop()


def _poll_now(wanted, until_called):
    return _network.poll(wanted, 0, until_called)


def wait_on_end(number, events, timeout, refusal):
    # Waits for something at one end of the network, but no longer than the time that is given.
    if not wait_for_events([(number, events)], timeout):
        raise refusal
