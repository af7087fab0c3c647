# functools: functions that take or make functions.

from _thread import RLock as _RLock

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Orders: the methods that follow from one of them. What the first does not implement, they do not.


def _not(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result

    return method


def _and_unequal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else result and self != other

    return method


def _or_equal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else result or self == other

    return method


def _neither(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result and self != other

    return method


def _not_or_equal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result or self == other

    return method


# Which is asked first; from each, how the three others are made.
_ORDERS = {
    "__lt__": {"__gt__": _neither, "__le__": _or_equal, "__ge__": _not},
    "__le__": {"__ge__": _not_or_equal, "__lt__": _and_unequal, "__gt__": _not},
    "__gt__": {"__lt__": _neither, "__ge__": _or_equal, "__le__": _not},
    "__ge__": {"__le__": _not_or_equal, "__gt__": _and_unequal, "__lt__": _not},
}


def total_ordering(cls):
    own = [name for name in _ORDERS if getattr(cls, name, None) != getattr(object, name, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = own[0]
    for name, make in _ORDERS[root].items():
        if name not in own:
            method = make(root)
            method.__name__ = name
            method.__qualname__ = name
            setattr(cls, name, method)
    return cls


class KeyWrapper:
    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __call__(self, obj):
        made = KeyWrapper()
        made._compare = self._compare
        made.obj = obj
        return made

    def __lt__(self, other):
        return self._compare(self.obj, _wrapped_key(other)) < 0

    def __le__(self, other):
        return self._compare(self.obj, _wrapped_key(other)) <= 0

    def __eq__(self, other):
        return self._compare(self.obj, _wrapped_key(other)) == 0

    def __gt__(self, other):
        return self._compare(self.obj, _wrapped_key(other)) > 0

    def __ge__(self, other):
        return self._compare(self.obj, _wrapped_key(other)) >= 0

    def __ne__(self, other):
        return self._compare(self.obj, _wrapped_key(other)) != 0


def cmp_to_key(mycmp):
    key = KeyWrapper()
    key._compare = mycmp
    return key


def _wrapped_key(other):
    if type(other).__name__ != "KeyWrapper":
        raise TypeError("other argument must be K instance")
    return other.obj


def reduce(function, iterable, initial=_missing, /):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    value = initial
    if value is _missing:
        for value in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        value = function(value, item)
    return value


def _readonly(self, value):
    raise AttributeError("readonly attribute")


class partial:
    def __new__(cls, func=_missing, /, *args, **keywords):
        if func is _missing:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = object.__new__(cls)
        if type(func) is partial and len(func.__dict__) == 3:
            args = func._args + args
            keywords = {**func._keywords, **keywords}
            func = func._func
        self._func = func
        self._args = args
        self._keywords = keywords
        return self

    def __init__(self, /, *args, **keywords):
        pass

    def __call__(self, /, *args, **keywords):
        if keywords:
            return self._func(*self._args, *args, **{**self._keywords, **keywords})
        return self._func(*self._args, *args, **self._keywords)

    func = property(lambda self: self._func, _readonly)
    args = property(lambda self: self._args, _readonly)
    keywords = property(lambda self: self._keywords, _readonly)

    def __repr__(self):
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        parts = [repr(self._func)]
        parts += [repr(argument) for argument in self._args]
        parts += [f"{key}={value!r}" for key, value in self._keywords.items()]
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        more = {name: value for name, value in self.__dict__.items() if name not in ("_func", "_args", "_keywords")}
        state = (self._func, self._args, self._keywords, more or None)
        return (type(self), (self._func,), state)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, namespace = state
        right = callable(func) and isinstance(args, tuple)
        if not right or not (keywords is None or isinstance(keywords, dict)):
            raise TypeError("invalid partial state")
        self._func = func
        self._args = tuple(args)
        self._keywords = {} if keywords is None else dict(keywords)
        if namespace:
            self.__dict__.update(namespace)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        args = ", ".join([repr(argument) for argument in self.args])
        keywords = ", ".join([f"{key}={value!r}" for key, value in self.keywords.items()])
        name = f"functools.{type(self).__qualname__}"
        return f"{name}({self.func}, {args}, {keywords})"

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))

    def _as_function(self):
        func, given, named = self.func, self.args, self.keywords

        def _method(cls_or_self, /, *args, **keywords):
            return func(cls_or_self, *given, *args, **{**named, **keywords})

        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            found = get(obj, cls)
            if found is not self.func:
                result = partial(found, *self.args, **self.keywords)
                owner = getattr(found, "__self__", _missing)
                if owner is not _missing:
                    result.__self__ = owner
                return result
        return self._as_function().__get__(obj, cls)


# Caches.


class CacheInfo(tuple):
    _fields = ("hits", "misses", "maxsize", "currsize")
    __match_args__ = _fields
    __slots__ = ()

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})"

    def _asdict(self):
        return dict(zip(self._fields, self))


_CacheInfo = CacheInfo
del CacheInfo


class _Mark:
    pass


_MARK = _Mark()

# What is hashed and compared without a method of the program.
_SIMPLE = frozenset((int, str, float, bool, bytes, type(None), type, _Mark))


class _Key:
    # Arguments that the program hashes: once for every call, as CPython does.
    __slots__ = ("parts", "hash")

    def __init__(self, parts):
        self.parts = parts
        self.hash = hash(parts)

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        if isinstance(other, _Key):
            other = other.parts
        return self.parts == other


def _make_key(args, keywords, typed):
    parts = args
    if keywords or typed:
        if keywords:
            parts = args + (_MARK,)
            for item in keywords.items():
                parts = parts + item
        if typed:
            parts = parts + (*[type(argument) for argument in args],)
            parts = parts + (*[type(keywords[name]) for name in keywords],)
    elif len(args) == 1:
        kind = type(args[0])
        if kind is int or kind is str:
            return args[0]
    for part in parts:
        if type(part) not in _SIMPLE:
            return _Key(parts)
    return parts


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def cache(user_function, /):
    return _cached(user_function, None, False)


def _cached(function, maxsize, typed):
    if not callable(function):
        raise TypeError("the first argument must be callable")
    # Results by their arguments; the one that was used longest ago comes first.
    results = {}
    counts = [0, 0]

    def stop():
        # A change that changes nothing: before it, others can go.
        counts.__imul__(1)

    def count(which):
        stop()
        vm_atomic(True)
        counts[which] += 1
        vm_atomic(False)

    def uncached(*args, **keywords):
        count(1)
        return function(*args, **keywords)

    def unbounded(*args, **keywords):
        key = _make_key(args, keywords, typed)
        result = results.get(key, _missing)
        if result is not _missing:
            count(0)
            return result
        count(1)
        result = function(*args, **keywords)
        results[key] = result
        return result

    def bounded(*args, **keywords):
        key = _make_key(args, keywords, typed)
        stop()
        vm_atomic(True)
        try:
            result = results.pop(key, _missing)
            if result is not _missing:
                results[key] = result
                counts[0] += 1
                return result
            counts[1] += 1
        finally:
            vm_atomic(False)
        result = function(*args, **keywords)
        stop()
        vm_atomic(True)
        try:
            # Another thread may have been here meanwhile.
            if key not in results:
                if len(results) >= maxsize:
                    results.pop(next(iter(results)), None)
                results[key] = result
        finally:
            vm_atomic(False)
        return result

    def cache_info():
        stop()
        vm_atomic(True)
        try:
            return _CacheInfo(counts[0], counts[1], maxsize, len(results))
        finally:
            vm_atomic(False)

    def cache_clear():
        stop()
        vm_atomic(True)
        results.clear()
        counts[:] = (0, 0)
        vm_atomic(False)

    wrapper = unbounded if maxsize is None else bounded if maxsize else uncached
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = _RLock()

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            kind = type(instance).__name__
            raise TypeError(f"No '__dict__' attribute on {kind!r} instance to cache {name!r} property.") from None
        value = values.get(name, _missing)
        if value is _missing:
            with self.lock:
                # Another thread may have computed it while this one waited.
                value = values.get(name, _missing)
                if value is _missing:
                    value = self.func(instance)
                    values[name] = value
        return value


# Functions that are chosen by the class of their first argument.

_Union = type(int | str)


def _is_union(cls):
    return isinstance(cls, _Union)


_BUILTIN = (object, int, float, bool, str, bytes, list, tuple, dict, set, frozenset, range, slice, type)
_BUILTIN_CLASSES = {kind.__name__: kind for kind in _BUILTIN}
_BUILTIN_CLASSES["None"] = type(None)


def _classes(annotation, function):
    # The classes that an annotation names; the machine leaves one that is more than a name as its text.
    if annotation is None:
        return (type(None),)
    if _is_union(annotation):
        return annotation.__args__
    if not isinstance(annotation, str):
        return (annotation,)
    names = [name.strip() for name in annotation.split("|")]
    return [_named(name, function.__globals__) for name in names]


def _named(name, known):
    first, *rest = name.split(".")
    if first not in known:
        return _BUILTIN_CLASSES.get(name, name)
    found = known[first]
    for part in rest:
        found = getattr(found, part)
    return found


def _find_implementation(cls, registry):
    # The nearest of the class and its bases, abstract ones after the class that makes them bases.
    known = registry.get(cls)
    if known is not None:
        return known
    order = cls.__mro__
    abstract = [base for base in registry if base not in order and _is_subclass(cls, base)]
    for part in order:
        if part in registry and part is not object:
            return registry[part]
        here = [base for base in abstract if _is_subclass(part, base)]
        here = [base for base in here if not any([_is_subclass(up, base) for up in part.__bases__])]
        # The more special ones first.
        here = [base for base in here if not any([other is not base and _is_subclass(other, base) for other in here])]
        if len(here) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {here[0]} or {here[1]}")
        if here:
            return registry[here[0]]
    return registry.get(object)


def _is_subclass(cls, base):
    try:
        return issubclass(cls, base)
    except TypeError:
        return False


def singledispatch(func):
    registry = {object: func}
    chosen = {}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        found = chosen.get(cls)
        if found is None:
            found = _find_implementation(cls, registry)
            chosen[cls] = found
        return found

    def register(cls, func=None):
        if isinstance(cls, type) or _is_union(cls) and all([isinstance(part, type) for part in cls.__args__]):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` "
                    "on an annotated function."
                )
            func = cls
            argument, cls = next(iter(annotations.items()))
            parts = _classes(cls, func)
            if not all([isinstance(part, type) for part in parts]):
                if len(parts) == 1:
                    raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} not all arguments are classes.")
            for part in parts:
                registry[part] = func
            chosen.clear()
            return func
        for part in cls.__args__ if _is_union(cls) else (cls,):
            registry[part] = func
        chosen.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatcher = self.dispatcher

        def _method(*args, **keywords):
            method = dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **keywords)

        _method.register = self.register
        return update_wrapper(_method, self.func)
