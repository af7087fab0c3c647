"""dataclasses: what the decorator adds, and what it complains about."""
import dataclasses
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, Point(1, 2), Point(y=5, x=4), p == Point(1, 0), p != Point(2), p == (1, 0), Point.y, p.__dict__)
p.x += 5
print(p, [f.name for f in fields(Point)], is_dataclass(p), is_dataclass(Point), is_dataclass(3), Point.__match_args__)
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, x=2), lambda: hash(p), lambda: p < p):
    attempt(bad)


@dataclass(order=True, frozen=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list = field(default_factory=list, repr=False, hash=False)


a, b = Job(2, "b"), Job(1, "z", ["t"])
print(a, sorted([a, b]), a > b, a <= b, hash(Job(1, "q")) == hash(Job(1, "r")), b.tags, a.tags is Job(3, "c").tags)


def assign():
    a.priority = 3


def delete():
    del a.name


attempt(assign)
attempt(delete)
try:
    a.other = 1
except FrozenInstanceError as error:
    print("frozen:", error, isinstance(error, AttributeError))


@dataclass
class Base:
    count: ClassVar[int] = 7
    a: int
    b: list = field(default_factory=list)


@dataclass
class Child(Base):
    c: str = "c"
    a: int = 9
    scale: InitVar[int] = 2
    total: int = field(init=False)
    _: KW_ONLY
    strict: bool = False

    def __post_init__(self, scale):
        self.total = self.a * scale


print(Child(), Child(1, [2], "x", 10, strict=True), Base.count, [f.name for f in fields(Child)])
attempt(lambda: Child(1, [2], "x", 10, True))
attempt(lambda: Base())
print(replace(Point(1, 2), y=7), asdict(Base(1, [Point(1, 2), (3, Point(4))])), astuple(Base(1, [Point(1, 2)])))
attempt(lambda: replace(Child(), total=4))
attempt(lambda: asdict(3))
attempt(lambda: fields(3))


@dataclass(repr=False, eq=False, init=False)
class Bare:
    x: int = 3


print(Bare().x, Bare() == Bare(), hash(Bare()) is not None)


@dataclass
class Own:
    x: int

    def __repr__(self):
        return "own repr"

    def __eq__(self, other):
        return True

    def double(self):
        return self.x * 2


print(Own(3), Own(3) == Own(4), Own(5).double())


@dataclass(unsafe_hash=True, kw_only=True)
class Key:
    a: int
    b: str = "b"


print(Key(a=1), hash(Key(a=1)) == hash(Key(a=1)), {Key(a=1): 2}[Key(a=1)])
attempt(lambda: Key(1))
attempt(lambda: Key())


def mutable():
    @dataclass
    class Bad:
        x: list = []


def order_of_fields():
    @dataclass
    class Bad:
        x: int = 1
        y: int


def thawed():
    @dataclass
    class Bad(Job):
        z: int = 3


attempt(mutable)
attempt(order_of_fields)
attempt(thawed)
attempt(lambda: field(default=1, default_factory=list))
attempt(lambda: dataclass(order=True, eq=False)(Own))


@dataclass
class Node:
    value: int
    next: "Node" = None


n = Node(1, Node(2))
n.next.next = n
print(n, Node.__name__, Node.__qualname__, Node(1, Node(2)) == Node(1, Node(2)))
print(dataclasses.MISSING is field().default, Point.__doc__, Point.__init__.__qualname__, Key.__doc__)
