# multiprocessing.shared_memory: bytes that all processes have in common, and find by a name. The machine keeps the bytes, and a
# file says by which number.

import os
import struct

__all__ = ["SharedMemory", "ShareableList"]
_FOLDER = "/tmp/.shm"


class _Block:
    # The bytes of a shared memory: each is a cell of its own.
    def __init__(self, name, size):
        self._size = size
        self._memory = vm_memory(self, [0] * size, name)

    def __len__(self):
        return self._size

    def __getitem__(self, index):
        if isinstance(index, slice):
            return bytes([vm_memory_get(self._memory, at) for at in range(self._size)[index]])
        return vm_memory_get(self._memory, index)

    def __setitem__(self, index, value):
        if not isinstance(index, slice):
            vm_memory_set(self._memory, index, value)
            return
        for at, byte in zip(range(self._size)[index], bytes(value)):
            vm_memory_set(self._memory, at, byte)

    def vm_exported(self):
        return self, "B", 1


def _known(size, memory):
    block = object.__new__(_Block)
    block._size, block._memory = size, memory
    return block


class SharedMemory:
    _buf = None

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        os.makedirs(_FOLDER, exist_ok=True)
        if create:
            descriptor = self._made(name)
            self._block = _Block(self.name, size)
            os.write(descriptor, b"%d %d" % (size, self._block._memory))
            os.close(descriptor)
        else:
            self._name = name if name.startswith("/") else "/" + name
            try:
                with open(_FOLDER + self._name) as file:
                    found = file.read()
            except FileNotFoundError:
                raise FileNotFoundError(2, "No such file or directory", self._name) from None
            size, memory = map(int, found.split())
            self._block = _known(size, memory)
        self._size = size
        self._buf = memoryview(self._block)

    def _made(self, name):
        number = 0
        while True:
            self._name = f"/psm_{number:08x}" if name is None else name if name.startswith("/") else "/" + name
            try:
                return os.open(_FOLDER + self._name, os.O_CREAT | os.O_EXCL | os.O_RDWR)
            except FileExistsError:
                if name is not None:
                    raise FileExistsError(17, "File exists", self._name) from None
                number += 1

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name.removeprefix("/")

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        try:
            os.unlink(_FOLDER + self._name)
        except FileNotFoundError:
            raise FileNotFoundError(2, "No such file or directory", self._name) from None


# How an item is read back: as it is, as text, as bytes, as None.
_PLAIN, _TEXT, _BYTES, _NONE = range(4)


def _format_of(item):
    if not isinstance(item, (str, bytes)):
        return {bool: "xxxxxxx?", int: "q", float: "d", type(None): "xxxxxx?x"}[type(item)]
    length = len(item.encode()) if isinstance(item, str) else len(item)
    return f"{8 * (length // 8 + 1)}s"


def _kind_of(item):
    if isinstance(item, str):
        return _TEXT
    return _BYTES if isinstance(item, bytes) else _NONE if item is None else _PLAIN


def _data_of(item):
    return item.encode() if isinstance(item, str) else item


class ShareableList:
    # In the memory: how many items there are, where each one begins, the items, their formats, how they are read back.
    def __init__(self, sequence=None, *, name=None):
        if name is not None and sequence is None:
            self.shm = SharedMemory(name)
            self._len = self._number(0)
            self._where = [self._number(8 * (1 + at)) for at in range(self._len + 1)]
            return
        items = list(() if sequence is None else sequence)
        formats = [_format_of(item) for item in items]
        where = [0]
        for format in formats:
            where.append(where[-1] + (8 if format[-1] != "s" else int(format[:-1])))
        self._len = len(items)
        self._where = where
        size = 8 * (2 + self._len) + where[-1] + 9 * self._len
        self.shm = SharedMemory(name, create=True, size=size)
        self.shm.buf[: 8 * (2 + self._len)] = struct.pack(f"{2 + self._len}q", self._len, *where)
        for at, item in enumerate(items):
            self._store(at, formats[at], item)

    def _number(self, place):
        return struct.unpack("q", bytes(self.shm.buf[place : place + 8]))[0]

    @property
    def _data_start(self):
        return 8 * (2 + self._len)

    def _place(self, position):
        position = position if position >= 0 else position + self._len
        if not 0 <= position < self._len:
            raise IndexError("index out of range")
        return position

    def _format_place(self, at):
        return self._data_start + self._where[-1] + 8 * at

    def _kind_place(self, at):
        return self._data_start + self._where[-1] + 8 * self._len + at

    def _format(self, at):
        place = self._format_place(at)
        return bytes(self.shm.buf[place : place + 8]).rstrip(b"\0").decode()

    def _store(self, at, format, item):
        data = struct.pack(format, _data_of(item)) if item is not None else struct.pack(format, False)
        start = self._data_start + self._where[at]
        place = self._format_place(at)
        self.shm.buf[start : start + len(data)] = data
        self.shm.buf[place : place + 8] = struct.pack("8s", format.encode())
        self.shm.buf[self._kind_place(at)] = _kind_of(item)

    def __getitem__(self, position):
        at = self._place(position)
        format = self._format(at)
        start = self._data_start + self._where[at]
        data = bytes(self.shm.buf[start : start + struct.calcsize(format)])
        kind = self.shm.buf[self._kind_place(at)]
        if kind == _NONE:
            return None
        (item,) = struct.unpack(format, data)
        if kind == _PLAIN:
            return item
        item = item.rstrip(b"\0")
        return item.decode() if kind == _TEXT else item

    def __setitem__(self, position, value):
        try:
            at = self._place(position)
        except IndexError:
            raise IndexError("assignment index out of range") from None
        format = _format_of(value)
        if format[-1] == "s":
            room = self._where[at + 1] - self._where[at]
            if len(_data_of(value)) > room:
                raise ValueError("bytes/str item exceeds available storage")
            format = self._format(at) if self._format(at)[-1] == "s" else f"{room}s"
        self._store(at, format, value)

    def __len__(self):
        return self._len

    def __reduce__(self):
        from functools import partial

        return partial(self.__class__, name=self.shm.name), ()

    def __repr__(self):
        return f"{self.__class__.__name__}({list(self)}, name={self.shm.name!r})"

    @property
    def format(self):
        return "".join([self._format(at) for at in range(self._len)])

    def count(self, value):
        return sum(value == entry for entry in self)

    def index(self, value):
        for position, entry in enumerate(self):
            if value == entry:
                return position
        raise ValueError(f"{value!r} not in this container")
