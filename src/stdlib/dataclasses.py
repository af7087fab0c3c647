# dataclasses: the methods of a data class are functions that know its fields; no text is compiled.

import copy as _copy

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass",
]

class FrozenInstanceError(AttributeError):
    pass


class _MissingType:
    def __repr__(self):
        return f"<dataclasses._MISSING_TYPE object at {id(self):#x}>"


class KW_ONLY:
    pass


MISSING = _MissingType()
_FIELD = "_FIELD"
_CLASS_VARIABLE = "_FIELD_CLASSVAR"
_INIT_ONLY = "_FIELD_INITVAR"


class InitVar:
    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


def _read_only(metadata):
    return {} if metadata is None else metadata


if vm_mentioned("metadata"):
    from types import MappingProxyType as _proxy

    def _read_only(metadata):
        return _proxy({} if metadata is None else metadata)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _read_only(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        me = (id(self), vm_thread_ident())
        if me in _showing:
            return "..."
        _showing.append(me)
        try:
            names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare")
            parts = [f"{name}={getattr(self, name)!r}" for name in names]
        finally:
            _showing.remove(me)
        parts.append(f"metadata=mappingproxy({dict(self.metadata.items())!r})")
        return "Field(" + ",".join(parts) + f",kw_only={self.kw_only!r},_field_type={self._field_type})"

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method is not None:
            method(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind(annotation):
    # Annotations are known by what they name, or as texts.
    if annotation is KW_ONLY:
        return KW_ONLY
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return _INIT_ONLY
    if isinstance(annotation, str):
        name = annotation.strip("'\" ").partition("[")[0].strip().rpartition(".")[2]
        if name == "ClassVar":
            return _CLASS_VARIABLE
        if name == "InitVar":
            return _INIT_ONLY
        if name == "KW_ONLY":
            return KW_ONLY
    elif getattr(annotation, "_name", None) == "ClassVar":
        return _CLASS_VARIABLE
    return _FIELD


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ in ("slot", "member_descriptor"):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind(annotation)
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _CLASS_VARIABLE:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and isinstance(made.default, (list, dict, set)):
        # CPython asks whether the value can be hashed.
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    if made._field_type is _FIELD and getattr(type(made.default), "__hash__", MISSING) is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _own_fields(cls, kw_only):
    fields = []
    seen_marker = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _kind(annotation) is KW_ONLY:
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
            continue
        fields.append(_make_field(cls, name, annotation, kw_only))
    return fields


def _listed(names):
    if len(names) <= 2:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _complain(function, named, keyword_only, args, kwargs):
    # Why these arguments are none for the function: CPython's words.
    values = [field.name for field, _ in zip(named, args)]
    for name in kwargs:
        if name not in [field.name for field in named + keyword_only]:
            raise TypeError(f"{function} got an unexpected keyword argument '{name}'")
        if name in values:
            raise TypeError(f"{function} got multiple values for argument '{name}'")
    if len(args) > len(named):
        most = len(named) + 1
        least = most - len([field for field in named if _has_default(field)])
        takes = f"{most}" if least == most else f"from {least} to {most}"
        s = "" if most == 1 else "s"
        given = f"{len(args) + 1} were given"
        only = len([field for field in keyword_only if field.name in kwargs])
        if only:
            plural = "s" if only != 1 else ""
            given = f"{len(args) + 1} positional arguments (and {only} keyword-only argument{plural}) were given"
        raise TypeError(f"{function} takes {takes} positional argument{s} but {given}")
    for group, kind in ((named, "positional"), (keyword_only, "keyword-only")):
        missing = [field.name for field in group if not _has_default(field)]
        missing = [repr(name) for name in missing if name not in values and name not in kwargs]
        if missing:
            s = "" if len(missing) == 1 else "s"
            raise TypeError(f"{function} missing {len(missing)} required {kind} argument{s}: {_listed(missing)}")


def _has_default(field):
    return field.default is not MISSING or field.default_factory is not MISSING


def _default_of(field):
    return field.default if field.default_factory is MISSING else field.default_factory()


def _named(function, cls, name):
    function.__name__ = name
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _init_function(cls, fields, frozen, has_post_init, slots):
    named = [field for field in fields if field.init and not field.kw_only]
    keyword_only = [field for field in fields if field.init and field.kw_only]
    default_seen = None
    for field in named:
        if _has_default(field):
            default_seen = field
        elif default_seen is not None:
            raise TypeError(f"non-default argument {field.name!r} follows default argument")
    function = f"{cls.__qualname__}.__init__()"
    names = tuple([field.name for field in named])
    count = len(names)
    # A default that is no argument stays an attribute of the class, unless a slot hides it there.
    every = [field for field in fields if field.init or field.default_factory is not MISSING or slots and _has_default(field)]
    stored = [field for field in every if field._field_type is _FIELD]
    passed = [field.name for field in fields if field._field_type is _INIT_ONLY]
    is_simple = not has_post_init and not frozen and stored == named
    needed = len([field for field in named if not _has_default(field)])

    def __init__(self, /, *args, **kwargs):
        if is_simple and not kwargs and needed <= len(args) <= count:
            if len(args) < count:
                args += tuple([_default_of(field) for field in named[len(args):]])
            if not vm_set_fields(self, names, args):
                for name, value in zip(names, args):
                    setattr(self, name, value)
            return
        if len(args) > count or [name for name in kwargs if name in names[:len(args)]]:
            _complain(function, named, keyword_only, args, kwargs)
        values = {name: value for name, value in zip(names, args)}
        values.update(kwargs)
        used = len(values)
        for field in every:
            name = field.name
            if field.init and name in values:
                used -= 1
            elif field.default_factory is not MISSING:
                values[name] = field.default_factory()
            elif field.default is not MISSING:
                values[name] = field.default
            else:
                _complain(function, named, keyword_only, args, kwargs)
        if used:
            _complain(function, named, keyword_only, args, kwargs)
        for field in stored:
            if frozen:
                object.__setattr__(self, field.name, values[field.name])
            else:
                setattr(self, field.name, values[field.name])
        if has_post_init:
            self.__post_init__(*[values[name] for name in passed])

    _describe(__init__, named, keyword_only)
    return __init__, names if is_simple else None, tuple(named[needed:])


def _describe(init, named, keyword_only):
    # Nobody asks.
    pass


if vm_mentioned("signature", "__annotations__", "get_type_hints"):
    import _inspect_signature as _signatures

    class _Factory:
        def __repr__(self):
            return "<factory>"

    _made_by_factory = _Factory()

    def _describe(init, named, keyword_only):
        # What the parameters would be if the function were written down.
        Parameter = _signatures.Parameter
        own = "__dataclass_self__" if "self" in [field.name for field in named + keyword_only] else "self"
        parameters = [Parameter(own, Parameter.POSITIONAL_OR_KEYWORD)]
        for fields, kind in ((named, Parameter.POSITIONAL_OR_KEYWORD), (keyword_only, Parameter.KEYWORD_ONLY)):
            for field in fields:
                default = field.default if field.default is not MISSING else Parameter.empty
                if field.default_factory is not MISSING:
                    default = _made_by_factory
                parameters.append(Parameter(field.name, kind, default=default, annotation=field.type))
        init.__signature__ = _signatures.Signature(parameters, return_annotation=None)
        init.__annotations__ = {**{field.name: field.type for field in named + keyword_only}, "return": None}


_showing = []


def _repr_function(fields):
    names = [field.name for field in fields if field.repr]

    def __repr__(self):
        me = (id(self), vm_thread_ident())
        if me in _showing:
            return "..."
        _showing.append(me)
        try:
            parts = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        finally:
            _showing.remove(me)
        return f"{self.__class__.__qualname__}({parts})"

    return __repr__


def _values_of(fields):
    # A function that gives the values that are compared, as a tuple.
    names = tuple([field.name for field in fields])

    def values(self):
        known = vm_fields(self, names)
        return tuple([getattr(self, name) for name in names]) if known is None else known

    return values


def _comparison(values, compare):
    def method(self, other):
        if other.__class__ is self.__class__:
            return compare(values(self), values(other))
        return NotImplemented

    return method


_ORDERS = {
    "__lt__": lambda a, b: a < b,
    "__le__": lambda a, b: a <= b,
    "__gt__": lambda a, b: a > b,
    "__ge__": lambda a, b: a >= b,
}


def _freeze(cls, fields):
    names = [field.name for field in fields]

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        if method.__name__ in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")
        setattr(cls, method.__name__, _named(method, cls, method.__name__))


def _add(cls, name, function):
    # Unless the class says it itself.
    if name in cls.__dict__:
        return False
    setattr(cls, name, _named(function, cls, name))
    return True


def _hash_function(values):
    def __hash__(self):
        return hash(values(self))

    return __hash__


def _set_hash(cls, fields, own_hash, unsafe_hash, eq, frozen):
    values = _values_of([field for field in fields if (field.compare if field.hash is None else field.hash)])
    if unsafe_hash:
        if own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _named(_hash_function(values), cls, "__hash__")
    elif eq and not own_hash:
        cls.__hash__ = _named(_hash_function(values), cls, "__hash__") if frozen else None


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    bases_frozen = []
    for base in reversed(cls.__mro__[1:]):
        for known in getattr(base, "__dataclass_fields__", {}).values():
            fields[known.name] = known
        if "__dataclass_params__" in base.__dict__:
            bases_frozen.append(base.__dict__["__dataclass_params__"].frozen)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    own_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    own = _own_fields(cls, kw_only)
    for known in own:
        fields[known.name] = known
        if isinstance(getattr(cls, known.name, None), Field):
            if known.default is MISSING:
                delattr(cls, known.name)
            else:
                setattr(cls, known.name, known.default)
    annotated = cls.__dict__.get("__annotations__", {})
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotated:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if bases_frozen:
        if True in bases_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if False in bases_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen)
    real = [known for known in fields.values() if known._field_type is _FIELD]
    made = names = None
    optional = ()
    if init:
        wanted = [known for known in fields.values() if known._field_type is not _CLASS_VARIABLE]
        made, names, optional = _init_function(cls, wanted, frozen, hasattr(cls, "__post_init__"), slots)
        _add(cls, "__init__", made)
    if repr:
        _add(cls, "__repr__", _repr_function(real))
    values = _values_of([known for known in real if known.compare])
    comparisons = {}
    if eq:
        comparisons["__eq__"] = _comparison(values, lambda a, b: a == b)
        _add(cls, "__eq__", comparisons["__eq__"])
    if order:
        for name, compare in _ORDERS.items():
            comparisons[name] = _comparison(values, compare)
            if not _add(cls, name, comparisons[name]):
                text = f"Cannot overwrite attribute {name} in class {cls.__name__}"
                raise TypeError(text + ". Consider using functools.total_ordering")
    if frozen:
        _freeze(cls, real)
    _set_hash(cls, real, own_hash, unsafe_hash, eq, frozen)
    if not slots:
        defaults = tuple([known.default for known in optional])
        factories = tuple([None if known.default_factory is MISSING else known.default_factory for known in optional])
        compared = tuple([known.name for known in real if known.compare])
        vm_record(cls, made, names, defaults, factories, tuple(comparisons.items()), compared)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([known.name for known in real if known.init and not known.kw_only])
    if not cls.__dict__.get("__doc__"):
        cls.__doc__ = _summary(cls, [known for known in fields.values() if known.init])
    if hasattr(cls, "__abstractmethods__"):
        # What was made may be what a base had left open.
        import abc

        abc.update_abstractmethods(cls)
    return _with_slots(cls, frozen, weakref_slot) if slots else cls


def _annotation(kind):
    if isinstance(kind, str):
        # The machine leaves what is more than a name as its text, where nobody asks for annotations.
        return repr(kind) if kind.isidentifier() else kind.replace("typing.", "")
    if type(kind).__module__ == "typing":
        return repr(kind).replace("typing.", "")
    if isinstance(kind, type):
        return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind)


def _summary(cls, fields):
    # The signature of the class, where it has no text of its own; none where the metaclass takes the calls.
    if type(cls) is not type and any(["__call__" in base.__dict__ for base in type(cls).__mro__]):
        return cls.__name__
    parts = []
    star = False
    for known in [one for one in fields if not one.kw_only] + [one for one in fields if one.kw_only]:
        if known._field_type is _CLASS_VARIABLE:
            continue
        if known.kw_only and not star:
            star = True
            parts.append("*")
        text = f"{known.name}: {_annotation(known.type)}"
        if known.default_factory is not MISSING:
            text += " = <factory>"
        elif known.default is not MISSING:
            text += f" = {known.default!r}"
        parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        names = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")
        return "_DataclassParams(" + ",".join([f"{name}={getattr(self, name)!r}" for name in names]) + ")"


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        if order and not eq:
            raise ValueError("eq must be true if order is true")
        if weakref_slot and not slots:
            raise TypeError("weakref_slot is True but slots is False")
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


if vm_mentioned("slots"):
    def _slots_of(cls):
        slots = cls.__dict__.get("__slots__")
        if slots is None:
            return ()
        if isinstance(slots, str):
            return (slots,)
        if hasattr(slots, "__next__"):
            raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
        return tuple(slots)

    def _fields_state(self):
        return [getattr(self, known.name) for known in fields(self)]

    def _set_fields_state(self, state):
        for known, value in zip(fields(self), state):
            object.__setattr__(self, known.name, value)

    def _with_slots(cls, frozen, weakref_slot):
        # Another class with the same body and slots.
        if "__slots__" in cls.__dict__:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        body = dict(cls.__dict__)
        names = [known.name for known in fields(cls)]
        inherited = [name for base in cls.__mro__[1:-1] for name in _slots_of(base)]
        wanted = names + ["__weakref__"] if weakref_slot else names
        for name in [*names, "__dict__", "__weakref__"]:
            body.pop(name, None)
        body["__slots__"] = tuple([name for name in wanted if name not in inherited])
        body["__module__"] = "__main__"
        made = type(cls)(cls.__name__, cls.__bases__, body)
        made.__module__ = cls.__module__
        made.__qualname__ = cls.__qualname__
        if frozen:
            if "__getstate__" not in body:
                made.__getstate__ = _fields_state
            if "__setstate__" not in body:
                made.__setstate__ = _set_fields_state
        return made


if vm_mentioned("make_dataclass"):
    from types import new_class as _new_class

    _KEYWORDS = (
        "False None True and as assert async await break class continue def del elif else except finally for from global if "
        "import in is lambda nonlocal not or pass raise return try while with yield"
    ).split()

    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                       unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
        annotations, body = {}, {} if namespace is None else dict(namespace)
        for item in fields:
            if isinstance(item, str):
                name, kind = item, "typing.Any"
            elif len(item) == 2:
                name, kind = item
            elif len(item) == 3:
                name, kind, default = item
            else:
                raise TypeError(f"Invalid field: {item!r}")
            if not isinstance(name, str) or not name.isidentifier():
                raise TypeError(f"Field names must be valid identifiers: {name!r}")
            if name in _KEYWORDS:
                raise TypeError(f"Field names must not be keywords: {name!r}")
            if name in annotations:
                raise TypeError(f"Field name duplicated: {name!r}")
            annotations[name] = kind
            if not isinstance(item, str) and len(item) == 3:
                body[name] = default
        body["__annotations__"] = annotations
        body["__module__"] = "__main__"
        made = _new_class(cls_name, bases, {}, lambda names: names.update(body))
        made = dataclass(
            made, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
            kw_only=kw_only, slots=slots, weakref_slot=weakref_slot
        )
        if "__module__" not in (namespace or ()):
            made.__module__ = "types"
        return made


def fields(class_or_instance):
    known = getattr(class_or_instance, "__dataclass_fields__", None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([field for field in known.values() if field._field_type is _FIELD])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def _inner(value, factory, convert):
    if _is_instance(value):
        return convert(value, factory)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_inner(item, factory, convert) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_inner(item, factory, convert) for item in value])
    if isinstance(value, dict):
        pairs = [(_inner(key, factory, convert), _inner(item, factory, convert)) for key, item in value.items()]
        if hasattr(type(value), "default_factory") or hasattr(value, "default_factory"):
            new = type(value)(value.default_factory)
            for key, item in pairs:
                new[key] = item
            return new
        return type(value)(pairs)
    return _copy.deepcopy(value)


def _as_dict(obj, factory):
    return factory([(field.name, _inner(getattr(obj, field.name), factory, _as_dict)) for field in fields(obj)])


def _as_tuple(obj, factory):
    return factory([_inner(getattr(obj, field.name), factory, _as_tuple) for field in fields(obj)])


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for field in obj.__dataclass_fields__.values():
        if field._field_type is _CLASS_VARIABLE:
            continue
        name = field.name
        if not field.init:
            if name in changes:
                raise ValueError(f"field {name} is declared with init=False, it cannot be specified with replace()")
            continue
        if name not in changes:
            if field._field_type is _INIT_ONLY and field.default is MISSING:
                raise ValueError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(obj, name)
    return obj.__class__(**changes)
