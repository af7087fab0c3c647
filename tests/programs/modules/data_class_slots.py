# Data classes with slots, made by a call, and what their fields tell.
import copy
import pickle
import dataclasses
from dataclasses import FrozenInstanceError, InitVar, KW_ONLY, asdict, dataclass, field, fields, make_dataclass, replace


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


@dataclass(slots=True)
class Point:
    x: int
    y: int = 4
    tags: list = field(default_factory=list, repr=False)
    kind: str = field(default="p", init=False)


p = Point(1)
print(p, Point.__slots__, p.kind, hasattr(p, "__dict__"), p == Point(1, 4), error(lambda: setattr(p, "z", 1)))
print(Point.__name__, Point.__qualname__, Point.__module__, Point.__match_args__, asdict(p), replace(p, y=9))


@dataclass(slots=True)
class Point3(Point):
    z: int = 0


print(Point3(1, z=3), Point3.__slots__, isinstance(Point3(1), Point))


@dataclass(frozen=True, slots=True)
class Cold:
    a: int
    b: str = "b"


c = Cold(3)
print(c, pickle.loads(pickle.dumps(c)) == c, copy.copy(c), copy.deepcopy(c) == c, len({c, Cold(3)}))
print(error(lambda: dataclass(slots=True)(type("S", (), {"__slots__": ("a",), "__module__": "__main__"}))))
print(error(lambda: dataclass(weakref_slot=True)(type("W", (), {"__module__": "__main__"}))))

Made = make_dataclass("Made", ["a", ("b", int), ("c", list, field(default_factory=list))], namespace={"double": lambda self: self.b * 2})
m = Made(1, 2)
print(m, m.double(), [(f.name, f.type) for f in fields(Made)], Made.__module__)
Base = make_dataclass("Base", [("x", int)], frozen=True, order=True)
Sub = make_dataclass("Sub", [("y", int, 5)], bases=(Base,), frozen=True, kw_only=True)
print(Sub(1, y=2), Base(1) < Base(2), issubclass(Sub, Base), error(lambda: setattr(Sub(1), "x", 3)), error(lambda: Sub(1, 2)))
for bad in (["a", "a"], ["for"], ["1a"], [3], [("x", int, 1, 2)]):
    print(error(lambda: make_dataclass("Bad", bad)))


@dataclass
class Keys:
    a: int
    _: KW_ONLY
    b: int = 2
    seed: InitVar[int] = 0
    left: int = field(default=4, init=False)

    def __post_init__(self, seed):
        self.a += seed


k = Keys(1, b=5, seed=10)
print(k, vars(k), Keys.__match_args__, Keys.left)
print(error(lambda: Keys(1, 2)), "|", error(lambda: Keys()), "|", error(lambda: replace(k, left=2)))


@dataclass
class Own:
    x: int = field(default=3, metadata={"unit": "m"})

    def __init__(self, x):
        self.x = x * 2


print(Own(4), fields(Own)[0].metadata, error(lambda: fields(Own)[0].metadata.update(a=1)))
print(repr(fields(Own)[0]).replace(hex(id(dataclasses.MISSING))[2:], "").count("Field"), Own.__dataclass_params__)
