# _files: the file system of the machine's memory. One table has every path with what is there; every look at it and every
# change of it is one operation. What is in a file is the only item of a list, so that a thread can rest before it reads
# or writes there.

READ, WRITE, BOTH, CREATE, EXCLUSIVE, EMPTY, APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
_BILLION = 1000000000
_USER = 1000
environ = {"HOME": "/home/user", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "user"}
_TEXTS = {
    1: "Operation not permitted", 2: "No such file or directory", 9: "Bad file descriptor", 13: "Permission denied",
    16: "Device or resource busy", 17: "File exists", 18: "Invalid cross-device link", 20: "Not a directory",
    21: "Is a directory", 22: "Invalid argument", 25: "Inappropriate ioctl for device", 29: "Illegal seek",
    39: "Directory not empty",
}


def mistake(number, *names):
    # The exception for an error of the system.
    if len(names) == 2:
        return OSError(number, _TEXTS[number], names[0], None, names[1])
    return OSError(number, _TEXTS[number], *names)


def now():
    # As Linux notes it: by a clock that ticks 250 times a second.
    return vm_epoch() * _BILLION + vm_moment() // 4000000 * 4000000


class Node:
    # A file, a folder or a device. Attributes that only the library writes are nobody's race.
    def __init__(self, kind, mode, owner=_USER):
        self._kind = kind
        self._mode = mode
        self._owner = owner
        self._number = _state.next_number()
        self._atime = self._mtime = self._ctime = now()
        self._content = [b""]

    def allows(self, bit):
        # Whether the user may read (4), write (2) or enter and run (1).
        return bool(self._mode >> (6 if self._owner == _USER else 0) & bit)

    def changed(self):
        self._mtime = self._ctime = now()

    def size(self):
        return 4096 if self._kind == "folder" else len(self._content[0])


class _State:
    def __init__(self):
        self._here = "/home/user"
        self._last_number = 1
        self._mask = 0o022
        # What is open, by the numbers of descriptors; the first three are the standard streams.
        self._open = (None, None, None)

    def next_number(self):
        self._last_number += 1
        return self._last_number


_state = _State()
_table = {
    "/": Node("folder", 0o755, 0),
    "/dev": Node("folder", 0o755, 0),
    "/dev/null": Node("null", 0o666, 0),
    "/home": Node("folder", 0o755, 0),
    "/home/user": Node("folder", 0o755),
    "/tmp": Node("folder", 0o1777, 0),
}


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


def parent_of(key):
    return key[:key.rfind("/")] or "/"


def _missing(key, *names):
    # Why nothing is found there.
    while key != "/":
        key = parent_of(key)
        node = _table.get(key)
        if node is not None:
            return mistake(2 if node._kind == "folder" else 20, *names)
    return mistake(2, *names)


def look(path):
    # What is at the path, or None.
    path = text_of(path)
    node = _table.get(absolute(path)) if path else None
    if node is not None and path.endswith("/") and node._kind != "folder":
        return None
    return node


def find(path, *names):
    # What is at the path; the names are for the exception.
    text = text_of(path)
    names = names or (path,)
    if not text:
        raise mistake(2, *names)
    key = absolute(text)
    node = _table.get(key)
    if node is None:
        raise _missing(key, *names)
    if text.endswith("/") and node._kind != "folder":
        raise mistake(20, *names)
    return node


def _create(key, node, name):
    # Puts the node into the table, and gives what is there then.
    above = _table.get(parent_of(key))
    if above is None:
        raise _missing(key, name)
    if above._kind != "folder":
        raise mistake(20, name)
    if not above.allows(2):
        raise mistake(13, name)
    known = _table.setdefault(key, node)
    if known is node:
        above.changed()
    return known


def _may_change(key, *names):
    # Whether what is in the folder may be removed and renamed.
    above = _table.get(parent_of(key))
    if above is not None and not above.allows(2):
        raise mistake(13, *names)
    return above


# What the system does.

def make_folder(path, mode=0o777):
    text = text_of(path)
    if not text:
        raise mistake(2, path)
    key = absolute(text)
    node = _table.get(key)
    if node is not None:
        raise mistake(17, path)
    node = Node("folder", mode & ~_state._mask)
    if _create(key, node, path) is not node:
        raise mistake(17, path)


def names_in(path):
    node = find(path)
    if node._kind != "folder":
        raise mistake(20, path)
    if not node.allows(4):
        raise mistake(13, path)
    start = absolute(text_of(path)).rstrip("/") + "/"
    size = len(start)
    return [key[size:] for key in _table.copy() if key.startswith(start) and "/" not in key[size:] and key != "/"]


def remove(path):
    node = find(path)
    if node._kind == "folder":
        raise mistake(21, path)
    key = absolute(text_of(path))
    above = _may_change(key, path)
    if _table.pop(key, None) is None:
        raise mistake(2, path)
    above.changed()


def remove_folder(path):
    node = find(path)
    if node._kind != "folder":
        raise mistake(20, path)
    text = text_of(path)
    if text.rstrip("/").endswith("/.") or text == ".":
        raise mistake(22, path)
    key = absolute(text)
    above = _may_change(key, path)
    vm_atomic(True)
    try:
        if key == "/":
            raise mistake(16, path)
        if _table.get(key) is not node:
            raise mistake(2, path)
        start = key + "/"
        for known in _table:
            if known.startswith(start):
                raise mistake(39, path)
        del _table[key]
        above.changed()
    finally:
        vm_atomic(False)


def rename(source, target):
    names = (source, target)
    find(source, *names)
    if not text_of(target):
        raise mistake(2, *names)
    old, new = absolute(text_of(source)), absolute(text_of(target))
    above = _may_change(old, *names)
    _may_change(new, *names)
    vm_atomic(True)
    try:
        node = _table.get(old)
        if node is None:
            raise mistake(2, *names)
        there = _table.get(parent_of(new))
        if there is None:
            raise _missing(new, *names)
        if there._kind != "folder":
            raise mistake(20, *names)
        if old == new:
            return
        folder = node._kind == "folder"
        known = _table.get(new)
        if folder and new.startswith(old + "/"):
            raise mistake(22, *names)
        if known is not None:
            if known._kind == "folder":
                if not folder:
                    raise mistake(21, *names)
                for key in _table:
                    if key.startswith(new + "/"):
                        raise mistake(39, *names)
            elif folder:
                raise mistake(20, *names)
        if folder:
            for key in [key for key in _table if key.startswith(old + "/")]:
                _table[new + key[len(old):]] = _table.pop(key)
        _table[new] = _table.pop(old)
        above.changed()
        there.changed()
    finally:
        vm_atomic(False)


def enter(path):
    node = find(path)
    if node._kind != "folder":
        raise mistake(20, path)
    if not node.allows(1):
        raise mistake(13, path)
    _state._here = absolute(text_of(path))


def here():
    return _state._here


def set_mask(mask):
    before = _state._mask
    _state._mask = mask & 0o777
    return before


class Description:
    # An open file, with the position in it. Its methods are called when the thread may touch what is in the file:
    # first `rest`, then vm_atomic(True).
    def __init__(self, node, flags, name):
        self._node = node
        self._reads = flags & 3 != WRITE
        self._writes = flags & 3 != READ
        self._appends = bool(flags & APPEND)
        self._pos = 0
        self._name = name
        self._number = None

    def rest(self, writes):
        # A thread rests here before it reads or writes, if others can reach the file.
        if writes:
            self._node._content.reverse()
        else:
            self._node._content.copy()

    def size(self):
        return len(self._node._content[0])

    def read(self, size=-1):
        content = self._node._content[0]
        start = self._pos
        data = content[start:] if size < 0 else content[start:start + size]
        self._pos = start + len(data)
        return data

    def write(self, data):
        node = self._node
        if node._kind == "null":
            return len(data)
        content = node._content[0]
        start = len(content) if self._appends else self._pos
        if data:
            if start == len(content):
                node._content[0] = content + data
            else:
                hole = b"\0" * (start - len(content))
                node._content[0] = content[:start] + hole + data + content[start + len(data):]
            self._pos = start + len(data)
            node.changed()
        return len(data)

    def seek(self, offset, whence):
        if whence == 1:
            offset += self._pos
        elif whence == 2:
            offset += self.size()
        if offset < 0:
            raise mistake(22)
        self._pos = offset
        return offset

    def truncate(self, size):
        if size < 0:
            raise mistake(22)
        node = self._node
        if node._kind == "null":
            raise mistake(22)
        content = node._content[0]
        node._content[0] = content[:size] + b"\0" * (size - len(content))
        node.changed()


class _Stream:
    # One of the standard streams, as an open file.
    _appends = _reads = False
    _writes = True

    def __init__(self, number):
        self._number = number
        self._node = None
        self._name = number

    def rest(self, writes):
        pass

    def write(self, data):
        vm_write(data.decode("utf-8", "replace"), self._number == 2)
        return len(data)

    def seek(self, offset, whence):
        raise mistake(29)


def open_file(path, flags, mode=0o666):
    text = text_of(path)
    if not text:
        raise mistake(2, path)
    key = absolute(text)
    node = _table.get(key)
    made = None
    if node is None:
        if not flags & CREATE:
            raise _missing(key, path)
        if text.endswith("/"):
            raise mistake(21, path)
        made = Node("file", mode & ~_state._mask)
        node = _create(key, made, path)
    if node is not made:
        if flags & CREATE and flags & EXCLUSIVE:
            raise mistake(17, path)
        if node._kind == "folder":
            if flags & 3 != READ or flags & CREATE:
                raise mistake(21, path)
        elif text.endswith("/"):
            raise mistake(20, path)
        if flags & 3 != WRITE and not node.allows(4) or flags & 3 != READ and not node.allows(2):
            raise mistake(13, path)
    opened = Description(node, flags, path)
    if flags & EMPTY and node is not made and node._kind == "file":
        opened.rest(True)
        vm_atomic(True)
        try:
            opened.truncate(0)
        finally:
            vm_atomic(False)
    return opened


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
