# gevent.server: servers that begin a greenlet for each who comes.

import gevent.socket as socket
from gevent.baseserver import BaseServer


class StreamServer(BaseServer):
    backlog = 256
    reuse_addr = 1

    def __init__(self, listener, handle=None, backlog=None, spawn="default", **ssl_args):
        if ssl_args:
            raise NotImplementedError("raddle does not model ssl")
        BaseServer.__init__(self, listener, handle, spawn)
        if backlog is not None:
            if hasattr(self, "socket"):
                raise TypeError("backlog must be None when a socket instance is passed")
            self.backlog = backlog

    @classmethod
    def get_listener(cls, address, backlog=None, family=None):
        return _bound(address, socket.SOCK_STREAM, cls.backlog if backlog is None else backlog, cls.reuse_addr)

    def init_socket(self):
        if not hasattr(self, "socket"):
            self.socket = self.get_listener(self.address, self.backlog, self.family)
            self.address = self.socket.getsockname()

    def do_read(self):
        kept = self.socket.gettimeout()
        self.socket.settimeout(0)
        try:
            return self.socket.accept()
        finally:
            self.socket.settimeout(kept)

    def do_close(self, sock, *args):
        sock.close()


class DatagramServer(BaseServer):
    reuse_addr = 1

    @classmethod
    def get_listener(cls, address, family=None):
        return _bound(address, socket.SOCK_DGRAM, None, cls.reuse_addr)

    def init_socket(self):
        if not hasattr(self, "socket"):
            self.socket = self.get_listener(self.address, self.family)
            self.address = self.socket.getsockname()
        self._socket = self.socket

    def do_read(self):
        kept = self.socket.gettimeout()
        self.socket.settimeout(0)
        try:
            return self.socket.recvfrom(8192)
        finally:
            self.socket.settimeout(kept)

    def sendto(self, *args):
        return self.socket.sendto(*args)


def _bound(address, kind, backlog, reuse):
    sock = socket.socket(socket.AF_INET, kind)
    try:
        if reuse is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
        try:
            sock.bind(address)
        except OSError as failure:
            raise OSError(failure.errno, f"{failure.strerror}: {address!r}") from None
        if backlog is not None:
            sock.listen(backlog)
    except BaseException:
        sock.close()
        raise
    return sock
