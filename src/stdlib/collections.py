# collections: a deque is a list inside, and what is one change in CPython is one here. Where more than one change of the
# list is needed, the thread first stops before it as before any change (_stop), and then does all at once.

import collections.abc as abc

_NONE = ()
_missing = object()


def _stop(items):
    # A change that changes nothing: before it, others can go.
    items.__imul__(1)


def _index(value):
    if isinstance(value, int):
        return value
    method = getattr(value, "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method()


class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        # How often its length stayed the same though it was changed: iterators look at it.
        self._turns = 0
        self._items = [] if iterable is _NONE else list(iterable)
        if maxlen is not None and len(self._items) > maxlen:
            del self._items[:len(self._items) - maxlen]

    @property
    def maxlen(self):
        return self._maxlen

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def append(self, x):
        items = self._items
        if self._maxlen is None:
            items.append(x)
            return
        _stop(items)
        vm_atomic(True)
        try:
            items.append(x)
            if len(items) > self._maxlen:
                items.pop(0)
                self._turns += 1
        finally:
            vm_atomic(False)

    def appendleft(self, x):
        items = self._items
        if self._maxlen is None:
            items.insert(0, x)
            return
        _stop(items)
        vm_atomic(True)
        try:
            items.insert(0, x)
            if len(items) > self._maxlen:
                items.pop()
                self._turns += 1
        finally:
            vm_atomic(False)

    def extend(self, iterable):
        items = self._items
        new = items[:] if iterable is self else list(iterable)
        if self._maxlen is None:
            items.extend(new)
            return
        _stop(items)
        vm_atomic(True)
        try:
            items.extend(new)
            if len(items) > self._maxlen:
                del items[:len(items) - self._maxlen]
                self._turns += 1
        finally:
            vm_atomic(False)

    def extendleft(self, iterable):
        items = self._items
        new = items[:] if iterable is self else list(iterable)
        new.reverse()
        if self._maxlen is None:
            items[:0] = new
            return
        _stop(items)
        vm_atomic(True)
        try:
            items[:0] = new
            if len(items) > self._maxlen:
                del items[self._maxlen:]
                self._turns += 1
        finally:
            vm_atomic(False)

    def pop(self):
        try:
            return self._items.pop()
        except IndexError:
            raise IndexError("pop from an empty deque") from None

    def popleft(self):
        try:
            return self._items.pop(0)
        except IndexError:
            raise IndexError("pop from an empty deque") from None

    def clear(self):
        self._items.clear()

    def copy(self):
        return self.__copy__()

    def _own_copy(self):
        new = self.__copy__()
        if not isinstance(new, deque):
            raise TypeError(f"{type(self).__name__}() must return a deque, not {type(new).__name__}")
        return new

    def __copy__(self):
        if type(self) is deque:
            return deque(self._items, self._maxlen)
        if self._maxlen is None:
            return type(self)(self)
        return type(self)(self, self._maxlen)

    def __reduce__(self):
        # What subclasses have besides is what is not of the deque itself.
        state = {name: value for name, value in vars(self).items() if name not in ("_maxlen", "_turns", "_items")} or None
        slots = {}
        for kind in type(self).__mro__:
            names = () if kind is object else vars(kind).get("__slots__", ())
            for name in (names,) if isinstance(names, str) else names:
                if name not in ("__dict__", "__weakref__") and hasattr(self, name):
                    slots[name] = getattr(self, name)
        if slots:
            state = (state, slots)
        return type(self), () if self._maxlen is None else ((), self._maxlen), state, iter(self)

    def count(self, x):
        return self._items.count(x)

    def index(self, x, start=0, stop=9223372036854775807, /):
        try:
            return self._items.index(x, start, stop)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def insert(self, i, x):
        items = self._items
        if self._maxlen is None:
            items.insert(i, x)
            return
        i = _index(i)
        _stop(items)
        vm_atomic(True)
        try:
            if len(items) >= self._maxlen:
                raise IndexError("deque already at its maximum size")
            items.insert(i, x)
        finally:
            vm_atomic(False)

    def remove(self, value):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def reverse(self):
        self._items.reverse()

    def rotate(self, n=1):
        n = _index(n)
        items = self._items
        _stop(items)
        vm_atomic(True)
        try:
            if len(items) > 1:
                n %= len(items)
                if n == 1:
                    items.insert(0, items.pop())
                elif n:
                    items[:] = items[-n:] + items[:-n]
                self._turns += 1
        finally:
            vm_atomic(False)

    def _at(self, index):
        if isinstance(index, int):
            return index
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        return index.__index__()

    def __getitem__(self, index):
        try:
            return self._items[self._at(index)]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, index, value):
        try:
            self._items[self._at(index)] = value
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __delitem__(self, index):
        try:
            del self._items[self._at(index)]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __len__(self):
        return len(self._items)

    def __contains__(self, x):
        return x in self._items

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        new = self._own_copy()
        new.extend(other._items)
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        new = self._own_copy()
        new *= n
        return new

    __rmul__ = __mul__

    def __imul__(self, n):
        items = self._items
        if not hasattr(type(n), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
        _stop(items)
        vm_atomic(True)
        try:
            items *= n
            if self._maxlen is not None and len(items) > self._maxlen:
                del items[:len(items) - self._maxlen]
        finally:
            vm_atomic(False)
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __ne__(self, other):
        return self._items != other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        items = "[" + ", ".join(["[...]" if item is self else repr(item) for item in self._items[:]]) + "]"
        if self._maxlen is None:
            return f"{type(self).__name__}({items})"
        return f"{type(self).__name__}({items}, maxlen={self._maxlen})"


class _deque_iterator:
    def __init__(self, deque, at=0):
        self._deque = deque
        self._items = deque._items
        self._at = at
        self._left = max(0, len(deque._items) - at)
        self._turns = deque._turns

    def __iter__(self):
        return self

    def __reduce__(self):
        return type(self), (self._deque, self._at)

    def __length_hint__(self):
        return self._left

    def _place(self):
        return self._at

    def __next__(self):
        # The look at the list is where others can go; what is found out then is found out at once.
        items = self._items
        at = self._at
        item = items[at:at + 1]
        vm_atomic(True)
        try:
            if len(items) != self._left + at or self._turns != self._deque._turns:
                self._left = 0
                raise RuntimeError("deque mutated during iteration")
            if not self._left:
                raise StopIteration
            self._at = at + 1
            self._left -= 1
            return item[0]
        finally:
            vm_atomic(False)


class _deque_reverse_iterator(_deque_iterator):
    def __next__(self):
        items = self._items
        at = self._left - 1
        item = items[at:at + 1]
        vm_atomic(True)
        try:
            if len(items) != self._at + at + 1 or self._turns != self._deque._turns:
                self._left = 0
                raise RuntimeError("deque mutated during iteration")
            if at < 0:
                raise StopIteration
            self._left = at
            self._at += 1
            return item[0]
        finally:
            vm_atomic(False)


# Whose factory is being shown, and by which threads.
_showing = []


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        if isinstance(factory, type) and factory.__module__ == "builtins":
            # Nobody comes between, in CPython: who comes second gets what the first has put there.
            return self.setdefault(key, value)
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __repr__(self):
        me = (id(self), vm_thread_ident())
        if me in _showing:
            factory = "..."
        else:
            _showing.append(me)
            try:
                factory = repr(self.default_factory)
            finally:
                _showing.remove(me)
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


class OrderedDict(dict):
    def popitem(self, last=True):
        dict.update(self)
        vm_atomic(True)
        try:
            if not self:
                raise KeyError("dictionary is empty")
            if last:
                return dict.popitem(self)
            for key in self:
                break
            return key, dict.pop(self, key)
        finally:
            vm_atomic(False)

    def move_to_end(self, key, last=True):
        dict.update(self)
        vm_atomic(True)
        try:
            value = dict.pop(self, key)
            if last:
                dict.__setitem__(self, key, value)
                return
            others = list(self.items())
            dict.clear(self)
            dict.__setitem__(self, key, value)
            dict.update(self, others)
        finally:
            vm_atomic(False)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (), vars(self) or None, None, iter(self.items())

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(dict.items(self)) == list(dict.items(other))
        return dict.__eq__(self, other) if isinstance(other, dict) else NotImplemented

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        return f"{self.__class__.__name__}({list(self.items())!r})"

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self


def _count(counter, items):
    # One change, as CPython's is for items that are there already.
    dict.update(counter)
    vm_atomic(True)
    try:
        get = counter.get
        for item in items:
            counter[item] = get(item, 0) + 1
    finally:
        vm_atomic(False)


def _count_elements(mapping, iterable):
    _count(mapping, list(iterable))


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:n if n > 0 else 0]

    def elements(self):
        for item, count in self.items():
            for _ in range(count):
                yield item

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict) or abc._is_mapping(iterable):
                if self:
                    for item, count in iterable.items():
                        self[item] = count + self.get(item, 0)
                else:
                    dict.update(self, iterable)
            else:
                _count(self, list(iterable))
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict) or abc._is_mapping(iterable):
                for item, count in iterable.items():
                    self[item] = self.get(item, 0) - count
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, item):
        if item in self:
            dict.__delitem__(self, item)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f"{self.__class__.__name__}({items!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] == other[item] for part in (self, other) for item in part])

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] <= other[item] for part in (self, other) for item in part])

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] >= other[item] for part in (self, other) for item in part])

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def _together(self, other, how):
        # A counter of what is more than nothing: first the items of this one, then those that only the other has.
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for item in [*self, *[item for item in other if item not in self]]:
            count = how(self[item], other[item])
            if count > 0:
                result[item] = count
        return result

    def __add__(self, other):
        return self._together(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._together(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._together(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        return self._together(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return self._together(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._together(Counter(), lambda a, b: -a)

    def _keep_positive(self):
        for item in [item for item, count in self.items() if not count > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, count in other.items():
            self[item] += count
        return self._keep_positive()

    def __isub__(self, other):
        for item, count in other.items():
            self[item] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for item, count in other.items():
            if count > self[item]:
                self[item] = count
        return self._keep_positive()

    def __iand__(self, other):
        for item, count in list(self.items()):
            if other[item] < count:
                self[item] = other[item]
        return self._keep_positive()


_KEYWORDS = (
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
)


def _field(at):
    # A field is read by its place, and cannot be written.
    def get(self):
        return self[at]

    def refuse(self, value):
        raise AttributeError("can't set attribute")

    def keep(self):
        raise AttributeError("can't delete attribute")

    return property(get, refuse, keep, f"Alias for field number {at}")


if vm_mentioned("__doc__", "_tuplegetter"):
    # A property that shows itself as CPython's; the machine is quicker with those of its own.
    _plain_field = _field
    _field_docs = {}

    def _field(at):
        plain = _plain_field(at)
        made = _tuplegetter(plain.fget, plain.fset, plain.fdel)
        made._at = at
        made.__doc__ = _field_docs.setdefault(at, f"Alias for field number {at}")
        return made

    class _tuplegetter(property):
        def __repr__(self):
            return f"_tuplegetter({self._at}, {self.__doc__!r})"

        def __reduce__(self):
            return _field, (self._at,)


def _listed(names):
    # 'a', 'b', and 'c'
    if len(names) <= 2:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _arguments(function, names, defaults, args, kwargs):
    # What a function with these parameters makes of the arguments, with CPython's complaints. The first is the class.
    count = len(names)
    if len(args) > count:
        most = count + 1
        takes = f"from {most - len(defaults)} to {most}" if defaults else f"{most}"
        s = "" if most == 1 else "s"
        raise TypeError(f"{function} takes {takes} positional argument{s} but {len(args) + 1} were given")
    values = {name: value for name, value in zip(names, args)}
    for name, value in kwargs.items():
        if name not in names:
            raise TypeError(f"{function} got an unexpected keyword argument '{name}'")
        if name in values:
            raise TypeError(f"{function} got multiple values for argument '{name}'")
        values[name] = value
    missing = [repr(name) for name in names if name not in values and name not in defaults]
    if missing:
        s = "" if len(missing) == 1 else "s"
        raise TypeError(f"{function} missing {len(missing)} required positional argument{s}: {_listed(missing)}")
    return [values[name] if name in values else defaults[name] for name in names]


def _checked_names(typename, names, rename):
    if rename:
        seen = set()
        for at, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                names[at] = f"_{at}"
            seen.add(name)
    for name in [typename, *names]:
        if not isinstance(name, str):
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return tuple(names)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = _checked_names(str(typename), [str(name) for name in field_names], rename)
    count = len(names)
    given = {}
    if defaults is not None:
        values = tuple(defaults)
        if len(values) > count:
            raise TypeError("Got more default values than field names")
        given = {name: value for name, value in zip(names[count - len(values):], values)}
    function = f"{typename}.__new__()"
    pattern = [f"{name}=" for name in names]

    def __new__(_cls, *args, **kwargs):
        if kwargs or len(args) != count:
            args = _arguments(function, names, given, args, kwargs)
        return tuple.__new__(_cls, args)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def _asdict(self):
        return {name: value for name, value in zip(names, self)}

    def __repr__(self):
        parts = ", ".join([name + repr(value) for name, value in zip(pattern, self)])
        return f"{self.__class__.__name__}({parts})"

    def __getnewargs__(self):
        return tuple(self)

    __new__.__defaults__ = tuple(given.values()) or None
    for method in (__new__, _make, _replace, _asdict, __repr__, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "__module__": "__main__",
        "_fields": names,
        "_field_defaults": given,
        "__match_args__": names,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
    }
    for at, name in enumerate(names):
        namespace[name] = _field(at)
    made = type(typename, (tuple,), namespace)
    if module is not None:
        made.__module__ = module
    return made


class ChainMap(abc.MutableMapping):
    __abstractmethods__ = frozenset()
    _registry = []

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _all(self):
        keys = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                keys[key] = None
        return keys

    def __len__(self):
        return len(self._all())

    def __iter__(self):
        return iter(self._all())

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any([True for mapping in self.maps if mapping])

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join([repr(mapping) for mapping in self.maps])})"

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not abc._is_mapping(other):
            return NotImplemented
        new = self.copy()
        new.maps[0].update(other)
        return new

    def __ror__(self, other):
        if not abc._is_mapping(other):
            return NotImplemented
        new = dict(other)
        for mapping in reversed(self.maps):
            new.update(mapping)
        return self.__class__(new)


class UserDict(abc.MutableMapping):
    __abstractmethods__ = frozenset()
    _registry = []

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, "__missing__"):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if not isinstance(other, (UserDict, dict)):
            return NotImplemented
        return self.__class__(self.data | (other.data if isinstance(other, UserDict) else other))

    def __ror__(self, other):
        if not isinstance(other, (UserDict, dict)):
            return NotImplemented
        return self.__class__((other.data if isinstance(other, UserDict) else other) | self.data)

    def __ior__(self, other):
        self.data.update(other.data if isinstance(other, UserDict) else other)
        return self

    def copy(self):
        new = self.__class__()
        new.__dict__.update(self.__dict__)
        new.data = self.data.copy()
        return new

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        new = cls()
        for key in iterable:
            new[key] = value
        return new


def _plain(other):
    return other.data if isinstance(other, UserList) else other


class UserList(abc.MutableSequence):
    __abstractmethods__ = frozenset()
    _registry = []

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __eq__(self, other):
        return self.data == _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    __hash__ = None

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(_plain(other)))

    def __radd__(self, other):
        return self.__class__(list(_plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(_plain(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        new = object.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        new.data = self.data[:]
        return new

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_plain(other))


abc.MutableSequence.register(deque)

if vm_mentioned("UserString"):
    from _userstring import UserString
