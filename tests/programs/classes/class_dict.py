# What a class shows as its __dict__: its names in order, with those that the language adds, and the descriptors of slots.
import types


class C:
    "doc"
    x = 1

    def m(self):
        pass


class S:
    __slots__ = ("b", "a", "__p")


class D(C):
    pass


class E(Exception):
    pass


class Q:
    def __eq__(self, other):
        return True


class L(list):
    pass


class I(int):
    pass


class A:
    y: int = 3


class W:
    __slots__ = ("__weakref__", "z")


class R(W):
    __slots__ = ("__dict__",)


for cls in (C, S, D, E, Q, L, I, A, W, R):
    print(cls.__name__, list(cls.__dict__), len(cls.__dict__), type(cls.__dict__).__name__)
print(C.__dict__["x"], C.__dict__.get("y"), "m" in C.__dict__, C.__dict__ == vars(C), D.__dict__["__doc__"], "__dict__" in D.__dict__)
names = C.__dict__
C.late = 5
print(names["late"], sorted(names)[-1], [value for name, value in names.items() if name == "late"])
print(repr(D.__dict__), isinstance(names, dict), isinstance(names, types.MappingProxyType))
print(repr(C.__dict__["__dict__"]), repr(C.__dict__["__weakref__"]), repr(S.a), type(S.a).__name__)


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def put(mapping):
    mapping["x"] = 2


attempt(put, C.__dict__)
s = S()
attempt(S.a.__get__, s)
S.a.__set__(s, 4)
print(s.a, S.a.__get__(s), S.__dict__["a"] == S.a, S.a.__name__, S.a.__objclass__, S.a.__qualname__, hasattr(S, "a"), hasattr(S, "c"))
attempt(S.a.__set__, C(), 1)
attempt(S.a.__get__, C())
S.a.__delete__(s)
attempt(getattr, s, "a")
c = C()
c.k = 1
print(C.__dict__["__dict__"].__get__(c), c.__weakref__, hasattr(S(), "__weakref__"), hasattr(W(), "__weakref__"), W.__dict__["__weakref__"].__get__(W()))
attempt(C.__dict__["__dict__"].__set__, C, {})
attempt(type.__dict__["__doc__"].__set__, list, "spam")
attempt(type.__dict__["__qualname__"].__set__, str, "spam")
print(type.__dict__["__mro__"].__get__(D), type.__dict__["__name__"].__get__(int))
for name in ("__name__", "__qualname__", "__bases__", "__doc__"):
    attempt(delattr, C, name)
for slots in (("__dict__", "__dict__"), ("__weakref__", "__weakref__"), "a b", b"x"):
    attempt(type, "T", (), {"__slots__": slots})
attempt(type, "T", (C,), {"__slots__": "__dict__"})
attempt(type, "T", (C,), {"__slots__": "__weakref__"})


class V:
    @property
    def __dict__(self):
        return {"a": 2}


print(vars(V()), V().__dict__)


def f(cls, x):
    "of f"


for wrapper in (classmethod(f), staticmethod(f), staticmethod(len)):
    print(sorted(name for name in wrapper.__dict__ if name != "__annotations__"), wrapper.__doc__ is f.__doc__)
    wrapper.x = 42
    print(wrapper.x, wrapper.__dict__["x"], wrapper.__wrapped__ is wrapper.__func__)
    del wrapper.x
    print(hasattr(wrapper, "x"))
print(staticmethod(f).__name__ is f.__name__, classmethod(f).__qualname__ is f.__qualname__)


class Held:
    tool = staticmethod(lambda x: x + 1)


Held.__dict__["tool"].note = "n"
print(Held.tool(3), Held().tool(4), Held.__dict__["tool"].note)
