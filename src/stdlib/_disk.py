# _disk: what is in the file system of the machine's memory, which all processes have in common. What goes in and out are
# absolute paths, bytes, numbers and texts. One table has every path with what is there; every look at it and every
# change of it is one operation. What is in a file is the only item of a list, so that a thread can rest before it reads
# or writes there.

READ, WRITE, BOTH, CREATE, EXCLUSIVE, EMPTY, APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
_BILLION = 1000000000
_USER = 1000
TEXTS = {
    1: "Operation not permitted", 2: "No such file or directory", 9: "Bad file descriptor", 13: "Permission denied",
    16: "Device or resource busy", 17: "File exists", 18: "Invalid cross-device link", 20: "Not a directory",
    21: "Is a directory", 22: "Invalid argument", 25: "Inappropriate ioctl for device", 29: "Illegal seek",
    39: "Directory not empty",
}
vm_frozen(TEXTS)


def mistake(number, *names):
    # The exception for an error of the system.
    if len(names) == 2:
        return OSError(number, TEXTS[number], names[0], None, names[1])
    return OSError(number, TEXTS[number], *names)


def now():
    # As Linux notes it: by a clock that ticks 250 times a second.
    return vm_epoch() * _BILLION + vm_moment() // 4000000 * 4000000


_last_number = 1


class _Node:
    # A file, a folder or a device. Attributes that only the library writes are nobody's race.
    def __init__(self, kind, mode, owner=_USER):
        global _last_number
        self._kind = kind
        self._mode = mode
        self._owner = owner
        _last_number += 1
        self._number = _last_number
        self._atime = self._mtime = self._ctime = now()
        self._content = [b""]

    def allows(self, bit):
        # Whether the user may read (4), write (2) or enter and run (1).
        return bool(self._mode >> (6 if self._owner == _USER else 0) & bit)

    def changed(self):
        self._mtime = self._ctime = now()

    def size(self):
        return 4096 if self._kind == "folder" else len(self._content[0])

    def facts(self):
        return self._kind, self._mode, self._number, self._owner, self._atime, self._mtime, self._ctime


_table = {
    "/": _Node("folder", 0o755, 0),
    "/dev": _Node("folder", 0o755, 0),
    "/dev/null": _Node("null", 0o666, 0),
    "/home": _Node("folder", 0o755, 0),
    "/home/user": _Node("folder", 0o755),
    "/tmp": _Node("folder", 0o1777, 0),
}

# Open files by their numbers. The table is never changed but replaced, so that viewers are not told of it.
_opened = ()


# Paths. `slash` says that the path as it was given ends with one; the names are for the exception.

def _parent_of(key):
    return key[:key.rfind("/")] or "/"


def _missing(key, *names):
    # Why nothing is found there.
    while key != "/":
        key = _parent_of(key)
        node = _table.get(key)
        if node is not None:
            return mistake(2 if node._kind == "folder" else 20, *names)
    return mistake(2, *names)


def _find(key, slash, names):
    node = _table.get(key)
    if node is None:
        raise _missing(key, *names)
    if slash and node._kind != "folder":
        raise mistake(20, *names)
    return node


def _create(key, node, name):
    # Puts the node into the table, and gives what is there then.
    above = _table.get(_parent_of(key))
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
    above = _table.get(_parent_of(key))
    if above is not None and not above.allows(2):
        raise mistake(13, *names)
    return above


# What is known of a file.

def kind_at(key, slash):
    # Of what kind it is, or None.
    node = _table.get(key)
    if node is not None and slash and node._kind != "folder":
        return None
    return node and node._kind


def facts_at(key, slash, names):
    return _find(key, slash, names).facts()


def allows(key, slash, bits):
    node = _table.get(key)
    if node is None or slash and node._kind != "folder":
        return False
    return all([node.allows(bit) for bit in (1, 2, 4) if bits & bit])


def size_at(key, slash, names):
    return _size(_find(key, slash, names))


def _size(node):
    node._content.copy()
    vm_atomic(True)
    try:
        return node.size()
    finally:
        vm_atomic(False)


def stat_at(key, slash, names):
    return _stat(_find(key, slash, names))


def _stat(node):
    node._content.copy()
    vm_atomic(True)
    try:
        return node.facts(), node.size()
    finally:
        vm_atomic(False)


def set_mode(key, slash, names, mode):
    node = _find(key, slash, names)
    if node._owner == 0:
        raise mistake(1, *names)
    node._mode = mode
    node._ctime = now()


def set_times(key, slash, names, times):
    node = _find(key, slash, names)
    node._atime, node._mtime = times or (now(), now())
    node._ctime = now()


# What the system does.

def make_folder(key, mode, name):
    node = _table.get(key)
    if node is not None:
        raise mistake(17, name)
    node = _Node("folder", mode)
    if _create(key, node, name) is not node:
        raise mistake(17, name)


def names_in(key, slash, name):
    node = _find(key, slash, (name,))
    if node._kind != "folder":
        raise mistake(20, name)
    if not node.allows(4):
        raise mistake(13, name)
    start = key.rstrip("/") + "/"
    size = len(start)
    return [key[size:] for key in _table.copy() if key.startswith(start) and "/" not in key[size:] and key != "/"]


def remove(key, slash, name):
    node = _find(key, slash, (name,))
    if node._kind == "folder":
        raise mistake(21, name)
    above = _may_change(key, name)
    if _table.pop(key, None) is None:
        raise mistake(2, name)
    above.changed()


def remove_folder(key, slash, name, is_dot):
    node = _find(key, slash, (name,))
    if node._kind != "folder":
        raise mistake(20, name)
    if is_dot:
        raise mistake(22, name)
    above = _may_change(key, name)
    vm_atomic(True)
    try:
        if key == "/":
            raise mistake(16, name)
        if _table.get(key) is not node:
            raise mistake(2, name)
        start = key + "/"
        for known in _table:
            if known.startswith(start):
                raise mistake(39, name)
        del _table[key]
        above.changed()
    finally:
        vm_atomic(False)


def check(key, slash, names):
    # Whether something is there.
    _find(key, slash, names)


def rename(old, new, names):
    above = _may_change(old, *names)
    _may_change(new, *names)
    vm_atomic(True)
    try:
        node = _table.get(old)
        if node is None:
            raise mistake(2, *names)
        there = _table.get(_parent_of(new))
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


def enter(key, slash, name):
    node = _find(key, slash, (name,))
    if node._kind != "folder":
        raise mistake(20, name)
    if not node.allows(1):
        raise mistake(13, name)


# Open files. They are read and written when the thread may touch what is in the file: first `rest`, then vm_atomic(True).

class _Description:
    def __init__(self, node, flags):
        self._node = node
        self._appends = bool(flags & APPEND)
        self._pos = 0
        # The processes that have it open.
        self._holders = (vm_process(),)


def open_file(key, slash, flags, mode, name):
    # The number of the open file, and of what kind it is.
    node = _table.get(key)
    made = None
    if node is None:
        if not flags & CREATE:
            raise _missing(key, name)
        if slash:
            raise mistake(21, name)
        made = _Node("file", mode)
        node = _create(key, made, name)
    if node is not made:
        if flags & CREATE and flags & EXCLUSIVE:
            raise mistake(17, name)
        if node._kind == "folder":
            if flags & 3 != READ or flags & CREATE:
                raise mistake(21, name)
        elif slash:
            raise mistake(20, name)
        if flags & 3 != WRITE and not node.allows(4) or flags & 3 != READ and not node.allows(2):
            raise mistake(13, name)
    opened = _Description(node, flags)
    if flags & EMPTY and node is not made and node._kind == "file":
        node._content.reverse()
        vm_atomic(True)
        try:
            _cut(node, 0)
        finally:
            vm_atomic(False)
    return _enroll(opened), node._kind


def _enroll(opened):
    global _opened
    vm_atomic(True)
    number = 0
    while number < len(_opened) and _opened[number] is not None:
        number += 1
    _opened = _opened[:number] + (opened,) + _opened[number + 1:]
    vm_atomic(False)
    return number


def close(number):
    vm_atomic(True)
    _let_go(number, vm_process())
    vm_atomic(False)


def _let_go(number, process):
    global _opened
    opened = _opened[number]
    opened._holders = (*[holder for holder in opened._holders if holder != process],)
    if not opened._holders:
        left = _opened[:number] + (None,) + _opened[number + 1:]
        while left and left[-1] is None:
            left = left[:-1]
        _opened = left


def rest(number, writes):
    # A thread rests here before it reads or writes, if others can reach the file.
    node = _opened[number]._node
    if writes:
        node._content.reverse()
    else:
        node._content.copy()


def facts_of(number):
    return _opened[number]._node.facts()


def stat_of(number):
    return _stat(_opened[number]._node)


def size_of(number):
    return _size(_opened[number]._node)


def place(number):
    return _opened[number]._pos


def length(number):
    return len(_opened[number]._node._content[0])


def read(number, size):
    opened = _opened[number]
    content = opened._node._content[0]
    start = opened._pos
    data = content[start:] if size < 0 else content[start:start + size]
    opened._pos = start + len(data)
    return data


def write(number, data):
    opened = _opened[number]
    node = opened._node
    if node._kind == "null":
        return len(data)
    content = node._content[0]
    start = len(content) if opened._appends else opened._pos
    if data:
        if start == len(content):
            node._content[0] = content + data
        else:
            hole = b"\0" * (start - len(content))
            node._content[0] = content[:start] + hole + data + content[start + len(data):]
        opened._pos = start + len(data)
        node.changed()
    return len(data)


def seek(number, offset, whence):
    opened = _opened[number]
    if whence == 1:
        offset += opened._pos
    elif whence == 2:
        offset += len(opened._node._content[0])
    if offset < 0:
        raise mistake(22)
    opened._pos = offset
    return offset


def truncate(number, size):
    if size < 0:
        raise mistake(22)
    node = _opened[number]._node
    if node._kind == "null":
        raise mistake(22)
    _cut(node, size)


def _cut(node, size):
    content = node._content[0]
    node._content[0] = content[:size] + b"\0" * (size - len(content))
    node.changed()


# Processes. This is done by the machine, as a whole, in the step in which it happens.

def forked(parent, child):
    # The child has open what its parent has.
    for opened in _opened:
        if opened is not None and parent in opened._holders:
            opened._holders += (child,)


def left(process):
    # The process has ended: its files are closed.
    for number, opened in enumerate(_opened):
        if opened is not None and process in opened._holders:
            _let_go(number, process)
