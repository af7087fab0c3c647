# json.encoder: writes JSON texts.

_INFINITY = float("inf")
_ESCAPES = {34: '\\"', 92: "\\\\", 8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r"}
for _code in range(32):
    if _code not in _ESCAPES:
        _ESCAPES[_code] = f"\\u{_code:04x}"
# Nobody changes it: to look there is no step.
_ESCAPES = vm_frozen(_ESCAPES)


def encode_basestring(s, /):
    if not isinstance(s, str):
        raise TypeError(f"first argument must be a string, not {type(s).__name__}")
    if s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    return '"' + s.translate(_ESCAPES) + '"'


def encode_basestring_ascii(s, /):
    if not isinstance(s, str):
        raise TypeError(f"first argument must be a string, not {type(s).__name__}")
    if not s.isascii():
        return '"' + "".join([_ascii(letter) for letter in s.translate(_ESCAPES)]) + '"'
    if s.isprintable() and '"' not in s and "\\" not in s:
        return f'"{s}"'
    return '"' + s.translate(_ESCAPES).replace("\x7f", "\\u007f") + '"'


def _ascii(letter):
    code = ord(letter)
    if code < 127:
        return letter
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
        indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        if type(self).iterencode is not JSONEncoder.iterencode:
            return "".join([*self.iterencode(o, _one_shot=True)])
        parts = []
        _writer(self, parts.append, self.indent is None)(o, 0)
        return "".join(parts)

    def iterencode(self, o, _one_shot=False):
        return self._chunks(o, _one_shot and self.indent is None)

    def _chunks(self, o, short):
        parts = []
        try:
            _writer(self, parts.append, short)(o, 0)
        except BaseException:
            # What was written before the failure is written all the same.
            yield from parts
            raise
        yield from parts


def _writer(encoder, put, short):
    # The function that puts the parts of a value's text. CPython says less of numbers it refuses in its short way.
    string = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
    allow_nan = encoder.allow_nan
    skipkeys = encoder.skipkeys
    sort_keys = encoder.sort_keys
    default = encoder.default
    indent = encoder.indent
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    item_separator = encoder.item_separator
    key_separator = encoder.key_separator
    # The containers that are being written, by id.
    open_ones = {} if encoder.check_circular else None

    def float_text(number):
        if number - number == 0.0:
            return float.__repr__(number)
        if not allow_nan:
            refusal = "Out of range float values are not JSON compliant"
            raise ValueError(refusal if short else f"{refusal}: {number!r}")
        if number != number:
            return "NaN"
        return "Infinity" if number == _INFINITY else "-Infinity"

    def plain(value):
        # The text of what has no parts; else None.
        if isinstance(value, str):
            return string(value)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return float_text(value)
        return None

    def key_text(key):
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, float):
            return float_text(key)
        if isinstance(key, int):
            return int.__repr__(key)
        if skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def enter(value):
        if id(value) in open_ones:
            raise ValueError("Circular reference detected")
        open_ones[id(value)] = value

    # One frame a level: nothing is between the functions of lists and of dicts.
    def write_list(items, level):
        if not items:
            put("[]")
            return
        if open_ones is not None:
            enter(items)
        separator = item_separator
        before = "["
        if indent is not None:
            line = "\n" + indent * (level + 1)
            separator += line
            before += line
        for item in items:
            text = string(item) if type(item) is str else plain(item)
            if text is not None:
                put(before + text)
            else:
                put(before)
                if isinstance(item, (list, tuple)):
                    write_list(item, level + 1)
                elif isinstance(item, dict):
                    write_dict(item, level + 1)
                else:
                    write(item, level + 1)
            before = separator
        if indent is not None:
            put("\n" + indent * level)
        put("]")
        if open_ones is not None:
            del open_ones[id(items)]

    def write_dict(pairs, level):
        if not pairs:
            put("{}")
            return
        if open_ones is not None:
            enter(pairs)
        put("{")
        separator = item_separator
        if indent is not None:
            line = "\n" + indent * (level + 1)
            separator += line
            put(line)
        first = True
        for key, value in sorted(pairs.items()) if sort_keys else pairs.items():
            if not isinstance(key, str):
                key = key_text(key)
                if key is None:
                    continue
            if first:
                first = False
            else:
                put(separator)
            put(string(key))
            put(key_separator)
            text = string(value) if type(value) is str else plain(value)
            if text is not None:
                put(text)
            elif isinstance(value, dict):
                write_dict(value, level + 1)
            elif isinstance(value, (list, tuple)):
                write_list(value, level + 1)
            else:
                write(value, level + 1)
        if indent is not None:
            put("\n" + indent * level)
        put("}")
        if open_ones is not None:
            del open_ones[id(pairs)]

    def write(value, level):
        text = plain(value)
        if text is not None:
            put(text)
        elif isinstance(value, (list, tuple)):
            write_list(value, level)
        elif isinstance(value, dict):
            write_dict(value, level)
        else:
            if open_ones is not None:
                enter(value)
            write(default(value), level)
            if open_ones is not None:
                del open_ones[id(value)]

    return write
