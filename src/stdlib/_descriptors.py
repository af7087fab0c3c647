# What a program sees of a class when it looks for it: `__dict__`, the descriptors of slots and of `__dict__` itself.

from types import MappingProxyType as _MappingProxyType
from _slots import getset_descriptor, member_descriptor


_OF_TYPE = ("__name__", "__qualname__", "__module__", "__bases__", "__mro__", "__dict__", "__doc__", "__abstractmethods__", "__text_signature__", "__annotations__")


def _own_slots(cls):
    # As the machine spells them.
    names = vm_class_attribute(cls, "__slots__", ())
    try:
        names = (names,) if isinstance(names, str) else tuple(names)
    except TypeError:
        return ()
    bare = cls.__name__.lstrip("_")
    return [f"_{bare}{name}" if bare and name.startswith("__") and not name.endswith("__") else name for name in names]


def _has_room(cls, name):
    # Whether objects of the class have a `__dict__`, or can be referred to weakly.
    for part in cls.__mro__:
        if part is object:
            continue
        if not vm_is_program_class(part):
            if name == "__dict__":
                room = part in (type, BaseException, staticmethod, classmethod) or issubclass(part, BaseException)
                room = room or part.__name__ in ("module", "function")
            else:
                room = part in (type, set, frozenset) or part.__name__ in ("module", "function", "deque", "array")
            if room or not vm_value_class(part) and part.__module__ != "builtins" and vm_class_attribute(part, "__slots__", None) is None:
                return True
            continue
        slots = vm_class_attribute(part, "__slots__", None)
        if slots is None or name in _own_slots(part):
            return True
    return False


def _adds(cls, name):
    # Whether it is this class that gives its objects one.
    if any([_has_room(base, name) for base in cls.__bases__]):
        return False
    if name == "__weakref__" and any([part in (int, tuple, bytes) for part in cls.__mro__]):
        return False
    return vm_class_attribute(cls, "__slots__", None) is None or name in _own_slots(cls)


def vm_slot_of(cls, name):
    for part in cls.__mro__:
        if name in _own_slots(part):
            return member_descriptor(part, name)
    raise AttributeError(f"type object '{cls.__name__}' has no attribute '{name}'")


def _shown(cls):
    # The names of a class with their values, in the order in which CPython has them.
    own = {name: value for name, value in vm_class_items(cls) if not name.startswith("vm_")}
    if cls is type:
        for name in _OF_TYPE:
            own[name] = getset_descriptor(type, name)
        return own
    if not vm_is_program_class(cls):
        own.setdefault("__doc__", None)
        return own
    # What was made by type() has it behind the names that it was made of.
    shown = {} if "__module__" in own else {"__module__": cls.__module__}
    for name in ("__annotations__", "__doc__"):
        if name in own:
            shown[name] = own[name]
    shown.update(own)
    for name in sorted(_own_slots(cls)):
        if name not in ("__dict__", "__weakref__"):
            shown[name] = member_descriptor(cls, name)
    for name in ("__dict__", "__weakref__"):
        if name not in shown and _adds(cls, name):
            shown[name] = getset_descriptor(cls, name)
    shown.setdefault("__doc__", None)
    if "__eq__" in shown:
        shown.setdefault("__hash__", None)
    return shown


class _Names:
    # The names of a class as they are at any time.
    def __init__(self, cls):
        self._class = cls

    def __getitem__(self, name):
        found = vm_class_attribute(self._class, name, self) if isinstance(name, str) else self
        return _shown(self._class)[name] if found is self else found

    def __contains__(self, name):
        return name in _shown(self._class)

    def __len__(self):
        return len(_shown(self._class))

    def __iter__(self):
        return iter(_shown(self._class))

    def __reversed__(self):
        return reversed(_shown(self._class))

    def __repr__(self):
        return repr(_shown(self._class))

    def __eq__(self, other):
        return _shown(self._class) == (_shown(other._class) if isinstance(other, _Names) else other)

    def __or__(self, other):
        return _shown(self._class) | (_shown(other._class) if isinstance(other, _Names) else other)

    def __ror__(self, other):
        return other | _shown(self._class)

    def get(self, name, default=None):
        return _shown(self._class).get(name, default)

    def keys(self):
        return _shown(self._class).keys()

    def values(self):
        return _shown(self._class).values()

    def items(self):
        return _shown(self._class).items()

    def copy(self):
        return _shown(self._class)


def vm_class_proxy(cls):
    return _MappingProxyType(_Names(cls))
