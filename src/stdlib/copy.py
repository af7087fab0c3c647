# copy: copies of objects, and of all that they have.

__all__ = ["Error", "copy", "deepcopy"]

_missing = object()


class Error(Exception):
    pass


error = Error


# What cannot change, and what is only a name for something: it is its own copy.
def _a_function():
    yield


_ATOMIC = frozenset((
    type(None), int, float, bool, str, bytes, range, type, property, type(Ellipsis), type(NotImplemented),
    type(_a_function), type(len), type(list.append), type(list.__add__), type([].__add__), vm_Code, vm_UnionType,
))
_SHALLOW_ATOMIC = _ATOMIC | frozenset((tuple, frozenset, slice))

# Classes of the machine that have content that a copy can have, too.
_CONTENT = (list, dict, set, tuple, frozenset, str, bytes, int, float)

# Modules of the library whose classes have locks or threads in them.
_LOCKED = {"_thread": None, "threading": "_thread.lock", "queue": "_thread.lock"}

_Method = type(_a_function.__get__(0))


def copy(x):
    cls = type(x)
    if cls in _SHALLOW_ATOMIC:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if issubclass(cls, type) or cls is _Method:
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduced = _reduced(x, cls)
    if isinstance(reduced, str):
        return x
    if reduced is not None:
        return _rebuild(x, None, reduced)
    return _new_like(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    known = memo.get(key, _missing)
    if known is not _missing:
        return known
    if cls is list:
        y = []
        memo[key] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for name, value in x.items():
            y[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is bytearray:
        y = x.copy()
    elif cls is tuple:
        y = _deep_tuple(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        method = getattr(cls, "__deepcopy__", None)
        if method is not None:
            y = method(x, memo)
        elif cls is set or cls is frozenset:
            y = cls([deepcopy(item, memo) for item in x])
        elif cls is slice:
            y = slice(deepcopy(x.start, memo), deepcopy(x.stop, memo), deepcopy(x.step, memo))
        elif cls is _Method and hasattr(x, "__func__"):
            y = x.__func__.__get__(deepcopy(x.__self__, memo))
        else:
            reduced = _reduced(x, cls)
            if isinstance(reduced, str):
                return x
            y = _new_like(x, cls, memo) if reduced is None else _rebuild(x, memo, reduced)
    if y is not x:
        memo[key] = y
        # The original lives as long as the memo: nothing else gets its number meanwhile.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # An item that has the tuple in it has already made the copy.
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


_dispatch = {}
if vm_mentioned("copyreg"):
    from copyreg import dispatch_table as _dispatch


def _reduced(x, cls):
    # What a method of the program says the object is made of, or None.
    if cls in _dispatch:
        return _dispatch[cls](x)
    if vm_own_method(x, "__getattribute__") is not None:
        if getattr(x, "__reduce_ex__", None) is None and getattr(x, "__reduce__", None) is None:
            raise Error(f"un(deep)copyable object of type {cls}")
    method = getattr(cls, "__reduce_ex__", None)
    if method is not None and method != getattr(object, "__reduce_ex__", None):
        return method(x, 4)
    method = getattr(cls, "__reduce__", None)
    if method is not None and method != getattr(object, "__reduce__", None):
        return method(x)
    if issubclass(cls, bytearray):
        return cls, (bytes(x),), _state_of(x, cls)
    return None


def _rebuild(x, memo, reduced):
    if not isinstance(reduced, tuple) or not 2 <= len(reduced) <= 6:
        raise Error(f"un(deep)copyable object of type {type(x)}")
    if len(reduced) == 6:
        raise TypeError("_reconstruct() takes from 4 to 7 positional arguments but 8 were given")
    make, args, state, items, pairs = (*reduced, None, None, None)[:5]
    deep = memo is not None
    if deep:
        args = [deepcopy(argument, memo) for argument in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        _set_state(y, state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for name, value in pairs:
            if deep:
                name = deepcopy(name, memo)
                value = deepcopy(value, memo)
            y[name] = value
    return y


def _set_state(y, state):
    method = getattr(type(y), "__setstate__", None)
    if method is not None:
        method(y, state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)


def _content_class(x, cls):
    # The builtin class whose content the object has; object, if it has attributes only.
    for part in cls.__mro__:
        if part in _CONTENT or part is BaseException:
            return part
    for part in cls.__mro__:
        if part.__module__ in _LOCKED and part is not object:
            held = _LOCKED[part.__module__] or f"{part.__module__}.{part.__name__}"
            raise TypeError(f"cannot pickle '{held}' object")
    if cls.__module__ == "builtins" and cls is not object:
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    return object


def _state_of(x, cls):
    method = getattr(cls, "__getstate__", None)
    if method is not None and method != getattr(object, "__getstate__", None):
        return vm_method(x, "__getstate__")()
    return getattr(x, "__dict__", None) or _slots_of(x, cls) or None


if vm_mentioned("__slots__"):
    _plain_state_of = _state_of

    def _state_of(x, cls):
        # Both, where an object has slots and attributes besides.
        state = _plain_state_of(x, cls)
        slots = _slots_of(x, cls) if isinstance(state, dict) else None
        return (state, slots[1]) if slots else state


def _slots_of(x, cls):
    values = {}
    for part in cls.__mro__:
        names = vars(part).get("__slots__", ()) if part is not object else ()
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{part.__name__.lstrip('_')}{name}"
            value = getattr(x, name, _missing)
            if value is not _missing and name not in ("__dict__", "__weakref__"):
                values[name] = value
    return (None, values) if values else None


def _new_like(x, cls, memo):
    # As object.__reduce_ex__ has it: a new one without __init__, the content of a list or dict, and the attributes.
    base = _content_class(x, cls)
    deep = memo is not None
    if base is BaseException:
        args = deepcopy(x.args, memo) if deep else x.args
        y = cls(*args)
    else:
        args = _new_args(x, cls, base, memo)
        # (A metaclass may have a __new__, too.)
        new = base.__new__ if vm_inherits_own(cls, "__new__") is None else cls.__new__
        if isinstance(args, dict):
            y = new(cls, *args["args"], **args["kwargs"])
        else:
            y = new(cls, *args)
    if deep:
        memo[id(x)] = y
    state = _state_of(x, cls)
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if base is list:
        for item in [*x]:
            y.append(deepcopy(item, memo) if deep else item)
    elif base is dict:
        for name, value in [*x.items()]:
            if deep:
                name = deepcopy(name, memo)
                value = deepcopy(value, memo)
            y[name] = value
    elif base is set:
        y.update([deepcopy(item, memo) for item in x] if deep else x)
    return y


def _new_args(x, cls, base, memo):
    method = vm_method(x, "__getnewargs_ex__")
    if method is not None:
        args, kwargs = method()
        if memo is not None:
            args, kwargs = deepcopy(args, memo), deepcopy(kwargs, memo)
        return {"args": args, "kwargs": kwargs}
    method = vm_method(x, "__getnewargs__")
    if method is not None:
        args = method()
    elif base is tuple or base is frozenset:
        args = ([*x],)
        if base is tuple:
            args = (tuple(args[0]),)
    elif base is str:
        args = (str.__str__(x),)
    elif base is int or base is float:
        args = (base(x),)
    elif base is bytes:
        args = (bytes(x),)
    else:
        return ()
    return deepcopy(args, memo) if memo is not None else args
