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


# Encodings of one byte each: what the bytes from 0x80 (or from the first that differs from Latin-1) are.
_CHARMAPS = {
    "cp1252": (0x80, "€\ufffe‚ƒ„…†‡ˆ‰Š‹Œ\ufffeŽ\ufffe\ufffe‘’“”•–—˜™š›œ\ufffežŸ"),
    "iso8859-15": (0xA4, "€¥Š§š©ª«¬\xad®¯°±²³Žµ¶·ž¹º»ŒœŸ"),
}
_charmap_names = {
    "cp1252": "cp1252", "1252": "cp1252", "windows_1252": "cp1252",
    "iso8859_15": "iso8859-15", "iso_8859_15": "iso8859-15", "latin9": "iso8859-15", "l9": "iso8859-15",
}


def _charmap_of(name, lookup_error, answer):
    first, special = _CHARMAPS[name]
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
