# gevent.socket: sockets whose waiting lets other greenlets run.

import socket as _standard
from socket import *
from time import monotonic as _monotonic

import _netdata
import _network

from gevent._io import wait_for_events as _wait_for_events

timeout = _standard.timeout
error = _standard.error
_IN, _OUT = 1, 4
_TIMED_OUT = object()
_base = _standard.socket
_GLOBAL_DEFAULT_TIMEOUT = _standard._GLOBAL_DEFAULT_TIMEOUT


class socket(_base):
    # For the machine it never waits; how long it would is kept here.
    def _begin(self, number, descriptor, family, kind, proto):
        _base._begin(self, number, descriptor, family, kind, proto)
        self._kept_limit = self._limit
        self._limit = 0.0

    @property
    def timeout(self):
        return self._kept_limit

    def gettimeout(self):
        return self._kept_limit

    def settimeout(self, value, /):
        limit = _standard._seconds(value)
        self._number()
        self._kept_limit = limit

    def setblocking(self, flag, /):
        self._number()
        self._kept_limit = None if flag else 0.0

    def getblocking(self):
        self._number()
        return self._kept_limit != 0

    def _wait_until(self, events, limit):
        # In a handler of BlockingIOError: the error itself is raised where nobody wants to wait.
        if limit == 0:
            raise
        if not _wait_for_events([(self._number(), events)], limit):
            raise TimeoutError("timed out")

    def _limit_of(self, flags):
        return 0.0 if flags & MSG_DONTWAIT else self._kept_limit

    def dup(self):
        copy = _base.dup(self)
        copy._kept_limit = self._kept_limit
        return copy

    def accept(self):
        while True:
            try:
                number, address = _network.accept(self._number(), 0)
                break
            except BlockingIOError:
                self._wait_until(_IN, self._kept_limit)
        accepted = socket.__new__(socket)
        accepted._limit = getdefaulttimeout()
        accepted._begin(number, _standard._new_descriptor(number), self._family, self._kind, self.proto)
        accepted._options = self._options
        return accepted, address

    def connect(self, address, /):
        while True:
            try:
                return _base.connect(self, address)
            except BlockingIOError:
                self._wait_until(_OUT, self._kept_limit)

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except TimeoutError as failure:
            return failure.errno or EAGAIN
        except gaierror:
            raise
        except OSError as failure:
            return failure.errno
        return 0

    def recv(self, bufsize, flags=0, /):
        while True:
            try:
                return _base.recv(self, bufsize, flags)
            except BlockingIOError:
                self._wait_until(_IN, self._limit_of(flags))

    def recvfrom(self, bufsize, flags=0, /):
        while True:
            try:
                return _base.recvfrom(self, bufsize, flags)
            except BlockingIOError:
                self._wait_until(_IN, self._limit_of(flags))

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        while True:
            try:
                return _base.recvmsg(self, bufsize, ancbufsize, flags)
            except BlockingIOError:
                self._wait_until(_IN, self._limit_of(flags))

    def send(self, data, flags=0, /):
        while True:
            try:
                return _base.send(self, data, flags)
            except BlockingIOError:
                self._wait_until(_OUT, self._limit_of(flags))

    def sendall(self, data, flags=0, /):
        data = _netdata.bytes_of(data)
        limit = self._limit_of(flags)
        end = None if limit is None else _monotonic() + limit
        while True:
            try:
                sent = _base.send(self, data, flags)
            except BlockingIOError:
                left = None if end is None else end - _monotonic()
                if limit and left <= 0:
                    raise TimeoutError("timed out") from None
                self._wait_until(_OUT, left if limit else limit)
                continue
            if sent >= len(data):
                return
            data = data[sent:]

    def sendfile(self, file, offset=0, count=None):
        if self._kept_limit == 0:
            raise ValueError("non-blocking sockets are not supported")
        if offset:
            file.seek(offset)
        sent = 0
        while count is None or sent < count:
            data = file.read(8192 if count is None else min(count - sent, 8192))
            if not data:
                break
            self.sendall(data)
            sent += len(data)
        if sent > 0 and hasattr(file, "seek"):
            file.seek(offset + sent)
        return sent


SocketType = socket


def _green(plain):
    # The same socket, for greenlets.
    if isinstance(plain, socket):
        return plain
    made = socket.__new__(socket)
    made._limit = plain._limit
    made._begin(plain._number(), plain.detach(), plain._family, plain._kind, plain.proto)
    made._options = plain._options
    return made


def fromfd(fd, family, type, proto=0):
    return _green(_fromfd(fd, family, type, proto))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    one, other = _socketpair(family, type, proto)
    return _green(one), _green(other)


_fromfd, _socketpair = _standard.fromfd, _standard.socketpair


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    if all_errors:
        raise NotImplementedError("create_connection() with all_errors is not modelled by raddle")
    host, port = address
    failure = None
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)
            return sock
        except OSError as found:
            failure = failure or found
            if sock is not None:
                sock.close()
    if failure is None:
        raise OSError("getaddrinfo returns an empty list")
    raise failure


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = _create_server(
        address, family=family, backlog=backlog, reuse_port=reuse_port, dualstack_ipv6=dualstack_ipv6
    )
    return _green(made)


_create_server = _standard.create_server


def _wait_at(fileno, events, limit, refusal):
    number = _standard._files.get(fileno)
    if number is None:
        raise OSError(9, "Bad file descriptor")
    if not _wait_for_events([(number, events)], limit):
        raise TimeoutError("timed out") if refusal is _TIMED_OUT else refusal


def wait_read(fileno, timeout=None, timeout_exc=_TIMED_OUT):
    _wait_at(fileno, _IN, timeout, timeout_exc)


def wait_write(fileno, timeout=None, timeout_exc=_TIMED_OUT, event=None):
    _wait_at(fileno, _OUT, timeout, timeout_exc)


def wait_readwrite(fileno, timeout=None, timeout_exc=_TIMED_OUT, event=None):
    _wait_at(fileno, _IN | _OUT, timeout, timeout_exc)
