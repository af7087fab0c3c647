# base64: bytes written with 16, 32, 64 or 85 characters.

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
    "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode",
]

_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_A85 = bytes(range(33, 118))
_B85 = (
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
)


def _encoded(s):
    s = vm_as_bytes(s)
    if not isinstance(s, bytes):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(s).__name__}'")
    return s


def _text(s):
    # What is to be decoded may be ASCII text.
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode()
    s = vm_as_bytes(s)
    if not isinstance(s, bytes):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")
    return s


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _text(s)
    if altchars is not None:
        altchars = _text(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


# Base 32.


def _encode32(alphabet, s):
    missing = -len(_encoded(s)) % 5
    padded = s + bytes(missing)
    result = []
    for at in range(0, len(padded), 5):
        group = int.from_bytes(padded[at:at + 5], "big")
        result.extend([alphabet[group >> shift & 31] for shift in (35, 30, 25, 20, 15, 10, 5, 0)])
    empty = missing * 8 // 5
    return bytes(result[:len(result) - empty]) + b"=" * empty


def _decode32(alphabet, s, casefold, map01):
    s = _text(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _text(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    digits = s.rstrip(b"=")
    pads = len(s) - len(digits)
    value_of = {byte: value for value, byte in enumerate(alphabet)}
    result = []
    group = 0
    for at in range(0, len(digits), 8):
        group = 0
        for byte in digits[at:at + 8]:
            value = value_of.get(byte)
            if value is None:
                raise binascii.Error("Non-base32 digit found")
            group = group << 5 | value
        if at + 8 <= len(digits):
            result.append(group.to_bytes(5, "big"))
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads and digits:
        result.append((group << 5 * pads).to_bytes(5, "big")[:(43 - 5 * pads) // 8])
    return b"".join(result)


def b32encode(s):
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    return _encode32(_B32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32_HEX, s, casefold, None)


# Base 16.


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _text(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# Base 85.


def _encode85(s, alphabet, pad, zeros, spaces):
    # Groups of four bytes are five digits each; a group may have a letter of its own.
    missing = -len(s) % 4
    padded = s + bytes(missing)
    parts = []
    for at in range(0, len(padded), 4):
        group = int.from_bytes(padded[at:at + 4], "big")
        if zeros and not group:
            parts.append(b"z")
        elif spaces and group == 0x20202020:
            parts.append(b"y")
        else:
            parts.append(bytes([alphabet[group // power % 85] for power in (52200625, 614125, 7225, 85, 1)]))
    if missing and not pad:
        if parts[-1] == b"z":
            parts[-1] = alphabet[:1] * 5
        parts[-1] = parts[-1][:-missing]
    return b"".join(parts)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    result = _encode85(_encoded(b), _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[at:at + wrapcol] for at in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _text(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    parts = []
    digits = []
    # Digits that are not there count as the largest.
    for byte in b + b"u" * 4:
        if 33 <= byte <= 117:
            digits.append(byte - 33)
            if len(digits) == 5:
                group = 0
                for digit in digits:
                    group = 85 * group + digit
                if group > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                parts.append(group.to_bytes(4, "big"))
                digits = []
        elif byte == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            parts.append(bytes(4))
        elif foldspaces and byte == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            parts.append(b"    ")
        elif byte not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(byte)}")
    result = b"".join(parts)
    missing = 4 - len(digits)
    return result[:-missing] if missing else result


def b85encode(b, pad=False):
    return _encode85(_encoded(b), _B85, pad, False, False)


def b85decode(b):
    b = _text(b)
    missing = -len(b) % 5
    padded = b + b"~" * missing
    value_of = {byte: value for value, byte in enumerate(_B85)}
    parts = []
    for at in range(0, len(padded), 5):
        group = 0
        for place, byte in enumerate(padded[at:at + 5]):
            value = value_of.get(byte)
            if value is None:
                raise ValueError(f"bad base85 character at position {at + place}")
            group = 85 * group + value
        if group > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {at}")
        parts.append(group.to_bytes(4, "big"))
    result = b"".join(parts)
    return result[:-missing] if missing else result


# Lines of base 64.


def _plain(s):
    s = vm_as_bytes(s)
    if not isinstance(s, bytes):
        raise TypeError(f"expected bytes-like object, not {type(s).__name__}")
    return s


def encodebytes(s):
    _plain(s)
    return b"".join([binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(_plain(s))


def encode(input, output):
    while True:
        part = input.read(57)
        if not part:
            return
        while len(part) < 57:
            more = input.read(57 - len(part))
            if not more:
                break
            part += more
        output.write(binascii.b2a_base64(part))


def decode(input, output):
    while True:
        line = input.readline()
        if not line:
            return
        output.write(binascii.a2b_base64(line))
