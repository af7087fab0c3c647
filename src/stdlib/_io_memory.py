# _io_memory: bytes and texts that behave like files.

from _io_base import BufferedIOBase, TextIOBase, as_index, as_size, check_bytes
from _io_decoding import check_newline, ends_in, line_end, newlines_of


class _Memory:
    # Bytes or characters in one value: `_EMPTY` is none of them, `_HOLE` what stands where nobody wrote.
    def _hold(self, value):
        self._closed = False
        self._value = value
        self._place = 0
        # What is written at the end is joined when somebody looks.
        self._pieces = []
        self._length = len(value)

    def _begin(self, writes=None):
        self._turn_list().reverse()
        vm_atomic(True)
        if self._closed:
            vm_atomic(False)
            self._check_open()

    def _join(self):
        if self._pieces:
            self._value += self._EMPTY.join(self._pieces)
            self._pieces = []
        return self._value

    def _read(self, size):
        value = self._join()
        start = self._place
        data = value[start:] if size < 0 else value[start:start + size]
        self._place = start + len(data)
        return data

    def _put(self, data):
        place = self._place
        if place == self._length:
            self._pieces.append(data)
        else:
            value = self._join()
            hole = self._HOLE * (place - self._length)
            self._value = value[:place] + hole + data + value[place + len(data):]
        self._place = place + len(data)
        if self._place > self._length:
            self._length = self._place

    def getvalue(self):
        self._begin()
        try:
            return self._join()
        finally:
            vm_atomic(False)

    def read(self, size=-1, /):
        size = as_size(size)
        self._begin()
        try:
            return self._read(size)
        finally:
            vm_atomic(False)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        self._check_open()
        return self._place

    def truncate(self, size=None, /):
        self._begin()
        try:
            size = self._place if size is None else as_index(size)
            if size < 0:
                raise ValueError(f"{self._NEGATIVE} size value {size}")
            self._value = self._join()[:size]
            self._length = len(self._value)
            return size
        finally:
            vm_atomic(False)

    def close(self):
        self._closed = True

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable


class _Shown:
    # What is in a BytesIO, for a memoryview of it.
    def __init__(self, stream):
        self._stream = stream

    def __len__(self):
        return self._stream._length

    def __getitem__(self, part):
        return self._stream._join()[part]

    def __setitem__(self, part, data):
        stream = self._stream
        stream._begin()
        try:
            whole = bytearray(stream._join())
            whole[part] = data
            stream._value = bytes(whole)
        finally:
            vm_atomic(False)


class BytesIO(_Memory, BufferedIOBase):
    __module__ = "_io"
    _EMPTY = b""
    _HOLE = b"\0"
    _NEGATIVE = "negative"

    def __init__(self, initial_bytes=b""):
        if initial_bytes is None:
            initial_bytes = b""
        initial_bytes = check_bytes(initial_bytes)
        self._hold(initial_bytes)

    def _write(self, data):
        if data:
            self._put(data)
        return len(data)

    def read1(self, size=-1, /):
        return self.read(size)

    def readline(self, size=-1, /):
        size = as_size(size)
        self._begin()
        try:
            end = self._join().find(b"\n", self._place) + 1
            line = (end or self._length) - self._place
            return self._read(line if size < 0 or line < size else size) if line > 0 else b""
        finally:
            vm_atomic(False)

    def readlines(self, size=None, /):
        # Here the hint is enough when it is reached; elsewhere it has to be passed.
        size = as_size(size)
        lines = []
        total = 0
        while not 0 < size <= total:
            line = self.readline()
            if not line:
                break
            lines.append(line)
            total += len(line)
        return lines

    def write(self, data, /):
        data = check_bytes(data)
        self._begin()
        try:
            return self._write(data)
        finally:
            vm_atomic(False)

    def seek(self, offset, whence=0, /):
        self._check_open()
        offset = as_index(offset)
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"negative seek value {offset}")
        self._begin()
        try:
            offset += 0 if whence == 0 else self._place if whence == 1 else self._length
            self._place = offset if offset > 0 else 0
            return self._place
        finally:
            vm_atomic(False)

    def readinto(self, buffer, /):
        self._check_open()
        if isinstance(buffer, bytes) or getattr(buffer, "readonly", False):
            kind = type(buffer).__name__
            raise TypeError(f"readinto() argument must be read-write bytes-like object, not {kind}")
        if not isinstance(buffer, bytearray):
            from _io_views import bytes_view

            buffer = bytes_view(buffer)
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readinto1 = readinto

    def getbuffer(self):
        from _io_views import bytes_view

        self._check_open()
        return bytes_view(self, _Shown(self))

    def flush(self):
        self._check_open()

    def __repr__(self):
        return f"<_io.BytesIO object at {id(self):#x}>"


class StringIO(_Memory, TextIOBase):
    __module__ = "_io"
    _EMPTY = ""
    _HOLE = "\0"
    _NEGATIVE = "Negative"

    def __init__(self, initial_value="", newline="\n"):
        check_newline(newline, True)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._seen = ()
        self._hold("")
        if initial_value:
            self._write(initial_value)
            self._place = 0

    def _check_open(self, message="I/O operation on closed file"):
        if self._closed:
            raise ValueError(message)

    def _write(self, text):
        newline = self._newline
        if newline is None or newline == "":
            self._seen = ends_in(text, self._seen)
            if newline is None and "\r" in text:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif newline != "\n" and "\n" in text:
            text = text.replace("\n", newline)
        if text:
            self._put(text)

    @property
    def newlines(self):
        self._check_open()
        return newlines_of(self._seen)

    @property
    def line_buffering(self):
        self._check_open()
        return False

    def readline(self, size=-1, /):
        size = as_size(size)
        self._begin()
        try:
            value = self._join()
            if self._place >= self._length:
                return ""
            end = line_end(value, self._place, self._newline)
            if end < 0 and self._newline == "" and value.endswith("\r"):
                end = self._length
            line = (end if end >= 0 else self._length) - self._place
            return self._read(line if size < 0 or line < size else size)
        finally:
            vm_atomic(False)

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        self._begin()
        try:
            self._write(text)
            return len(text)
        finally:
            vm_atomic(False)

    def seek(self, offset, whence=0, /):
        self._check_open()
        offset = as_index(offset)
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._begin()
        try:
            self._place = offset if whence == 0 else self._place if whence == 1 else self._length
            return self._place
        finally:
            vm_atomic(False)

    def flush(self):
        pass

    def isatty(self):
        self._check_open("I/O operation on closed file.")
        return False

    def __repr__(self):
        return f"<_io.StringIO object at {id(self):#x}>"
