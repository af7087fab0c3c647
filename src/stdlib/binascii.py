# binascii: bytes as text, and back; checksums.

__all__ = [
    "Error", "Incomplete", "a2b_base64", "a2b_hex", "a2b_qp", "a2b_uu", "b2a_base64", "b2a_hex", "b2a_qp", "b2a_uu",
    "crc32", "crc_hqx", "hexlify", "unhexlify",
]

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_HEX = b"0123456789abcdefABCDEF"


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    data = vm_as_bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    data = vm_as_bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'")
    return data


# Base 16.


def hexlify(data, sep=None, bytes_per_sep=1):
    _bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    hexstr = _ascii(hexstr)
    if len(hexstr) % 2:
        raise Error("Odd-length string")
    if hexstr.translate(None, _HEX):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(hexstr.decode())


a2b_hex = unhexlify


# Base 64.


def b2a_base64(data, /, *, newline=True):
    missing = -len(_bytes(data)) % 3
    padded = data + bytes(missing)
    letters = _ALPHABET
    groups = [
        a << 16 | b << 8 | c for a, b, c in zip(padded[::3], padded[1::3], padded[2::3])
    ]
    text = "".join([
        letters[group >> 18] + letters[group >> 12 & 63] + letters[group >> 6 & 63] + letters[group & 63]
        for group in groups
    ])
    if missing:
        text = text[:-missing] + "=" * missing
    return (text + "\n" if newline else text).encode()


def a2b_base64(data, /, *, strict_mode=False):
    data = _ascii(data)
    if strict_mode and data.startswith(b"="):
        raise Error("Leading padding not allowed")
    # The values of the characters that count.
    values = []
    pads = 0
    padded = False
    value_of = _values()
    for at, byte in enumerate(data):
        if byte == 61:
            padded = True
            place = len(values) % 4
            if place >= 2:
                pads += 1
                if place + pads >= 4:
                    # Whatever comes behind the padding is not read.
                    if strict_mode and at + 1 < len(data):
                        raise Error("Excess data after padding")
                    return _joined(values)
            continue
        value = value_of[byte]
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padded:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        values.append(value)
    if len(values) % 4 == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({len(values)}) cannot be 1 more than a "
            "multiple of 4"
        )
    if len(values) % 4:
        raise Error("Incorrect padding")
    return _joined(values)


_value_of = []


def _values():
    # The value of each byte as a digit, or None.
    global _value_of
    if not _value_of:
        places = [_ALPHABET.find(chr(byte)) for byte in range(256)]
        _value_of = [None if place < 0 else place for place in places]
    return _value_of


def _joined(values):
    count = len(values) * 3 // 4
    values.extend([0] * (-len(values) % 4))
    result = []
    for a, b, c, d in zip(values[::4], values[1::4], values[2::4], values[3::4]):
        result.append(a << 2 | b >> 4)
        result.append(b << 4 & 255 | c >> 2)
        result.append(c << 6 & 255 | d)
    return bytes(result[:count])


# uuencode.


def b2a_uu(data, /, *, backtick=False):
    if len(_bytes(data)) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    result = [len(data) + 32 if data else zero]
    padded = data + bytes(-len(data) % 3)
    for a, b, c in zip(padded[::3], padded[1::3], padded[2::3]):
        group = a << 16 | b << 8 | c
        for value in (group >> 18, group >> 12 & 63, group >> 6 & 63, group & 63):
            result.append(value + 32 if value else zero)
    return bytes(result) + b"\n"


def a2b_uu(data, /):
    data = _ascii(data)
    if not data:
        # A zero is where C looks.
        return bytes(32)
    count = data[0] - 32 & 63
    wanted = (count * 4 + 2) // 3
    text = data[1:]
    values = []
    for at in range(wanted):
        byte = text[at] if at < len(text) else 0
        if byte in b"\n\r" or at >= len(text):
            value = 0
        elif byte < 32 or byte > 96:
            raise Error("Illegal char")
        else:
            value = byte - 32 & 63
        values.append(value)
    for byte in text[wanted:]:
        if byte not in b" `\n\r":
            raise Error("Trailing garbage")
    return _joined(values)[:count]


# Quoted-printable.


def a2b_qp(data, header=False):
    data = _ascii(data)
    result = []
    at = 0
    end = len(data)
    while at < end:
        byte = data[at]
        at += 1
        if byte == 95 and header:
            result.append(32)
        elif byte != 61:
            result.append(byte)
        elif at < end:
            if data[at] in b"\r\n":
                # A line that goes on.
                while at < end and data[at] != 10:
                    at += 1
                at += 1
            elif data[at] == 61:
                result.append(61)
                at += 1
            elif not data[at:at + 2].translate(None, _HEX) and at + 1 < end:
                result.append(int(data[at:at + 2], 16))
                at += 2
            else:
                result.append(61)
    return bytes(result)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    data = _bytes(data)
    first = data.find(b"\n")
    ending = b"\r\n" if first > 0 and data[first - 1] == 13 else b"\n"
    result = []
    width = 0
    at = 0
    end = len(data)
    while at < end:
        byte = data[at]
        following = data[at + 1] if at + 1 < end else None
        if (
            byte > 126 or byte == 61 or header and byte == 95
            or byte == 46 and width == 0 and following in (None, 10, 13, 0)
            or not istext and byte in b"\r\n"
            or byte in b"\t " and at + 1 == end
            or byte < 33 and byte not in b"\r\n" and (quotetabs or byte not in b"\t ")
        ):
            if width + 3 >= 76:
                result.append(b"=" + ending)
                width = 0
            result.append(b"=%02X" % byte)
            width += 3
            at += 1
        elif istext and (byte == 10 or byte == 13 and following == 10):
            width = 0
            if result and result[-1] in (b" ", b"\t"):
                result[-1] = b"=%02X" % result[-1][0]
            result.append(ending)
            at += 2 if byte == 13 else 1
        else:
            if following is not None and following != 10 and width + 1 >= 76:
                result.append(b"=" + ending)
                width = 0
            width += 1
            result.append(b"_" if header and byte == 32 else bytes([byte]))
            at += 1
    return b"".join(result)


# Checksums.

_tables = {}


def _table(polynomial):
    # What each byte does to the remainder of a division by this polynomial; its bits are the other way round.
    table = _tables.get(polynomial)
    if table is None:
        table = []
        for byte in range(256):
            for _ in range(8):
                byte = byte >> 1 ^ polynomial if byte & 1 else byte >> 1
            table.append(byte)
        _tables[polynomial] = table
    return table


def crc32(data, crc=0, /):
    table = _table(0xEDB88320)
    crc = crc & 0xFFFFFFFF ^ 0xFFFFFFFF
    for byte in _bytes(data):
        crc = crc >> 8 ^ table[(crc ^ byte) & 255]
    return crc ^ 0xFFFFFFFF


def crc_hqx(data, crc, /):
    crc &= 0xFFFF
    for byte in _bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = crc << 1 ^ 0x11021 if crc & 0x8000 else crc << 1
    return crc
