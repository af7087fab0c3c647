# logging.config: the files that fileConfig() reads, and the values that are written in them.

import io
import sys


class Section:
    def __init__(self, values, defaults):
        self._values = values
        self._defaults = defaults

    def raw(self, key, default=None):
        if key in self._values:
            return self._values[key]
        return self._defaults.get(key, default)

    def __contains__(self, key):
        return key in self._values or key in self._defaults

    def __getitem__(self, key):
        if key not in self:
            raise KeyError(key)
        return self._filled(self.raw(key), 10)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _filled(self, text, depth):
        # %(name)s stands for another value of the section, %% for %.
        result = ""
        while "%" in text:
            before, _, text = text.partition("%")
            result += before
            if text.startswith("%"):
                result += "%"
                text = text[1:]
                continue
            name, closed, rest = text[1:].partition(")s")
            if not text.startswith("(") or not closed or not depth:
                raise ValueError(f"invalid interpolation syntax: '%{text}'")
            result += self._filled(self.raw(name.lower()) or "", depth - 1)
            text = rest
        return result + text


class _Foreign:
    # A section of a parser of the program's.
    def __init__(self, parser, name):
        self._section = parser[name]
        self.get = self._section.get

    def raw(self, key, default=None):
        return self._section.get(key, default, raw=True)

    def __contains__(self, key):
        return key in self._section

    def __getitem__(self, key):
        return self._section[key]


def sections_of(source, defaults, encoding):
    if hasattr(source, "sections") and hasattr(source, "get"):
        return {name: _Foreign(source, name) for name in source.sections()}
    if hasattr(source, "readline"):
        lines = [line for line in source]
    else:
        try:
            with io.open(source, encoding=encoding) as file:
                lines = file.readlines()
        except OSError:
            lines = []
    return _read(lines, {key.lower(): str(value) for key, value in (defaults or {}).items()})


def _read(lines, defaults):
    sections = {}
    values = key = None
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text[0] in "#;":
            continue
        if line[0].isspace() and key is not None:
            values[key] += "\n" + text
            continue
        key = None
        if text[0] == "[" and "]" in text:
            name = text[1:text.rindex("]")]
            if name == "DEFAULT":
                values = defaults
            else:
                if name in sections:
                    raise ValueError(f"While reading the line {number}: section {name!r} already exists")
                values = {}
                sections[name] = Section(values, defaults)
            continue
        places = [at for at in (text.find("="), text.find(":")) if at > 0]
        if values is None or not places:
            raise ValueError(f"Source contains parsing errors: line {number}: {line!r}")
        at = min(places)
        key = text[:at].strip().lower()
        values[key] = text[at + 1:].strip()
    return sections


# Values: texts, numbers, names with dots, tuples, lists and dictionaries.


def value_of(text, module):
    value, at = _value(text, _room(text, 0), module)
    if _room(text, at) != len(text):
        raise SyntaxError("invalid syntax")
    return value


def _room(text, at):
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _value(text, at, module):
    letter = text[at:at + 1]
    if letter and letter in "([{":
        return _items(text, at, module)
    if letter and letter in "'\"":
        return _quoted(text, at)
    end = at
    while end < len(text) and (text[end].isalnum() or text[end] in "_.+-"):
        end += 1
    word = text[at:end]
    if not word:
        raise SyntaxError("invalid syntax")
    if word in ("None", "True", "False"):
        return {"None": None, "True": True, "False": False}[word], end
    if word[0].isdigit() or word[0] in "+-.":
        return float(word) if "." in word or "e" in word else int(word, 0), end
    found = None
    for place, part in enumerate(word.split(".")):
        if place == 0:
            found = sys if part == "sys" else vm_module(part) if not hasattr(module, part) else getattr(module, part)
            if found is None:
                raise NameError(f"name {part!r} is not defined")
        else:
            found = getattr(found, part)
    return found, end


def _quoted(text, at):
    mark = text[at]
    result = ""
    at += 1
    while at < len(text) and text[at] != mark:
        if text[at] == "\\":
            at += 1
            result += {"n": "\n", "t": "\t", "\\": "\\", mark: mark}.get(text[at:at + 1], "\\" + text[at:at + 1])
        else:
            result += text[at]
        at += 1
    if at >= len(text):
        raise SyntaxError("unterminated string literal")
    return result, at + 1


def _items(text, at, module):
    closing = {"(": ")", "[": "]", "{": "}"}[text[at]]
    items = []
    comma = False
    at = _room(text, at + 1)
    while text[at:at + 1] != closing:
        item, at = _value(text, at, module)
        at = _room(text, at)
        if closing == "}":
            if text[at:at + 1] != ":":
                raise SyntaxError("invalid syntax")
            value, at = _value(text, _room(text, at + 1), module)
            item = (item, value)
            at = _room(text, at)
        items.append(item)
        if text[at:at + 1] == ",":
            comma = True
            at = _room(text, at + 1)
        elif text[at:at + 1] != closing:
            raise SyntaxError("invalid syntax")
    if closing == ")":
        return (tuple(items) if comma or not items else items[0]), at + 1
    return (items if closing == "]" else dict(items)), at + 1
