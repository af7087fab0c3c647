# multiprocessing.sharedctypes: numbers and arrays in memory that a fork does not copy. Reading and writing are two steps:
# `value += 1` is none.

import ctypes

from multiprocessing.synchronize import RLock, _refuse_pickling

typecode_to_type = {
    "c": ctypes.c_char, "u": ctypes.c_wchar, "b": ctypes.c_byte, "B": ctypes.c_ubyte, "h": ctypes.c_short,
    "H": ctypes.c_ushort, "i": ctypes.c_int, "I": ctypes.c_uint, "l": ctypes.c_long, "L": ctypes.c_ulong,
    "q": ctypes.c_longlong, "Q": ctypes.c_ulonglong, "f": ctypes.c_float, "d": ctypes.c_double,
}


def _type(kind):
    found = typecode_to_type.get(kind, kind)
    if not isinstance(found, type) or not issubclass(found, ctypes._SimpleCData):
        raise TypeError("this type has no size")
    return found


class _Shared:
    def __init__(self, kind, values):
        self._kind = kind
        self._code = code = kind._type_
        self._size = len(values)
        self._memory = vm_memory(self, [ctypes._cell(code, value) for value in values])

    def _view_as(self, base, name):
        # The same memory as an object without a lock.
        kind = _class(base, name)
        view = kind.__new__(kind)
        view._kind, view._code, view._size, view._memory = self._kind, self._code, self._size, self._memory
        return view

    def _get(self, index):
        cell = vm_memory_get(self._memory, index)
        return cell if type(cell) is not int or self._code not in ("c", "u") else ctypes._value(self._code, cell)

    def _set(self, index, value):
        vm_memory_set(self._memory, index, ctypes._cell(self._code, value))


# Classes by name: each type of C has its own, and each length of an array.
_classes = {}


def _class(base, name):
    found = _classes.get(name)
    if found is None:
        module = "ctypes" if base is _Value else "multiprocessing.sharedctypes"
        found = _classes[name] = type(name, (base,), {"__module__": module})
    return found


class _Value(_Shared):
    def __init__(self, kind, *args):
        super().__init__(kind, [args[0] if args else ctypes._zero(kind._type_)])

    @property
    def value(self):
        return self._get(0)

    @value.setter
    def value(self, value):
        self._set(0, value)

    def __repr__(self):
        return f"{self._kind.__name__}({self.value!r})"


class _Array(_Shared):
    def __init__(self, kind, size_or_initializer):
        if isinstance(size_or_initializer, int):
            if size_or_initializer < 0:
                raise ValueError(f"Array length must be >= 0, not {size_or_initializer}")
            values = [ctypes._zero(kind._type_)] * size_or_initializer
        else:
            values = [item for item in size_or_initializer]
        super().__init__(kind, values)

    def __len__(self):
        return self._size

    def _place(self, index):
        if not isinstance(index, int):
            raise TypeError("indices must be integers")
        place = index + self._size if index < 0 else index
        if not 0 <= place < self._size:
            raise IndexError("invalid index")
        return place

    def __getitem__(self, index):
        if isinstance(index, slice):
            found = [self._get(place) for place in range(*index.indices(self._size))]
            return b"".join(found) if self._code == "c" else "".join(found) if self._code == "u" else found
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

    def __repr__(self):
        return f"<multiprocessing.sharedctypes.{_array_name(self)} object at {id(self):#x}>"


class _Text(_Array):
    # An array of c_char is a text, too.
    @property
    def value(self):
        return self[:].split(b"\0")[0]

    @value.setter
    def value(self, value):
        self._write(value, b"\0" * (len(value) < self._size))

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, value):
        self._write(value, b"")

    def _write(self, value, end):
        if not isinstance(value, bytes):
            raise TypeError(f"bytes expected instead of {type(value).__name__} instance")
        if len(value) > self._size:
            raise ValueError("byte string too long")
        for place, item in enumerate(value + end):
            self._set(place, item)


def _array_name(array):
    return f"{array._kind.__name__}_Array_{array._size}"


class SynchronizedBase:
    __reduce__ = _refuse_pickling

    def _guard(self, lock):
        self._lock = RLock() if lock in (True, None) else lock

    def get_lock(self):
        return self._lock

    def acquire(self, block=True, timeout=None):
        return self._lock.acquire(block, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self.get_obj()!r}>"


class Synchronized(SynchronizedBase, _Value):
    def __init__(self, kind, args, lock):
        _Value.__init__(self, kind, *args)
        self._guard(lock)

    def get_obj(self):
        return self._view_as(_Value, self._kind.__name__)


class SynchronizedArray(SynchronizedBase, _Array):
    def __init__(self, kind, size_or_initializer, lock):
        _Array.__init__(self, kind, size_or_initializer)
        self._guard(lock)

    def get_obj(self):
        return self._view_as(_Text if self._code == "c" else _Array, _array_name(self))


class SynchronizedString(SynchronizedArray, _Text):
    pass


def _check(lock):
    if lock not in (True, False, None) and not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")


def RawValue(typecode_or_type, *args):
    kind = _type(typecode_or_type)
    return _class(_Value, kind.__name__)(kind, *args)


def RawArray(typecode_or_type, size_or_initializer):
    kind = _type(typecode_or_type)
    base = _Text if kind is ctypes.c_char else _Array
    length = size_or_initializer if isinstance(size_or_initializer, int) else len(size_or_initializer)
    return _class(base, f"{kind.__name__}_Array_{length}")(kind, size_or_initializer)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    if lock is False:
        return RawValue(typecode_or_type, *args)
    kind = _type(typecode_or_type)
    _check(lock)
    return Synchronized(kind, args, lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    if lock is False:
        return RawArray(typecode_or_type, size_or_initializer)
    kind = _type(typecode_or_type)
    _check(lock)
    guarded = SynchronizedString if kind is ctypes.c_char else SynchronizedArray
    return guarded(kind, size_or_initializer, lock)


def copy(obj):
    if isinstance(obj, _Value):
        return RawValue(obj._kind, obj.value)
    return RawArray(obj._kind, obj[:])


def synchronized(obj, lock=None, ctx=None):
    if isinstance(obj, SynchronizedBase):
        raise AssertionError("object already synchronized")
    kind = Synchronized if isinstance(obj, _Value) else SynchronizedString if obj._code == "c" else SynchronizedArray
    made = kind.__new__(kind)
    made._kind, made._code, made._size, made._memory = obj._kind, obj._code, obj._size, obj._memory
    made._guard(lock)
    return made
