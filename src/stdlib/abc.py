# abc: classes that cannot be made into objects while methods are missing. There are no metaclasses here: what ABCMeta does
# in CPython is done by ABC itself, for the classes that are made of it.


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
    return cls


class _Abstract:
    __abstractmethods__ = frozenset()

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        # Those of the library say both themselves.
        if "_registry" not in cls.__dict__:
            cls._registry = []
            update_abstractmethods(cls)

    def __new__(cls, *args, **kwargs):
        missing = sorted(cls.__abstractmethods__)
        if missing:
            names = ", ".join(missing)
            s = "s" if len(missing) > 1 else ""
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{s} {names}")
        if (args or kwargs) and not [known for known in cls.__mro__[:-1] if "__init__" in known.__dict__]:
            raise TypeError(f"{cls.__name__}() takes no arguments")
        return object.__new__(cls)

    @classmethod
    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        for known in cls.__mro__:
            if "_registry" in known.__dict__ and subclass not in known._registry:
                known._registry.append(subclass)
        return subclass

    @classmethod
    def __subclasshook__(cls, subclass):
        # True, or NotImplemented where only what a class is made from decides.
        if [known for known in cls.__dict__.get("_registry", ()) if known in subclass.__mro__]:
            return True
        return NotImplemented


class ABC(_Abstract):
    __abstractmethods__ = frozenset()
    _registry = []
