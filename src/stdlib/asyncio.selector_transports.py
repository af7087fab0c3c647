# asyncio: what is between the loop and a socket: what cannot be sent at once is kept here.

import socket
import sys

import _netdata

from asyncio.futures import _release
from asyncio.protocols import BufferedProtocol
from asyncio.transports import DatagramTransport, Transport
from asyncio.trsock import TransportSocket

_MOST = 256 * 1024
_WARN_FROM = 5


class _Buffered(Transport):
    def __init__(self, loop, extra):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_limits(None, None)

    def _tell(self, method, name):
        try:
            method()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                "message": f"protocol.{name}() failed",
                "exception": error,
                "transport": self,
                "protocol": self._protocol,
            })

    def _pause_if_full(self):
        if self.get_write_buffer_size() > self._high and not self._protocol_paused:
            self._protocol_paused = True
            self._tell(self._protocol.pause_writing, "pause_writing")

    def _resume_if_room(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low:
            self._protocol_paused = False
            self._tell(self._protocol.resume_writing, "resume_writing")

    def get_write_buffer_limits(self):
        return self._low, self._high

    def _set_limits(self, high, low):
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_limits(high, low)
        self._pause_if_full()


class _SelectorTransport(_Buffered):
    __module__ = "asyncio.selector_events"

    def __init__(self, loop, sock, protocol, extra, server):
        super().__init__(loop, extra)
        self._extra["socket"] = TransportSocket(sock)
        try:
            self._extra["sockname"] = sock.getsockname()
        except OSError:
            self._extra["sockname"] = None
        if "peername" not in self._extra:
            try:
                self._extra["peername"] = sock.getpeername()
            except OSError:
                self._extra["peername"] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self._server = server
        # How often something was to be written since the connection is lost.
        self._lost = 0
        self._closing = False
        self._paused = False
        self.set_protocol(protocol)
        if server is not None:
            server._attach()
        loop._transports[self._sock_fd] = self

    def __repr__(self):
        parts = [type(self).__name__]
        if self._sock is None:
            parts.append("closed")
        elif self._closing:
            parts.append("closing")
        parts.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed():
            _, reader, writer = self._loop._watched.get(self._sock_fd, (0, None, None))
            parts.append("read=idle" if reader is None else "read=polling")
            state = "idle" if writer is None else "polling"
            parts.append(f"write=<{state}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(parts)}>"

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._begin_reading()

    def _begin_reading(self):
        if self.is_reading():
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self.get_write_buffer_size():
            self._lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, error, message):
        if not isinstance(error, OSError):
            self._loop.call_exception_handler({
                "message": message,
                "exception": error,
                "transport": self,
                "protocol": self._protocol,
            })
        self._force_close(error)

    def _force_close(self, error):
        if self._lost:
            return
        if self.get_write_buffer_size():
            self._forget_written()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._lost += 1
        self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(error)
        finally:
            self._loop._transports.pop(self._sock_fd, None)
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server = self._server
            if server is not None:
                server._detach()
                self._server = None


def _bytes_of(data):
    try:
        return _netdata.bytes_of(data)
    except TypeError:
        raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}") from None


class _SelectorSocketTransport(_SelectorTransport):
    __module__ = "asyncio.selector_events"

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._unsent = b""
        self._eof = False
        super().__init__(loop, sock, protocol, extra, server)
        if sock.family == socket.AF_INET:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._begin_reading)
        if waiter is not None:
            loop.call_soon(_release, waiter)

    def _read_ready(self):
        if self._lost:
            return
        if isinstance(self._protocol, BufferedProtocol):
            self._read_into_buffer()
            return
        try:
            data = self._sock.recv(_MOST)
        except BlockingIOError:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on socket transport")
            return
        if not data:
            self._hear_end()
            return
        try:
            self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal error: protocol.data_received() call failed.")

    def _read_into_buffer(self):
        try:
            buffer = self._protocol.get_buffer(-1)
            if not len(buffer):
                raise RuntimeError("get_buffer() returned an empty buffer")
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal error: protocol.get_buffer() call failed.")
            return
        try:
            length = self._sock.recv_into(buffer)
        except BlockingIOError:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on socket transport")
            return
        if not length:
            self._hear_end()
            return
        try:
            self._protocol.buffer_updated(length)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal error: protocol.buffer_updated() call failed.")

    def _hear_end(self):
        try:
            stays_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal error: protocol.eof_received() call failed.")
            return
        if stays_open:
            # Nothing more is to be read, but there may be something to write.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def get_write_buffer_size(self):
        return len(self._unsent)

    def _forget_written(self):
        self._unsent = b""

    def write(self, data):
        data = _bytes_of(data)
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._lost:
            if self._lost >= _WARN_FROM:
                sys.stderr.write("socket.send() raised exception.\n")
            self._lost += 1
            return
        if not self._unsent:
            try:
                data = data[self._sock.send(data) :]
            except BlockingIOError:
                pass
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, "Fatal write error on socket transport")
                return
            if not data:
                return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._unsent += data
        self._pause_if_full()

    def _write_ready(self):
        if self._lost:
            return
        try:
            self._unsent = self._unsent[self._sock.send(self._unsent) :]
        except BlockingIOError:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop._remove_writer(self._sock_fd)
            self._unsent = b""
            self._fatal_error(error, "Fatal write error on socket transport")
            return
        self._resume_if_room()
        if not self._unsent:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._unsent:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True


class _SelectorDatagramTransport(_SelectorTransport, DatagramTransport):
    __module__ = "asyncio.selector_events"

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra, None)
        self._address = address
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._begin_reading)
        if waiter is not None:
            loop.call_soon(_release, waiter)

    def get_write_buffer_size(self):
        # Datagrams are sent at once, or lost.
        return 0

    def _read_ready(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(_MOST)
        except BlockingIOError:
            return
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on datagram transport")
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        data = _bytes_of(data)
        if not data:
            return
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
            if self._lost:
                self._lost += 1
                return
        try:
            if self._extra["peername"]:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal write error on datagram transport")
