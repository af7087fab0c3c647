# pprint: values on lines of a width, with what belongs together below each other.

import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_SCALARS = frozenset((str, bytes, float, bool, type(None)))
# Whoever inherits how it is written from one of these is written in parts.
_BUILTIN = frozenset((object, int, str, bytes, float, bool, dict, list, tuple, set, frozenset))


def pprint(
    object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False
):
    printer = PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    )
    printer.pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    )
    return printer.pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    # Puts what cannot be compared in the order of classes.
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return (_Key(pair[0]), _Key(pair[1]))


def _owner(cls):
    # The class that says how its objects are written.
    for known in cls.__mro__:
        if known in _BUILTIN or "__repr__" in known.__dict__:
            return known


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
        underscore_numbers=False,
    ):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._step = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object))
            self._stream.write("\n")

    def pformat(self, object):
        parts = []
        self._write(object, parts.append, 0, 0, {}, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        # A text in one line, whether Python could read it, whether something is in itself. For subclasses to change.
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, value, context, level):
        return self.format(value, context.copy(), self._depth, level)[0]

    def _write(self, value, put, indent, allowance, context, level):
        # Puts the parts of the text: it begins at the column `indent`, and so many characters come behind it.
        if id(value) in context:
            put(_recursion(value))
            return
        text = self._repr(value, context, level)
        if len(text) > self._width - indent - allowance:
            write = self._writer_of(value)
            if write is not None:
                context[id(value)] = 1
                write(value, put, indent, allowance, context, level + 1)
                del context[id(value)]
                return
        put(text)

    def _writer_of(self, value):
        cls = type(value)
        owner = _owner(cls)
        if owner in _BUILTIN:
            return _WRITERS.get(owner, None) and getattr(self, _WRITERS[owner])
        if owner.__module__ in ("collections", "types") or owner.__qualname__ == "mappingproxy":
            name = _WRITERS.get(f"{owner.__module__}.{owner.__qualname__}")
            return name and getattr(self, name)
        params = getattr(cls, "__dataclass_params__", None)
        if params is not None and params.repr and not isinstance(value, type):
            # Not where the class has a text of its own.
            code = getattr(owner.__dict__["__repr__"], "__code__", None)
            if code is not None and code.co_filename == "<raddle dataclasses>":
                return self._write_dataclass
        return None

    def _items(self, value):
        return sorted(value.items(), key=_pair_key) if self._sort_dicts else [*value.items()]

    def _write_dict(self, value, put, indent, allowance, context, level):
        put("{" + " " * (self._step - 1))
        if len(value):
            self._write_pairs(self._items(value), put, indent, allowance + 1, context, level)
        put("}")

    def _write_pairs(self, pairs, put, indent, allowance, context, level):
        indent += self._step
        between = ",\n" + " " * indent
        last = len(pairs) - 1
        for at, (key, value) in enumerate(pairs):
            text = self._repr(key, context, level)
            put(text + ": ")
            self._write(value, put, indent + len(text) + 2, allowance if at == last else 1, context, level)
            if at != last:
                put(between)

    def _write_fields(self, fields, put, indent, allowance, context, level):
        between = ",\n" + " " * indent
        last = len(fields) - 1
        for at, (name, value) in enumerate(fields):
            put(name + "=")
            if id(value) in context:
                put("...")
            else:
                self._write(value, put, indent + len(name) + 1, allowance if at == last else 1, context, level)
            if at != last:
                put(between)

    def _write_items(self, items, put, indent, allowance, context, level):
        indent += self._step
        put(" " * (self._step - 1))
        line = ",\n" + " " * indent
        between = ""
        room = most = self._width - indent + 1
        items = [*items]
        last = len(items) - 1
        for at, item in enumerate(items):
            if at == last:
                room -= allowance
                most -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if room < needed:
                    room = most
                    if between:
                        between = line
                if room >= needed:
                    room -= needed
                    put(between + text)
                    between = ", "
                    continue
            put(between)
            between = line
            self._write(item, put, indent, allowance if at == last else 1, context, level)

    def _write_list(self, value, put, indent, allowance, context, level):
        put("[")
        self._write_items(value, put, indent, allowance + 1, context, level)
        put("]")

    def _write_tuple(self, value, put, indent, allowance, context, level):
        end = ",)" if len(value) == 1 else ")"
        put("(")
        self._write_items(value, put, indent, allowance + len(end), context, level)
        put(end)

    def _write_set(self, value, put, indent, allowance, context, level):
        if not len(value):
            put(repr(value))
            return
        begin, end = "{", "}"
        if type(value) is not set:
            begin, end = type(value).__name__ + "({", "})"
            indent += len(begin) - 1
        put(begin)
        self._write_items(sorted(value, key=_Key), put, indent, allowance + len(end), context, level)
        put(end)

    def _write_chunks(self, chunks, put, indent, in_parentheses):
        text = ("\n" + " " * indent).join(chunks)
        put(f"({text})" if in_parentheses else text)

    def _write_str(self, value, put, indent, allowance, context, level):
        if not len(value):
            put(repr(value))
            return
        alone = level == 1
        if alone:
            indent += 1
            allowance += 1
        chunks = []
        lines = value.splitlines(True)
        width = self._width - indent
        for at, line in enumerate(lines):
            is_last = at == len(lines) - 1
            text = repr(line)
            if len(text) <= width - (allowance if is_last else 0):
                chunks.append(text)
                continue
            words = _words(line)
            current = ""
            for place, word in enumerate(words):
                room = width - (allowance if is_last and place == len(words) - 1 else 0)
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            put(text)
        else:
            self._write_chunks(chunks, put, indent, alone)

    def _write_bytes(self, value, put, indent, allowance, context, level):
        if len(value) <= 4:
            put(repr(value))
            return
        alone = level == 1
        if alone:
            indent += 1
            allowance += 1
        chunks = []
        current = b""
        width = self._width - indent
        last = len(value) // 4 * 4
        for at in range(0, len(value), 4):
            part = value[at:at + 4]
            if at == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        if current:
            chunks.append(repr(current))
        self._write_chunks(chunks, put, indent, alone)

    def _write_ordered_dict(self, value, put, indent, allowance, context, level):
        if not len(value):
            put(repr(value))
            return
        name = type(value).__name__
        put(name + "(")
        self._write([*value.items()], put, indent + len(name) + 1, allowance + 1, context, level)
        put(")")

    def _write_default_dict(self, value, put, indent, allowance, context, level):
        if not len(value):
            put(repr(value))
            return
        name = type(value).__name__
        indent += len(name) + 1
        put(f"{name}({self._repr(value.default_factory, context, level)},\n{' ' * indent}")
        self._write_dict(value, put, indent, allowance + 1, context, level)
        put(")")

    def _write_counter(self, value, put, indent, allowance, context, level):
        if not len(value):
            put(repr(value))
            return
        name = type(value).__name__
        put(name + "({" + " " * (self._step - 1))
        self._write_pairs(value.most_common(), put, indent + len(name) + 1, allowance + 2, context, level)
        put("})")

    def _write_chain_map(self, value, put, indent, allowance, context, level):
        name = type(value).__name__
        indent += len(name) + 1
        put(name + "(")
        last = len(value.maps) - 1
        for at, one in enumerate(value.maps):
            self._write(one, put, indent, allowance + 1 if at == last else 1, context, level)
            put(")" if at == last else ",\n" + " " * indent)

    def _write_deque(self, value, put, indent, allowance, context, level):
        if not len(value):
            put(repr(value))
            return
        name = type(value).__name__
        indent += len(name) + 1
        put(name + "([")
        if value.maxlen is None:
            self._write_items(value, put, indent, allowance + 2, context, level)
            put("])")
        else:
            self._write_items(value, put, indent, 2, context, level)
            put(f"],\n{' ' * indent}maxlen={self._repr(value.maxlen, context, level)})")

    def _write_data(self, value, put, indent, allowance, context, level):
        self._write(value.data, put, indent, allowance, context, level - 1)

    def _write_mapping_proxy(self, value, put, indent, allowance, context, level):
        put("mappingproxy(")
        self._write(value.copy(), put, indent + 13, allowance + 1, context, level)
        put(")")

    def _write_namespace(self, value, put, indent, allowance, context, level):
        name = type(value).__name__
        if name == "SimpleNamespace":
            name = "namespace"
        put(name + "(")
        self._write_fields([*value.__dict__.items()], put, indent + len(name) + 1, allowance, context, level)
        put(")")

    def _write_dataclass(self, value, put, indent, allowance, context, level):
        import dataclasses

        name = type(value).__name__
        fields = [(field.name, getattr(value, field.name)) for field in dataclasses.fields(value) if field.repr]
        put(name + "(")
        self._write_fields(fields, put, indent + len(name) + 1, allowance, context, level)
        put(")")

    def _safe_repr(self, value, context, maxlevels, level):
        cls = type(value)
        if cls in _SCALARS:
            return repr(value), True, False
        owner = _owner(cls)
        if owner is int:
            return f"{value:_d}" if self._underscore_numbers else repr(value), True, False
        if owner is dict:
            begin, end = "{", "}"
        elif owner is list:
            begin, end = "[", "]"
        elif owner is tuple:
            begin, end = "(", ",)" if len(value) == 1 else ")"
        else:
            text = repr(value)
            return text, bool(text) and not text.startswith("<"), False
        if not value:
            return begin + end, True, False
        if maxlevels and level >= maxlevels:
            return f"{begin}...{end}", False, id(value) in context
        if id(value) in context:
            return _recursion(value), False, True
        context[id(value)] = 1
        is_readable, is_recursive = True, False
        texts = []
        level += 1
        for item in self._items(value) if owner is dict else value:
            shown = []
            for part in item if owner is dict else (item,):
                text, readable, recursive = self.format(part, context, maxlevels, level)
                shown.append(text)
                is_readable = is_readable and readable
                is_recursive = is_recursive or recursive
            texts.append(": ".join(shown))
        del context[id(value)]
        return begin + ", ".join(texts) + end, is_readable, is_recursive


_WRITERS = {
    dict: "_write_dict",
    list: "_write_list",
    tuple: "_write_tuple",
    set: "_write_set",
    frozenset: "_write_set",
    str: "_write_str",
    bytes: "_write_bytes",
    "collections.OrderedDict": "_write_ordered_dict",
    "collections.defaultdict": "_write_default_dict",
    "collections.Counter": "_write_counter",
    "collections.ChainMap": "_write_chain_map",
    "collections.deque": "_write_deque",
    "collections.UserDict": "_write_data",
    "collections.UserList": "_write_data",
    "collections.UserString": "_write_data",
    "builtins.mappingproxy": "_write_mapping_proxy",
    "types.SimpleNamespace": "_write_namespace",
}


def _words(line):
    # Each with the spaces behind it.
    words = []
    begin = at = 0
    end = len(line)
    while begin < end:
        while at < end and not line[at].isspace():
            at += 1
        while at < end and line[at].isspace():
            at += 1
        words.append(line[begin:at])
        begin = at
    return words
