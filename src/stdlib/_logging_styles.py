# logging: formats with braces and with dollars.

from _logging_formats import PercentStyle


def _behind_word(text, at):
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


def _is_field(name):
    # A name or a number, and what is taken of it: .name or [key].
    at = _behind_word(name, 0)
    if not at:
        return False
    while at < len(name):
        begin = at + 1
        if name[at] == "." and _behind_word(name, begin) > begin:
            at = _behind_word(name, begin)
        elif name[at] == "[" and name.find("]", begin) > begin:
            at = name.find("]", begin) + 1
        else:
            return False
    return True


def _behind_number(text, at):
    # A number, or the name of a field in braces.
    if text[at:at + 1] == "{":
        end = _behind_word(text, at + 1)
        return end + 1 if end > at + 1 and text[end:end + 1] == "}" else at
    while at < len(text) and text[at].isdigit():
        at += 1
    return at


def _is_spec(spec):
    at = 2 if spec[1:2] in ("<", "=", ">", "^") else 1 if spec[0] in "<=>^" else 0
    for marks in ("+- ", "#", "0"):
        at += at < len(spec) and spec[at] in marks
    at = _behind_number(spec, at)
    at += at < len(spec) and spec[at] in ",_"
    if spec[at:at + 1] == ".":
        behind = _behind_number(spec, at + 1)
        if behind == at + 1:
            return False
        at = behind
    at += at < len(spec) and spec[at] in "bcdefgnosxBCDEFGNOSX%"
    return at == len(spec)


def _brace_fields(text):
    fields = []
    at = 0
    while at < len(text):
        letter = text[at]
        at += 1
        if letter not in "{}":
            continue
        if text[at:at + 1] == letter:
            at += 1
            continue
        if letter == "}":
            raise ValueError("Single '}' encountered in format string")
        if at == len(text):
            raise ValueError("Single '{' encountered in format string")
        begin, depth = at, 1
        while at < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        _check_field(text[begin:at - 1], fields)
    return fields


def _check_field(inside, fields):
    name, _, spec = inside.partition(":")
    name, mark, conversion = name.partition("!")
    if "{" in name:
        raise ValueError("unexpected '{' in field name")
    if mark and len(conversion) != 1:
        what = "expected ':' after conversion specifier"
        raise ValueError(what if conversion else "unmatched '{' in format spec")
    if name:
        if not _is_field(name):
            raise ValueError(f"invalid field name/expression: {name!r}")
        fields.append(name)
    if conversion and conversion not in "rsa":
        raise ValueError(f"invalid conversion: {conversion!r}")
    if spec and not _is_spec(spec):
        raise ValueError(f"bad specifier: {spec!r}")


def _dollar_parts(text):
    # Pieces of text and names of fields by turns.
    parts = []
    piece = ""
    at = 0
    while at < len(text):
        if text[at] != "$":
            piece += text[at]
            at += 1
            continue
        if text[at + 1:at + 2] == "$":
            piece += "$"
            at += 2
            continue
        start = at + 2 if text[at + 1:at + 2] == "{" else at + 1
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        if end == start or start == at + 2 and text[end:end + 1] != "}":
            raise ValueError("invalid format: bare '$' not allowed")
        parts.extend((piece, text[start:end]))
        piece = ""
        at = end + 1 if start == at + 2 else end
    parts.append(piece)
    return parts


class StrFormatStyle(PercentStyle):
    __module__ = "logging"
    default_format = "{message}"
    asctime_format = "{asctime}"
    _mark = "{"

    def usesTime(self):
        return self._fmt.find("{asctime") >= 0

    def _fields(self):
        # Without looking whether it is right.
        try:
            return _brace_fields(self._fmt)
        except ValueError:
            return []

    def validate(self):
        try:
            fields = _brace_fields(self._fmt)
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")
        if not fields:
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        return self._fmt.format(**values)


class StringTemplateStyle(PercentStyle):
    __module__ = "logging"
    default_format = "${message}"
    asctime_format = "${asctime}"
    _mark = "$"

    def _fields(self):
        return _dollar_parts(self._fmt)[1::2]

    def usesTime(self):
        return "asctime" in self._fields()

    def validate(self):
        if not self._fields():
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        parts = _dollar_parts(self._fmt)
        parts[1::2] = [str(values[name]) for name in parts[1::2]]
        return "".join(parts)
