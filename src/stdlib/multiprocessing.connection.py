# multiprocessing.connection: pipes. Each direction is a queue of messages in the machine; an end is closed once no process
# holds it any more, and whoever reads then comes to the end of the file.

import time
from queue import Empty

from multiprocessing.reduction import ForkingPickler, opened, post


class ProcessError(Exception):
    __module__ = "multiprocessing.context"


class BufferTooShort(ProcessError):
    __module__ = "multiprocessing.context"


class TimeoutError(ProcessError):
    __module__ = "multiprocessing.context"


class AuthenticationError(ProcessError):
    __module__ = "multiprocessing.context"


_BYTES = 2


class Connection:
    def __init__(self, readable, writable=None, end=None):
        if isinstance(readable, int):
            # The number of an open file, as CPython has it.
            if readable < 0:
                raise ValueError("invalid handle")
            raise OSError(9, "Bad file descriptor")
        # What is read comes from one queue, what is written goes into another. The end is what others see closed: that of
        # the queue that is written to.
        self._in = readable
        # In a tuple: a queue has the name of the end that reads from it.
        self._writes = (writable,)
        self._end = end
        self._far = None
        self._closed = False

    @property
    def _out(self):
        return self._writes[0]

    def _check(self, queue, what):
        if self._closed:
            raise OSError("handle is closed")
        if queue is None:
            raise OSError(f"connection is {what}-only")

    def send(self, obj):
        self._check(self._out, "read")
        self._send(post(obj))

    def _send(self, message):
        if not vm_pipe_is_open(self._out, self._far):
            vm_open(message)
            raise BrokenPipeError(32, "Broken pipe")
        self._out.put(message)

    def _receive(self):
        self._check(self._in, "write")
        message = self._in.get()
        if message is ...:
            # Whoever reads next comes to it, too.
            self._in.put(...)
            raise EOFError
        return vm_open(message)

    def recv(self):
        kind, data = self._receive()
        return opened(kind, data)

    def send_bytes(self, buffer, offset=0, size=None):
        self._check(self._out, "read")
        buffer = vm_as_bytes(buffer)
        if not isinstance(buffer, bytes):
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(buffer).__name__}'")
        length = len(buffer)
        if offset < 0:
            raise ValueError("offset is negative")
        if length < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = length - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > length:
            raise ValueError("buffer length < offset + size")
        data = buffer[offset : offset + size]
        self._send(vm_post((_BYTES, data), repr(data)))

    def recv_bytes(self, maxlength=None):
        self._check(self._in, "write")
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        kind, data = self._receive()
        if kind != _BYTES:
            # It was sent as an object.
            data = ForkingPickler.dumps(opened(kind, data))
        if maxlength is not None and len(data) > maxlength:
            if self._out is None:
                self.close()
            else:
                self._in = None
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        self._check(self._in, "write")
        view = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("negative offset")
        if offset > len(view):
            raise ValueError("offset too large")
        data = self.recv_bytes()
        if offset + len(data) > len(view):
            raise BufferTooShort(data)
        view[offset : offset + len(data)] = data
        return len(data)

    def poll(self, timeout=0.0):
        self._check(self._in, "write")
        if timeout is not None and timeout <= 0:
            return not self._in.empty()
        try:
            message = self._in.get(timeout=timeout)
        except Empty:
            return False
        self._in._put_back(message)
        return True

    def close(self):
        if not self._closed:
            self._closed = True
            vm_pipe_close(self._out or self._in, self._end)

    @property
    def closed(self):
        return self._closed

    @property
    def readable(self):
        return self._in is not None

    @property
    def writable(self):
        return self._out is not None

    def fileno(self):
        self._check(self, "")
        return 3 + vm_number(self._in or self._out)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __reduce__(self):
        self._check(self, "")
        numbers = [None if queue is None else vm_number(queue) for queue in (self._in, self._out)]
        return _again, (*numbers, self._end, self._far)

    def __repr__(self):
        return f"<multiprocessing.connection.Connection object at {id(self):#x}>"


class _Stream(vm_SimpleQueue):
    def __init__(self, number=None):
        super().__init__()
        if number is None:
            vm_common(self)
        else:
            vm_attach(self, number)

    def _put_back(self, message):
        vm_queue_edit(self, "appendleft", message)


def _again(readable, writable, end, far):
    # The same end, in another process.
    streams = [None if number is None else _Stream(number) for number in (readable, writable)]
    made = Connection(*streams, end)
    made._far = far
    return made


def Pipe(duplex=True):
    there = _Stream()
    back = _Stream() if duplex else there
    # Who writes to one end wants somebody to hold the other.
    one = Connection(back, there if duplex else None, vm_pipe_end(there))
    other = Connection(there if duplex else None, back, vm_pipe_end(back))
    one._far, other._far = other._end, one._end
    return one, other


def wait(object_list, timeout=None):
    # Those of the connections and of the sentinels of processes that are ready.
    objects = list(object_list)
    deadline = None if timeout is None else time.monotonic() + max(timeout, 0.0)
    pause = 0.001
    while True:
        ready = [thing for thing in objects if _is_ready(thing)]
        if ready:
            return ready
        left = None if deadline is None else deadline - time.monotonic()
        if left is not None and left <= 0:
            return []
        if len(objects) == 1:
            _wait_for(objects[0], left)
        else:
            # Nothing of the machine waits for one of several: it looks now and then.
            pause = min(pause * 2, 0.05)
            time.sleep(pause if left is None else min(left, pause))


def _is_ready(thing):
    if isinstance(thing, int):
        return vm_exit_code(thing) is not None
    return thing.poll()


def _wait_for(thing, timeout):
    if isinstance(thing, int):
        vm_wait_process(thing, timeout)
    else:
        thing.poll(timeout)


if vm_mentioned("Listener", "Client", "_challenge", "families", "address_type"):
    # Programs that know each other's addresses only: connections over a socket. A message is its length in four bytes and its
    # bytes; who has a key has to show that the other has it, too.

    import hmac
    import os
    import select
    import socket
    import struct
    from pickle import loads

    families = ["AF_INET", "AF_UNIX"]
    _default_family = "AF_INET"
    MESSAGE_LENGTH = 20
    CHALLENGE = b"#CHALLENGE#"
    WELCOME = b"#WELCOME#"
    FAILURE = b"#FAILURE#"

    def address_type(address):
        # The family that an address is of.
        if type(address) == tuple:
            return "AF_INET"
        if type(address) is str and address.startswith("\\\\"):
            return "AF_PIPE"
        if type(address) is str:
            return "AF_UNIX"
        raise TypeError(f"address type of {address!r} unrecognized")

    def _validate_family(family):
        if family == "AF_PIPE":
            raise ValueError("Family AF_PIPE is not recognized.")
        if family == "AF_UNIX" and not hasattr(socket, family):
            raise ValueError("Family AF_UNIX is not recognized.")

    class _SocketConnection(Connection):
        def __init__(self, sock):
            self._socket = sock
            self._closed = False
            self._in = self._end = self._far = sock
            self._writes = (sock,)

        def _send_message(self, data):
            self._socket.sendall(struct.pack("!i", len(data)) + data)

        def _send(self, message):
            # What send_bytes has made ready for a pipe.
            _, data = vm_open(message)
            self._send_message(data)

        def send(self, obj):
            self._check(self._socket, "read")
            self._send_message(ForkingPickler.dumps(obj))

        def _exactly(self, count, begun):
            parts = []
            while count > 0:
                part = self._socket.recv(count)
                if not part:
                    if begun or parts:
                        raise OSError("got end of file during message")
                    raise EOFError
                parts.append(part)
                count -= len(part)
            return b"".join(parts)

        def recv(self):
            return loads(self.recv_bytes())

        def recv_bytes(self, maxlength=None):
            self._check(self._socket, "write")
            if maxlength is not None and maxlength < 0:
                raise ValueError("negative maxlength")
            (size,) = struct.unpack("!i", self._exactly(4, False))
            if maxlength is not None and size > maxlength:
                self.close()
                raise OSError("bad message length")
            return self._exactly(size, True)

        def poll(self, timeout=0.0):
            self._check(self._socket, "write")
            if timeout is not None and timeout < 0:
                timeout = 0
            return bool(select.select([self._socket], [], [], timeout)[0])

        def close(self):
            if not self._closed:
                self._closed = True
                self._socket.close()

        def fileno(self):
            self._check(self._socket, "")
            return self._socket.fileno()

        def __reduce__(self):
            raise TypeError("raddle does not send a connection over a socket to another process: give it as an argument of Process")

    class Listener:
        __module__ = "multiprocessing.connection"

        def __init__(self, address=None, family=None, backlog=1, authkey=None):
            family = family or (address is not None and address_type(address)) or _default_family
            _validate_family(family)
            if authkey is not None and not isinstance(authkey, bytes):
                raise TypeError("authkey should be a byte string")
            if address is None:
                address = ("localhost", 0) if family == "AF_INET" else f"/tmp/listener-{os.getpid()}-{id(self):x}"
            self._socket = socket.socket(getattr(socket, family))
            try:
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                self._socket.bind(address)
                self._socket.listen(backlog)
            except OSError:
                self._socket.close()
                raise
            self._address = self._socket.getsockname()
            self._last_accepted = None
            self._authkey = authkey

        def accept(self):
            if self._socket is None:
                raise OSError("listener is closed")
            sock, self._last_accepted = self._socket.accept()
            made = _SocketConnection(sock)
            if self._authkey:
                deliver_challenge(made, self._authkey)
                answer_challenge(made, self._authkey)
            return made

        def close(self):
            sock, self._socket = self._socket, None
            if sock is not None:
                sock.close()

        @property
        def address(self):
            return self._address

        @property
        def last_accepted(self):
            return self._last_accepted

        def __enter__(self):
            return self

        def __exit__(self, exc_type, exc_value, exc_tb):
            self.close()

    def Client(address, family=None, authkey=None):
        family = family or address_type(address)
        _validate_family(family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        sock = socket.socket(getattr(socket, family))
        try:
            sock.connect(address)
        except OSError:
            sock.close()
            raise
        made = _SocketConnection(sock)
        if authkey is not None:
            answer_challenge(made, authkey)
            deliver_challenge(made, authkey)
        return made

    def _proof(authkey, asked):
        # What only somebody with the key can say to these bytes.
        if not isinstance(authkey, bytes):
            raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")
        return hmac.new(authkey, asked, "md5").digest()

    def deliver_challenge(connection, authkey):
        # Asks the other to show that it has the key.
        asked = os.urandom(MESSAGE_LENGTH)
        expected = _proof(authkey, asked)
        connection.send_bytes(CHALLENGE + asked)
        is_right = connection.recv_bytes(256) == expected
        connection.send_bytes(WELCOME if is_right else FAILURE)
        if not is_right:
            raise AuthenticationError("digest received was wrong")

    def answer_challenge(connection, authkey):
        # Shows the other that the key is here.
        _proof(authkey, b"")
        received = connection.recv_bytes(256)
        if not received.startswith(CHALLENGE):
            raise AssertionError(f"message = {received!r}")
        connection.send_bytes(_proof(authkey, received.removeprefix(CHALLENGE)))
        if connection.recv_bytes(256) != WELCOME:
            raise AuthenticationError("digest sent was rejected")
