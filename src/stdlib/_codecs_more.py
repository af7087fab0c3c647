# _codecs_more is what few ask codecs for: the names of encodings, those that are a table of characters, and those of bytes.

# Names of the machine's encodings, as they are looked up.
_ALIASES = {}
for _codec, _names in {
    "utf-8": "utf_8 utf8 u8 utf cp65001 utf8_ucs2 utf8_ucs4",
    "utf-8-sig": "utf_8_sig utf8_sig",
    "utf-16": "utf_16 utf16 u16",
    "utf-16-le": "utf_16_le utf_16le unicodelittleunmarked",
    "utf-16-be": "utf_16_be utf_16be unicodebigunmarked",
    "utf-32": "utf_32 utf32 u32",
    "utf-32-le": "utf_32_le utf_32le",
    "utf-32-be": "utf_32_be utf_32be",
    "ascii": "ascii us_ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 cp367 ibm367 iso646_us iso_646.irv_1991",
    "latin-1": "latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 8859 cp819 ibm819 iso_8859_1_1987",
    "unicode-escape": "unicode_escape unicodeescape",
    "raw-unicode-escape": "raw_unicode_escape rawunicodeescape",
}.items():
    for _name in _names.split():
        _ALIASES[_name] = _codec

# Those whose own name is another.
_CODECS = {"latin-1": "iso8859-1"}

_SMALL, _LARGE = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TURNED = str.maketrans(_SMALL + _LARGE, _SMALL[13:] + _SMALL[:13] + _LARGE[13:] + _LARGE[:13])


def _rot13(input, errors="strict"):
    return str(input).translate(_TURNED), len(input)


def _hex_encode(input, errors="strict"):
    data = bytes(input)
    return data.hex().encode(), len(data)


def _hex_decode(input, errors="strict"):
    data = bytes(input)
    return bytes.fromhex(data.decode()), len(data)


def _base64_encode(input, errors="strict"):
    import base64

    data = bytes(input)
    return base64.encodebytes(data), len(data)


def _base64_decode(input, errors="strict"):
    import base64

    data = bytes(input)
    return base64.decodebytes(data), len(data)


# Encodings of one byte each. The names of all of them are looked up only when somebody asks for one.
_charmap_names = {}


def _charmap_named(name):
    import _charmaps

    if not _charmap_names:
        for own, names in _charmaps.NAMES.items():
            for other in names.split():
                _charmap_names[other] = own
    return _charmap_names.get(name)


def _charmap_of(name, lookup_error, answer):
    import _charmaps

    first, special = _charmaps.TABLES[name]
    table = [chr(at) for at in range(256)]
    table[first : first + len(special)] = special
    codes = {c: at for at, c in enumerate(table) if c != "\ufffe"}

    def encode(input, errors="strict"):
        data = bytearray()
        at = 0
        while at < len(input):
            code = codes.get(input[at])
            if code is not None:
                data.append(code)
                at += 1
                continue
            end = at + 1
            while end < len(input) and input[end] not in codes:
                end += 1
            error = UnicodeEncodeError("charmap", input, at, end, "character maps to <undefined>")
            put, at = answer(error, lookup_error(errors), (str, bytes))
            data += put if isinstance(put, bytes) else bytes([codes[c] for c in put])
        return bytes(data), len(input)

    def decode(input, errors="strict"):
        data = bytes(input)
        texts = []
        at = 0
        while at < len(data):
            c = table[data[at]]
            if c != "\ufffe":
                texts.append(c)
                at += 1
                continue
            error = UnicodeDecodeError("charmap", data, at, at + 1, "character maps to <undefined>")
            put, at = answer(error, lookup_error(errors), str)
            texts.append(put)
        return "".join(texts), len(data)

    return encode, decode


# UTF-7: what is not plain is UTF-16 in base64 without padding, between + and -.
_PLAIN_IN_UTF7 = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}"
)
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _utf7_encode(input, errors="strict"):
    out = []
    bits = count = 0
    shifted = False
    for c in input:
        if c in _PLAIN_IN_UTF7 or (c == "+" and not shifted):
            if shifted:
                if count:
                    out.append(_BASE64[bits << (6 - count) & 63])
                if c in _BASE64 or c == "-":
                    out.append("-")
                bits = count = 0
                shifted = False
            out.append("+-" if c == "+" else c)
            continue
        if not shifted:
            out.append("+")
            shifted = True
        data = c.encode("utf-16-be")
        for byte in data:
            bits = bits << 8 | byte
            count += 8
            while count >= 6:
                count -= 6
                out.append(_BASE64[bits >> count & 63])
            bits &= (1 << count) - 1
    if shifted:
        if count:
            out.append(_BASE64[bits << (6 - count) & 63])
        out.append("-")
    return "".join(out).encode("ascii"), len(input)


def _utf7_decode(input, errors, lookup_error, answer):
    data = bytes(input)
    texts = []

    def wrong(start, end, reason):
        put, at = answer(UnicodeDecodeError("utf7", data, start, end, reason), lookup_error(errors), str)
        texts.append(put)
        return at

    at = 0
    while at < len(data):
        c = chr(data[at])
        if c != "+":
            if data[at] >= 0x80:
                at = wrong(at, at + 1, "unexpected special character")
                continue
            texts.append(c)
            at += 1
            continue
        start = at
        at += 1
        if data[at:at + 1] == b"-":
            texts.append("+")
            at += 1
            continue
        bits = count = 0
        units = bytearray()
        while at < len(data) and chr(data[at]) in _BASE64:
            bits = bits << 6 | _BASE64.index(chr(data[at]))
            count += 6
            if count >= 16:
                count -= 16
                units += (bits >> count).to_bytes(2, "big")
                bits &= (1 << count) - 1
            at += 1
        reason = None
        if at >= len(data):
            if count >= 6 or bits:
                reason = "unterminated shift sequence"
        elif at == start + 1:
            reason, at = "ill-formed sequence", at + 1
        elif count >= 6:
            reason = "partial character in base64 sequence"
        elif bits:
            reason = "non-zero padding bits in shift sequence"
        try:
            text = units.decode("utf-16-be")
        except UnicodeDecodeError:
            text, reason = "", "illegal encoding"
        if reason is not None:
            at = wrong(start, at, reason)
            continue
        texts.append(text)
        if data[at:at + 1] == b"-":
            at += 1
    return "".join(texts), len(data)


def _idna_encode(input, errors="strict"):
    # Names in ASCII stay what they are; the others would need the tables of their preparation.
    if not input.isascii():
        raise UnicodeError("raddle's 'idna' has names in ASCII only")
    labels = input.split(".")
    for at, label in enumerate(labels):
        if not label and at < len(labels) - 1:
            raise UnicodeError("label empty or too long")
        if len(label) >= 64:
            raise UnicodeError("label empty or too long" if at < len(labels) - 1 else "label too long")
    return input.encode("ascii"), len(input)


def _idna_decode(input, errors="strict"):
    data = bytes(input)
    text = data.decode("ascii")
    if "xn--" in text.lower():
        raise UnicodeError("raddle's 'idna' has names in ASCII only")
    return text, len(data)
