# _socketfile: sockets as files: raw, buffered, and text over these.

import _netdata


class File:
    # What all of these files can.
    _shut = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def closed(self):
        return self._shut

    def isatty(self):
        self._check_open()
        return False

    def seekable(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def flush(self):
        self._check_open()

    def seek(self, offset, whence=0, /):
        self._check_open()
        raise _unsupported("File or stream is not seekable.")

    def tell(self):
        self._check_open()
        raise _unsupported("underlying stream is not seekable")

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _unsupported(message):
    return UnsupportedOperation(message)


class SocketIO(File):
    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw"):
            raise ValueError(f"invalid mode: {mode!r}")
        self._sock = sock
        self._file_mode = mode
        self._timed_out = False

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def readable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return "r" in self._file_mode

    def writable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return "w" in self._file_mode

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return False

    def fileno(self):
        self._check_open()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._file_mode + "b"

    def read(self, size=-1, /):
        self._check_open()
        if size is None or size < 0:
            return self.readall()
        if "r" not in self._file_mode:
            raise _unsupported("not readable")
        if self._timed_out:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv(size)
        except TimeoutError:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def readall(self):
        parts = []
        while True:
            data = self.read(8192)
            if not data:
                break
            parts.append(data)
        return b"".join(parts)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        if data is None:
            return None
        buffer[0 : len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        parts = []
        length = 0
        while size is None or size < 0 or length < size:
            data = self.read(1)
            if not data:
                break
            parts.append(data)
            length += 1
            if data == b"\n":
                break
        return b"".join(parts)

    def write(self, data, /):
        self._check_open()
        if "w" not in self._file_mode:
            raise _unsupported("not writable")
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def close(self):
        if self._shut:
            return
        self._shut = True
        sock = self._sock
        self._sock = None
        sock._decref_socketios()


class _Buffered(File):
    def __init__(self, raw, size):
        self.raw = raw
        self._size = size
        self._ahead = b""
        self._behind = b""

    def __repr__(self):
        return f"<_io.{self._shown} name={self.raw.name}>"

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def fileno(self):
        return self.raw.fileno()

    def close(self):
        if self.closed:
            return
        try:
            self.flush()
        finally:
            self.raw.close()

    # What was read ahead comes first.

    def _fill(self):
        data = self.raw.read(self._size)
        if data:
            self._ahead += data
        return data

    def _take(self, count):
        data = self._ahead[:count]
        self._ahead = self._ahead[count:]
        return data

    def _check_readable(self):
        if self.closed:
            raise ValueError("read of closed file")
        if not self.readable():
            raise _unsupported("read")

    def read(self, size=-1, /):
        self._check_readable()
        if size is None or size < 0:
            data = self._take(len(self._ahead)) + self.raw.readall()
            return data
        while len(self._ahead) < size:
            data = self._fill()
            if not data:
                if data is None and not self._ahead:
                    return None
                break
        return self._take(size)

    def read1(self, size=-1, /):
        self._check_readable()
        if size < 0:
            size = self._size
        if not size:
            return b""
        if not self._ahead:
            self._fill()
        return self._take(size)

    def peek(self, size=0, /):
        self._check_readable()
        if not self._ahead:
            self._fill()
        return self._ahead

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[0 : len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        data = self.read1(len(buffer))
        buffer[0 : len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check_readable()
        searched = 0
        limit = -1 if size is None else size
        while True:
            at = self._ahead.find(b"\n", searched)
            if at >= 0 and (limit < 0 or at < limit):
                return self._take(at + 1)
            if 0 <= limit <= len(self._ahead):
                return self._take(limit)
            searched = len(self._ahead)
            if not self._fill():
                return self._take(len(self._ahead))

    # What was written and not yet sent.

    def write(self, data, /):
        if self.closed:
            raise ValueError("write to closed file")
        if not self.writable():
            raise _unsupported("write")
        data = _netdata.bytes_of(data)
        if len(self._behind) + len(data) > self._size:
            self.flush()
            if len(data) >= self._size:
                self._behind = data
                self.flush()
                return len(data)
        self._behind += data
        return len(data)

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        while self._behind:
            sent = self.raw.write(self._behind)
            if sent is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            self._behind = self._behind[sent:]

    def detach(self):
        self.flush()
        raw = self.raw
        self.raw = None
        return raw


class _BufferedReader(_Buffered):
    _shown = "BufferedReader"

    def readable(self):
        return True


class _BufferedWriter(_Buffered):
    _shown = "BufferedWriter"

    def writable(self):
        return True


class _BufferedPair(_BufferedReader):
    _shown = "BufferedRWPair"

    def __repr__(self):
        return f"<_io.BufferedRWPair object at {id(self):#x}>"

    def writable(self):
        return True


class _Text(File):
    # Texts over a buffered file.

    def __init__(self, buffer, encoding, errors, newline, mode):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self.buffer = buffer
        self.encoding = "utf-8" if encoding is None else encoding
        "".encode(self.encoding)
        self.errors = "strict" if errors is None else errors
        self._newline = newline
        self.mode = mode
        self.line_buffering = False
        self.newlines = None
        self._undecoded = b""
        self._decoded = ""

    def __repr__(self):
        name = "" if isinstance(self.buffer, _BufferedPair) else f"name={self.buffer.name} "
        return f"<_io.TextIOWrapper {name}mode={self.mode!r} encoding={self.encoding!r}>"

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def fileno(self):
        return self.buffer.fileno()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def close(self):
        self.buffer.close()

    def flush(self):
        self._check_open()
        self.buffer.flush()

    def write(self, text, /):
        self._check_open()
        if not self.buffer.writable():
            raise _unsupported("not writable")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        count = len(text)
        if self._newline in ("\r", "\r\n"):
            text = text.replace("\n", self._newline)
        self.buffer.write(text.encode(self.encoding, self.errors))
        return count

    def _decode(self, data, last):
        # A character can be cut in two: its first bytes then wait for the others.
        if last:
            return data.decode(self.encoding, self.errors), b""
        for kept in range(min(4, len(data) + 1)):
            cut = len(data) - kept
            try:
                return data[:cut].decode(self.encoding), data[cut:]
            except UnicodeDecodeError:
                pass
        return data.decode(self.encoding, self.errors), b""

    def _fill(self):
        # Reads on; says whether there was more.
        data = self.buffer.read1(8192)
        last = not data
        text, self._undecoded = self._decode(self._undecoded + data, last)
        if self._newline is None:
            # A carriage return at the end may be half of a line's end.
            text = self._held() + text
            if text.endswith("\r") and not last:
                self._return = True
                text = text[:-1]
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._decoded += text
        return not last or bool(text)

    _return = False

    def _held(self):
        if self._return:
            self._return = False
            return "\r"
        return ""

    def _check_readable(self):
        self._check_open()
        if not self.buffer.readable():
            raise _unsupported("not readable")

    def _take(self, count):
        text = self._decoded[:count]
        self._decoded = self._decoded[count:]
        return text

    def read(self, size=-1, /):
        self._check_readable()
        if size is None or size < 0:
            while self._fill():
                pass
            return self._take(len(self._decoded))
        while len(self._decoded) < size and self._fill():
            pass
        return self._take(size)

    def _line_end(self, more):
        # Behind the first line of what is there, or -1.
        text = self._decoded
        if self._newline is None or self._newline == "\n":
            return text.find("\n") + 1 or -1
        if self._newline:
            at = text.find(self._newline)
            return at + len(self._newline) if at >= 0 else -1
        feed, back = text.find("\n"), text.find("\r")
        if back < 0 or 0 <= feed < back:
            return feed + 1 or -1
        if back == len(text) - 1 and more:
            return -1
        return back + 2 if feed == back + 1 else back + 1

    def readline(self, size=-1, /):
        self._check_readable()
        more = True
        while True:
            at = self._line_end(more)
            if at >= 0 and (size < 0 or at <= size):
                return self._take(at)
            if 0 <= size <= len(self._decoded):
                return self._take(size)
            if not more:
                return self._take(len(self._decoded))
            more = self._fill()


def open(sock, mode, buffering, encoding, errors, newline):
    if not set(mode) <= {"r", "w", "b"}:
        raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
    writing = "w" in mode
    reading = "r" in mode or not writing
    binary = "b" in mode
    raw = SocketIO(sock, ("r" if reading else "") + ("w" if writing else ""))
    sock._io_refs += 1
    if buffering is None or buffering < 0:
        buffering = 8192
    if buffering == 0:
        if not binary:
            raise ValueError("unbuffered streams must be binary")
        return raw
    if reading and writing:
        file = _BufferedPair(raw, buffering)
    elif reading:
        file = _BufferedReader(raw, buffering)
    else:
        file = _BufferedWriter(raw, buffering)
    return file if binary else _Text(file, encoding, errors, newline, mode)
