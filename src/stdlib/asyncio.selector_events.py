# asyncio: the event loop with sockets. It waits for all of them at once on the machine's loopback network, and a wish of
# another thread ends that waiting.

import socket

import _network

from asyncio.base_events import BaseEventLoop
from asyncio.events import Handle
from asyncio.selector_transports import _SelectorDatagramTransport, _SelectorSocketTransport
from asyncio.servers import Server
from asyncio.tasks import sleep

_READ, _WRITE = 1, 4
_UNMODELLED_TLS = "raddle does not model ssl"


class BaseSelectorEventLoop(BaseEventLoop):
    __module__ = "asyncio.selector_events"

    def __init__(self, selector=None):
        super().__init__()
        # Of every descriptor that is waited for: its number in the network, the handle for reading and that for writing.
        self._watched = {}
        self._transports = {}
        # An end that is nobody's: it is called when another thread wants something.
        self._waker = None

    # Waiting.

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = BaseEventLoop.call_soon_threadsafe(self, callback, *args, context=context)
        if self._waker is not None:
            _network.call(self._waker)
        return handle

    def _wait(self, timers):
        if not self._watched:
            BaseEventLoop._wait(self, timers)
            return
        timeout, now = self._patience(timers)
        if timeout != 0:
            found = self._look(timeout)
            if not found and timeout is not None and not self._called:
                self._reached = now + timeout
            if self._called:
                self._take_in()

    def _run_once(self):
        # Whether something has come is looked at each time, as long as others are called, too.
        if self._watched and (self._ready or self._stopping):
            self._look(0)
        BaseEventLoop._run_once(self)

    def _look(self, timeout):
        wanted = [(self._waker, _READ)]
        for number, reader, writer in self._watched.values():
            wanted.append((number, (_READ if reader is not None else 0) | (_WRITE if writer is not None else 0)))
        has = dict(_network.poll(wanted, timeout, timeout != 0))
        if not has:
            return False
        for descriptor, (number, reader, writer) in [*self._watched.items()]:
            events = has.get(number, 0)
            # What hung up or failed can be read and written: that tells.
            if events & ~_WRITE and reader is not None:
                if reader._cancelled:
                    self._remove_reader(descriptor)
                else:
                    self._ready.append(reader)
            if events & ~_READ and writer is not None:
                if writer._cancelled:
                    self._remove_writer(descriptor)
                else:
                    self._ready.append(writer)
        return True

    def close(self):
        if not self.is_running() and not self._closed and self._waker is not None:
            _network.close(self._waker)
            self._waker = None
            self._watched.clear()
        BaseEventLoop.close(self)

    # Readers and writers.

    def _place(self, fd):
        if isinstance(fd, int):
            descriptor = int(fd)
        else:
            try:
                descriptor = int(fd.fileno())
            except (AttributeError, TypeError, ValueError):
                raise ValueError(f"Invalid file object: {fd!r}") from None
        if descriptor < 0:
            raise ValueError(f"Invalid file descriptor: {descriptor}")
        return descriptor

    def _watch(self, fd, at, handle):
        self._check_closed()
        descriptor = self._place(fd)
        number = socket._files.get(descriptor)
        if number is None:
            raise PermissionError(1, "Operation not permitted")
        if self._waker is None:
            self._waker = _network.open(_network.INET, _network.DATAGRAM)
        entry = self._watched.get(descriptor, (number, None, None))
        if entry[at] is not None:
            entry[at].cancel()
        self._watched[descriptor] = (number, handle, entry[2]) if at == 1 else (number, entry[1], handle)
        return handle

    def _unwatch(self, fd, at):
        if self._closed:
            return False
        descriptor = self._place(fd)
        entry = self._watched.get(descriptor)
        if entry is None:
            return False
        number, reader, writer = entry
        kept = writer if at == 1 else reader
        if kept is None:
            del self._watched[descriptor]
        else:
            self._watched[descriptor] = (number, None, writer) if at == 1 else (number, reader, None)
        if entry[at] is None:
            return False
        entry[at].cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._watch(fd, 1, Handle(callback, args, self))

    def _remove_reader(self, fd):
        return self._unwatch(fd, 1)

    def _add_writer(self, fd, callback, *args):
        return self._watch(fd, 2, Handle(callback, args, self))

    def _remove_writer(self, fd):
        return self._unwatch(fd, 2)

    def _is_free(self, fd):
        transport = self._transports.get(self._place(fd))
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")

    def add_reader(self, fd, callback, *args):
        self._is_free(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        self._is_free(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        self._is_free(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        self._is_free(fd)
        return self._remove_writer(fd)

    # Names: all of them are known at once.

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        await sleep(0)
        return socket.getaddrinfo(host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        await sleep(0)
        return socket.getnameinfo(sockaddr, flags)

    # Sockets of the program.

    async def _attempt(self, sock, writes, step):
        # Does the step when it can be done without waiting.
        if sock.gettimeout() != 0:
            if self._debug:
                raise ValueError("the socket must be non-blocking")
        try:
            return step()
        except BlockingIOError:
            pass
        future = self.create_future()
        descriptor = sock.fileno()
        watch = self._add_writer if writes else self._add_reader

        def again():
            if future.done():
                return
            try:
                result = step()
            except BlockingIOError:
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        handle = watch(descriptor, again)

        def forget(future):
            if not handle.cancelled():
                (self._remove_writer if writes else self._remove_reader)(descriptor)

        future.add_done_callback(forget)
        return await future

    async def sock_recv(self, sock, n):
        return await self._attempt(sock, False, lambda: sock.recv(n))

    async def sock_recv_into(self, sock, buf):
        return await self._attempt(sock, False, lambda: sock.recv_into(buf))

    async def sock_recvfrom(self, sock, bufsize):
        return await self._attempt(sock, False, lambda: sock.recvfrom(bufsize))

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await self._attempt(sock, False, lambda: sock.recvfrom_into(buf, nbytes or len(buf)))

    async def sock_sendto(self, sock, data, address):
        return await self._attempt(sock, True, lambda: sock.sendto(data, address))

    async def sock_sendall(self, sock, data):
        left = bytes(data)

        def step():
            nonlocal left
            while left:
                left = left[sock.send(left) :]

        await self._attempt(sock, True, step)

    async def sock_accept(self, sock):
        connection, address = await self._attempt(sock, False, sock.accept)
        connection.setblocking(False)
        return connection, address

    async def sock_connect(self, sock, address):
        begun = False

        def step():
            nonlocal begun
            if begun:
                number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if number:
                    raise OSError(number, f"Connect call failed {address}")
                return
            begun = True
            sock.connect(address)

        await self._attempt(sock, True, step)

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        if offset:
            file.seek(offset)
        sent = 0
        while count is None or sent < count:
            data = file.read(16384 if count is None else min(count - sent, 16384))
            if not data:
                break
            await self.sock_sendall(sock, data)
            sent += len(data)
        return sent

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        raise NotImplementedError("raddle does not model loop.sendfile(): read the file and write it")

    async def start_tls(self, transport, protocol, sslcontext, **options):
        raise NotImplementedError(_UNMODELLED_TLS)

    async def connect_read_pipe(self, protocol_factory, pipe):
        raise NotImplementedError("raddle has no pipes that a loop could wait for")

    async def connect_write_pipe(self, protocol_factory, pipe):
        raise NotImplementedError("raddle has no pipes that a loop could wait for")

    # Connections.

    async def _connected(self, sock, protocol_factory, server=None, extra=None):
        # The transport and the protocol, when the protocol knows of it.
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        return transport, protocol

    async def create_connection(
        self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None,
        server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
        interleave=None,
    ):
        if ssl:
            raise NotImplementedError(_UNMODELLED_TLS)
        if server_hostname is not None:
            raise ValueError("server_hostname is only meaningful with ssl")
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            sock = await self._reach(host, port, family, proto, flags, local_addr)
        elif sock is None:
            raise ValueError("host and port was not specified and no sock specified")
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await self._connected(sock, protocol_factory)

    async def _reach(self, host, port, family, proto, flags, local_addr):
        infos = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, proto, flags)
        failures = []
        for kind, type, number, _, address in infos:
            sock = None
            try:
                sock = socket.socket(kind, type, number)
                sock.setblocking(False)
                if local_addr is not None:
                    try:
                        sock.bind((socket.gethostbyname(local_addr[0]), local_addr[1]))
                    except OSError as error:
                        text = f"error while attempting to bind on address {local_addr!r}: {error.strerror.lower()}"
                        raise OSError(error.errno, text) from None
                await self.sock_connect(sock, address)
                return sock
            except OSError as error:
                failures.append(error)
                if sock is not None:
                    sock.close()
            except BaseException:
                if sock is not None:
                    sock.close()
                raise
        if not failures:
            raise OSError("getaddrinfo() returned empty list")
        if len({str(error) for error in failures}) == 1:
            raise failures[0]
        raise OSError(f"Multiple exceptions: {', '.join([str(error) for error in failures])}")

    async def create_unix_connection(
        self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, **options
    ):
        if ssl:
            raise NotImplementedError(_UNMODELLED_TLS)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, str(path))
            except BaseException:
                sock.close()
                raise
        elif sock is None:
            raise ValueError("no path and sock were specified")
        return await self._connected(sock, protocol_factory)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, **options):
        if ssl:
            raise NotImplementedError(_UNMODELLED_TLS)
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await self._connected(sock, protocol_factory)

    # Servers.

    def _accept(self, protocol_factory, sock, server, backlog):
        for _ in range(backlog):
            try:
                connection, address = sock.accept()
            except (BlockingIOError, ConnectionAbortedError):
                return
            self.create_task(self._accepted(protocol_factory, connection, address, server))

    async def _accepted(self, protocol_factory, connection, address, server):
        try:
            await self._connected(connection, protocol_factory, server, {"peername": address})
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if self._debug:
                message = "Error on transport creation for incoming connection"
                self.call_exception_handler({"message": message, "exception": error})

    async def create_server(
        self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None,
        reuse_address=None, reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
    ):
        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        if ssl is not None:
            raise NotImplementedError(_UNMODELLED_TLS)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            hosts = [None] if host == "" else [host] if host is None or isinstance(host, str) else [*host]
            sockets = self._bound(hosts, port, family, flags, reuse_address, reuse_port)
        elif sock is None:
            raise ValueError("Neither host/port nor sock were specified")
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        else:
            sockets = [sock]
        return await self._serve(sockets, protocol_factory, backlog, start_serving)

    async def _serve(self, sockets, protocol_factory, backlog, start_serving):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog)
        if start_serving:
            server._start()
            await sleep(0)
        return server

    def _bound(self, hosts, port, family, flags, reuse_address, reuse_port):
        places = []
        for host in hosts:
            for info in socket.getaddrinfo(host, 0 if port is None else port, family, socket.SOCK_STREAM, 0, flags):
                if info not in places:
                    places.append(info)
        sockets = []
        try:
            for kind, type, number, _, address in places:
                sock = socket.socket(kind, type, number)
                sockets.append(sock)
                if reuse_address is None or reuse_address:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                try:
                    sock.bind(address)
                except OSError as error:
                    text = f"error while attempting to bind on address {address!r}: {error.strerror.lower()}"
                    raise OSError(error.errno, text) from None
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
        return sockets

    async def create_unix_server(
        self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, start_serving=True, **options
    ):
        if ssl is not None:
            raise NotImplementedError(_UNMODELLED_TLS)
        if path is not None:
            if sock is not None:
                raise ValueError("path and sock can not be specified at the same time")
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.bind(str(path))
            except OSError as error:
                sock.close()
                if error.errno == 98:
                    raise OSError(98, f"Address {path!r} is already in use") from None
                raise
        elif sock is None:
            raise ValueError("path was not specified, and no sock specified")
        return await self._serve([sock], protocol_factory, backlog, start_serving)

    # Datagrams.

    async def create_datagram_endpoint(
        self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None,
        allow_broadcast=None, sock=None,
    ):
        address = remote_addr
        if sock is not None:
            if sock.type != socket.SOCK_DGRAM:
                raise ValueError(f"A UDP Socket was expected, got {sock!r}")
            if local_addr or remote_addr or family or proto or flags or reuse_port or allow_broadcast:
                raise ValueError("socket modifier keyword arguments can not be used when sock is specified.")
            sock.setblocking(False)
            address = None
        else:
            if not (local_addr or remote_addr) and not family:
                raise ValueError("unexpected address family")
            sock = socket.socket(socket.AF_UNIX if family == socket.AF_UNIX else socket.AF_INET, socket.SOCK_DGRAM)
            try:
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                for given in (local_addr, remote_addr):
                    if given is not None and family != socket.AF_UNIX and not (isinstance(given, tuple) and len(given) == 2):
                        raise TypeError("2-tuple is expected")
                if local_addr:
                    sock.bind(local_addr)
                if remote_addr:
                    if not allow_broadcast:
                        await self.sock_connect(sock, remote_addr)
                    address = remote_addr
            except BaseException:
                sock.close()
                raise
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = _SelectorDatagramTransport(self, sock, protocol, address, waiter)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        return transport, protocol
