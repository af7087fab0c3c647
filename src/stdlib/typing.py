# typing: names for annotations. Nothing here checks anything, as in CPython.

import collections as _collections
import collections.abc as _abc

TYPE_CHECKING = False


def _text(part):
    # As CPython writes what stands between the brackets.
    if part is ...:
        return "..."
    if part is None or part is type(None):
        return "NoneType"
    if isinstance(part, type):
        if part.__module__ == "builtins":
            return part.__qualname__
        return f"{part.__module__}.{part.__qualname__}"
    if isinstance(part, list):
        return "[" + ", ".join([_text(item) for item in part]) + "]"
    return repr(part)


def _is_row(parameters):
    # A union is one of the machine's tuples.
    return isinstance(parameters, tuple) and type(parameters) is not vm_UnionType


class _Typing:
    # What may stand in annotations, and be joined by |.
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)


class _SpecialForm(_Typing):
    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __repr__(self):
        return "typing." + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._make(self, parameters)


class _Alias(_Typing):
    # Something with its parameters: List[int].
    def __init__(self, origin, args, name, form=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self._form = form

    @property
    def __parameters__(self):
        found = []
        for part in self.__args__:
            inner = (part,) if isinstance(part, TypeVar) else getattr(part, "__parameters__", ())
            found.extend([one for one in inner if one not in found])
        return tuple(found)

    def __getitem__(self, parameters):
        given = parameters if _is_row(parameters) else (parameters,)
        wanted = self.__parameters__
        if not wanted:
            raise TypeError(f"{self!r} is not a generic class")
        if len(given) != len(wanted):
            few = "many" if len(given) > len(wanted) else "few"
            raise TypeError(f"Too {few} arguments for {self!r}; actual {len(given)}, expected {len(wanted)}")
        values = [(name, value) for name, value in zip(wanted, given)]
        return self._with(tuple([_replaced(part, values) for part in self.__args__]))

    def _with(self, args):
        return Union[args] if self._name == "Union" else _Alias(self.__origin__, args, self._name, self._form)

    def __mro_entries__(self, bases):
        return (self.__origin__,) if self._name is None else _with_generic(self, bases)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot instantiate {self!r}")
        if self._name is not None:
            name = self.__origin__.__name__
            raise TypeError(f"Type {self._name} cannot be instantiated; use {name}() instead")
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") or not isinstance(self.__dict__.get("__origin__"), type):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._name != "Union":
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        # The first that it belongs to ends it: what stands behind is not looked at.
        for part in self.__args__:
            if issubclass(cls, part):
                return True
        return False

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            if self._name == "Union" and type(other) is vm_UnionType:
                return set(self.__args__) == set(other.__args__)
            return NotImplemented
        if self._name == "Union" and other._name == "Union":
            return set(self.__args__) == set(other.__args__)
        if self._name == other._name == "Literal":
            return _with_types(self.__args__) == _with_types(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self._name == "Union":
            return hash(frozenset(self.__args__))
        if self._name == "Literal":
            return hash(_with_types(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        if self._name == "Union":
            others = [part for part in self.__args__ if part is not type(None)]
            if len(others) == 1 and len(self.__args__) == 2:
                return f"typing.Optional[{_text(others[0])}]"
        if self._name == "Callable":
            *parameters, result = self.__args__
            if parameters == [...]:
                return f"typing.Callable[..., {_text(result)}]"
            return f"typing.Callable[[{', '.join([_text(part) for part in parameters])}], {_text(result)}]"
        name = _text(self.__origin__) if self._name is None else "typing." + self._name
        if self._name == "Literal":
            return f"{name}[{', '.join([repr(part) for part in self.__args__])}]"
        if self._name == "Annotated":
            first, *others = self.__args__
            return f"{name}[{', '.join([_text(first), *[repr(part) for part in others]])}]"
        return f"{name}[{', '.join([_text(part) for part in self.__args__]) or '()'}]"


def _with_types(args):
    # 0 and False are different literals.
    return frozenset([(part, type(part)) for part in args])


def _with_generic(alias, bases):
    # What a class is made of that names List[int] among its bases.
    for other in bases[bases.index(alias) + 1:]:
        if isinstance(other, (_Alias, _Generic)) or isinstance(other, type) and issubclass(other, Generic):
            return (alias.__origin__,)
    return (alias.__origin__, Generic)


def _replaced(part, values):
    for name, value in values:
        if part is name:
            return value
    inner = getattr(part, "__parameters__", ())
    if inner and not isinstance(part, (_Alias, type)):
        return part[tuple([_replaced(one, values) for one in inner])]
    if inner and isinstance(part, _Alias):
        return part._with(tuple([_replaced(one, values) for one in part.__args__]))
    return part


def _type_of(part):
    # None stands for its type, a text for a name that is known later.
    if part is None:
        return type(None)
    return ForwardRef(part) if isinstance(part, str) else part


def _types_of(parameters):
    parts = parameters if _is_row(parameters) else (parameters,)
    return tuple([_type_of(part) for part in parts])


class _Generic(_Typing):
    # A class of another module that takes parameters: List, Dict.
    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = name

    def __getitem__(self, parameters):
        parts = _types_of(parameters)
        if self._count > 0 and len(parts) != self._count:
            few = "many" if len(parts) > self._count else "few"
            raise TypeError(f"Too {few} arguments for {self!r}; actual {len(parts)}, expected {self._count}")
        return _Alias(self.__origin__, parts, self._name)

    def __mro_entries__(self, bases):
        return _with_generic(self, bases)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _CallableForm(_Generic):
    def __getitem__(self, parameters):
        if not _is_row(parameters) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = parameters
        if args is ...:
            parts = (...,)
        elif isinstance(args, list):
            parts = _types_of(tuple(args))
        else:
            raise TypeError(f"Callable[args, result]: args must be a list. Got {args!r}")
        return _Alias(self.__origin__, (*parts, _type_of(result)), "Callable")


class ForwardRef(_Typing):
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


class TypeVar(_Typing):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = _types_of(constraints)
        self.__bound__ = bound
        self.__module__ = "__main__"
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __reduce__(self):
        # Known by its name.
        return self.__name__

    def __repr__(self):
        if self.__covariant__:
            return "+" + self.__name__
        return ("-" if self.__contravariant__ else "~") + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _Part(self, "args")

    @property
    def kwargs(self):
        return _Part(self, "kwargs")


class _Part(_Typing):
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._part = name

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


class NewType(_Typing):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def _union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    parts = []
    for part in _types_of(parameters):
        is_union = isinstance(part, _Alias) and part._name == "Union" or type(part) is vm_UnionType
        inner = part.__args__ if is_union else (part,)
        parts.extend([one for one in inner if one not in parts])
    return parts[0] if len(parts) == 1 else _Alias(Union, tuple(parts), "Union")


def _optional(form, parameter):
    if _is_row(parameter):
        raise TypeError(f"{form!r} requires a single type. Got {parameter!r}.")
    return Union[parameter, None]


def _single(form, parameter):
    if _is_row(parameter):
        raise TypeError(f"{form!r} accepts only single type. Got {parameter!r}.")
    return _Alias(form, (_type_of(parameter),), form._name)


def _literal(form, parameters):
    parts = []
    for part in parameters if _is_row(parameters) else (parameters,):
        for one in part.__args__ if isinstance(part, _Alias) and part._name == "Literal" else (part,):
            if (one, type(one)) not in [(known, type(known)) for known in parts]:
                parts.append(one)
    return _Alias(form, tuple(parts), "Literal")


def _annotated(form, parameters):
    if not _is_row(parameters) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _Alias(form, (_type_of(parameters[0]), *parameters[1:]), "Annotated")


def _several(form, parameters):
    return _Alias(form, _types_of(parameters), form._name)


class _AnyForm(_SpecialForm):
    def __call__(self, *args, **kwds):
        raise TypeError("Any cannot be instantiated")


Any = _AnyForm("Any")
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
ClassVar = _SpecialForm("ClassVar", _single)
Final = _SpecialForm("Final", _single)
Required = _SpecialForm("Required", _single)
NotRequired = _SpecialForm("NotRequired", _single)
TypeGuard = _SpecialForm("TypeGuard", _single)
Unpack = _SpecialForm("Unpack", _single)
Literal = _SpecialForm("Literal", _literal)
Annotated = _SpecialForm("Annotated", _annotated)
Concatenate = _SpecialForm("Concatenate", _several)

AnyStr = TypeVar("AnyStr", bytes, str)

List = _Generic(list, 1, "List")
Dict = _Generic(dict, 2, "Dict")
Set = _Generic(set, 1, "Set")
FrozenSet = _Generic(frozenset, 1, "FrozenSet")
Tuple = _Generic(tuple, -1, "Tuple")
Type = _Generic(type, 1, "Type")
Deque = _Generic(_collections.deque, 1, "Deque")
DefaultDict = _Generic(_collections.defaultdict, 2, "DefaultDict")
OrderedDict = _Generic(_collections.OrderedDict, 2, "OrderedDict")
Counter = _Generic(_collections.Counter, 1, "Counter")
ChainMap = _Generic(_collections.ChainMap, 2, "ChainMap")
Callable = _CallableForm(_abc.Callable, 2, "Callable")
Container = _Generic(_abc.Container, 1, "Container")
Collection = _Generic(_abc.Collection, 1, "Collection")
Iterable = _Generic(_abc.Iterable, 1, "Iterable")
Iterator = _Generic(_abc.Iterator, 1, "Iterator")
Awaitable = _Generic(_abc.Awaitable, 1, "Awaitable")
Coroutine = _Generic(_abc.Coroutine, 3, "Coroutine")
AsyncIterable = _Generic(_abc.AsyncIterable, 1, "AsyncIterable")
AsyncIterator = _Generic(_abc.AsyncIterator, 1, "AsyncIterator")
AsyncGenerator = _Generic(_abc.AsyncGenerator, 2, "AsyncGenerator")
Generator = _Generic(_abc.Generator, 3, "Generator")
Reversible = _Generic(_abc.Reversible, 1, "Reversible")
Sequence = _Generic(_abc.Sequence, 1, "Sequence")
MutableSequence = _Generic(_abc.MutableSequence, 1, "MutableSequence")
Mapping = _Generic(_abc.Mapping, 2, "Mapping")
MutableMapping = _Generic(_abc.MutableMapping, 2, "MutableMapping")
AbstractSet = _Generic(_abc.Set, 1, "AbstractSet")
MutableSet = _Generic(_abc.MutableSet, 1, "MutableSet")
KeysView = _Generic(_abc.KeysView, 1, "KeysView")
ItemsView = _Generic(_abc.ItemsView, 2, "ItemsView")
ValuesView = _Generic(_abc.ValuesView, 1, "ValuesView")
Hashable = _Generic(_abc.Hashable, 0, "Hashable")
Sized = _Generic(_abc.Sized, 0, "Sized")
Text = str
# What forgets aliases that were made before: there are none to forget.
_cleanups = []

if vm_mentioned("GenericAlias"):
    GenericAlias = vm_GenericAlias


class Generic:
    # Subclasses take parameters; what is made of Stack[int] is Stack itself.
    def __class_getitem__(cls, parameters):
        if cls is Generic or cls is Protocol:
            return cls
        return _Alias(cls, _types_of(parameters), None)


class Protocol(Generic):
    _is_protocol = True

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls._is_protocol = Protocol in cls.__bases__

    def __new__(cls, *args, **kwargs):
        if cls is Protocol or cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        if (args or kwargs) and not [known for known in cls.__mro__[:-1] if "__init__" in known.__dict__]:
            raise TypeError(f"{cls.__name__}() takes no arguments")
        return object.__new__(cls)


class IO(Generic):
    # What open() gives, for annotations; IO[str] and IO[bytes] have names of their own.
    pass


class BinaryIO(IO):
    pass


class TextIO(IO):
    pass


def cast(typ, val):
    return val


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def overload(func):
    def refuse(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
            "should always be followed by an implementation that is not @overload-ed."
        )

    return refuse


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    vm_write(f"Runtime type is {type(obj).__name__!r}\n", True)
    return obj


def get_origin(tp):
    if tp is Generic:
        return Generic
    if isinstance(tp, _Alias) and tp._name == "Annotated":
        return Annotated
    return tp.__origin__ if isinstance(tp, (_Alias, _Generic, _Part)) else None


def get_args(tp):
    if type(tp).__name__ in ("GenericAlias", "UnionType", "vm_UnionType"):
        return tp.__args__
    if not isinstance(tp, _Alias):
        return ()
    if tp._name == "Callable" and tp.__args__[0] is not ...:
        return ([*tp.__args__[:-1]], tp.__args__[-1])
    return tp.__args__


if vm_mentioned("get_type_hints"):
    from _annotations import evaluated as _evaluated

    def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
        if getattr(obj, "__no_type_check__", None):
            return {}
        hints = {}
        if isinstance(obj, type):
            for base in reversed(obj.__mro__):
                around, inside = globalns, localns
                if around is None:
                    around = getattr(vm_module(base.__module__), "__dict__", {})
                if inside is None:
                    inside = base.__dict__
                    if globalns is None:
                        # What the module says comes first.
                        around, inside = inside, around
                for name, annotation in base.__dict__.get("__annotations__", {}).items():
                    hints[name] = _hint(annotation, around, inside)
        else:
            if globalns is None:
                globalns = _namespace_of(obj)
            elif localns is None:
                localns = globalns
            annotations = getattr(obj, "__annotations__", None)
            if annotations is None and not callable(obj) and type(obj) is not type(_abc):
                raise TypeError(f"{obj!r} is not a module, class, method, or function.")
            for name, annotation in (annotations or {}).items():
                hints[name] = _hint(annotation, globalns, localns)
        return hints if include_extras else {name: _without_extras(hint) for name, hint in hints.items()}

    def _namespace_of(obj):
        if type(obj) is type(_abc):
            return obj.__dict__
        while hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        return getattr(obj, "__globals__", {})

    def _hint(value, around, inside):
        # With all texts in it replaced by what they name.
        if value is None:
            return type(None)
        if isinstance(value, ForwardRef):
            value = value.__forward_arg__
        if isinstance(value, str):
            return _hint(_evaluated(value, around, inside), around, inside)
        if isinstance(value, _Alias) and value._name in ("Literal", "Annotated"):
            if value._name == "Literal":
                return value
            return value._with((_hint(value.__args__[0], around, inside), *value.__args__[1:]))
        return _mapped(value, lambda part: _hint(part, around, inside))

    def _mapped(value, change):
        # An alias or a union with its parts changed.
        kind = "UnionType" if type(value) is vm_UnionType else type(value).__name__
        if not isinstance(value, _Alias) and kind not in ("GenericAlias", "_CallableGenericAlias", "UnionType"):
            return value
        parts = tuple([part if part in (None, ...) else change(part) for part in value.__args__])
        if parts == value.__args__:
            return value
        if isinstance(value, _Alias):
            return value._with(parts)
        if kind != "UnionType":
            return type(value)(value.__origin__, parts)
        whole = parts[0]
        for part in parts[1:]:
            whole = whole | part
        return whole

    def _without_extras(hint):
        if isinstance(hint, _Alias) and hint._name in ("Annotated", "Required", "NotRequired"):
            return _without_extras(hint.__args__[0])
        return hint if isinstance(hint, _Alias) and hint._name == "Literal" else _mapped(hint, _without_extras)


def _named_tuple(typename, fields):
    made = _collections.namedtuple(typename, [name for name, _ in fields], module="__main__")
    return type(typename, (made,), {"__slots__": (), "__module__": "__main__", "__annotations__": dict(fields)})


class NamedTuple(tuple):
    # A class made of it is one of tuples whose items have names. Called, it makes such a class itself.
    def __new__(cls, typename, fields=None, /, **kwargs):
        if fields is not None and kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        return _named_tuple(typename, [pair for pair in (kwargs.items() if fields is None else fields)])

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if NamedTuple not in cls.__bases__:
            return
        own = cls.__dict__
        annotations = own.get("__annotations__", {})
        for name, annotation in annotations.items():
            if isinstance(annotation, str):
                annotations[name] = ForwardRef(annotation)
        names = list(annotations)
        given = [name for name in names if name in own]
        for name, after in zip(names, names[1:]):
            if name in own and after not in own:
                s = "s" if len(given) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {after} cannot follow default field{s} {', '.join(given)}")
        made = _collections.namedtuple(cls.__name__, names, defaults=[own[name] for name in given])
        for name in ("_fields", "_field_defaults", "__match_args__", *names):
            setattr(cls, name, made.__dict__[name])
        for name in ("__new__", "_make", "_replace", "_asdict", "__repr__", "__getnewargs__", "__doc__"):
            if not own.get(name):
                setattr(cls, name, made.__dict__[name])


class TypedDict:
    # What is made of a subclass is a plain dict.
    def __new__(cls, *args, **kwargs):
        return dict(*args, **kwargs)
