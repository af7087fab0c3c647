# _files: files as one process sees them: its working directory, its descriptors. What is in the files, all processes have in
# common (_disk).

import _disk
from _disk import APPEND, BOTH, CREATE, EMPTY, EXCLUSIVE, READ, WRITE

environ = {"HOME": "/home/user", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "user"}
_TEXTS = _disk.TEXTS


def mistake(number, *names):
    # The exception for an error of the system.
    if len(names) == 2:
        return OSError(number, _TEXTS[number], names[0], None, names[1])
    return OSError(number, _TEXTS[number], *names)


class _State:
    def __init__(self):
        self._here = "/home/user"
        self._mask = 0o022
        # What is open, by the numbers of descriptors; the first three are the standard streams.
        self._open = (None, None, None)


_state = _State()


# Paths.

def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    found = method(path)
    if not isinstance(found, (str, bytes)):
        kind = type(found).__name__
        raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {kind}")
    return found


def text_of(path):
    # A path as a text.
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


def absolute(path):
    if "/" not in path and path.strip("."):
        return _state._here + "/" + path if len(_state._here) > 1 else "/" + path
    parts = [] if path.startswith("/") else _state._here[1:].split("/")
    for part in path.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part and part != ".":
            parts.append(part)
    return "/" + "/".join(parts)


def _key(path, *names):
    # What the system knows the path by, whether it ends with a slash, and the names for an exception.
    text = text_of(path)
    names = names or (path,)
    if not text:
        raise mistake(2, *names)
    return absolute(text), text.endswith("/"), names


# What is there.

def kind(path):
    # Of what kind that is what is at the path, or None.
    path = text_of(path)
    return _disk.kind_at(absolute(path), path.endswith("/")) if path else None


def facts(path):
    # Kind, mode, number, owner and times of what is at the path.
    return _disk.facts_at(*_key(path))


def size(path):
    return _disk.size_at(*_key(path))


def stat(path):
    # The facts, and the size.
    return _disk.stat_at(*_key(path))


def check(path):
    _disk.check(*_key(path))


def allows(path, bits):
    path = text_of(path)
    return bool(path) and _disk.allows(absolute(path), path.endswith("/"), bits)


def set_mode(path, mode):
    _disk.set_mode(*_key(path), mode)


def set_times(path, times):
    _disk.set_times(*_key(path), times)


# What the system does.

def make_folder(path, mode=0o777):
    key, _, names = _key(path)
    _disk.make_folder(key, mode & ~_state._mask, names[0])


def names_in(path):
    key, slash, names = _key(path)
    return _disk.names_in(key, slash, names[0])


def remove(path):
    key, slash, names = _key(path)
    _disk.remove(key, slash, names[0])


def remove_folder(path):
    key, slash, names = _key(path)
    text = text_of(path)
    _disk.remove_folder(key, slash, names[0], text.rstrip("/").endswith("/.") or text == ".")


def rename(source, target):
    names = (source, target)
    old, slash, _ = _key(source, *names)
    _disk.check(old, slash, names)
    new, _, _ = _key(target, *names)
    _disk.rename(old, new, names)


def enter(path):
    key, slash, names = _key(path)
    _disk.enter(key, slash, names[0])
    _state._here = key


def here():
    return _state._here


def set_mask(mask):
    before = _state._mask
    _state._mask = mask & 0o777
    return before


class Description:
    # An open file. Its methods are called when the thread may touch what is in the file: first `rest`, then
    # vm_atomic(True).
    def __init__(self, number, kind, flags, name):
        self._disk_number = number
        self._kind = kind
        self._reads = flags & 3 != WRITE
        self._writes = flags & 3 != READ
        self._appends = bool(flags & APPEND)
        self._name = name
        self._number = None

    def rest(self, writes):
        _disk.rest(self._disk_number, writes)

    def size(self):
        return _disk.length(self._disk_number)

    def place(self):
        return _disk.place(self._disk_number)

    def read(self, size=-1):
        return _disk.read(self._disk_number, size)

    def write(self, data):
        return _disk.write(self._disk_number, data)

    def seek(self, offset, whence):
        return _disk.seek(self._disk_number, offset, whence)

    def truncate(self, size):
        _disk.truncate(self._disk_number, size)

    def close(self):
        if self._kind is not None:
            self._kind = None
            _disk.close(self._disk_number)


class _Stream:
    # One of the standard streams, as an open file.
    _appends = _reads = False
    _writes = True

    def __init__(self, number):
        self._number = number
        self._disk_number = None
        self._name = number

    def rest(self, writes):
        pass

    def write(self, data):
        vm_write(data.decode("utf-8", "replace"), self._number == 2)
        return len(data)

    def seek(self, offset, whence):
        raise mistake(29)

    def close(self):
        pass


def open_file(path, flags, mode=0o666):
    key, slash, names = _key(path)
    number, kind = _disk.open_file(key, slash, flags, mode & ~_state._mask, names[0])
    return Description(number, kind, flags, path)


# Descriptors are numbers of open files.

def number(opened):
    # The descriptor of an open file: the lowest that is free.
    if opened._number is None:
        vm_atomic(True)
        try:
            known = _state._open
            free = 3
            while free < len(known) and known[free] is not None:
                free += 1
            _state._open = known[:free] + (opened,) + known[free + 1:]
            opened._number = free
        finally:
            vm_atomic(False)
    return opened._number


def by_number(descriptor):
    if 0 <= descriptor < len(_state._open):
        opened = _state._open[descriptor]
        if opened is not None:
            return opened
        if descriptor == 1 or descriptor == 2:
            return _Stream(descriptor)
    raise mistake(9)


def release(opened):
    free = opened._number
    if free is not None and free > 2:
        opened._number = None
        vm_atomic(True)
        try:
            known = _state._open
            _state._open = known[:free] + (None,) + known[free + 1:]
        finally:
            vm_atomic(False)
    opened.close()
