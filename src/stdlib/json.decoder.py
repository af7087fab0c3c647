# json.decoder: reads JSON texts. A text is read with a zero character behind it: no look at the next character can then
# go too far, and that one fits nowhere.

_DIGITS = "0123456789"
_HEX = frozenset("0123456789abcdefABCDEF")
_SPACE = " \t\n\r"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class _NoValue(Exception):
    pass


def _refuse(msg, text, at):
    raise JSONDecodeError(msg, text[:-1], at)


def scanstring(s, end, strict=True, /):
    return _string(s + "\0", end, strict)


def _string(text, at, strict):
    # The string that begins here, behind its quote; and where it ends.
    begin = at
    parts = []
    while True:
        quote = text.find('"', at)
        stop = quote if quote >= 0 else len(text) - 1
        slash = text.find("\\", at, stop)
        if slash >= 0:
            stop = slash
        part = text[at:stop]
        if strict and not part.isprintable():
            for letter in part:
                if letter < " ":
                    _refuse("Invalid control character at", text, at + part.index(letter))
        if slash < 0:
            if quote < 0:
                _refuse("Unterminated string starting at", text, begin - 1)
            if not parts:
                return part, quote + 1
            parts.append(part)
            return "".join(parts), quote + 1
        parts.append(part)
        letter = text[slash + 1]
        if letter == "u":
            letter, at = _code(text, slash)
            parts.append(letter)
        elif letter in _ESCAPES:
            parts.append(_ESCAPES[letter])
            at = slash + 2
        elif slash + 2 == len(text):
            _refuse("Unterminated string starting at", text, begin - 1)
        else:
            _refuse("Invalid \\escape", text, slash)


def _code(text, slash):
    # What \uXXXX at this place means, together with a second one if only both make a character.
    code = _four(text, slash)
    if code < 0xD800 or code > 0xDFFF:
        return chr(code), slash + 6
    if code < 0xDC00 and text.startswith("\\u", slash + 6) and slash + 13 < len(text):
        low = _four(text, slash + 6)
        if 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + (code - 0xD800 << 10 | low - 0xDC00)), slash + 12
    raise ValueError("raddle has no texts with half a pair of UTF-16 in them (\\uD800 to \\uDFFF)")


def _four(text, slash):
    digits = text[slash + 2:slash + 6]
    # Behind the last digit there is at least a quote.
    if slash + 7 >= len(text) or not _HEX.issuperset(digits):
        _refuse("Invalid \\uXXXX escape", text, slash + 1)
    return int(digits, 16)


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        text = s + "\0"
        at = 0
        while text[at] in _SPACE:
            at += 1
        value, at = self._read(s, text, at)
        while text[at] in _SPACE:
            at += 1
        if at != len(s):
            raise JSONDecodeError("Extra data", s, at)
        return value

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        if idx >= len(s):
            raise JSONDecodeError("Expecting value", s, idx)
        return self._read(s, s + "\0", idx)

    def _read(self, s, text, at):
        try:
            return self._value(text, at)
        except _NoValue as error:
            place = error.args[0]
        raise JSONDecodeError("Expecting value", s, place)

    def _value(self, text, at):
        # The value that begins here, and where it ends.
        letter = text[at]
        if letter == '"':
            return _string(text, at + 1, self.strict)
        if letter == "{":
            return self._object(text, at + 1)
        if letter == "[":
            return self._array(text, at + 1)
        return self._plain(text, at, letter)

    def _plain(self, text, at, letter):
        if letter in _DIGITS or letter == "-":
            end = at + 1
            if letter == "-":
                letter = text[end]
                if letter == "I" and text.startswith("Infinity", end):
                    return self.parse_constant("-Infinity"), at + 9
                if letter not in _DIGITS:
                    raise _NoValue(at)
                end += 1
            if letter != "0":
                while text[end] in _DIGITS:
                    end += 1
            whole = True
            letter = text[end]
            if letter == "." and text[end + 1] in _DIGITS:
                whole = False
                end += 2
                while text[end] in _DIGITS:
                    end += 1
                letter = text[end]
            if letter == "e" or letter == "E":
                digits = end + 1
                if text[digits] in "+-":
                    digits += 1
                if text[digits] in _DIGITS:
                    whole = False
                    end = digits + 1
                    while text[end] in _DIGITS:
                        end += 1
            if whole:
                return self.parse_int(text[at:end]), end
            return self.parse_float(text[at:end]), end
        if letter == "n" and text.startswith("null", at):
            return None, at + 4
        if letter == "t" and text.startswith("true", at):
            return True, at + 4
        if letter == "f" and text.startswith("false", at):
            return False, at + 5
        if letter == "N" and text.startswith("NaN", at):
            return self.parse_constant("NaN"), at + 3
        if letter == "I" and text.startswith("Infinity", at):
            return self.parse_constant("Infinity"), at + 8
        raise _NoValue(at)

    def _array(self, text, at):
        items = []
        while text[at] in _SPACE:
            at += 1
        if text[at] == "]":
            return items, at + 1
        strict = self.strict
        while True:
            letter = text[at]
            if letter == '"':
                item, at = _string(text, at + 1, strict)
            elif letter == "{":
                item, at = self._object(text, at + 1)
            elif letter == "[":
                item, at = self._array(text, at + 1)
            else:
                item, at = self._plain(text, at, letter)
            items.append(item)
            letter = text[at]
            while letter in _SPACE:
                at += 1
                letter = text[at]
            if letter == "]":
                return items, at + 1
            if letter != ",":
                _refuse("Expecting ',' delimiter", text, at)
            at += 1
            while text[at] in _SPACE:
                at += 1

    def _object(self, text, at):
        pairs_hook = self.object_pairs_hook
        pairs = []
        items = {}
        strict = self.strict
        while text[at] in _SPACE:
            at += 1
        if text[at] == "}":
            at += 1
        else:
            while True:
                if text[at] != '"':
                    _refuse("Expecting property name enclosed in double quotes", text, at)
                key, at = _string(text, at + 1, strict)
                while text[at] in _SPACE:
                    at += 1
                if text[at] != ":":
                    _refuse("Expecting ':' delimiter", text, at)
                at += 1
                letter = text[at]
                while letter in _SPACE:
                    at += 1
                    letter = text[at]
                if letter == '"':
                    value, at = _string(text, at + 1, strict)
                elif letter == "{":
                    value, at = self._object(text, at + 1)
                elif letter == "[":
                    value, at = self._array(text, at + 1)
                else:
                    value, at = self._plain(text, at, letter)
                if pairs_hook is None:
                    items[key] = value
                else:
                    pairs.append((key, value))
                letter = text[at]
                while letter in _SPACE:
                    at += 1
                    letter = text[at]
                if letter == "}":
                    at += 1
                    break
                if letter != ",":
                    _refuse("Expecting ',' delimiter", text, at)
                at += 1
                while text[at] in _SPACE:
                    at += 1
        if pairs_hook is not None:
            return pairs_hook(pairs), at
        if self.object_hook is not None:
            return self.object_hook(items), at
        return items, at
