# gevent.baseserver: what servers of streams and of datagrams have in common.

import gevent.socket as socket
from gevent._core import get_hub, spawn_raw
from gevent._io import _Io
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.pool import Pool


def parse_address(address):
    if isinstance(address, tuple):
        if not address[0] or ":" in address[0]:
            return socket.AF_INET, ("", address[1]) if not address[0] else address
        return socket.AF_INET, address
    if isinstance(address, str) and ":" in address or isinstance(address, int):
        if isinstance(address, str):
            host, port = address.rsplit(":", 1)
            if host == "*":
                host = ""
            return socket.AF_INET, (host, int(port))
        return socket.AF_INET, ("", int(address))
    raise ValueError(f"Failed to parse address {address!r}")


class BaseServer:
    min_delay = 0.01
    max_delay = 1
    max_accept = 100
    stop_timeout = 1

    def __init__(self, listener, handle=None, spawn="default"):
        self._stop_event = Event()
        self._stop_event.set()
        self._watcher = None
        self._handle = None
        self.pool = None
        self.full = lambda: False
        if hasattr(listener, "accept") or hasattr(listener, "recvfrom"):
            if hasattr(listener, "do_handshake"):
                raise TypeError(f"Expected a regular socket, not SSLSocket: {listener!r}")
            self.family = listener.family
            self.address = listener.getsockname()
            self.socket = socket._green(listener)
        else:
            self.family, self.address = parse_address(listener)
        if spawn == "default":
            self._spawn = Greenlet.spawn
        elif spawn == "raw":
            self._spawn = spawn_raw
        elif spawn is None:
            self._spawn = None
        elif hasattr(spawn, "spawn"):
            self._set_pool(spawn)
        elif isinstance(spawn, int):
            self._set_pool(Pool(spawn))
        else:
            self._spawn = spawn
        if handle is not None:
            self.handle = handle

    def _set_pool(self, pool):
        self.pool = pool
        self._spawn = pool.spawn
        self.full = pool.full

    def set_handle(self, handle):
        self.handle = handle

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._info()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._info()}>"

    def _info(self):
        handle = self.__dict__.get("handle")
        place = f"fileno={self.socket.fileno()} " if hasattr(self, "socket") else ""
        return f"{place}address={self.address} handle={handle!r}" if handle is not None else f"{place}address={self.address}"

    @property
    def server_host(self):
        return self.address[0] if isinstance(self.address, tuple) else None

    @property
    def server_port(self):
        return self.address[1] if isinstance(self.address, tuple) else None

    @property
    def started(self):
        return not self._stop_event.is_set()

    @property
    def closed(self):
        return not hasattr(self, "socket")

    def init_socket(self):
        pass

    def start(self):
        self.init_socket()
        self._stop_event.clear()
        try:
            self.start_accepting()
        except BaseException:
            self.close()
            raise

    def start_accepting(self):
        if self._watcher is None:
            hub = get_hub()
            self._watcher = _Io(hub.loop, [(self.socket._number(), 1)])
            self._watcher.start(self._do_read)

    def stop_accepting(self):
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher = None

    def _start_again(self, *args):
        if self.started:
            self.start_accepting()

    def _do_read(self):
        for _ in range(self.max_accept):
            if self.full():
                self.stop_accepting()
                if self.pool is not None:
                    self.pool._semaphore.rawlink(self._start_again)
                return
            try:
                args = self.do_read()
            except BlockingIOError:
                return
            except BaseException as error:
                get_hub().handle_error(self, type(error), error, error.__traceback__)
                self.stop_accepting()
                get_hub().loop.timer(self.min_delay).start(self._start_again)
                return
            if args is None:
                return
            self.do_handle(*args)

    def do_handle(self, *args):
        if self._spawn is None:
            self._handled(*args)
        else:
            self._spawn(self._handled, *args)

    def _handled(self, *args):
        try:
            self.handle(*args)
        finally:
            self.do_close(*args)

    def do_close(self, *args):
        pass

    def close(self):
        self._stop_event.set()
        self.stop_accepting()
        if hasattr(self, "socket"):
            self.socket.close()
            del self.socket

    def stop(self, timeout=None):
        self.close()
        if timeout is None:
            timeout = self.stop_timeout
        if self.pool is not None:
            self.pool.join(timeout=timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        if not self.started:
            self.start()
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()

    def is_fatal_error(self, ex):
        return isinstance(ex, OSError) and ex.errno in (9, 22, 95, 88)
