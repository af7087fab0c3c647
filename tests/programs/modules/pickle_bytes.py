# Objects as bytes, byte for byte as CPython writes them.
import collections
import copyreg
import dataclasses
import datetime
import enum
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return vars(self) == vars(other)


class Slotted:
    __slots__ = ("a", "b")


class Stateful:
    def __init__(self):
        self.kept, self.lost = 1, 2

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.kept, self.lost = state["kept"], "made anew"


class Reduced:
    def __init__(self, number):
        self.number = number

    def __reduce__(self):
        return Reduced, (self.number,)


class Plain:
    pass


class Colour(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Record:
    name: str
    size: int = 0


class Names(list):
    pass


Pair = collections.namedtuple("Pair", "one other")


def show(thing, protocol=None):
    data = pickle.dumps(thing, protocol)
    print(len(data), data if len(data) < 120 else data[:30], pickle.loads(data) == thing)


def attempt(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for thing in (
    None, True, 0, 255, 65535, -1, 2**31, -(2**63), 10**30, 1.5, -0.0, "", "text", "é中😀", "x" * 300, b"bytes", (), (1, 2, 3),
    (1, 2, 3, 4), [], [1], ["a", "a"], {}, {"a": 1, "b": [2]}, set(), {1}, frozenset([1]), range(3), len, Point, ..., type(None),
    Point(1, "two"), [Point(1, 2), Point(3, 4)], Colour.RED, Record("r"), Pair(1, 2), ValueError, list(range(101)),
    collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1], 3), datetime.date(2024, 2, 29),
    list(range(300)), "long" * 2000,
):
    show(thing)
for protocol in (0, 1, 2, 3, 5):
    show([1, "text", b"bytes", 2.5, (True, None), {"k": 300}, Point(1, -1), 2**40, {1}], protocol)

slotted = Slotted()
slotted.a = 5
again = pickle.loads(pickle.dumps(slotted))
print(again.a, hasattr(again, "b"), pickle.dumps(slotted)[-20:])
print(vars(pickle.loads(pickle.dumps(Stateful()))), pickle.loads(pickle.dumps(Reduced(7))).number)
names = Names(["a", "b"])
names.title = "t"
again = pickle.loads(pickle.dumps(names))
print(again, again.title, type(again))
loop = [1]
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[1] is again, pickle.dumps(loop))
error = pickle.loads(pickle.dumps(KeyError("a", 2)))
print(repr(error), pickle.dumps(error))
copyreg.pickle(Plain, lambda plain: (Plain, ()))
print(pickle.dumps(Plain()))


def outer():
    def inner():
        pass

    return inner


for thing in (outer(), iter([1].__iter__, 0) and (item for item in ()), io):
    print(attempt(pickle.dumps, thing))
print(attempt(pickle.dumps, lambda: 0)[:40], "|", attempt(pickle.dumps, 1, 6))
for data in (b"", b"\x80\x09.", b"z", b"\x80\x04K", b"e", b"h\x05.", b"cnowhere\nx\n.", b"cbuiltins\nnope\n.", b"R."):
    print(attempt(pickle.loads, data))
for data in (b"I12\n.", b"I01\n.", b"L12L\n.", b"S'ab\\n'\n.", b"V\\u4e2d\n.", b"(lp0\nI1\na.", b"c__builtin__\nrange\n(I2\ntR."):
    print(pickle.loads(data), end=" ")
print()


class ById(pickle.Pickler):
    def persistent_id(self, obj):
        return ("reduced", obj.number) if isinstance(obj, Reduced) else None


class FromId(pickle.Unpickler):
    def persistent_load(self, pid):
        return Reduced(pid[1] * 10)

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


file = io.BytesIO()
pickle.dump([1], file)
pickle.dump({"a": 2}, file, 0)
ById(file).dump([Reduced(1), Reduced(2)])
pickle.dump(Point(1, 2), file)
file.seek(0)
print(pickle.load(file), pickle.load(file), [one.number for one in FromId(file).load()], attempt(FromId(file).load))
print(attempt(pickle.load, io.BytesIO()), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.PicklingError.__mro__[1:3])
