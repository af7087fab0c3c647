# Methods that a class takes away, slots that cannot be, and names that classes say they have.


class NoTruth:
    __bool__ = None


class Sized:
    __bool__ = None

    def __len__(self):
        return 3


class NoLength:
    __len__ = None


for attempt in (lambda: bool(NoTruth()), lambda: not Sized(), lambda: 1 if NoTruth() else 2, lambda: len(NoLength()), lambda: bool(NoLength())):
    try:
        print(attempt())
    except TypeError as error:
        print(error)


class Plain:
    pass


for bases, slots in (((), b"x"), ((), "4"), ((), ("a b",)), ((), (1,)), ((int,), "x"), ((tuple,), ("y",)), ((), ("x", "y"))):
    try:
        print(type("A", bases, {"__slots__": slots}).__slots__)
    except TypeError as error:
        print(error)


class Fixed:
    __slots__ = ("x",)
    y = 1


try:
    Fixed().y = 2
except AttributeError as error:
    print(error)
try:
    Fixed().z = 2
except AttributeError as error:
    print(error)


class Named:
    __qualname__ = "Outer.Named"
    __module__ = "elsewhere"


print(Named, Named.__qualname__, Named.__module__, Named.__name__, "__qualname__" in Named.__dict__)
print(type("B", (), {"__qualname__": "C.D"}).__qualname__)
try:
    type("B", (), {"__qualname__": 1})
except TypeError as error:
    print(error)
print(type("E", (Plain, int), {}).__base__, type("F", (Plain,), {}).__base__)


class Property:
    x = property(doc="only a text")
    y = property(None, lambda self, value: print("set", value))


thing = Property()
thing.y = 1
for name in "xy":
    try:
        getattr(thing, name)
    except AttributeError as error:
        print(error)
print(hasattr(thing, "x"), getattr(thing, "y", "none"), thing.__doc__, Plain().__doc__)


def f(x):
    class C:
        y = x
        seen = sorted(name for name in locals() if name[0] != "_")

        def m(self):
            return x

    return C.seen


print(f(1))
error = UnicodeEncodeError("baz", "xxxxx", 1, 5, "foo")
print(error)
error.end = 2
error.reason = "bar"
print(error)
error = OSError(2, "gone", "f.txt")
error.errno = 5
error.filename = "g.txt"
print(error)
error = ValueError("x")
error.__notes__ = 5
try:
    error.add_note("more")
except TypeError as failure:
    print(failure)
