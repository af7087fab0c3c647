# copyreg: what objects are made of, for pickle and whoever else takes them apart.

__all__ = ["pickle", "constructor"]

# By class, functions that say what its objects are made of.
dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base in (list, dict, set):
        base.__init__(made, state)
    return made


# From here on what CPython's `object.__reduce_ex__` does in C, for objects whose classes do not say it themselves.

_missing = object()
_CONTENT = (list, dict, tuple, str, bytes, int, float)
_METHODS = (type([].append), type([].__add__), type(_reconstructor.__get__(0)))
_DESCRIPTORS = (type(list.append), type(list.__add__))
_builtins = len.__self__
# Classes with a lock somewhere in them.
_LOCKED = {"_thread": None, "threading": "_thread.lock", "queue": "_thread.lock"}


def _taken_apart(thing, protocol):
    # As __reduce_ex__ has it: the name of a global, or what makes such an object and from what.
    kind = type(thing)
    method = getattr(kind, "__reduce_ex__", None)
    if method is not None and method != getattr(object, "__reduce_ex__", None):
        return method(thing, protocol)
    return vm_object_reduce_ex(thing, protocol)


def vm_object_reduce_ex(thing, protocol):
    # object.__reduce_ex__
    kind = type(thing)
    method = getattr(kind, "__reduce__", None)
    if method is not None and method != getattr(object, "__reduce__", None):
        return method(thing)
    return _common(thing, kind, protocol)


def vm_object_reduce(thing):
    # object.__reduce__
    return _common(thing, type(thing), 0)


def vm_object_state(thing):
    # object.__getstate__
    return _plain_state(thing, type(thing))


def _common(thing, kind, protocol):
    if isinstance(thing, BaseException):
        return _exception(thing, kind)
    if isinstance(thing, (set, frozenset)):
        return kind, (list(thing),), _state(thing, kind)
    if isinstance(thing, bytearray) and kind is not bytearray:
        return kind, (bytes(thing),), _state(thing, kind)
    if kind is vm_Code:
        raise TypeError("cannot pickle code objects")
    if kind in _METHODS:
        return thing.__name__ if thing.__self__ is _builtins else (getattr, (thing.__self__, thing.__name__))
    if kind in _DESCRIPTORS:
        return getattr, (thing.__objclass__, thing.__name__)
    if kind is vm_UnionType:
        return _union, thing.__args__
    if kind is slice or kind is range:
        return kind, (thing.start, thing.stop, thing.step)
    if kind is type(...) or kind is type(NotImplemented):
        return repr(thing)
    _refuse(kind)
    if protocol < 2:
        return _by_base(thing, kind)
    args, kwargs = _new_arguments(thing, kind)
    items = iter(thing) if isinstance(thing, list) else None
    pairs = iter(thing.items()) if isinstance(thing, dict) else None
    if kwargs:
        return __newobj_ex__, (kind, args, kwargs), _state(thing, kind), items, pairs
    return __newobj__, (kind, *args), _state(thing, kind), items, pairs


def _union(first, *others):
    for other in others:
        first |= other
    return first


def _exception(error, kind):
    args = error.args
    if isinstance(error, OSError) and len(args) == 2 and getattr(error, "filename", None) is not None:
        second = getattr(error, "filename2", None)
        args = (*args, error.filename) if second is None else (*args, error.filename, None, second)
    attributes = {name: value for name, value in vars(error).items() if name not in ("filename", "filename2")}
    return (kind, args, attributes) if attributes else (kind, args)


def _refuse(kind):
    if kind.__module__ == "builtins":
        if kind is not object and kind not in _CONTENT:
            raise TypeError(f"cannot pickle '{kind.__name__}' object")
        return
    for part in kind.__mro__:
        if part.__module__ in _LOCKED and part is not object:
            held = _LOCKED[part.__module__] or f"{part.__module__}.{part.__name__}"
            if part.__name__ == "Condition":
                held = "_thread.RLock"
            raise TypeError(f"cannot pickle '{held}' object")
        if part.__module__ == "_io" or part.__module__ == "io" and part is kind:
            if part.__name__ not in ("BytesIO", "StringIO"):
                raise TypeError(f"cannot pickle '_io.{part.__name__}' object")


def _by_base(thing, kind):
    base = next((part for part in kind.__mro__ if part in _CONTENT), object)
    content = None if base is object else base(thing)
    state = _state(thing, kind)
    if getattr(kind, "__slots__", None) and not _has_own_state(kind):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    made = (kind, base, content)
    return (_reconstructor, made, state) if state else (_reconstructor, made)


def _new_arguments(thing, kind):
    method = vm_method(thing, "__getnewargs_ex__")
    if method is not None:
        arguments = method()
        if not isinstance(arguments, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(arguments).__name__}'")
        if len(arguments) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(arguments)}")
        for part, place, wanted in zip(arguments, ("first", "second"), (tuple, dict)):
            if not isinstance(part, wanted):
                what = f"{place} item of the tuple returned by __getnewargs_ex__ must be a {wanted.__name__}"
                raise TypeError(f"{what}, not '{type(part).__name__}'")
        return arguments
    method = vm_method(thing, "__getnewargs__")
    if method is not None:
        arguments = method()
        if not isinstance(arguments, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(arguments).__name__}'")
        return arguments, None
    for base in kind.__mro__:
        if base is tuple:
            return (tuple([*thing]),), None
        if base is str:
            return (str.__str__(thing),), None
        if base in (bytes, int, float):
            return (base(thing),), None
    return (), None


def _state(thing, kind):
    # As __getstate__: the attributes, and the values of slots behind them where there are some.
    return vm_method(thing, "__getstate__")() if _has_own_state(kind) else _plain_state(thing, kind)


def _has_own_state(kind):
    method = getattr(kind, "__getstate__", None)
    return method is not None and method != getattr(object, "__getstate__", None)


def _plain_state(thing, kind):
    slots = {}
    known = vars(kind).get("__slotnames__") if kind is not object else None
    if isinstance(known, list):
        # Somebody has found out already which slots there are.
        for name in [*known]:
            value = getattr(thing, name, _missing)
            if value is not _missing:
                slots[name] = value
        return (getattr(thing, "__dict__", None) or None, slots) if slots else getattr(thing, "__dict__", None) or None
    for part in kind.__mro__:
        names = vars(part).get("__slots__", ()) if part is not object else ()
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{part.__name__.lstrip('_')}{name}"
            value = getattr(thing, name, _missing)
            if value is not _missing and name not in ("__dict__", "__weakref__"):
                slots[name] = value
    attributes = getattr(thing, "__dict__", None) or None
    return (attributes, slots) if slots else attributes


def _put_state(made, state):
    # What `BUILD` does.
    method = getattr(made, "__setstate__", None)
    if method is not None:
        method(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        if isinstance(made, BaseException):
            for name, value in state.items():
                setattr(made, name, value)
        else:
            made.__dict__.update(state)
    if slots:
        for name, value in slots.items():
            setattr(made, name, value)
