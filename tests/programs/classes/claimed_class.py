# Objects that say they are of another class, descriptors that set and do not get, classes made from super.
import types


class Proxy:
    def __init__(self, target):
        self.__target = target

    def __getattribute__(self, name):
        if name.startswith("_Proxy__"):
            return object.__getattribute__(self, name)
        return getattr(self.__target, name)


class C:
    pass


class D(C):
    pass


class Fake:
    __class__ = str


class Told:
    __class__ = property(lambda self: D)


print(isinstance(Proxy(C()), C), isinstance(Proxy(D()), C), isinstance(Proxy(C()), D), isinstance(Proxy(3), (str, int)))
print(isinstance(Fake(), str), isinstance(Fake(), Fake), isinstance(Told(), C), Told().__class__, type(Told()).__name__)


class Base:
    def f(self):
        return "Base.f"


class Derived(Base):
    def f(self):
        return super(Derived, self).f() + "->Derived.f"


print(Derived.f(Proxy(Derived())))
try:
    Derived.f(Proxy(3))
except TypeError as error:
    print(error)


class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")


for mark in (True, 0, "x", NoTruth()):
    def marked(self):
        pass
    marked.__isabstractmethod__ = mark
    try:
        print(property(marked).__isabstractmethod__)
    except ValueError as error:
        print(error)


class Set:
    def __set__(self, obj, value):
        obj.__dict__["a"] = value


class X:
    a = Set()


x = X()
print(x.a is X.__dict__["a"])
x.a = 42
print(x.a)


class A:
    def meth(self):
        return "A"

    @property
    def value(self):
        return "value"


class mysuper(super):
    note = "mine"


class B(A):
    def meth(self):
        return "B" + mysuper(B, self).meth()


class E(B):
    def meth(self):
        return "E" + self.up.meth()


E.up = mysuper(E)
print(B().meth(), E().meth(), type(E().up).__name__, mysuper(B, B()).value, mysuper(B, B()).note)
print(super(B).__get__(B()).meth())


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(super(B).__get__, 12)


class Sub(A):
    @classmethod
    def look(cls):
        return type(super().value).__name__, super().meth is A.meth

    def asked(self):
        raise AttributeError("asked")

    __eq__ = property(asked)
    __len__ = property(lambda self: lambda: 7)
    __getitem__ = property(lambda self: 1 / 0)
    __add__ = property(lambda self: lambda other: ("sum", other))
    __hash__ = None


print(Sub.look(), len(Sub()), Sub() + 3)
attempt(lambda: Sub() == 1)
try:
    for part in Sub():
        print(part)
except ZeroDivisionError as error:
    print(error)


class New:
    def __new__(cls, foo):
        return object.__new__(cls)


class Init:
    def __init__(self, foo):
        self.foo = foo


class Both(New, Init):
    pass


for cls in (C, New, Init, Both):
    attempt(lambda: type(object.__new__(cls, 5)).__name__)
    attempt(object.__init__, object.__new__(cls), 5)
for bases in ((types.ModuleType, str), (int, str)):
    attempt(type, "T", bases, {})


class Sub(types.ModuleType):
    extra = 1


m = types.ModuleType("m")
m.__class__ = Sub
print(m.extra, type(m).__name__)
m.__class__ = types.ModuleType
print(hasattr(m, "extra"))
attempt(setattr, m, "__dict__", {})
attempt(delattr, m, "__dict__")


class G:
    __slots__ = ("a", "b")


class H:
    __slots__ = ("b", "a")


class K:
    __slots__ = ("a", "c")


g = G()
g.a = 1
g.__class__ = H
print(type(g).__name__, g.a)
attempt(setattr, g, "__class__", K)
attempt(setattr, g, "__class__", C)


class Meta(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 1


Any1, Any2 = Meta("Any1", (), {}), Meta("Any2", (), {})
print((Any1,) == (Any2,), [Any1].index(Any2), (int,) == (Any1,))
