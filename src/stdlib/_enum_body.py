# What the body of an enumeration is made of: auto() and its like, and how members are told from what else stands there.

_plain_property = property


class _Combined:
    # What the body of a class makes of members whose values are not known yet.
    def __or__(self, other):
        return _Later(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Later(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Later(lambda a, b: a ^ b, self, other)

    def __add__(self, other):
        return _Later(lambda a, b: a + b, self, other)

    def __ror__(self, other):
        return _Later(lambda a, b: a | b, other, self)

    def __rand__(self, other):
        return _Later(lambda a, b: a & b, other, self)

    def __rxor__(self, other):
        return _Later(lambda a, b: a ^ b, other, self)

    def __invert__(self):
        return _Later(lambda a: ~a, self)


class _Later(_Combined):
    def __init__(self, operator, *parts):
        self._operator = operator
        self._parts = parts

    def result(self):
        return self._operator(*[_known(part) for part in self._parts])


def _known(part):
    if isinstance(part, auto):
        return part.value
    return part.result() if isinstance(part, _Later) else part


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class auto(_Combined):
    __module__ = "enum"
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class nonmember:
    __module__ = "enum"
    def __init__(self, value):
        self.value = value


class member:
    __module__ = "enum"
    def __init__(self, value):
        self.value = value


class property(_plain_property):
    __module__ = "enum"
    # On a member it is a property; on the class it is the member of that name, if there is one.
    member = None
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self.member is None:
            raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")
        return self.member

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# Names between single underscores that a body may define.
_SUNDERS = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_",
}
_PLAIN = (int, str, float, tuple, auto, bytes)
_DESCRIPTORS = (type(lambda: None), _plain_property, staticmethod, classmethod)


def _describes(value):
    # Whether it is a descriptor.
    if isinstance(value, _DESCRIPTORS):
        return True
    kind = type(value)
    return kind is not type and (hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__"))


def _sort_out(cls_name, names, generate):
    # The members that a body defines, and what else stands there.
    found, others, values, ignored = [], {}, [], ()
    private = f"_{cls_name}__"
    called = False
    for name, value in names.items():
        if name[:1] == "_":
            if name.startswith(private) and len(name) > len(private) and name[-2:] != "__":
                others[name] = value
                continue
            if name[-1] == "_" and len(name) > 2:
                if name[1] == "_" and name[-2] == "_":
                    if len(name) > 4 and name[2] != "_" and name[-3] != "_":
                        others["_order_" if name == "__order__" else name] = value
                        continue
                elif name[1] != "_" and name[-2] != "_":
                    if name not in _SUNDERS:
                        raise ValueError(f"_sunder_ names, such as {name!r}, are reserved for future Enum use")
                    if name == "_generate_next_value_":
                        if called:
                            raise TypeError("_generate_next_value_ must be defined before members")
                        generate = value.__func__ if isinstance(value, staticmethod) else value
                        value = staticmethod(generate)
                    elif name == "_ignore_":
                        ignored = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                        already = set(ignored) & {each for each, _ in found}
                        if already:
                            raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
                        continue
                    others[name] = value
                    continue
        if name in ignored:
            continue
        kind = type(value)
        if kind not in _PLAIN:
            if kind is nonmember:
                others[name] = value.value
                continue
            if kind is member:
                value = value.value
            elif kind is _Later:
                value = value.result()
            elif _describes(value):
                others[name] = value
                continue
        elif kind is auto:
            called = called or value.value is _auto_null
            value = _numbered(value, name, generate, found, values)
            found.append((name, value))
            continue
        elif kind is tuple and any([type(part) is auto for part in value]):
            called = called or any([type(part) is auto and part.value is _auto_null for part in value])
            value = tuple([_numbered(part, name, generate, found, values) if type(part) is auto else part for part in value])
            found.append((name, value))
            continue
        elif isinstance(value, auto):
            value = _numbered(value, name, generate, found, values)
        found.append((name, value))
        values.append(value)
    return found, others


def _numbered(value, name, generate, found, values):
    # The value of an auto(), which another name for it shares.
    if value.value is _auto_null:
        value.value = generate(name, 1, len(found), values[:])
    values.append(value.value)
    return value.value
