# ctypes: the simple types of C, as far as multiprocessing shares values of them. There are no libraries to call.


class _SimpleCData:
    _type_ = None

    def __init__(self, value=None):
        self._cell = _cell(self._type_, _zero(self._type_) if value is None else value)

    @property
    def value(self):
        return _value(self._type_, self._cell)

    @value.setter
    def value(self, value):
        self._cell = _cell(self._type_, value)

    def __bool__(self):
        return bool(self._cell)

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class c_bool(_SimpleCData):
    _type_ = "?"


class c_char(_SimpleCData):
    _type_ = "c"


class c_wchar(_SimpleCData):
    _type_ = "u"


class c_byte(_SimpleCData):
    _type_ = "b"


class c_ubyte(_SimpleCData):
    _type_ = "B"


class c_short(_SimpleCData):
    _type_ = "h"


class c_ushort(_SimpleCData):
    _type_ = "H"


class c_int(_SimpleCData):
    _type_ = "i"


class c_uint(_SimpleCData):
    _type_ = "I"


class c_long(_SimpleCData):
    _type_ = "l"


class c_ulong(_SimpleCData):
    _type_ = "L"


class c_float(_SimpleCData):
    _type_ = "f"


class c_double(_SimpleCData):
    _type_ = "d"


c_int8, c_int16, c_int32, c_int64 = c_byte, c_short, c_int, c_long
c_uint8, c_uint16, c_uint32, c_uint64 = c_ubyte, c_ushort, c_uint, c_ulong
c_longlong, c_ulonglong, c_ssize_t, c_size_t = c_long, c_ulong, c_long, c_ulong

_BITS = {"b": 8, "h": 16, "i": 32, "l": 64, "B": -8, "H": -16, "I": -32, "L": -64}
_SIZES = {"f": 4, "d": 8, "?": 1, "c": 1, "u": 4}


def sizeof(obj_or_type):
    code = obj_or_type._type_
    return _SIZES.get(code) or abs(_BITS[code]) // 8


def _zero(code):
    return b"\0" if code == "c" else "\0" if code == "u" else 0


def _cell(code, value):
    # What C would store.
    bits = _BITS.get(code)
    if bits is not None:
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        width = abs(bits)
        value &= (1 << width) - 1
        return value - (1 << width) if bits > 0 and value >> (width - 1) else value
    if code == "d" or code == "f":
        if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return float(value) if code == "d" else vm_single(float(value))
    if code == "?":
        return bool(value)
    if code == "c":
        if isinstance(value, int) and 0 <= value < 256:
            return value
        if not isinstance(value, bytes) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return value[0]
    if not isinstance(value, str):
        raise TypeError(f"unicode string expected instead of {type(value).__name__} instance")
    if len(value) != 1:
        raise TypeError("one character unicode string expected")
    return ord(value)


def _value(code, cell):
    if code == "c":
        return bytes([cell])
    return chr(cell) if code == "u" else cell
