# multiprocessing.sharedctypes: numbers and arrays in memory that a fork does not copy. Reading and writing are two steps:
# `value += 1` is none.

from multiprocessing.synchronize import RLock

_WIDTHS = {"b": 8, "h": 16, "i": 32, "l": 64, "q": 64, "B": -8, "H": -16, "I": -32, "L": -64, "Q": -64}
_FLOATS = ("f", "d")


def _code(kind):
    code = kind if isinstance(kind, str) else getattr(kind, "_type_", None)
    if code not in _WIDTHS and code not in _FLOATS and code not in ("c", "?", "u"):
        raise TypeError(f"this type has no size: {kind!r}")
    return code


def _cell(code, value):
    # What C would store.
    if code in _FLOATS:
        return vm_single(float(value)) if code == "f" else float(value)
    if code == "?":
        return bool(value)
    if code == "c":
        if isinstance(value, int):
            return value & 0xFF
        if not isinstance(value, bytes) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return value[0]
    if code == "u":
        return ord(value)
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    width = _WIDTHS[code]
    bits = abs(width)
    value &= (1 << bits) - 1
    return value - (1 << bits) if width > 0 and value >> (bits - 1) else value


def _value(code, cell):
    if code == "c":
        return bytes([cell])
    return chr(cell) if code == "u" else cell


class _Shared:
    def __init__(self, code, cells):
        self._code = code
        self._size = len(cells)
        self._memory = vm_memory(self, [_cell(code, value) for value in cells])

    def _get(self, index):
        return _value(self._code, vm_memory_get(self._memory, index))

    def _set(self, index, value):
        vm_memory_set(self._memory, index, _cell(self._code, value))


class RawValue(_Shared):
    def __init__(self, kind, *args):
        code = _code(kind)
        super().__init__(code, [args[0] if args else (b"\0" if code == "c" else "\0" if code == "u" else 0)])

    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)


class RawArray(_Shared):
    def __init__(self, kind, size_or_initializer):
        code = _code(kind)
        if isinstance(size_or_initializer, int):
            size_or_initializer = [b"\0" if code == "c" else "\0" if code == "u" else 0] * size_or_initializer
        super().__init__(code, [item for item in size_or_initializer])

    def __len__(self):
        return self._size

    def _place(self, index):
        place = index + self._size if index < 0 else index
        if not 0 <= place < self._size:
            raise IndexError("invalid index")
        return place

    def __getitem__(self, index):
        if isinstance(index, slice):
            found = [self._get(place) for place in range(*index.indices(self._size))]
            return b"".join(found) if self._code == "c" else found
        return self._get(self._place(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._size))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, value):
                self._set(place, item)
        else:
            self._set(self._place(index), value)

    def __iter__(self):
        for place in range(self._size):
            yield self._get(place)

    @property
    def value(self):
        if self._code != "c":
            raise AttributeError("'RawArray' object has no attribute 'value'")
        return self[:].split(b"\0")[0]

    @value.setter
    def value(self, value):
        if len(value) > self._size:
            raise ValueError("byte string too long")
        for place, item in enumerate(value[: self._size] + b"\0" * (len(value) < self._size)):
            self._set(place, item)

    @property
    def raw(self):
        return self[:]


class _Synchronized:
    def __init__(self, lock):
        self._lock = RLock() if lock in (True, None) else lock

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def acquire(self, block=True, timeout=None):
        return self._lock.acquire(block, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)


class Synchronized(RawValue, _Synchronized):
    def __init__(self, kind, args, lock):
        RawValue.__init__(self, kind, *args)
        _Synchronized.__init__(self, lock)

    def __repr__(self):
        return f"<Synchronized wrapper for {_C_NAMES.get(self._code, 'c_int')}({self.value})>"


class SynchronizedArray(RawArray, _Synchronized):
    def __init__(self, kind, size_or_initializer, lock):
        RawArray.__init__(self, kind, size_or_initializer)
        _Synchronized.__init__(self, lock)

    def __repr__(self):
        kind = _C_NAMES.get(self._code, "c_int")
        return f"<SynchronizedArray wrapper for <multiprocessing.sharedctypes.{kind}_Array_{self._size} object at {id(self):#x}>>"


_C_NAMES = {"i": "c_int", "d": "c_double", "f": "c_float", "l": "c_long", "b": "c_byte", "h": "c_short", "c": "c_char"}
_C_NAMES.update({"q": "c_long", "I": "c_uint", "L": "c_ulong", "B": "c_ubyte", "H": "c_ushort", "?": "c_bool"})


def _check(lock):
    if lock not in (True, False, None) and not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")


def Value(typecode_or_type, *args, lock=True, ctx=None):
    _check(lock)
    return RawValue(typecode_or_type, *args) if lock is False else Synchronized(typecode_or_type, args, lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    _check(lock)
    if lock is False:
        return RawArray(typecode_or_type, size_or_initializer)
    return SynchronizedArray(typecode_or_type, size_or_initializer, lock)


def synchronized(obj, lock=None, ctx=None):
    return obj
