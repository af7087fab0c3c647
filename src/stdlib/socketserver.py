# socketserver: servers that take requests from the network, in one thread or with a thread for each.

import select
import socket
import threading
from time import monotonic

import _netdata
import _network
import _socketfile

__all__ = [
    "BaseServer",
    "TCPServer",
    "UDPServer",
    "ThreadingUDPServer",
    "ThreadingTCPServer",
    "BaseRequestHandler",
    "StreamRequestHandler",
    "DatagramRequestHandler",
    "ThreadingMixIn",
    "UnixStreamServer",
    "UnixDatagramServer",
    "ThreadingUnixStreamServer",
    "ThreadingUnixDatagramServer",
]


class BaseServer:
    timeout = None

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._stopped = threading.Event()
        self._stop_wanted = False

    def server_activate(self):
        pass

    def serve_forever(self, poll_interval=0.5):
        self._stopped.clear()
        # A server that does something of its own between requests does it every so often; no other looks up in vain.
        pause = None if type(self).service_actions is BaseServer.service_actions else poll_interval
        try:
            while not self._stop_wanted:
                ready = _wait_for_request(self, pause, True)
                # Whoever shut it down wants no request to be taken any more.
                if self._stop_wanted:
                    break
                if ready:
                    self._handle_request_noblock()
                self.service_actions()
        finally:
            self._stop_wanted = False
            self._stopped.set()

    def shutdown(self):
        self._stop_wanted = True
        number = socket._files.get(self.fileno())
        if number is not None:
            _network.call(number)
        self._stopped.wait()

    def service_actions(self):
        pass

    def handle_request(self):
        timeout = self.socket.gettimeout()
        if timeout is None:
            timeout = self.timeout
        elif self.timeout is not None:
            timeout = min(timeout, self.timeout)
        deadline = None if timeout is None else monotonic() + timeout
        while True:
            if _wait_for_request(self, timeout, False):
                return self._handle_request_noblock()
            if timeout is not None:
                timeout = deadline - monotonic()
                if timeout < 0:
                    return self.handle_timeout()

    def _handle_request_noblock(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            return
        if not self.verify_request(request, client_address):
            self.shutdown_request(request)
            return
        try:
            self.process_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
            self.shutdown_request(request)
        except:
            self.shutdown_request(request)
            raise

    def handle_timeout(self):
        pass

    def verify_request(self, request, client_address):
        return True

    def process_request(self, request, client_address):
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def server_close(self):
        pass

    def finish_request(self, request, client_address):
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        self.close_request(request)

    def close_request(self, request):
        pass

    def handle_error(self, request, client_address):
        line = "-" * 40 + "\n"
        report = vm_report(vm_handled())
        vm_write(f"{line}Exception occurred during processing of request from {client_address!r}\n{report}{line}", True)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.server_close()


def _wait_for_request(server, timeout, until_called):
    return select._wait({server.fileno(): 1}, timeout, until_called)


class TCPServer(BaseServer):
    address_family = socket.AF_INET
    socket_type = socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = False
    allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        BaseServer.__init__(self, server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if bind_and_activate:
            try:
                self.server_bind()
                self.server_activate()
            except:
                self.server_close()
                raise

    def server_bind(self):
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.allow_reuse_port:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        self.socket.close()

    def fileno(self):
        return self.socket.fileno()

    def get_request(self):
        return self.socket.accept()

    def shutdown_request(self, request):
        try:
            request.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        self.close_request(request)

    def close_request(self, request):
        request.close()


class UDPServer(TCPServer):
    allow_reuse_address = False
    allow_reuse_port = False
    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        data, client_addr = self.socket.recvfrom(self.max_packet_size)
        return (data, self.socket), client_addr

    def server_activate(self):
        pass

    def shutdown_request(self, request):
        self.close_request(request)

    def close_request(self, request):
        pass


class ThreadingMixIn:
    daemon_threads = False
    block_on_close = True
    # The threads that are waited for at the end, never changed in its place.
    _request_threads = ()

    def process_request_thread(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            self.shutdown_request(request)

    def process_request(self, request, client_address):
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address))
        thread.daemon = self.daemon_threads
        if not thread.daemon and self.block_on_close:
            self._request_threads += (thread,)
        thread.start()

    def server_close(self):
        super().server_close()
        threads = self._request_threads
        self._request_threads = ()
        for thread in threads:
            thread.join()


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    pass


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


if vm_mentioned("Forking"):
    import os

    class ForkingMixIn:
        timeout = 300
        active_children = None
        max_children = 40
        block_on_close = True

        def collect_children(self, *, blocking=False):
            # Waits for children that have ended; where there are too many, until there is one less.
            children = self.active_children or ()
            while len(children) >= self.max_children:
                pid, _ = os.waitpid(-1, 0)
                children = [child for child in children if child != pid]
            left = set()
            for pid in children:
                try:
                    if os.waitpid(pid, 0 if blocking else os.WNOHANG)[0] != pid:
                        left.add(pid)
                except ChildProcessError:
                    pass
            self.active_children = left

        def handle_timeout(self):
            self.collect_children()

        def process_request(self, request, client_address):
            # Children are looked for whenever another one comes, so that the server never looks up in vain.
            self.collect_children()
            pid = os.fork()
            if pid:
                self.active_children.add(pid)
                self.close_request(request)
                return
            status = 1
            try:
                self.finish_request(request, client_address)
                status = 0
            except Exception:
                self.handle_error(request, client_address)
            finally:
                try:
                    self.shutdown_request(request)
                finally:
                    os._exit(status)

        def server_close(self):
            super().server_close()
            self.collect_children(blocking=self.block_on_close)

    class ForkingUDPServer(ForkingMixIn, UDPServer):
        pass

    class ForkingTCPServer(ForkingMixIn, TCPServer):
        pass


class UnixStreamServer(TCPServer):
    address_family = socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    address_family = socket.AF_UNIX


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    pass


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
    pass


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class StreamRequestHandler(BaseRequestHandler):
    rbufsize = -1
    wbufsize = 0
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        self.connection = self.request
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        if self.wbufsize == 0:
            self.wfile = _SocketWriter(self.connection)
        else:
            self.wfile = self.connection.makefile("wb", self.wbufsize)

    def finish(self):
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except socket.error:
                pass
        self.wfile.close()
        self.rfile.close()


class _SocketWriter(_socketfile.File):
    # A file whose writes are sent as a whole, at once.
    def __init__(self, sock):
        self._sock = sock

    def writable(self):
        return True

    def write(self, data, /):
        self._check_open()
        self._sock.sendall(data)
        return len(data)

    def fileno(self):
        return self._sock.fileno()

    def close(self):
        self._shut = True


class _DatagramFile:
    # The bytes of a datagram to read, or those of an answer as they are written.
    def __init__(self, data=b""):
        self._content = data
        self._place = 0
        self.closed = False

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def read(self, size=-1, /):
        end = len(self._content) if size is None or size < 0 else self._place + size
        data = self._content[self._place : end]
        self._place += len(data)
        return data

    def readline(self, size=-1, /):
        at = self._content.find(b"\n", self._place) + 1 or len(self._content)
        if size is not None and size >= 0:
            at = min(at, self._place + size)
        return self.read(at - self._place)

    def readlines(self, hint=-1, /):
        return [line for line in self]

    def write(self, data, /):
        data = _netdata.bytes_of(data)
        end = self._place + len(data)
        self._content = self._content[: self._place] + data + self._content[end:]
        self._place = end
        return len(data)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def getvalue(self):
        return self._content

    def flush(self):
        pass

    def close(self):
        self.closed = True


class DatagramRequestHandler(BaseRequestHandler):
    def setup(self):
        self.packet, self.socket = self.request
        self.rfile = _DatagramFile(self.packet)
        self.wfile = _DatagramFile()

    def finish(self):
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
