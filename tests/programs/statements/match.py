# match: every kind of pattern.
import collections
from collections.abc import Mapping, Sequence


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Color:
    RED = 1
    GREEN = "g"


def what(value):
    match value:
        case 0:
            return "zero"
        case -1 | 1.5 | "text" | b"bytes":
            return "literal"
        case True:
            return "true"
        case None:
            return "none"
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case []:
            return "empty sequence"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"one and {rest}"
        case (first, *_, last) if first == last:
            return f"same ends {first}"
        case [_, [a, b], *_]:
            return f"nested {a} {b}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"{kind} {rest}"
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis {y}"
        case Point(x, y=yy):
            return f"point {x} {yy}"
        case str(s) if len(s) > 5:
            return f"long {s}"
        case str() as s:
            return f"str {s}"
        case int(n) | float(n):
            return f"number {n}"
        case (set() | frozenset()) as s:
            return f"set {sorted(s)}"
        case _:
            return "else"


values = [0, 0.0, False, -1, 1.5, "text", b"bytes", True, None, 1, "g", [], (), [5], (5,), [1, 2, 3], [2, 3, 2],
          [2, (3, 4), 5], [2, 3], {"kind": "circle", "r": 2}, {"kind": "square", "a": 1, "b": 2}, {"x": 1}, {},
          Point(0, 0), Point(0, 5), Point(5, 0), Point(1, 2), "abcdefgh", "abc", 7, 7.5, {1, 2}, frozenset([3]),
          object, range(3), range(1), "", b"", bytes(3), collections.deque([1, 2]), collections.OrderedDict(kind="o"),
          collections.defaultdict(int), collections.namedtuple("N", "a b")(1, 2), 1 + 0 * 2]
for value in values:
    print(type(value).__name__, what(value))


def scopes(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            return direction
        case ["get", obj] | ["pick", "up", obj]:
            return obj
        case ["drop", *objects]:
            return objects
        case ["quit" | "exit"]:
            return "bye"
        case [action, *_]:
            return "unknown " + action
        case []:
            return "nothing"


for command in ("go north", "go west", "get lamp", "pick up key", "drop a b c", "quit", "exit", "", "drop"):
    print(scopes(command))


def left_bound(value):
    match value:
        case [x, y] if x > y:
            return "descending"
        case [x, _]:
            pass
        case x:
            pass
    return x


print(left_bound([2, 1]), left_bound([1, 2]), left_bound("w"))


def unbound(value):
    match value:
        case [q]:
            pass
    return q


print(unbound([1]))
try:
    unbound(2)
except UnboundLocalError as error:
    print(type(error).__name__)


def refused(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def positional(value, cls):
    match value:
        case cls(1, 2, 3):
            return "yes"
    return "no"


class Bad:
    __match_args__ = ["x"]


class Worse:
    __match_args__ = (1, 2, 3)


class Twice:
    __match_args__ = ("a", "b", "a")
    a = 1
    b = 2


refused(lambda: positional(1, 5))
refused(lambda: positional(1, int))
refused(lambda: positional(Point(1, 2), Point))
refused(lambda: positional(Bad(), Bad))
refused(lambda: positional(Worse(), Worse))
refused(lambda: positional(Twice(), Twice))
refused(lambda: positional(object(), object))


def keyed(value, a, b):
    class K:
        pass
    K.a, K.b = a, b
    match value:
        case {K.a: x, K.b: y}:
            return x, y
    return None


print(keyed({1: 2, 3: 4}, 1, 3), keyed({1: 2}, 1, 3))
refused(lambda: keyed({1: 2, 3: 4}, 1, 1))


class Seq(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Map(Mapping):
    def __getitem__(self, key):
        if key == "x":
            return 9
        raise KeyError(key)

    def __len__(self):
        return 1

    def __iter__(self):
        return iter(["x"])


class Registered:
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return [1, 2][at]


for value in (Seq(1, 2), Map(), Registered()):
    match value:
        case [a, b]:
            print("sequence", a, b)
        case {"x": x, **rest}:
            print("mapping", x, rest)
        case _:
            print("neither")
Sequence.register(Registered)
match Registered():
    case [a, b]:
        print("registered", a, b)

match 1, 2:
    case x, y:
        print(x, y)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
match {"a": [1, {"b": (2, 3)}]}:
    case {"a": [x, {"b": (y, z)}]}:
        print(x, y, z)
for n in range(5):
    match n:
        case 1:
            continue
        case 3:
            break
    print("n", n)
match = 5
case = match + 1
_ = case
print(match, case, _)
match 5:
    case int() if (m := match) > 4:
        print(m)


class Meta:
    @property
    def x(self):
        print("asked x")
        return 1


match Meta():
    case Meta(x=2):
        print("two")
    case Meta(x=1):
        print("one")
    case Meta(z=1):
        print("z")
