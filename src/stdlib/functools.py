# functools: functions that take or make functions.

from _thread import RLock as _RLock

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
    "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()

if vm_mentioned("RLock"):
    RLock = _RLock


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


if vm_mentioned("total_ordering"):
    from _functools_order import total_ordering


class KeyWrapper:
    __module__ = "functools"
    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __new__(cls, *args, **keywords):
        raise TypeError("cannot create 'functools.KeyWrapper' instances")

    def __call__(self, obj):
        made = object.__new__(KeyWrapper)
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


# In C, and so no method where a class has it: a staticmethod.


@staticmethod
def cmp_to_key(mycmp):
    key = object.__new__(KeyWrapper)
    key._compare = mycmp
    return key


def _wrapped_key(other):
    if type(other).__name__ != "KeyWrapper":
        raise TypeError("other argument must be K instance")
    return other.obj


@staticmethod
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


_PARTS = ("_func", "_args", "_keywords")
_showing = []


class partial:
    __slots__ = (*_PARTS, "__dict__", "__weakref__")

    def __new__(cls, func=_missing, /, *args, **keywords):
        if func is _missing:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = object.__new__(cls)
        if isinstance(func, partial) and type(func).__call__ is partial.__call__ and not _more(func):
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
        me = (id(self), vm_thread_ident())
        if me in _showing:
            return "..."
        _showing.append(me)
        try:
            name = "functools.partial" if type(self) is partial else type(self).__qualname__
            parts = [repr(self._func)]
            parts += [repr(argument) for argument in self._args]
            parts += [f"{key}={value!r}" for key, value in self._keywords.items()]
            return f"{name}({', '.join(parts)})"
        finally:
            _showing.remove(me)

    def __reduce__(self):
        return (type(self), (self._func,), (self._func, self._args, self._keywords, _more(self) or None))

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, namespace = state
        right = callable(func) and isinstance(args, tuple)
        if not right or not (keywords is None or isinstance(keywords, dict)):
            raise TypeError("invalid partial state")
        self._func = func
        self._args = tuple(args)
        self._keywords = {} if keywords is None else keywords if type(keywords) is dict else dict(keywords)
        self.__dict__.clear()
        if namespace:
            self.__dict__.update(namespace)

    def __class_getitem__(cls, item):
        return cls


def _more(made):
    # The attributes that the program gave it.
    return {name: value for name, value in made.__dict__.items() if name not in _PARTS}


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

        _method.__isabstractmethod__ = self.__isabstractmethod__
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


def _cache_info_class():
    class CacheInfo(tuple):
        __qualname__ = "CacheInfo"
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

    return CacheInfo


_CacheInfo = _cache_info_class()


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
            if isinstance(instance, type):
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment "
                    f"for caching {name!r} property."
                )
            with self.lock:
                # Another thread may have computed it while this one waited.
                value = values.get(name, _missing)
                if value is _missing:
                    value = self.func(instance)
                    values[name] = value
        return value


# Functions that are chosen by the class of their first argument.

if vm_mentioned("singledispatch", "_c3_mro", "_compose_mro"):
    from _functools_dispatch import _c3_mro, _classes, _compose_mro, _find_implementation, _is_union

    def singledispatch(func):
        registry = {object: func}
        chosen = {}
        # Abstract classes, and how many classes had been registered with them when the choices were made.
        abstract, counted = [], [0]
        name = getattr(func, "__name__", "singledispatch function")

        def dispatch(cls):
            if abstract:
                count = sum([len(kind.__dict__["_registry"]) for kind in abstract])
                if count != counted[0]:
                    chosen.clear()
                    counted[0] = count
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
                    cls = cls if isinstance(cls, str) else repr(cls)
                    if len(parts) == 1:
                        raise TypeError(f"Invalid annotation for {argument!r}. {cls} is not a class.")
                    raise TypeError(f"Invalid annotation for {argument!r}. {cls} not all arguments are classes.")
                cls = None
            if cls is not None:
                parts = cls.__args__ if _is_union(cls) else (cls,)
            for part in parts:
                registry[part] = func
                if "_registry" in part.__dict__:
                    abstract.append(part)
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
