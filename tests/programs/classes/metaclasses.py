# Metaclasses and keywords of classes.
class Meta(type):
    def __new__(mcs, name, bases, namespace, **keywords):
        print("new", mcs.__name__, name, [base.__name__ for base in bases], sorted(k for k in namespace if k[:2] != "__"), keywords)
        cls = super().__new__(mcs, name, bases, namespace)
        cls.tag = keywords.get("tag", "none")
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", cls.__name__)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        made = super().__call__(*args, **kwargs)
        print("made", type(made).__name__)
        return made

    def __len__(cls):
        return 3

    def __iter__(cls):
        return iter((cls.__name__, "items"))

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key!r}]"

    def __contains__(cls, item):
        return item == 5

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return f"computed {name}"

    def __eq__(cls, other):
        return cls is other

    def __hash__(cls):
        return 7

    def method(cls):
        return f"method of {cls.__name__}"

    @property
    def prop(cls):
        return f"property of {cls.__name__}"

    @classmethod
    def of_meta(mcs):
        return mcs.__name__


class A(metaclass=Meta, tag="a"):
    x = 1

    def __init__(self, y, z=0):
        self.y = y

    def who(self):
        return __class__


class B(A):
    def __init__(self, y):
        super().__init__(y, z=1)


print(type(A), type(B), A.tag, B.tag, A.x)
print(A(1).y, B(2).y, B(3).who())
print(len(A), list(A), A["k"], 5 in A, 6 in A, A, [A, B], f"{A}", str(B))
print(A.anything, A.method(), A.prop, A.of_meta(), B.method())
print(isinstance(A, Meta), isinstance(A, type), isinstance(A(0), A), issubclass(B, A), bool(A))
print(A == A, A == B, A != B, hash(A), {A: 1}[A])
try:
    A(1).method()
except AttributeError as error:
    print(error)
try:
    A(1).prop
except AttributeError as error:
    print(error)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, value=None):
        self.value = value


print(Config(1) is Config(2), Config().value, type(Config).__mro__)


class Registry(type):
    known = {}

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases:
            cls.known[name.lower()] = cls


class Plugin(metaclass=Registry):
    pass


class One(Plugin):
    pass


class Two(Plugin):
    pass


print(Registry.known)


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases, **keywords):
        print("prepare", mcs.__name__, name, bases, keywords)
        return {"given": 42}

    def __new__(mcs, name, bases, namespace, extra=None):
        print(list(namespace)[:1], namespace["given"], extra)
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, extra=None):
        pass


class P(metaclass=Prepared, extra=5):
    print("in the body")
    own = 1


print(P.given, P.own)


class Base:
    def __init_subclass__(cls, /, label=None, **keywords):
        super().__init_subclass__(**keywords)
        cls.label = label
        print("subclass", cls.__name__, label)


class Labelled(Base, label="yes"):
    pass


class Plain(Base):
    pass


print(Labelled.label, Plain.label)
try:
    class Wrong(Base, other=1):
        pass
except TypeError as error:
    print(error)
try:
    class Wrong(unknown=1):
        pass
except TypeError as error:
    print(error)


class Other(type):
    pass


class WithOther(metaclass=Other):
    pass


try:
    class Conflict(A, WithOther):
        pass
except TypeError as error:
    print(error)


class Both(Meta, Other):
    pass


class Fine(A, WithOther, metaclass=Both):
    pass


print(type(Fine).__name__)


def function_as_metaclass(name, bases, namespace, **keywords):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")), keywords)


class Odd(metaclass=function_as_metaclass, a=1):
    b = 2


print(Odd)
Made = Meta("Made", (A,), {"z": 9})
print(Made.z, Made.__name__, type(Made).__name__, type("T", (WithOther,), {}).__class__.__name__)
Simple = type("Simple", (), {"v": 1})
print(Simple.v, type(Simple), Simple.__name__)
print(type(type), type(object), type(Meta), Meta.__bases__, Meta.__mro__)


class Checks(type):
    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, subclass):
        return subclass is int


class Duck(metaclass=Checks):
    pass


class Quacks:
    quack = True


print(isinstance(Quacks(), Duck), isinstance(5, Duck), issubclass(int, Duck), issubclass(str, Duck))


class Frozen(type):
    def __setattr__(cls, name, value):
        raise AttributeError(f"{cls.__name__}.{name} is fixed")

    def __delattr__(cls, name):
        print("delete", name)
        super().__delattr__(name)


class Constants(metaclass=Frozen):
    PI = 3


try:
    Constants.PI = 4
except AttributeError as error:
    print(error)
del Constants.PI
print(hasattr(Constants, "PI"))


class Descriptor:
    def __set_name__(self, owner, name):
        print("set name", owner.__name__, name)


class Uses(metaclass=Other):
    d = Descriptor()


class Slots(metaclass=Other):
    __slots__ = ("a",)


try:
    Slots().b = 1
except AttributeError as error:
    print(error)


def decorated(cls):
    print("decorated", cls)
    return cls


@decorated
class Dec(metaclass=Other):
    """doc"""
    x: int = 5


print(Dec.__doc__, Dec.__annotations__, Dec.__module__, Dec.__qualname__)
