# select: waiting for several sockets at once. What else has a descriptor cannot be waited for.

import _netdata
import _network
import socket as _socket

error = OSError
POLLIN = 1
POLLPRI = 2
POLLOUT = 4
POLLERR = 8
POLLHUP = 16
POLLNVAL = 32
POLLRDNORM = 64
POLLRDBAND = 128
POLLWRNORM = 256
POLLWRBAND = 512
POLLMSG = 1024
POLLRDHUP = 0x2000
EPOLLIN = 1
EPOLLPRI = 2
EPOLLOUT = 4
EPOLLERR = 8
EPOLLHUP = 16
EPOLLRDNORM = 64
EPOLLRDBAND = 128
EPOLLWRNORM = 256
EPOLLWRBAND = 512
EPOLLMSG = 1024
EPOLLRDHUP = 0x2000
EPOLLEXCLUSIVE = 1 << 28
EPOLLONESHOT = 1 << 30
EPOLLET = 1 << 31
EPOLL_CLOEXEC = 524288
PIPE_BUF = 4096


def _descriptor(file):
    if isinstance(file, int):
        descriptor = int(file)
    else:
        fileno = getattr(file, "fileno", None)
        if fileno is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        descriptor = fileno()
        if not isinstance(descriptor, int):
            raise TypeError("fileno() returned a non-integer")
    if descriptor < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({descriptor})")
    return descriptor


def _wait(events, timeout, until_called=False):
    # Of events by descriptors: those descriptors that have some, with them.
    known = [descriptor for descriptor in events if descriptor in _socket._files]
    unknown = [(descriptor, POLLNVAL) for descriptor in events if descriptor not in _socket._files]
    if unknown:
        timeout = 0
    wanted = [(_socket._files[descriptor], events[descriptor]) for descriptor in known]
    has = {}
    for number, found in _network.poll(wanted, timeout, until_called):
        has[number] = found
    numbers = [number for number, _ in wanted]
    return [(descriptor, has[number]) for descriptor, number in zip(known, numbers) if number in has] + unknown


def _seconds(timeout, unit):
    if timeout is None:
        return None
    if not isinstance(timeout, (int, float)):
        raise TypeError("timeout must be a float or None")
    return timeout / unit


def select(rlist, wlist, xlist, timeout=None, /):
    timeout = _seconds(timeout, 1)
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    events = {}
    lists = []
    for files, event in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        try:
            files = list(files)
        except TypeError:
            raise TypeError("arguments 1-3 must be sequences") from None
        descriptors = [_descriptor(file) for file in files]
        for descriptor in descriptors:
            if descriptor not in _socket._files:
                raise OSError(9, "Bad file descriptor")
            events[descriptor] = events.get(descriptor, 0) | event
        lists.append(zip(files, descriptors))
    has = dict(_wait(events, timeout))
    # A connection that hung up can be read, and one with a fault be written, too.
    result = []
    for files, events_of in zip(lists, (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)):
        result.append([file for file, descriptor in files if has.get(descriptor, 0) & events_of])
    return result[0], result[1], result[2]


class poll:
    def __new__(cls):
        new = object.__new__(cls)
        new._wanted_events = vm_frozen({})
        return new

    def __repr__(self):
        return f"<select.poll object at {id(self):#x}>"

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted_events[_descriptor(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        descriptor = _descriptor(fd)
        if descriptor not in self._wanted_events:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted_events = _netdata.table_with(self._wanted_events, descriptor, eventmask)

    def unregister(self, fd, /):
        descriptor = _descriptor(fd)
        if descriptor not in self._wanted_events:
            raise KeyError(descriptor)
        self._wanted_events = _netdata.table_without(self._wanted_events, descriptor)

    def poll(self, timeout=None, /):
        timeout = _seconds(timeout, 1000)
        if timeout is not None and timeout < 0:
            timeout = None
        return _wait(self._wanted_events, timeout)


class epoll:
    def __init__(self, sizehint=-1, flags=0):
        self._wanted_events = vm_frozen({})
        self._is_closed = False

    def __repr__(self):
        return f"<select.epoll object at {id(self):#x}>"

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def _check(self):
        if self._is_closed:
            raise ValueError("I/O operation on closed epoll object")

    @property
    def closed(self):
        return self._is_closed

    def close(self):
        self._is_closed = True

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._check()
        descriptor = _descriptor(fd)
        if descriptor not in _socket._files:
            raise OSError(9, "Bad file descriptor")
        if eventmask & EPOLLET:
            raise NotImplementedError("epoll with EPOLLET: events are told for as long as they last here")
        if descriptor in self._wanted_events:
            raise FileExistsError(17, "File exists")
        self._wanted_events = _netdata.table_with(self._wanted_events, descriptor, eventmask)

    def modify(self, fd, eventmask):
        self._check()
        descriptor = _descriptor(fd)
        if descriptor not in self._wanted_events:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted_events = _netdata.table_with(self._wanted_events, descriptor, eventmask)

    def unregister(self, fd):
        self._check()
        descriptor = _descriptor(fd)
        if descriptor not in _socket._files:
            raise OSError(9, "Bad file descriptor")
        if descriptor not in self._wanted_events:
            raise FileNotFoundError(2, "No such file or directory")
        self._wanted_events = _netdata.table_without(self._wanted_events, descriptor)

    def poll(self, timeout=None, maxevents=-1):
        self._check()
        if maxevents == -1:
            maxevents = 1023
        elif maxevents < 1:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        timeout = _seconds(timeout, 1)
        if timeout is not None and timeout < 0:
            timeout = None
        # Whoever was closed is no longer watched.
        wanted = {}
        for descriptor in self._wanted_events:
            if descriptor in _socket._files and self._wanted_events[descriptor] & ~EPOLLONESHOT:
                wanted[descriptor] = self._wanted_events[descriptor]
        found = _wait(wanted, timeout)[:maxevents]
        for descriptor, _ in found:
            if wanted[descriptor] & EPOLLONESHOT:
                self._wanted_events = _netdata.table_with(self._wanted_events, descriptor, 0)
        return found
