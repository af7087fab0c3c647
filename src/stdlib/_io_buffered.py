# _io_buffered: files of bytes in the machine's memory, without a buffer and with one.

import _files
from _io_base import (
    DEFAULT_BUFFER_SIZE, BufferedIOBase, RawIOBase, as_index, as_size, check_bytes, unsupported,
)

# A file without a buffer.

_FLAGS = {"r": _files.READ, "w": _files.WRITE | _files.CREATE | _files.EMPTY,
          "a": _files.WRITE | _files.CREATE | _files.APPEND, "x": _files.WRITE | _files.CREATE | _files.EXCLUSIVE}


class FileIO(RawIOBase):
    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._closed = True
        kinds = [letter for letter in mode if letter in "rwax"]
        if [letter for letter in mode if letter not in "rwaxb+"]:
            raise ValueError(f"invalid mode: {mode}")
        if len(kinds) != 1 or mode.count("+") > 1:
            text = "Must have exactly one of create/read/write/append mode and at most one plus"
            raise ValueError(text)
        flags = _FLAGS[kinds[0]]
        if "+" in mode:
            flags = flags & ~3 | _files.BOTH
        self._reads = flags & 3 != _files.WRITE
        self._writes = flags & 3 != _files.READ
        self._kind = kinds[0]
        self.closefd = closefd
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._file = _files.by_number(file)
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        elif opener is not None:
            descriptor = opener(file, flags)
            if not isinstance(descriptor, int):
                raise TypeError("expected integer from opener")
            if descriptor < 0:
                raise ValueError(f"opener returned {descriptor}")
            self._file = _files.by_number(descriptor)
        else:
            if not isinstance(file, (str, bytes)):
                self.name = file = _files.text_of(file)
            self._file = _files.open_file(file, flags)
            if self._file._kind == "folder":
                self._file.close()
                raise _files.mistake(21, file)
        self._closed = False
        if kinds[0] == "a" and self._file._disk_number is not None:
            self._begin(False)
            try:
                self._file.seek(0, 2)
            finally:
                vm_atomic(False)

    @property
    def mode(self):
        if self._kind == "x":
            return "xb+" if self._reads else "xb"
        if self._kind == "a":
            return "ab+" if self._reads else "ab"
        if self._reads:
            return "rb+" if self._writes else "rb"
        return "wb"

    def _check_raw(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _read(self, size):
        self._check_raw()
        if not self._reads:
            unsupported("File not open for reading")
        return self._file.read(size)

    def _write(self, data):
        self._check_raw()
        if not self._writes:
            unsupported("File not open for writing")
        return self._file.write(data)

    def _seek(self, offset, whence=0):
        self._check_raw()
        return self._file.seek(offset, whence)

    def _truncate(self, size):
        self._check_raw()
        if not self._writes:
            unsupported("File not open for writing")
        self._file.truncate(size)
        return size

    def read(self, size=-1, /):
        self._begin(False)
        try:
            return self._read(as_size(size))
        finally:
            vm_atomic(False)

    def readall(self):
        return self.read()

    def write(self, data, /):
        data = check_bytes(data)
        self._begin(True)
        try:
            return self._write(data)
        finally:
            vm_atomic(False)

    def seek(self, offset, whence=0, /):
        self._begin(False if whence == 2 else None)
        try:
            return self._seek(as_index(offset), whence)
        finally:
            vm_atomic(False)

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._begin(True)
        try:
            return self._truncate(self._file.place() if size is None else as_index(size))
        finally:
            vm_atomic(False)

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd:
                _files.release(self._file)

    def fileno(self):
        self._check_raw()
        return _files.number(self._file)

    def isatty(self):
        self._check_raw()
        return False

    def readable(self):
        self._check_raw()
        return self._reads

    def writable(self):
        self._check_raw()
        return self._writes

    def seekable(self):
        self._check_raw()
        return self._file._disk_number is not None

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"


# Files with a buffer, of what was read ahead (_ahead) and of what is still to be written (_late).


class Buffered(BufferedIOBase):
    _ahead = _late = b""
    _raw = None

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self._buffer_size = buffer_size
        self._ahead = self._late = b""
        # A raw file of the library is worked with inside of an operation; of another one the methods are called.
        self._file = raw._file if isinstance(raw, FileIO) else None
        if self._file is None:
            self._raw_read, self._raw_write, self._raw_seek = raw.read, raw.write, raw.seek
        else:
            self._raw_read, self._raw_write, self._raw_seek = raw._read, raw._write, raw._seek

    def _begin(self, writes=None):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        if self._file is not None and writes is not None:
            self._file.rest(writes)
        else:
            self._turn_list().reverse()
        # Another's raw file may wait for something.
        if self._file is not None:
            vm_atomic(True)

    @property
    def raw(self):
        return self._raw

    @property
    def closed(self):
        return self._raw is not None and self._raw.closed

    @property
    def name(self):
        return self._raw.name

    @property
    def mode(self):
        return self._raw.mode

    def fileno(self):
        return self._raw.fileno()

    def isatty(self):
        return self._raw.isatty()

    def seekable(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw.seekable()

    # Inside of an operation.

    def _flush_late(self):
        late = self._late
        if late:
            self._late = b""
            while late:
                count = self._raw_write(late)
                if count is None:
                    self._late = late
                    raise BlockingIOError(11, "write could not complete without blocking", 0)
                late = late[count:]

    def _drop_ahead(self):
        if self._ahead:
            self._raw_seek(-len(self._ahead), 1)
            self._ahead = b""

    def _get(self, size):
        self._flush_late()
        ahead = self._ahead
        if size < 0:
            self._ahead = b""
            rest = self._raw_read(-1)
            if rest is None:
                return ahead or None
            return ahead + rest
        if size <= len(ahead):
            self._ahead = ahead[size:]
            return ahead[:size]
        pieces = [ahead]
        self._ahead = b""
        missing = size - len(ahead)
        while missing > 0:
            piece = self._raw_read(missing if missing > self._buffer_size else self._buffer_size)
            if not piece:
                if piece is None and not any(pieces):
                    return None
                break
            pieces.append(piece[:missing])
            self._ahead = piece[missing:]
            missing -= len(piece)
        return b"".join(pieces)

    def _get_some(self, size):
        self._flush_late()
        if not self._ahead and size:
            if size < 0 or size >= self._buffer_size:
                return self._raw_read(self._buffer_size if size < 0 else size) or b""
            self._ahead = self._raw_read(self._buffer_size) or b""
        data = self._ahead if size < 0 else self._ahead[:size]
        self._ahead = self._ahead[len(data):]
        return data

    def _get_line(self, size):
        self._flush_late()
        line = b""
        while True:
            ahead = self._ahead
            end = ahead.find(b"\n") + 1
            if 0 <= size - len(line) <= (end or len(ahead)):
                end = size - len(line)
                self._ahead = ahead[end:]
                return line + ahead[:end]
            if end:
                self._ahead = ahead[end:]
                return line + ahead[:end]
            line += ahead
            self._ahead = self._raw_read(self._buffer_size) or b""
            if not self._ahead:
                return line

    def _put(self, data):
        self._drop_ahead()
        late = self._late
        limit = self._buffer_size
        if len(late) + len(data) <= limit:
            self._late = late + data
            return len(data)
        self._flush_late()
        left = data
        while len(left) > limit:
            count = self._raw_write(left)
            if count is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            left = left[count:]
        self._late = left
        return len(data)

    def _find_place(self):
        return self._raw_seek(0, 1) - len(self._ahead) + len(self._late)

    def _move(self, offset, whence):
        self._flush_late()
        if whence == 1:
            offset -= len(self._ahead)
        elif whence == 0 and self._ahead:
            # As CPython: within what was read ahead nothing is read again.
            start = self._raw_seek(0, 1) - len(self._ahead)
            if start <= offset <= start + len(self._ahead):
                self._ahead = self._ahead[offset - start:]
                return offset
        found = self._raw_seek(offset, whence)
        self._ahead = b""
        return found

    # Operations that all have.

    def seek(self, offset, whence=0, /):
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self._check_open("seek of closed file")
        self._begin(True if self._late else False if whence == 2 else None)
        try:
            return self._move(as_index(offset), whence)
        finally:
            vm_atomic(False)

    def tell(self):
        self._begin()
        try:
            if self._file is None:
                return self._raw.tell() - len(self._ahead) + len(self._late)
            return self._find_place()
        finally:
            vm_atomic(False)

    def truncate(self, size=None, /):
        self._check_open("truncate of closed file")
        if not self._raw.writable():
            unsupported("truncate")
        self._begin(True)
        try:
            self._flush_late()
            size = self._find_place() if size is None else as_index(size)
            return self._raw.truncate(size) if self._file is None else self._raw._truncate(size)
        finally:
            vm_atomic(False)

    def flush(self):
        self._check_open("flush of closed file")
        self._begin(True if self._late else None)
        try:
            self._flush_late()
        finally:
            vm_atomic(False)

    def close(self):
        if self._raw is None or self._raw.closed:
            return
        try:
            self.flush()
        finally:
            self._raw.close()

    def detach(self):
        self.flush()
        raw = self._raw
        self._raw = None
        return raw

    def __repr__(self):
        kind = f"<_io.{type(self).__name__}"
        name = getattr(self._raw, "name", None)
        return kind + ">" if name is None else f"{kind} name={name!r}>"


class _Reading:
    # What those have that read.

    def readable(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw.readable()

    def peek(self, size=0, /):
        self._check_open("peek of closed file")
        self._begin(None if self._ahead else False)
        try:
            self._flush_late()
            if not self._ahead:
                self._ahead = self._raw_read(self._buffer_size) or b""
            return self._ahead
        finally:
            vm_atomic(False)

    def read(self, size=-1, /):
        size = as_size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._check_open("read of closed file")
        self._begin(None if 0 <= size <= len(self._ahead) else False)
        try:
            return self._get(size)
        finally:
            vm_atomic(False)

    def read1(self, size=-1, /):
        self._check_open("read of closed file")
        self._begin(None if self._ahead else False)
        try:
            return self._get_some(as_index(size))
        finally:
            vm_atomic(False)

    def readline(self, size=-1, /):
        self._check_open("readline of closed file")
        self._begin(None if b"\n" in self._ahead else False)
        try:
            return self._get_line(as_size(size))
        finally:
            vm_atomic(False)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class _Writing:
    # What those have that write.

    def writable(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        return self._raw.writable()

    def write(self, data, /):
        data = check_bytes(data)
        self._check_open("write to closed file")
        full = len(self._late) + len(data) > self._buffer_size
        self._begin(True if full else None)
        try:
            return self._put(data)
        finally:
            vm_atomic(False)


class BufferedReader(_Reading, Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            unsupported("File or stream is not readable.")
        Buffered.__init__(self, raw, buffer_size)

    def flush(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached")
        self._check_open()


class BufferedWriter(_Writing, Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            unsupported("File or stream is not writable.")
        Buffered.__init__(self, raw, buffer_size)


class BufferedRandom(_Reading, _Writing, Buffered):
    __module__ = "_io"

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            unsupported("File or stream is not seekable.")
        if not raw.readable():
            unsupported("File or stream is not readable.")
        if not raw.writable():
            unsupported("File or stream is not writable.")
        Buffered.__init__(self, raw, buffer_size)


class BufferedRWPair(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def readline(self, size=-1, /):
        return self._reader.readline(size)

    def write(self, data, /):
        return self._writer.write(data)

    def flush(self):
        self._writer.flush()

    def readable(self):
        return self._reader.readable()

    def writable(self):
        return self._writer.writable()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()

    @property
    def closed(self):
        return self._writer.closed
