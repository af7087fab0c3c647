# array: numbers of one machine type each, in a list of Python's numbers.

import struct

__all__ = ["array", "ArrayType", "typecodes"]

typecodes = "bBuhHiIlLqQfd"

_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}


def _checked(code, value):
    if code == "u":
        if not isinstance(value, str):
            raise TypeError(f"array item must be a unicode character, not {type(value).__name__}")
        if len(value) != 1:
            raise TypeError("array item must be a unicode character, not str")
        return value
    if code in "fd":
        if not isinstance(value, float):
            if isinstance(value, str) or not hasattr(value, "__float__") and not hasattr(value, "__index__"):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            value = float(value)
        return struct.unpack("<f", struct.pack("<f", value))[0] if code == "f" else value
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    value = value.__index__()
    bits = 8 * _SIZES[code]
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
    if low <= value <= high:
        return value
    side = "less than minimum" if value < low else "greater than maximum"
    if code in "bBhi":
        name = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "i": "signed integer"}[code]
        raise OverflowError(f"{name} is {side}")
    if code == "H":
        raise OverflowError(f"unsigned short is {side}")
    if code == "I":
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        raise OverflowError("unsigned int is greater than maximum")
    if value < 0 and code.isupper():
        raise OverflowError("can't convert negative int to unsigned")
    raise OverflowError("int too big to convert")


class _Exported:
    # The numbers of an array as bytes, for whoever has a memoryview of it.
    def __init__(self, array):
        self._array = array

    def __len__(self):
        return len(self._array._items) * self._array.itemsize

    def __getitem__(self, part):
        array = self._array
        size = array.itemsize
        if not isinstance(part, slice):
            return array._like([array._items[part // size]]).tobytes()[part % size]
        first = part.start // size
        last = (part.stop + size - 1) // size
        data = array._like(array._items[first:last]).tobytes()
        return data[part.start - first * size : part.stop - first * size]

    def __setitem__(self, part, data):
        array = self._array
        size = array.itemsize
        if not isinstance(part, slice):
            part, data = slice(part, part + 1), bytes((data,))
        first = part.start // size
        last = (part.stop + size - 1) // size
        whole = bytearray(array._like(array._items[first:last]).tobytes())
        whole[part.start - first * size : part.stop - first * size] = data
        new = array._like([])
        new.frombytes(whole)
        array._items[first:last] = new._items


class array:
    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str):
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, str) and typecode != "u":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, array):
            if initializer.typecode == "u" and typecode != "u":
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{typecode}'")
            self._items.extend([_checked(typecode, item) for item in initializer._items])
        else:
            self._items.extend([_checked(typecode, item) for item in initializer])

    def _like(self, items):
        made = array(self.typecode)
        made._items.extend(items)
        return made

    def _other(self, other, verb):
        if not isinstance(other, array):
            raise TypeError(f'can only {verb} array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._items

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._like(self._items[index])
        if not hasattr(index, "__index__"):
            raise TypeError("array indices must be integers")
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[index] = list(self._other(value, "assign"))
            return
        if not hasattr(index, "__index__"):
            raise TypeError("array indices must be integers")
        value = _checked(self.typecode, value)
        try:
            self._items[index] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._items[index]
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __add__(self, other):
        return self._like(self._items + self._other(other, "append"))

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self._items.extend(self._other(other, "append"))
        return self

    def __mul__(self, times):
        return self._like(self._items * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._items *= times
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        if self.typecode == "u":
            return f"array('u', {''.join(self._items)!r})"
        return f"array('{self.typecode}', {self._items!r})"

    def append(self, value, /):
        self._items.append(_checked(self.typecode, value))

    def extend(self, items, /):
        if isinstance(items, array):
            if items.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(list(items._items))
            return
        for item in items:
            self.append(item)

    def fromlist(self, items, /):
        if not isinstance(items, list):
            raise TypeError("arg must be list")
        self._items.extend([_checked(self.typecode, item) for item in items])

    def insert(self, index, value, /):
        self._items.insert(index, _checked(self.typecode, value))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(index)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, value, /):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def index(self, value, *bounds):
        try:
            return self._items.index(value, *bounds)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def _format(self, count):
        return f"<{count}{self.typecode}"

    def tobytes(self):
        if self.typecode == "u":
            return b"".join([ord(item).to_bytes(4, "little") for item in self._items])
        return struct.pack(self._format(len(self._items)), *self._items)

    __bytes__ = tobytes
    vm_buffer = tobytes

    def vm_exported(self):
        if self.typecode == "u":
            raise TypeError("raddle has no memoryview of an array of characters")
        return _Exported(self), self.typecode, self.itemsize

    def frombytes(self, buffer, /):
        data = bytes(buffer)
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        count = len(data) // self.itemsize
        if self.typecode == "u":
            self._items.extend([chr(int.from_bytes(data[at : at + 4], "little")) for at in range(0, len(data), 4)])
            return
        self._items.extend(struct.unpack(self._format(count), data))

    def fromunicode(self, text, /):
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items.extend(text)

    def tounicode(self):
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self._items)

    def byteswap(self):
        swapped = [bytes(self._like([item]).tobytes()[::-1]) for item in self._items]
        data = b"".join(swapped)
        self._items.clear()
        self.frombytes(data)

    def buffer_info(self):
        return (id(self), len(self._items))

    def __copy__(self):
        return self._like(self._items)

    def __deepcopy__(self, memo):
        return self._like(self._items)

    def __reduce__(self):
        return (array, (self.typecode, list(self._items)))


ArrayType = array
