# types: the machine's own classes by their names in CPython, and a few classes of objects.

__all__ = [
    "AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CellType", "CodeType", "CoroutineType",
    "DynamicClassAttribute", "EllipsisType",
    "FrameType", "FunctionType", "GeneratorType", "GenericAlias", "LambdaType", "MappingProxyType", "MethodType", "ModuleType",
    "NoneType", "NotImplementedType", "SimpleNamespace", "TracebackType", "UnionType", "coroutine", "new_class",
    "prepare_class", "resolve_bases",
]

import sys as _sys
from functools import wraps as _wraps


def _function():
    yield


_generator = _function()


async def _async_function():
    pass


async def _async_generator():
    yield


_coroutine = _async_function()


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
CellType = vm_cell
GeneratorType = type(_generator)
CoroutineType = type(_coroutine)
_coroutine.close()
AsyncGeneratorType = type(_async_generator())
FrameType = type(_generator.gi_frame)
MethodType = type(_function.__get__(0))
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
ModuleType = type(_sys)
TracebackType = vm_traceback
UnionType = type(int | str)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)


class mappingproxy:
    # A mapping that cannot be written by this way.
    __module__ = "builtins"
    __slots__ = ("_mapping",)
    __hash__ = None

    def __new__(cls, mapping):
        if isinstance(mapping, (list, tuple)) or not hasattr(type(mapping), "__getitem__"):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {type(mapping).__name__}")
        proxy = object.__new__(cls)
        proxy._mapping = mapping
        return proxy

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

    def __ne__(self, other):
        return not self == other

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, mappingproxy) else other)

    def __ror__(self, other):
        return other | self._mapping

    def __ior__(self, other):
        raise TypeError("'|=' is not supported by mappingproxy; use '|' instead")

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __class_getitem__(cls, item):
        return cls

    def __dir__(self):
        hidden = ("_mapping", "__slots__", "__module__", "__weakref__", "__dict__")
        return [name for name in vm_names_of(self) if name not in hidden]


MappingProxyType = mappingproxy

# Which namespaces are being written, and by which threads.
_showing = []


class SimpleNamespace:
    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        me = (id(self), vm_thread_ident())
        if me in _showing:
            return f"{name}(...)"
        _showing.append(me)
        try:
            parts = [f"{key}={value!r}" for key, value in self.__dict__.items()]
        finally:
            _showing.remove(me)
        return f"{name}({', '.join(parts)})"

    def __eq__(self, other):
        if issubclass(type(self), SimpleNamespace) and issubclass(type(other), SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __reduce__(self):
        return (type(self), (), self.__dict__)


class DynamicClassAttribute:
    # Like a property for objects; on the class itself, the attribute is looked for further up.
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        made = type(self)(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def setter(self, fset):
        made = type(self)(self.fget, fset, self.fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def deleter(self, fdel):
        made = type(self)(self.fget, self.fset, fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


if vm_mentioned("GenericAlias", "list[", "tuple[", "dict[", "set["):
    GenericAlias = vm_GenericAlias

# Classes made while the program runs.


def resolve_bases(bases):
    new = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            new.append(base)
            continue
        changed = True
        found = entries(bases)
        if not isinstance(found, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        new.extend(found)
    return tuple(new) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = {} if kwds is None else dict(kwds)
    metaclass, namespace, kwds = vm_prepare_class(name, tuple(bases), kwds)
    return metaclass, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    flags = func.__code__.co_flags if isinstance(func, FunctionType) else 0
    if flags & 0x80:
        return func

    @_wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if flags & 0x20:
            return vm_make_awaitable(made)
        kind = type(made)
        if hasattr(kind, "__await__") or kind is GeneratorType and vm_can_be_awaited(made):
            return made
        if not all([hasattr(kind, name) for name in _GENERATOR]):
            return made
        return _GeneratorWrapper(made)

    return wrapped


_GENERATOR = ("__iter__", "__next__", "send", "throw", "close")

if vm_mentioned("coroutine"):
    class _GeneratorWrapper:
        # A generator, or what does as one, that can be awaited.
        def __init__(self, gen):
            self.__wrapped = gen
            self.__isgen = type(gen) is GeneratorType
            self.__name__ = getattr(gen, "__name__", None)
            self.__qualname__ = getattr(gen, "__qualname__", None)

        def send(self, val):
            return self.__wrapped.send(val)

        def throw(self, tp, *rest):
            return self.__wrapped.throw(tp, *rest)

        def close(self):
            return self.__wrapped.close()

        gi_code = cr_code = property(lambda self: self.__wrapped.gi_code)
        gi_frame = cr_frame = property(lambda self: self.__wrapped.gi_frame)
        gi_running = cr_running = property(lambda self: self.__wrapped.gi_running)
        gi_yieldfrom = cr_await = property(lambda self: self.__wrapped.gi_yieldfrom)

        def __next__(self):
            return next(self.__wrapped)

        def __iter__(self):
            return self.__wrapped if self.__isgen else self

        __await__ = __iter__


if vm_mentioned("DescriptorType", "MethodWrapperType"):
    from _slots import member_descriptor as MemberDescriptorType

    WrapperDescriptorType = type(object.__init__)
    MethodDescriptorType = type(str.join)
    MethodWrapperType = type(object().__str__)
    ClassMethodDescriptorType = vm_classmethod_descriptor
    GetSetDescriptorType = vm_getset_descriptor
