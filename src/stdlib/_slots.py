# The descriptors of slots, and of what the machine keeps of an object beside its attributes (Objects/descrobject.c); what few
# classes do with properties and `__class__`.

_Module = type(len.__self__)


class _Descriptor:
    # Of an attribute that the machine keeps.
    def __init__(self, owner, name):
        self.__objclass__ = owner
        self.__name__ = name
        self.__qualname__ = f"{owner.__qualname__}.{name}"

    def __eq__(self, other):
        return type(self) is type(other) and self._place() == other._place()

    def __hash__(self):
        return hash(self._place())

    def _place(self):
        return (self.__objclass__, self.__name__)

    def _check(self, instance):
        owner = self.__objclass__
        if owner not in type(instance).__mro__:
            what = f"descriptor '{self.__name__}' for '{owner.__name__}' objects doesn't apply to a '{type(instance).__name__}' object"
            raise TypeError(what)

    def __get__(self, instance, owner=None, /):
        if instance is None:
            if owner is None:
                raise TypeError("__get__(None, None) is invalid")
            return self
        self._check(instance)
        return self._read(instance)

    def __set__(self, instance, value, /):
        self._check(instance)
        self._write(instance, value)

    def __delete__(self, instance, /):
        self._check(instance)
        self._drop(instance)


class member_descriptor(_Descriptor):
    # A slot.
    __module__ = "builtins"
    __doc__ = None

    def _read(self, instance):
        return object.__getattribute__(instance, self.__name__)

    def _write(self, instance, value):
        object.__setattr__(instance, self.__name__, value)

    def _drop(self, instance):
        try:
            object.__delattr__(instance, self.__name__)
        except AttributeError:
            raise AttributeError(self.__name__) from None

    def __repr__(self):
        return f"<member '{self.__name__}' of '{self.__objclass__.__name__}' objects>"

    def __reduce__(self):
        return getattr, (self.__objclass__, self.__name__)


class getset_descriptor(_Descriptor):
    # What is no part of an object's own attributes, but computed.
    __module__ = "builtins"
    __doc__ = None

    @property
    def __class__(self):
        # As those of the machine are.
        return vm_getset_descriptor

    def _check(self, instance):
        super()._check(instance)
        if self.__name__ == "__dict__" and isinstance(instance, type):
            raise TypeError(f"this __dict__ descriptor does not support '{type(instance).__name__}' objects")

    def _read(self, instance):
        return getattr(instance, self.__name__) if isinstance(instance, type) else object.__getattribute__(instance, self.__name__)

    def _write(self, instance, value):
        if self.__name__ == "__weakref__":
            raise AttributeError(f"attribute '__weakref__' of '{self.__objclass__.__name__}' objects is not writable")
        if self.__name__ == "__dict__" and isinstance(instance, _Module):
            raise AttributeError("readonly attribute")
        if isinstance(instance, type):
            self._refuse(instance, "set")
            type.__setattr__(instance, self.__name__, value)
        else:
            object.__setattr__(instance, self.__name__, value)

    def _drop(self, instance):
        if self.__name__ == "__weakref__":
            raise AttributeError(f"attribute '__weakref__' of '{self.__objclass__.__name__}' objects is not writable")
        if isinstance(instance, type):
            raise TypeError(f"cannot delete '{self.__name__}' attribute of immutable type '{instance.__name__}'")
        object.__delattr__(instance, self.__name__)

    def _refuse(self, cls, what):
        if self.__name__ in ("__mro__", "__dict__"):
            raise AttributeError("readonly attribute")
        if not vm_is_program_class(cls):
            raise TypeError(f"cannot {what} '{self.__name__}' attribute of immutable type '{cls.__name__}'")

    def __repr__(self):
        return f"<attribute '{self.__name__}' of '{self.__objclass__.__name__}' objects>"


def vm_answer(obj, name, other):
    # A comparison by a method that is a property: where that raises, nothing is said.
    try:
        method = getattr(obj, name)
    except Exception:
        return NotImplemented
    return method(other)


def vm_super_of(cls, obj):
    # super(cls, obj), where the object may say that it is of another class.
    stated = getattr(obj, "__class__", None)
    if not isinstance(stated, type) or cls not in stated.__mro__:
        raise TypeError("super(type, obj): obj must be an instance or subtype of type")
    return vm_super_as(cls, obj, stated)
