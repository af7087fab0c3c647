# struct: numbers and texts as bytes, in the layout of a 64-bit little-endian machine. Nothing here can be written into:
# there are no buffers to write to.

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]

_LONGEST = (1 << 63) - 1
# Sizes: as C has them here, with each item at a multiple of its size, and as the standard ones, without gaps.
_NATIVE = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "n": 8,
    "N": 8, "e": 2, "f": 4, "d": 8, "s": 1, "p": 1, "P": 8,
}
_STANDARD = {
    "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2,
    "f": 4, "d": 8, "s": 1, "p": 1,
}
_SIGNED = frozenset("bhilqn")
_UNSIGNED = frozenset("BHILQNP")
# Width of the fraction, and largest exponent, of floating-point numbers of these sizes.
_FLOATS = {"e": (10, 15), "f": (23, 127), "d": (52, 1023)}
_OWN_WORDS = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


class error(Exception):
    pass


def _layout(format):
    # The size of the whole, the items as (code, offset, size, how many), the order of bytes, whether sizes are C's.
    text = format
    order = "little"
    sizes = _NATIVE
    if text[:1] in ("@", "=", "<", ">", "!"):
        if text[0] in ">!":
            order = "big"
        if text[0] != "@":
            sizes = _STANDARD
        text = text[1:]
    items = []
    offset = 0
    count = ""
    for letter in text:
        if letter.isdigit():
            count += letter
            continue
        if letter.isspace() and not count:
            continue
        size = sizes.get(letter)
        if size is None:
            raise error("embedded null character" if letter == "\0" else "bad char in struct format")
        number = int(count) if count else 1
        count = ""
        if sizes is _NATIVE:
            offset += -offset % size
        if offset + number * size > _LONGEST:
            raise error("total struct size too long")
        if letter == "s" or letter == "p":
            items.append((letter, offset, number, 1))
        elif letter != "x":
            items.append((letter, offset, size, number))
        offset += number * size
    if count:
        raise error("repeat count given without format specifier")
    return offset, items, order, sizes is _NATIVE


class Struct:
    __module__ = "_struct"

    def __init__(self, format):
        if isinstance(format, str):
            format.encode("ascii")
        elif isinstance(format, bytes):
            format = format.decode("ascii")
        else:
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self._size, self._groups, self._order, self._native = _layout(format)
        self._count = sum([group[3] for group in self._groups])
        self._each = None
        self._format = format

    def _items(self):
        # Every item with its offset, made when there is something to pack or unpack: formats can be for very many.
        if self._each is None:
            self._each = [
                (code, offset + at * size, size)
                for code, offset, size, count in self._groups
                for at in range(count)
            ]
        return self._each

    @property
    def format(self):
        return self._format

    @property
    def size(self):
        return self._size

    def pack(self, *v):
        if len(v) != self._count:
            raise error(f"pack expected {self._count} items for packing (got {len(v)})")
        order = self._order
        parts = []
        end = 0
        for (code, offset, size), value in zip(self._items(), v):
            if offset > end:
                parts.append(bytes(offset - end))
            if code in _SIGNED or code in _UNSIGNED:
                try:
                    parts.append(value.to_bytes(size, order, signed=code in _SIGNED))
                except (OverflowError, AttributeError):
                    parts.append(self._whole(code, size, value))
            elif code in _FLOATS:
                parts.append(_float_bits(code, value, self._native).to_bytes(size, order))
            elif code == "?":
                parts.append(b"\x01" if value else b"\x00")
            elif code == "c":
                if not isinstance(value, bytes) or len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                parts.append(value)
            else:
                if not isinstance(value, bytes):
                    raise error(f"argument for '{code}' must be a bytes object")
                if code == "p" and size:
                    value = bytes([min(len(value), size - 1, 255)]) + value
                parts.append(value[:size] + bytes(max(size - len(value), 0)))
            end = offset + size
        if self._size > end:
            parts.append(bytes(self._size - end))
        return b"".join(parts)

    def _whole(self, code, size, value):
        # A whole number that is an object with __index__, or none that fits.
        if not isinstance(value, int):
            index = getattr(type(value), "__index__", None)
            if index is None:
                raise error("required argument is not an integer")
            value = index(value)
        signed = code in _SIGNED
        bits = 8 * size
        low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
        if code == "P" and -1 << 63 <= value < 0:
            value += 1 << 64
        if low <= value <= high:
            return value.to_bytes(size, self._order, signed=signed)
        if code == "P" or code in "qQ" and self._order == "big":
            raise error("int too large to convert")
        if code in "bB":
            raise error(f"{_OWN_WORDS[code]} format requires {low} <= number <= {high}")
        as_signed = signed or code == "H" and self._order == "little"
        if size == 8 or not (-1 << 63 <= value < 1 << 63 if as_signed else 0 <= value < 1 << 64):
            raise error("argument out of range")
        word = f"'{code}'"
        if self._order == "little":
            word = _OWN_WORDS.get(code, word)
        raise error(f"{word} format requires {low} <= number <= {high}")

    def pack_into(self, *args):
        if len(args) < 2:
            raise error(f"pack_into expected {'offset' if args else 'buffer'} argument")
        if len(args) - 2 != self._count:
            raise error(f"pack_into expected {self._count} items for packing (got {len(args) - 2})")
        buffer, offset = args[0], args[1]
        exported = getattr(type(buffer), "vm_exported", None)
        if exported is not None:
            buffer = exported(buffer)[0]
        elif not isinstance(buffer, bytearray) and type(buffer).__name__ != "memoryview":
            raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
        data, length = self.pack(*args[2:]), len(buffer)
        if offset < 0:
            if offset + self._size > 0:
                raise error(f"no space to pack {self._size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self._size:
            raise error(
                f"pack_into requires a buffer of at least {offset + self._size} bytes for packing {self._size} bytes "
                f"at offset {offset} (actual buffer size is {length})"
            )
        buffer[offset : offset + self._size] = data

    def unpack(self, buffer, /):
        buffer = _bytes(buffer)
        if len(buffer) != self._size:
            raise error(f"unpack requires a buffer of {self._size} bytes")
        return self._unpacked(buffer, 0)

    def unpack_from(self, /, buffer, offset=0):
        buffer = _bytes(buffer)
        length = len(buffer)
        if offset < 0:
            if offset + self._size > 0:
                raise error(f"not enough data to unpack {self._size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self._size:
            raise error(
                f"unpack_from requires a buffer of at least {self._size + offset} bytes for unpacking {self._size} "
                f"bytes at offset {offset} (actual buffer size is {length})"
            )
        return self._unpacked(buffer, offset)

    def iter_unpack(self, buffer, /):
        if self._size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        buffer = _bytes(buffer)
        if len(buffer) % self._size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self._size} bytes")
        return _Unpacking(self, buffer)

    def _unpacked(self, buffer, begin):
        order = self._order
        values = []
        for code, offset, size in self._items():
            offset += begin
            part = buffer[offset:offset + size]
            if code in _SIGNED:
                part = int.from_bytes(part, order, signed=True)
            elif code in _UNSIGNED:
                part = int.from_bytes(part, order)
            elif code in _FLOATS:
                part = _float_of(code, int.from_bytes(part, order))
            elif code == "?":
                part = part != b"\x00"
            elif code == "p":
                if not part:
                    raise SystemError("Negative size passed to PyBytes_FromStringAndSize")
                part = part[1:part[0] + 1]
            values.append(part)
        return (*values,)


class _Unpacking:
    def __init__(self, layout, buffer):
        self._layout = layout
        self._buffer = buffer
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        if at >= len(self._buffer):
            raise StopIteration
        self._at = at + self._layout._size
        return self._layout._unpacked(self._buffer, at)

    def __length_hint__(self):
        return (len(self._buffer) - self._at) // self._layout._size


def _bytes(buffer):
    buffer = vm_as_bytes(buffer)
    if not isinstance(buffer, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
    return buffer


def _float_bits(code, value, native):
    # The bits of the number, with sign, exponent and fraction as IEEE 754 has them.
    if not isinstance(value, float):
        try:
            value = float(value) if not isinstance(value, (str, bytes)) else None
        except (TypeError, AttributeError):
            value = None
        if value is None:
            raise error("required argument is not a float")
    width, largest = _FLOATS[code]
    sign = 0
    text = value.hex()
    if text.startswith("-") or value != value and vm_math_of_two("copysign", 1.0, value) < 0.0:
        sign = largest + 1 << width + 1
        text = text[1:] if value == value else text
    if value - value != 0.0:
        # No number has this exponent.
        bits = 2 * largest + 1 << width
        return sign | bits if value == value else sign | bits | 1 << width - 1
    if value == 0.0:
        return sign
    # 0x1.8000000000000p+0
    fraction, _, exponent = text[4:].partition("p")
    exponent = int(exponent)
    number = int(text[2] + fraction.ljust(13, "0"), 16)
    drop = 52 - width
    if exponent < 1 - largest:
        drop += 1 - largest - exponent
    half = number >> drop
    if drop:
        rest = number & (1 << drop) - 1
        middle = 1 << drop - 1
        if rest > middle or rest == middle and half & 1:
            half += 1
    bits = half
    if exponent > 1 - largest:
        # The leading 1 adds one to the exponent.
        bits += exponent + largest - 1 << width
    if bits >= 2 * largest + 1 << width:
        if code == "f" and native:
            return sign | 2 * largest + 1 << width
        raise OverflowError(f"float too large to pack with {code} format")
    return sign | bits


def _float_of(code, bits):
    width, largest = _FLOATS[code]
    sign = "-" if bits >= largest + 1 << width + 1 else ""
    exponent = bits >> width & 2 * largest + 1
    fraction = bits & (1 << width) - 1
    if exponent == 2 * largest + 1:
        if not fraction:
            return float(sign + "inf")
        return float(sign + "nan")
    if exponent:
        fraction |= 1 << width
    else:
        exponent = 1
    return float.fromhex(f"{sign}0x{fraction:x}p{exponent - largest - width}")


# Layouts of formats that were used; never too many.
_known = {}


def _struct(format):
    known = _known.get(format) if isinstance(format, (str, bytes)) else None
    if known is None:
        known = Struct(format)
        if len(_known) >= 100:
            _known.clear()
        _known[format] = known
    return known


def calcsize(format, /):
    return _struct(format)._size


def pack(*args):
    if not args:
        raise TypeError("missing format argument")
    return _struct(args[0]).pack(*args[1:])


def pack_into(*args):
    if not args:
        raise TypeError("missing format argument")
    return _struct(args[0]).pack_into(*args[1:])


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)
