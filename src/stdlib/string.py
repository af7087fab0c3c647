# string: characters by what they are, and texts with places for values.

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace

_format = format


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


# Templates.

_NAME_BEGINS = frozenset(ascii_letters + "_")
_NAME_GOES_ON = _NAME_BEGINS | frozenset(digits)


def _end_of_name(text, at):
    if at >= len(text) or text[at] not in _NAME_BEGINS:
        return at
    while at < len(text) and text[at] in _NAME_GOES_ON:
        at += 1
    return at


# What a class makes of its own `pattern`, `idpattern`, `braceidpattern` and `flags`.
_compiled = None

if vm_mentioned("pattern", "flags"):
    import re as _re

    def _compiled(cls):
        if "pattern" in vars(cls):
            pattern = cls.pattern
        else:
            mark, name = _re.escape(cls.delimiter), cls.idpattern
            braced = cls.braceidpattern or name
            pattern = rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))"
        return _re.compile(pattern, cls.flags | _re.VERBOSE)

    def _compiled_parts(template):
        text = template.template
        parts = []
        at = 0
        for found in template.pattern.finditer(text):
            groups = found.groupdict()
            name = groups.get("named") or groups.get("braced")
            begin = found.end()
            if name is None and groups.get("escaped") is None:
                if groups.get("invalid") is None:
                    raise ValueError("Unrecognized named group in pattern", template.pattern)
                name, begin = "", found.start("invalid")
            parts.append((text[at:found.start()], found.group(), name, begin))
            at = found.end()
        parts.append((text[at:], "", None, 0))
        return parts


class Template:
    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = vars(cls)
        if any([name in own for name in ("pattern", "idpattern", "braceidpattern", "flags")]):
            cls.pattern = _compiled(cls)
        elif "delimiter" in own and getattr(cls, "pattern", None) is not None:
            cls.pattern = _compiled(cls)

    def __init__(self, template):
        self.template = template

    def _parts(self):
        if getattr(self, "pattern", None) is not None:
            return _compiled_parts(self)
        # The text in front, the whole placeholder, and its name: None for two delimiters, "" for what is not valid;
        # then where the placeholder goes on behind the delimiter.
        text = self.template
        mark = self.delimiter
        parts = []
        at = 0
        while True:
            place = text.find(mark, at)
            if place < 0:
                parts.append((text[at:], "", None, 0))
                return parts
            begin = place + len(mark)
            name, end = "", begin
            if text.startswith(mark, begin):
                name, end = None, begin + len(mark)
            elif text.startswith("{", begin):
                stop = _end_of_name(text, begin + 1)
                if stop > begin + 1 and text.startswith("}", stop):
                    name, end = text[begin + 1:stop], stop + 1
            else:
                end = _end_of_name(text, begin)
                name = text[begin:end]
            parts.append((text[at:place], text[place:end], name, begin))
            at = end

    def _refuse(self, begin):
        lines = self.template[:begin].splitlines(keepends=True)
        column = begin - len("".join(lines[:-1])) if lines else 1
        line = len(lines) or 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        result = []
        for before, placeholder, name, begin in self._parts():
            result.append(before)
            if name:
                result.append(str(kws[name] if name in kws else mapping[name]))
            elif name is None:
                result.append(self.delimiter if placeholder else "")
            else:
                self._refuse(begin)
        return "".join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        result = []
        for before, placeholder, name, _ in self._parts():
            result.append(before)
            if name:
                try:
                    result.append(str(kws[name] if name in kws else mapping[name]))
                except KeyError:
                    result.append(placeholder)
            elif name is None:
                result.append(self.delimiter if placeholder else "")
            else:
                result.append(placeholder)
        return "".join(result)

    def is_valid(self):
        return all([name != "" for _, _, name, _ in self._parts()])

    def get_identifiers(self):
        return [*dict.fromkeys([name for _, _, name, _ in self._parts() if name])]


# What str.format does, in parts that a subclass can change.


def _parse(text):
    # The text in front of each field, the field's name, how its value is written, and how it is converted before.
    at = 0
    end = len(text)
    while at < end:
        start = at
        mark = ""
        while at < end:
            letter = text[at]
            at += 1
            if letter == "{" or letter == "}":
                mark = letter
                break
        if not mark:
            yield (text[start:], None, None, None)
            return
        doubled = at < end and text[at] == mark
        if mark == "}" and not doubled:
            raise ValueError("Single '}' encountered in format string")
        if at == end:
            raise ValueError("Single '{' encountered in format string")
        if doubled:
            yield (text[start:at], None, None, None)
            at += 1
            continue
        literal = text[start:at - 1]
        name, conversion, spec, at = _parse_field(text, at)
        yield (literal, name, spec, conversion)


def _parse_field(text, at):
    start = at
    end = len(text)
    letter = ""
    while at < end:
        letter = text[at]
        at += 1
        if letter == "{":
            raise ValueError("unexpected '{' in field name")
        if letter == "[":
            close = text.find("]", at)
            at = end if close < 0 else close
        elif letter in "}:!":
            break
    if letter not in ("}", ":", "!"):
        raise ValueError("expected '}' before end of string")
    name = text[start:at - 1]
    conversion = None
    if letter == "}":
        return name, conversion, "", at
    if letter == "!":
        if at >= end:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[at]
        at += 1
        if at < end:
            letter = text[at]
            at += 1
            if letter == "}":
                return name, conversion, "", at
            if letter != ":":
                raise ValueError("expected ':' after conversion specifier")
    start = at
    depth = 1
    while at < end:
        letter = text[at]
        at += 1
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
            if not depth:
                return name, conversion, text[start:at - 1], at
    raise ValueError("unmatched '{' in format spec")


def _number_or_name(text):
    return int(text) if text.isdigit() else text


def _split_name(name):
    # What stands first in a field's name, and the attributes and items of it that follow.
    places = [place for place in (name.find("."), name.find("[")) if place >= 0]
    at = min(places) if places else len(name)
    first = _number_or_name(name[:at])
    steps = []
    while at < len(name):
        begin = at + 1
        if name[at] == ".":
            at = begin
            while at < len(name) and name[at] not in ".[":
                at += 1
            steps.append((True, name[begin:at]))
            key = name[begin:at]
        elif name[at] == "[":
            at = name.find("]", begin)
            if at < 0:
                raise ValueError("Missing ']' in format string")
            key = name[begin:at]
            steps.append((False, _number_or_name(key)))
            at += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not key:
            raise ValueError("Empty attribute in format string")
    return first, steps


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            depth = recursion_depth - 1
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, depth, auto_arg_index)
            result.append(self.format_field(value, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return _format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
