# abc: classes of which no objects can be made while methods are missing, and classes that others can be registered with.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if isinstance(value, property):
        return any([_is_abstract(part) for part in (value.fget, value.fset, value.fdel) if part is not None])
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False)


def _found(cls, name):
    # As the class has it, without binding it.
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        names = [name for base in cls.__bases__ for name in getattr(base, "__abstractmethods__", ())]
        names += [name for name in cls.__dict__]
        cls.__abstractmethods__ = frozenset([name for name in names if _is_abstract(_found(cls, name))])
        vm_set_abstract(cls, bool(cls.__abstractmethods__))
    return cls


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        # Classes of the library say both themselves.
        known = "__abstractmethods__" in namespace
        if not known:
            namespace["__abstractmethods__"] = frozenset()
        if "_registry" not in namespace:
            namespace["_registry"] = []
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        if known:
            vm_set_abstract(cls, bool(namespace["__abstractmethods__"]))
        else:
            update_abstractmethods(cls)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        for known in cls.__mro__:
            if "_registry" in known.__dict__ and subclass not in known._registry:
                known._registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        hook = getattr(cls, "__subclasshook__", None)
        if hook is not None:
            answer = hook(subclass)
            if answer is not NotImplemented:
                return answer
        if cls in subclass.__mro__:
            return True
        for known in cls._registry:
            if known in subclass.__mro__:
                return True
        return False


class ABC(metaclass=ABCMeta):
    __abstractmethods__ = frozenset()
    _registry = []
    __slots__ = ()
