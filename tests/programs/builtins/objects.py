# Builtin functions about objects, classes and attributes.
def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


class A:
    x = 1

    def method(self):
        return self.x


class B(A):
    pass


a, b = A(), B()
print(isinstance(b, A), isinstance(a, B), isinstance(b, (int, A)), isinstance(b, (int, (str, (A,)))), isinstance(1, object))
print(isinstance(True, int), isinstance(1, bool), isinstance(None, type(None)), isinstance(A, type), isinstance(3, float))
print(issubclass(B, A), issubclass(A, B), issubclass(bool, int), issubclass(A, (B, A)), issubclass(A, A))
attempt(lambda: isinstance(1, "int"))
attempt(lambda: isinstance(1, (int, 5)))
attempt(lambda: isinstance("a", (int, 5)))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 1))
print(getattr(a, "x"), getattr(a, "y", 5), hasattr(a, "x"), hasattr(a, "y"), getattr(a, "method")())
setattr(a, "y", 6)
print(a.y, hasattr(a, "y"))
delattr(a, "y")
print(hasattr(a, "y"), vars(a))
attempt(lambda: getattr(a, "y"))
attempt(lambda: delattr(a, "y"))
attempt(lambda: setattr(1, "y", 2))
attempt(lambda: setattr(a, 1, 2))
attempt(lambda: getattr(a, 1))
attempt(lambda: hasattr(a, None))
attempt(lambda: setattr(int, "y", 2))
attempt(lambda: (1).real_part)
attempt(lambda: "text".nothing)
attempt(lambda: [].nothing)
attempt(lambda: setattr([], "x", 1))
attempt(lambda: None.x)
attempt(lambda: len.x)
attempt(lambda: print.__name__)
print(callable(len), callable(A), callable(a.method), callable(a), callable(lambda: 0), callable(1), callable("x"))
print(type(1), type(1.5), type("s"), type(None), type(...), type(NotImplemented), type([]), type(A), type(a), type(len))
print(type(lambda: 0), type(a.method), type(iter), type(range(1)), type((x for x in [])), type(property()), type(type))
print(type(a) is A, type(a) == A, a.__class__ is A, A.__class__ is type, type(b).__bases__, A.__name__)
print(id(a) == id(a), id(a) == id(b), id(A) == id(A), id(None) == id(None), id("q") == id("q"))
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(A) == hash(A))
for unhashable in ([], {}, set(), (1, [2])):
    attempt(lambda: hash(unhashable))
print(bool(), bool(0), bool(""), bool([0]), bool(None), bool(0.0), bool(a), bool("False"), bool(len))
print(dir(b)[-2:], "method" in dir(A), "__init__" in dir(a), [name for name in dir(a) if name[:2] != "__"])


def local_names(p, q=2):
    r = 3

    def inner():
        return q

    return locals(), sorted(dir()), sorted(vars())


names, d, v = local_names(1)
print(sorted(names), names["p"], names["q"], d, v)
print("a" in globals(), globals()["__name__"], "nothing" in globals(), locals() is not None)
attempt(lambda: vars(1))
print(repr("a'b"), repr([1, "x", None]), repr(A), repr(len), repr(...), repr(NotImplemented))
print(object().__class__, str(type(object())), Ellipsis is ..., __name__, __debug__)
print(abs(-3), abs(-2.5), abs(True), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(3, 4, 5))
print(pow(3, -1, 7), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.5, 0), round(2))
print(abs(-(10**20)), divmod(10**20, 3), pow(2, 100), pow(7, 10**20, 13), round(1e20), round(15, -1), round(25, -1))
attempt(lambda: abs("x"))
attempt(lambda: divmod(1, 0))
attempt(lambda: divmod("a", 1))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2.0, 3, 5))
attempt(lambda: round("x"))
attempt(lambda: round(None) if False else round(1.5, "x"))
attempt(lambda: pow("a", 2))
