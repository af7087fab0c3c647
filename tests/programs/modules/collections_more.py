"""collections: Counter, defaultdict, OrderedDict, namedtuple, ChainMap, UserDict, UserList."""
import collections
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, namedtuple


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


c = Counter("abracadabra")
print(c, c["a"], c["z"], "z" in c, c.most_common(2), c.most_common(), c.total())
print(sorted(c.elements()), Counter(a=2, b=-1), Counter({"x": 3}), Counter(), len(c))
c.update("zz")
c.update({"a": 10}, k=1)
c.subtract("ab", q=2)
print(c)
del c["a"], c["never there"]
print(c.copy() == c, Counter(a=1, b=0) == Counter(a=1), Counter(a=1) < Counter(a=2), Counter(a=1) >= Counter(b=1))
a, b = Counter(a=3, b=1), Counter(a=1, b=2, c=4)
print(a + b, a - b, a | b, a & b, +Counter(a=1, b=-1), -Counter(a=1, b=-1))
a += b
a -= Counter(c=4)
a |= Counter(d=9)
a &= Counter(a=2, d=5)
print(a, type(a).__name__, isinstance(a, dict), dict(a), [*Counter([3, 1, 3])])
attempt(lambda: Counter.fromkeys("a"))
attempt(lambda: Counter(5))
attempt(lambda: Counter("a") + {"a": 1})

d = defaultdict(list)
d["x"].append(1)
d["x"].append(2)
d["y"]
print(d, dict(d), "q" in d, d.get("q"), d.default_factory, d.copy(), d == {"x": [1, 2], "y": []})
n = defaultdict(int, {"a": 1}, b=2)
n["c"] += 5
print(n, sorted(n.items()), n | {"z": 0}, {"z": 0} | n)
attempt(lambda: defaultdict()["k"])
attempt(lambda: defaultdict(3))
attempt(lambda: defaultdict(lambda: 1 / 0)["k"])
t = defaultdict(lambda: defaultdict(int))
t[1][2] += 3
print(t[1], len(t), defaultdict(None, a=1))

o = OrderedDict([("a", 1), ("b", 2)], c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, list(o), list(reversed(o)), o.popitem(), o.popitem(last=False), o, OrderedDict())
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict(a=1) != OrderedDict(a=2))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o.move_to_end("zz"))
print(OrderedDict.fromkeys("ab", 0), o.copy(), OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1))

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), [*p], Point._fields, Point.__name__, Point)
print(p._replace(x=9), p._asdict(), Point._make([5, 6]), hash(p) == hash((1, 2)), p + (3,), Point.__doc__, Point.x.__doc__)
for bad in (lambda: Point(1), lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, 2, z=3), lambda: Point(1, x=2),
            lambda: Point._make([1]), lambda: p._replace(q=1), lambda: setattr(p, "x", 3),
            lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "_a"), lambda: namedtuple("T", ["if"]),
            lambda: namedtuple("3", "a"), lambda: namedtuple("T", "a", defaults=[1, 2])):
    attempt(bad)
Job = namedtuple("Job", ["name", "cost", "note"], defaults=[5, None])
print(Job("a"), Job("b", note="n"), Job._field_defaults, namedtuple("R", "a if a _b", rename=True)._fields)
attempt(Job)


class Vector(namedtuple("Vector", ["x", "y"])):
    __slots__ = ()

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __new__(cls, x=3, y=4):
        return super().__new__(cls, x, y)


print(Vector(), Vector().length(), Vector(6, 8)._replace(x=0), sorted([Point(2, 1), Point(1, 5)]))

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 4
print(m, m["a"], m["b"], len(m), list(m), dict(m), m.maps[0], m.parents, m.new_child({"a": 0})["a"], "zz" in m, m.get("zz", 7))
attempt(lambda: m["zz"])
attempt(lambda: m.pop("b"))
print(m.pop("c"), m.popitem(), ChainMap(), m == {"a": 2, "b": 3}, m | {"z": 1})


class Loud(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


u = Loud({"a": 1}, b=2)
u.update(c=3)
print(u, u["a"], u.get("x"), len(u), sorted(u), u.data, u == {"a": 2, "b": 4, "c": 6}, u.pop("a"), u | {"q": 1})
attempt(lambda: u["x"])
items = UserList([3, 1, 2])
items.append(0)
items.sort()
print(items, items[1:], items + [9], [9] + items, items * 2, items == [0, 1, 2, 3], items.index(2), 3 in items, items.pop(), type(items[:1]).__name__)
print(collections.deque("ab"), collections.abc.Sized.__name__)
