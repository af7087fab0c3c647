# multiprocessing.reduction: what one process sends another. Plain data is copied as it is; everything else is taken apart
# as pickle does it: functions and classes by their names, objects by what their __reduce__ or their attributes say.

import sys

_PLAIN, _PARTS = 0, 1


class PicklingError(Exception):
    __module__ = "_pickle"


def post(value, text=None):
    # The number of a message with a copy of the value in it.
    message = vm_post((_PLAIN, value), repr(value) if text is None else text)
    if message is None:
        message = vm_post((_PARTS, _Taker().take(value)), _text(value) if text is None else text)
    return message


def _text(value):
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def receive(message):
    kind, data = vm_open(message)
    return data if kind == _PLAIN else _Maker().make(data)


def copied(value):
    # As another process would see it.
    return receive(post(value, ""))


def _global_name(thing):
    module = getattr(thing, "__module__", None) or "builtins"
    name = getattr(thing, "__qualname__", None) or thing.__name__
    try:
        found = _found(module, name)
    except (AttributeError, KeyError, ImportError):
        shown = repr(thing)
        if "<locals>" in name:
            raise AttributeError(f"Can't pickle local object '{name}'") from None
        raise PicklingError(f"Can't pickle {shown}: attribute lookup {name} on {module} failed") from None
    if found is not thing:
        raise PicklingError(f"Can't pickle {thing!r}: it's not the same object as {module}.{name}")
    return module, name


def _is_builtin(thing):
    message = vm_post(thing, "")
    if message is not None:
        vm_open(message)
    return message is not None


def _found(module, name):
    found = vm_module(module)
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(name)
        found = getattr(found, part)
    return found


_ATOMS = (type(None), bool, int, float, str, bytes, type(...), type(NotImplemented), range)


class _Taker:
    # Every part is a tuple that begins with a letter; what was met before is told by its number.
    def __init__(self):
        self._met = {}
        self._kept = []

    def take(self, thing):
        kind = type(thing)
        if kind in _ATOMS:
            return "a", thing
        known = self._met.get(id(thing))
        if known is not None:
            return "r", known
        if kind is tuple:
            parts = [self.take(item) for item in thing]
            return "t", self._meet(thing), parts
        number = self._meet(thing)
        if kind is list:
            return "l", number, [self.take(item) for item in thing]
        if kind is dict:
            return "d", number, [(self.take(key), self.take(value)) for key, value in thing.items()]
        if kind is set or kind is frozenset:
            return "s" if kind is set else "f", number, [self.take(item) for item in thing]
        if isinstance(thing, type) or kind in _BY_NAME:
            if _is_builtin(thing):
                return "a", thing
            return "g", number, *_global_name(thing)
        if kind is _METHOD:
            return "m", number, self.take(thing.__self__), thing.__name__
        return self._object(thing, number)

    def _meet(self, thing):
        number = len(self._met)
        self._met[id(thing)] = number
        self._kept.append(thing)
        return number

    def _object(self, thing, number):
        kind = type(thing)
        reduced = _reduced(thing, kind)
        if isinstance(reduced, str):
            return "g", number, kind.__module__, reduced
        if reduced is not None:
            function, args, *rest = reduced
            state = rest[0] if rest else None
            return "o", number, self.take(function), self.take(tuple(args)), self.take(state)
        if isinstance(thing, BaseException):
            return "o", number, self.take(kind), self.take(thing.args), self.take(dict(vars(thing)) or None)
        if kind in _REFUSED:
            raise TypeError(f"cannot pickle '{_REFUSED[kind]}' object")
        return self._instance(thing, number)

    def _instance(self, thing, number):
        kind = type(thing)
        base = next((base for base in (dict, list, set, tuple, str, int, float, bytes) if isinstance(thing, base)), None)
        if base is not None and isinstance(thing, tuple) and hasattr(thing, "__getnewargs__"):
            args = thing.__getnewargs__()
        elif base is not None:
            args = (base(thing),)
        else:
            args = ()
        getter = getattr(kind, "__getstate__", None)
        if getter is not None and getter is not getattr(object, "__getstate__", None):
            state = getter(thing)
        else:
            state = _state(thing, kind)
        return "i", number, self.take(kind), self.take(args), self.take(state)


def _reduced(thing, kind):
    # What a method of the class says that the object is made of; None where there is none.
    method = getattr(kind, "__reduce_ex__", None)
    if method is not None and method != getattr(object, "__reduce_ex__", None):
        return method(thing, 4)
    method = getattr(kind, "__reduce__", None)
    if method is not None and method != getattr(object, "__reduce__", None):
        return method(thing)
    return None


def _state(thing, kind):
    # Attributes, and the values of slots behind them where there are some.
    slots = {}
    for base in kind.__mro__:
        names = vars(base).get("__slots__", ()) if base is not object else ()
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__") and hasattr(thing, name):
                slots[name] = getattr(thing, name)
    attributes = dict(vars(thing)) if hasattr(thing, "__dict__") else {}
    if slots:
        return attributes or None, slots
    return attributes or None


class _Maker:
    def __init__(self):
        self._made = {}

    def make(self, parts):
        return getattr(self, "_" + parts[0])(*parts[1:])

    def _a(self, value):
        return value

    def _r(self, number):
        return self._made[number]

    def _keep(self, number, thing):
        self._made[number] = thing
        return thing

    def _t(self, number, parts):
        return self._keep(number, tuple([self.make(part) for part in parts]))

    def _l(self, number, parts):
        made = self._keep(number, [])
        made.extend([self.make(part) for part in parts])
        return made

    def _d(self, number, parts):
        made = self._keep(number, {})
        for key, value in parts:
            made[self.make(key)] = self.make(value)
        return made

    def _s(self, number, parts):
        made = self._keep(number, set())
        made.update([self.make(part) for part in parts])
        return made

    def _f(self, number, parts):
        return self._keep(number, frozenset([self.make(part) for part in parts]))

    def _g(self, number, module, name):
        return self._keep(number, _found(module, name))

    def _m(self, number, receiver, name):
        return self._keep(number, getattr(self.make(receiver), name))

    def _o(self, number, function, args, state):
        made = self._keep(number, self.make(function)(*self.make(args)))
        state = self.make(state)
        if state is not None:
            _set_state(made, state)
        return made

    def _i(self, number, kind, args, state):
        kind = self.make(kind)
        args = self.make(args)
        if args and issubclass(kind, (dict, list, set)):
            made = self._keep(number, kind.__new__(kind))
            base = next(base for base in (dict, list, set) if issubclass(kind, base))
            base.__init__(made, *args)
        else:
            made = self._keep(number, kind.__new__(kind, *args))
        state = self.make(state)
        if state is not None:
            _set_state(made, state)
        return made


def _set_state(made, state):
    setter = getattr(made, "__setstate__", None)
    if setter is not None:
        setter(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    for attributes in (state, slots):
        for name, value in (attributes or {}).items():
            if isinstance(made, BaseException):
                setattr(made, name, value)
            else:
                object.__setattr__(made, name, value)


class _Example:
    def method(self):
        pass


_METHOD = type(_Example().method)
_BY_NAME = (type(post), type(len))
_REFUSED = {
    vm_lock: "_thread.lock",
    vm_RLock: "_thread.RLock",
    type(item for item in ()): "generator",
    type(sys): "module",
}
