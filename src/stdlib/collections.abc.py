# collections.abc: the abstract classes of containers, with the methods that they give to their subclasses. What else
# counts as an instance is said by __subclasshook__ and register(), for isinstance() and issubclass() to ask.

import abc as _abc

_VIEWS = (type({}.keys()), type({}.items()), type({}.values()))
_UNHASHABLE = (list, dict, set) + _VIEWS[:2]


def _has(cls, *names):
    # Whether the class has all these methods: the nearest class that has one says whether it is meant (None: it is not).
    for name in names:
        method = getattr(cls, name, None)
        if method is None or (name == "__call__" and not _is_called(cls)):
            return False
    return True


def _is_called(cls):
    # Every class can be called itself; whether its objects can is in the dicts.
    return cls in _CALLABLE or any(["__call__" in known.__dict__ for known in cls.__mro__])


_CALLABLE = (type, type(len), type(_has), type([].append), type({}.get))


class _Abstract(metaclass=_abc.ABCMeta):
    # What all of them do. _hook has the methods that are enough to count as one.
    __abstractmethods__ = frozenset()
    _registry = []
    _hook = ()

    @classmethod
    def __subclasshook__(cls, subclass):
        # True, or NotImplemented where only what it is made from decides.
        if [known for known in cls.__dict__.get("_registry", ()) if known in subclass.__mro__]:
            return True
        hook = cls.__dict__.get("_hook")
        if not hook:
            return NotImplemented
        if cls is Hashable and [known for known in subclass.__mro__ if known in _UNHASHABLE]:
            own = [known.__dict__["__hash__"] for known in subclass.__mro__ if "__hash__" in known.__dict__]
            return bool(own and own[0] is not None and subclass not in _UNHASHABLE) or NotImplemented
        return _has(subclass, *hook) or NotImplemented


_abstract = _abc.abstractmethod


class Hashable(_Abstract):
    __abstractmethods__ = frozenset(("__hash__",))
    _hook = ("__hash__",)
    _registry = []

    @_abstract
    def __hash__(self):
        return 0


class Callable(_Abstract):
    __abstractmethods__ = frozenset(("__call__",))
    _hook = ("__call__",)
    _registry = []

    @_abstract
    def __call__(self, *args, **kwds):
        return False


class Sized(_Abstract):
    __abstractmethods__ = frozenset(("__len__",))
    _hook = ("__len__",)
    _registry = []

    @_abstract
    def __len__(self):
        return 0


class Container(_Abstract):
    __abstractmethods__ = frozenset(("__contains__",))
    _hook = ("__contains__",)
    _registry = []

    @_abstract
    def __contains__(self, x):
        return False


class Iterable(_Abstract):
    __abstractmethods__ = frozenset(("__iter__",))
    _hook = ("__iter__",)
    _registry = []

    @_abstract
    def __iter__(self):
        return iter(())


class Awaitable(_Abstract):
    __abstractmethods__ = frozenset(("__await__",))
    _hook = ("__await__",)
    _registry = []

    @_abstract
    def __await__(self):
        yield


class Coroutine(Awaitable):
    __abstractmethods__ = frozenset(("__await__", "send", "throw"))
    _hook = ("__await__", "send", "throw", "close")
    _registry = []

    @_abstract
    def send(self, value):
        raise StopIteration

    @_abstract
    def throw(self, typ, val=None, tb=None):
        raise vm_thrown(typ, val)

    def close(self):
        vm_close_generator(self, "coroutine")


class AsyncIterable(_Abstract):
    __abstractmethods__ = frozenset(("__aiter__",))
    _hook = ("__aiter__",)
    _registry = []

    @_abstract
    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable):
    __abstractmethods__ = frozenset(("__anext__",))
    _hook = ("__anext__", "__aiter__")
    _registry = []

    @_abstract
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __abstractmethods__ = frozenset(("asend", "athrow"))
    _hook = ("__aiter__", "__anext__", "asend", "athrow", "aclose")
    _registry = []

    async def __anext__(self):
        return await self.asend(None)

    @_abstract
    async def asend(self, value):
        raise StopAsyncIteration

    @_abstract
    async def athrow(self, typ, val=None, tb=None):
        raise vm_thrown(typ, val)

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


class Iterator(Iterable):
    __abstractmethods__ = frozenset(("__next__",))
    _hook = ("__iter__", "__next__")
    _registry = []

    @_abstract
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    __abstractmethods__ = frozenset(("__iter__", "__reversed__"))
    _hook = ("__reversed__", "__iter__")
    _registry = []

    @_abstract
    def __reversed__(self):
        return iter(())


class Generator(Iterator):
    __abstractmethods__ = frozenset(("send", "throw"))
    _hook = ("__iter__", "__next__", "send", "throw", "close")
    _registry = []

    def __next__(self):
        return self.send(None)

    @_abstract
    def send(self, value):
        raise StopIteration

    @_abstract
    def throw(self, typ, val=None, tb=None):
        if val is None:
            if tb is None:
                raise typ
            val = typ()
        raise val.with_traceback(tb) if tb is not None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("generator ignored GeneratorExit")


class Collection(Sized, Iterable, Container):
    __abstractmethods__ = frozenset(("__contains__", "__iter__", "__len__"))
    _hook = ("__len__", "__iter__", "__contains__")
    _registry = []


class Set(Collection):
    __abstractmethods__ = frozenset(("__contains__", "__iter__", "__len__"))
    _registry = []
    __hash__ = None

    def __le__(self, other):
        if not _is_set(other):
            return NotImplemented
        return len(self) <= len(other) and all([item in other for item in self])

    def __lt__(self, other):
        if not _is_set(other):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __gt__(self, other):
        if not _is_set(other):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __ge__(self, other):
        if not _is_set(other):
            return NotImplemented
        return len(self) >= len(other) and all([item in self for item in other])

    def __eq__(self, other):
        if not _is_set(other):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __and__(self, other):
        if not _is_iterable(other):
            return NotImplemented
        return self._from_iterable([item for item in other if item in self])

    __rand__ = __and__

    def isdisjoint(self, other):
        return not [item for item in other if item in self]

    def __or__(self, other):
        if not _is_iterable(other):
            return NotImplemented
        return self._from_iterable([item for part in (self, other) for item in part])

    __ror__ = __or__

    def __sub__(self, other):
        if not _is_set(other):
            if not _is_iterable(other):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable([item for item in self if item not in other])

    def __rsub__(self, other):
        if not _is_set(other):
            if not _is_iterable(other):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable([item for item in other if item not in self])

    def __xor__(self, other):
        if not _is_set(other):
            if not _is_iterable(other):
                return NotImplemented
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        # One number for the items in whatever order: the same as that of a frozenset.
        return hash(frozenset(self))


class MutableSet(Set):
    __abstractmethods__ = frozenset(("__contains__", "__iter__", "__len__", "add", "discard"))
    _registry = []

    @_abstract
    def add(self, value):
        raise NotImplementedError

    @_abstract
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        if not _is_set(it):
            it = self._from_iterable(it)
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
        else:
            for value in it:
                self.discard(value)
        return self


class MappingView(Sized):
    __abstractmethods__ = frozenset()
    _registry = []

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __abstractmethods__ = frozenset()
    _registry = []

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class ItemsView(MappingView, Set):
    __abstractmethods__ = frozenset()
    _registry = []

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            known = self._mapping[key]
        except KeyError:
            return False
        return known is value or known == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, Collection):
    __abstractmethods__ = frozenset()
    _registry = []

    def __contains__(self, value):
        for key in self._mapping:
            known = self._mapping[key]
            if known is value or known == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class Mapping(Collection):
    __abstractmethods__ = frozenset(("__getitem__", "__iter__", "__len__"))
    _registry = []
    __hash__ = None
    __reversed__ = None

    @_abstract
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


_missing = object()


class MutableMapping(Mapping):
    __abstractmethods__ = frozenset(("__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__"))
    _registry = []

    @_abstract
    def __setitem__(self, key, value):
        raise KeyError

    @_abstract
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if _is_mapping(other):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(Reversible, Collection):
    __abstractmethods__ = frozenset(("__getitem__", "__len__"))
    _registry = []

    @_abstract
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                item = self[at]
                yield item
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def index(self, value, start=0, stop=None):
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        at = start
        while stop is None or at < stop:
            try:
                item = self[at]
            except IndexError:
                break
            if item is value or item == value:
                return at
            at += 1
        raise ValueError

    def count(self, value):
        return len([item for item in self if item is value or item == value])


class ByteString(Sequence):
    __abstractmethods__ = frozenset(("__getitem__", "__len__"))
    _registry = []


class MutableSequence(Sequence):
    __abstractmethods__ = frozenset(("__delitem__", "__getitem__", "__len__", "__setitem__", "insert"))
    _registry = []

    @_abstract
    def __setitem__(self, index, value):
        raise IndexError

    @_abstract
    def __delitem__(self, index):
        raise IndexError

    @_abstract
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        last = len(self) - 1
        for at in range(len(self) // 2):
            self[at], self[last - at] = self[last - at], self[at]

    def extend(self, values):
        if values is self:
            values = [item for item in values]
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


def _registered(abstract, value):
    return abstract in type(value).__mro__ or any([known in type(value).__mro__ for known in abstract._registry])


def _is_iterable(value):
    return getattr(type(value), "__iter__", None) is not None


def _is_set(value):
    return _registered(Set, value)


def _is_mapping(value):
    return _registered(Mapping, value)


for _cls in (tuple, str, range):
    Sequence.register(_cls)
ByteString.register(bytes)
MutableSequence.register(list)
if vm_mentioned("bytearray"):
    ByteString.register(bytearray)
    MutableSequence.register(bytearray)
if vm_mentioned("memoryview"):
    Sequence.register(memoryview)
Set.register(frozenset)
MutableSet.register(set)
MutableMapping.register(dict)
for _cls, _view in zip((KeysView, ItemsView, ValuesView), _VIEWS):
    _cls.register(_view)
    Reversible.register(_view)

# `match` asks them.
for _cls in (Sequence, MutableSequence, Mapping, MutableMapping):
    vm_know_abstract(_cls.__name__, _cls)
