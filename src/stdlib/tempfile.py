# tempfile: files and folders with names that nobody else has, in the machine's memory.

import io as _io
import os as _os
import shutil as _shutil

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
    "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb",
]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def gettempdir():
    return "/tmp" if tempdir is None else tempdir


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def gettempprefixb():
    return template.encode()


def _name(prefix, suffix, dir):
    bits = vm_random_bits([], 48)
    letters = ""
    for _ in range(8):
        letters += _LETTERS[bits % 37]
        bits //= 37
    dir = gettempdir() if dir is None else _os.fspath(dir)
    return _os.path.join(dir, (template if prefix is None else prefix) + letters + (suffix or ""))


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    for _ in range(TMP_MAX):
        name = _name(prefix, suffix, dir)
        try:
            return (_os.open(name, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), _os.path.abspath(name))
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkdtemp(suffix=None, prefix=None, dir=None):
    for _ in range(TMP_MAX):
        name = _name(prefix, suffix, dir)
        try:
            _os.mkdir(name, 0o700)
        except FileExistsError:
            continue
        return name
    raise FileExistsError(17, "No usable temporary directory name found")


def mktemp(suffix="", prefix=template, dir=None):
    for _ in range(TMP_MAX):
        name = _name(prefix, suffix, dir)
        if not _os.path.lexists(name):
            return name
    raise FileExistsError(17, "No usable temporary filename found")


class _TemporaryFileWrapper:
    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._removed = False

    def __getattr__(self, name):
        if name == "file":
            raise AttributeError(name)
        return getattr(self.file, name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        for line in self.file:
            yield line

    def close(self):
        try:
            self.file.close()
        finally:
            if self.delete and not self._removed:
                self._removed = True
                _os.unlink(self.name)

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper object at {id(self):#x}>"


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    descriptor, name = mkstemp(suffix, prefix, dir)
    try:
        file = _io.open(descriptor, mode, buffering, encoding, errors, newline)
    except BaseException:
        _os.unlink(name)
        _os.close(descriptor)
        raise
    _named(file, name)
    return _TemporaryFileWrapper(file, name, delete)


def _named(file, name):
    # The file is called by its path, not by its number.
    while not isinstance(file, _io.FileIO):
        file = file.buffer if isinstance(file, _io.TextIOWrapper) else file.raw
    file.name = name


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    descriptor, name = mkstemp(suffix, prefix, dir)
    _os.unlink(name)
    return _io.open(descriptor, mode, buffering, encoding, errors, newline)


class SpooledTemporaryFile(_io.IOBase):
    # In memory it is anyway: it becomes a file of the machine's when it grows beyond the limit.
    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._inner = _io.BytesIO()
        if "b" not in mode:
            self._inner = _io.TextIOWrapper(self._inner, encoding, errors, newline)
        self._rolled = False
        self._max_size = max_size
        self._arguments = (mode, buffering, encoding, newline, suffix, prefix, dir)
        self._error_handler = errors

    def rollover(self):
        if self._rolled:
            return
        inner = self._inner
        place = inner.tell()
        file = TemporaryFile(*self._arguments, errors=self._error_handler)
        if isinstance(inner, _io.TextIOWrapper):
            inner.flush()
            file.buffer.write(inner.buffer.getvalue())
        else:
            file.write(inner.getvalue())
        file.seek(place)
        self._inner = file
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._inner.tell() > self._max_size:
            self.rollover()

    def fileno(self):
        self.rollover()
        return self._inner.fileno()

    def write(self, data):
        count = self._inner.write(data)
        self._check()
        return count

    def writelines(self, lines):
        self._inner.writelines(lines)
        self._check()

    def truncate(self, size=None):
        if size is not None and self._max_size and size > self._max_size:
            self.rollover()
        return self._inner.truncate(size)

    def read(self, *args):
        return self._inner.read(*args)

    def readline(self, *args):
        return self._inner.readline(*args)

    def readlines(self, *args):
        return self._inner.readlines(*args)

    def seek(self, *args):
        return self._inner.seek(*args)

    def tell(self):
        return self._inner.tell()

    def flush(self):
        self._inner.flush()

    def close(self):
        self._inner.close()

    @property
    def closed(self):
        return self._inner.closed

    def __iter__(self):
        return self._inner.__iter__()

    def readable(self):
        return self._inner.readable()

    def writable(self):
        return self._inner.writable()

    def seekable(self):
        return self._inner.seekable()


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignores = ignore_cleanup_errors

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if _os.path.exists(self.name):
            _shutil.rmtree(self.name, ignore_errors=self._ignores)
