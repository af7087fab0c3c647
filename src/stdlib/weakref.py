# weakref: references that do not keep what they lead to. Which objects have come to their end is the machine's to say.

__all__ = [
    "ref",
    "proxy",
    "getweakrefcount",
    "getweakrefs",
    "WeakKeyDictionary",
    "ReferenceType",
    "ProxyType",
    "CallableProxyType",
    "ProxyTypes",
    "WeakValueDictionary",
    "WeakSet",
    "WeakMethod",
    "finalize",
]


class ReferenceType:
    def __new__(cls, object, callback=None, /, *args, **kwargs):
        if cls is ReferenceType and callback is None:
            for known in vm_weak_made(object):
                if type(known) is ReferenceType and known.vm_callback is None:
                    return known
        self = vm_allocate(cls, ())
        vm_weak_begin(self, object)
        self.vm_callback = callback
        self.vm_hash = None
        return self

    def __init__(self, object, callback=None, /):
        pass

    @property
    def __callback__(self):
        return self.vm_callback

    def __call__(self):
        return vm_weak_get(self)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine = vm_weak_get(self)
        theirs = vm_weak_get(other)
        if mine is None or theirs is None:
            return self is other
        return mine == theirs

    def __ne__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return not ReferenceType.__eq__(self, other)

    def __hash__(self):
        if self.vm_hash is None:
            target = vm_weak_get(self)
            if target is None:
                raise TypeError("weak object has gone away")
            self.vm_hash = hash(target)
        return self.vm_hash

    def __repr__(self):
        target = vm_weak_get(self)
        place = vm_by_class(self).rsplit(" ", 1)[1].rstrip(">")
        if target is None:
            return f"<weakref at {place}; dead>"
        where = f"{id(target):#x}"
        name = getattr(target, "__name__", None)
        if isinstance(name, str):
            return f"<weakref at {place}; to '{type(target).__name__}' at {where} ({name})>"
        return f"<weakref at {place}; to '{type(target).__name__}' at {where}>"


ref = ReferenceType


def getweakrefcount(object, /):
    return len(vm_weak_references(object))


def getweakrefs(object, /):
    return vm_weak_references(object)


def _target(proxy):
    target = vm_weak_get(proxy)
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


def _plain(value):
    # An operand that is a proxy stands for what it leads to.
    return _target(value) if type(value) in ProxyTypes else value


class weakproxy:
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = vm_weak_get(self)
        place = vm_by_class(self).rsplit(" ", 1)[1].rstrip(">")
        kind = "NoneType" if target is None else type(target).__name__
        return f"<weakproxy at {place} to {kind} at {id(target):#x}>"

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __contains__(self, item):
        return item in _target(self)

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __eq__(self, other):
        return _target(self) == _plain(other)

    def __ne__(self, other):
        return _target(self) != _plain(other)

    def __lt__(self, other):
        return _target(self) < _plain(other)

    def __le__(self, other):
        return _target(self) <= _plain(other)

    def __gt__(self, other):
        return _target(self) > _plain(other)

    def __ge__(self, other):
        return _target(self) >= _plain(other)

    def __add__(self, other):
        return _target(self) + _plain(other)

    def __radd__(self, other):
        return _plain(other) + _target(self)

    def __sub__(self, other):
        return _target(self) - _plain(other)

    def __rsub__(self, other):
        return _plain(other) - _target(self)

    def __mul__(self, other):
        return _target(self) * _plain(other)

    def __rmul__(self, other):
        return _plain(other) * _target(self)

    def __truediv__(self, other):
        return _target(self) / _plain(other)

    def __floordiv__(self, other):
        return _target(self) // _plain(other)

    def __mod__(self, other):
        return _target(self) % _plain(other)

    def __neg__(self):
        return -_target(self)

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __index__(self):
        return _target(self).__index__()


ProxyType = weakproxy


class weakcallableproxy(weakproxy):
    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


CallableProxyType = weakcallableproxy
ProxyTypes = (ProxyType, CallableProxyType)


def proxy(target, callback=None, /):
    kind = CallableProxyType if callable(target) else ProxyType
    made = vm_allocate(kind, ())
    vm_weak_begin(made, target)
    object.__setattr__(made, "vm_callback", callback)
    return made


class WeakMethod(ReferenceType):
    def __new__(cls, meth, callback=None):
        try:
            receiver = meth.__self__
            function = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self = ReferenceType.__new__(cls, receiver, None)
        # Whichever of the two goes first tells it, once.
        parts = {"told": False}
        own = ReferenceType(self)

        def gone(_):
            method = own()
            if method is not None and not parts["told"]:
                parts["told"] = True
                if callback is not None:
                    callback(method)

        self.vm_callback = gone
        self._function = ReferenceType(function, gone)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        receiver = vm_weak_get(self)
        function = self._function()
        if receiver is None or function is None:
            return None
        return function.__get__(receiver, type(receiver))

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        mine, theirs = self(), other()
        if mine is None or theirs is None:
            return self is other
        return ReferenceType.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self.__eq__(other)

    __hash__ = ReferenceType.__hash__


class KeyedRef(ReferenceType):
    def __new__(cls, object, callback, key):
        self = ReferenceType.__new__(cls, object, callback)
        self.key = key
        return self

    def __init__(self, object, callback, key):
        pass


class _Mapping:
    # What both dictionaries have in common.
    def clear(self):
        self.data.clear()

    def __eq__(self, other):
        if not isinstance(other, (_Mapping, dict)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


class WeakValueDictionary(_Mapping):
    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        own = ReferenceType(self)

        def gone(reference):
            mapping = own()
            if mapping is not None and mapping.data.get(reference.key) is reference:
                del mapping.data[reference.key]

        self._gone = gone
        self.update(other, **kwargs)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._gone, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return vm_by_class(self)

    def keys(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from list(self.data.values())

    def get(self, key, default=None):
        reference = self.data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other=(), /, **kwargs):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        return type(self)(dict(self.items()))

    __copy__ = copy

    def __or__(self, other):
        if not hasattr(other, "keys"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(_Mapping):
    def __init__(self, dict=None):
        self.data = {}
        own = ReferenceType(self)

        def gone(reference):
            mapping = own()
            if mapping is not None:
                mapping.data.pop(reference, None)

        self._gone = gone
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ReferenceType(key)]

    def __setitem__(self, key, value):
        self.data[ReferenceType(key, self._gone)] = value

    def __delitem__(self, key):
        del self.data[ReferenceType(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            reference = ReferenceType(key)
        except TypeError:
            return False
        return reference in self.data

    def __iter__(self):
        return self.keys()

    def __repr__(self):
        return vm_by_class(self)

    def keys(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def values(self):
        for reference, value in list(self.data.items()):
            if reference() is not None:
                yield value

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ReferenceType(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ReferenceType(key, self._gone), default)

    def pop(self, key, *args):
        return self.data.pop(ReferenceType(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            pairs = dict.items() if hasattr(dict, "items") else dict
            for key, value in pairs:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        made = type(self)()
        for key, value in self.items():
            made[key] = value
        return made

    __copy__ = copy


class WeakSet:
    def __init__(self, data=None):
        self.data = set()
        own = ReferenceType(self)

        def gone(reference):
            members = own()
            if members is not None:
                members.data.discard(reference)

        self._gone = gone
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            reference = ReferenceType(item)
        except TypeError:
            return False
        return reference in self.data

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ReferenceType(item, self._gone))

    def discard(self, item):
        self.data.discard(ReferenceType(item))

    def remove(self, item):
        self.data.remove(ReferenceType(item))

    def clear(self):
        self.data.clear()

    def pop(self):
        while True:
            try:
                reference = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = reference()
            if item is not None:
                return item

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    def difference(self, other):
        other = set(other)
        return type(self)([item for item in self if item not in other])

    def symmetric_difference(self, other):
        other = type(self)(other)
        return self.difference(other).union(other.difference(self))

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        other = set(other)
        for item in list(self):
            if item not in other:
                self.discard(item)

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def issubset(self, other):
        return set(self).issubset(set(other))

    def issuperset(self, other):
        return all([item in self for item in other])

    def isdisjoint(self, other):
        return not any([item in self for item in other])

    __or__ = union
    __and__ = intersection
    __sub__ = difference
    __xor__ = symmetric_difference
    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, WeakSet) else NotImplemented

    __hash__ = None

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        if other is self:
            self.clear()
        else:
            self.difference_update(other)
        return self

    def __ixor__(self, other):
        if other is self:
            self.clear()
        else:
            self.symmetric_difference_update(other)
        return self


# Finalizers that have not been called, in the order of their making, with what each is to do.
_finalizers = {}
_hooked = False


def _run_at_exit():
    while True:
        waiting = [finalizer for finalizer in _finalizers if finalizer.atexit]
        if not waiting:
            return
        # The newest is the first.
        finalizer = waiting[-1]
        try:
            finalizer()
        except Exception as error:
            vm_ignore(error, finalizer)


class finalize:
    __slots__ = ("vm_atexit",)

    def __init__(self, obj, func, /, *args, **kwargs):
        global _hooked
        if not _hooked:
            import atexit

            _hooked = True
            atexit.register(_run_at_exit)
        self.vm_atexit = True

        def gone(reference):
            self()

        _finalizers[self] = (ReferenceType(obj, gone), func, args, kwargs)

    def __call__(self, _=None):
        known = _finalizers.pop(self, None)
        if known is not None:
            reference, func, args, kwargs = known
            return func(*args, **kwargs)

    def detach(self):
        known = _finalizers.get(self)
        obj = None if known is None else known[0]()
        if obj is None:
            return None
        del _finalizers[self]
        return obj, known[1], known[2], known[3]

    def peek(self):
        known = _finalizers.get(self)
        obj = None if known is None else known[0]()
        return None if obj is None else (obj, known[1], known[2], known[3])

    @property
    def alive(self):
        return self in _finalizers

    @property
    def atexit(self):
        return self in _finalizers and self.vm_atexit

    @atexit.setter
    def atexit(self, value):
        if self in _finalizers:
            self.vm_atexit = bool(value)

    def __repr__(self):
        known = _finalizers.get(self)
        obj = None if known is None else known[0]()
        place = vm_by_class(self).rsplit(" ", 1)[1].rstrip(">")
        if obj is None:
            return f"<finalize object at {place}; dead>"
        return f"<finalize object at {place}; for '{type(obj).__name__}' at {id(obj):#x}>"
