# _io_base: what all files have in common.
#
# Every call of a method is one operation: the thread rests before it (at the file's content if it is read or written
# there, at the object's own turn otherwise) and does the rest at once. Methods whose names begin with an underscore do the
# work inside of such an operation.

DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def unsupported(name):
    raise UnsupportedOperation(name)


def as_index(value, kind="an integer"):
    if isinstance(value, int):
        return value
    if hasattr(type(value), "__index__"):
        return value.__index__()
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as {kind}")


def as_size(size):
    # The argument of a read: None and negative numbers mean everything.
    if size is None:
        return -1
    if isinstance(size, int):
        return size
    if hasattr(type(size), "__index__"):
        return size.__index__()
    raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")


def check_bytes(data):
    data = vm_as_bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


class IOBase:
    __module__ = "io"
    _closed = False
    # Whose operations read and write the content of a file: a description of _files, or None.
    _file = None

    def __init__(self):
        self._closed = False

    @classmethod
    def __subclasshook__(cls, subclass):
        # The standard streams are texts that nobody else made.
        if subclass.__name__ == "_Stream" and subclass.__module__ == "sys":
            return cls is IOBase or cls is TextIOBase or cls.__name__ == "TextIOWrapper" or NotImplemented
        return NotImplemented

    # The turn of an object: a list that nobody reads, at which threads rest that share the object.
    _turn = None

    def _turn_list(self):
        turn = self._turn
        if turn is None:
            turn = self._turn = [0]
        return turn

    def _begin(self, writes=None):
        # Begins an operation. `writes`: whether it writes into the file or reads there; None if it does neither.
        if writes is None or self._file is None:
            self._turn_list().reverse()
        else:
            self._file.rest(writes)
        vm_atomic(True)

    def _check_open(self, message="I/O operation on closed file."):
        if self.closed:
            raise ValueError(message)

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check_open()

    def seek(self, offset, whence=0, /):
        unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        unsupported("truncate")

    def fileno(self):
        unsupported("fileno")

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def readline(self, size=-1, /):
        size = as_size(size)
        line = b""
        while size < 0 or len(line) < size:
            piece = self.read(1)
            if not piece:
                break
            line += piece
            if piece == b"\n":
                break
        return line

    def readlines(self, hint=-1, /):
        hint = as_size(hint)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint < total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open("I/O operation on closed file.")
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_open("I/O operation on closed file.")
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open("I/O operation on closed file.")
        return self

    def __exit__(self, *exc):
        self.close()


class RawIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        unsupported("read")

    def readall(self):
        pieces = []
        while True:
            piece = self.read(DEFAULT_BUFFER_SIZE)
            if not piece:
                break
            pieces.append(piece)
        return b"".join(pieces)

    def write(self, data, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1, /):
        unsupported("read")

    def read1(self, size=-1, /):
        unsupported("read1")

    def write(self, data, /):
        unsupported("write")

    def detach(self):
        unsupported("detach")


class TextIOBase(IOBase):
    __module__ = "io"
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        unsupported("read")

    def readline(self, size=-1, /):
        unsupported("readline")

    def write(self, text, /):
        unsupported("write")

    def detach(self):
        unsupported("detach")
