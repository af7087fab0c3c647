# Enumerations: how members are made, named, looked up and shown.
import enum
import pickle
from enum import Enum, IntEnum, StrEnum, auto, member, nonmember, unique


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Shape(Enum):
    SQUARE = 2
    CIRCLE = auto()
    OTHER = auto()
    BOX = SQUARE
    sides = nonmember(4)

    @member
    class measure:
        size = 7

    @enum.property
    def first(self):
        return f"{self.name} first"

    @classmethod
    def _missing_(cls, value):
        return cls.OTHER if value == "?" else None


print(list(Shape)[:3], len(Shape), list(reversed(Shape))[-1])
print(Shape(3), Shape["BOX"], Shape("?"), Shape.BOX is Shape.SQUARE, Shape.sides)
print(Shape.CIRCLE.first, error(lambda: Shape.first))
print(Shape.measure.value.size, [name for name in Shape.__members__])
print(error(lambda: Shape(99)))
print(error(lambda: Shape["NO"]))
print(error(lambda: Shape.NO))
print(error(lambda: setattr(Shape, "BOX", 1)))
print(error(lambda: delattr(Shape, "CIRCLE")))
print(error(lambda: setattr(Shape.BOX, "name", "x")) is not None)
try:
    class Sub(Shape):
        pass
except TypeError as e:
    print(e)
print(Shape, repr(Shape), f"{Shape.BOX:>15}|", bool(Shape), hash(Shape.BOX) == hash(Shape.SQUARE))
print(Shape.BOX in Shape, Shape.measure in Shape)


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def size(self):
        return self.mass * 2


print(Planet.MARS, Planet.MARS.mass, Planet.EARTH.size, Planet((0.64, 3.39)).name)


class Number(int, Enum):
    ONE = 1
    BIG = "ff", 16


class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    X = (1, "x")
    Y = (2, "y")


print(repr(Number.BIG), Number.ONE + 1, str(Number.ONE), f"{Number.ONE}", Coordinate.Y.label, Coordinate(2), bytes(Coordinate.Y))


class Level(IntEnum):
    LOW = 1
    HIGH = auto()


class Word(StrEnum):
    HELLO = auto()
    Bye = "good bye"


print(Level.LOW < Level.HIGH, str(Level.HIGH), f"{Level.HIGH:03}", repr(Level.HIGH), sorted(Level, reverse=True), {1: "a"}[Level.LOW])
print(Word.HELLO, repr(Word.Bye), Word.HELLO + "!", Word("hello").name, error(lambda: StrEnum("W", {"a": 3})))


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{count}{name.lower()}"

    A = auto()
    B = auto()
    NAME = auto(), "x"


print([m.value for m in Named])
Made = Enum("Made", "red green", start=5)
print(list(Made), list(IntEnum("N", {"a": 1, "b": 1})), list(Enum("P", [("x", 1), ("y", 2)], type=int)))
print(error(lambda: Enum("Twice", "a b a")), "|", error(lambda: Enum("Bad", "mro")))
print(error(lambda: unique(Shape)), unique(Planet) is Planet)
print([pickle.loads(pickle.dumps(m)) is m for m in (Shape.BOX, Level.LOW, Word.Bye, Planet.MARS)])
print([name for name in dir(Shape.BOX) if name[0] != "_"], "CIRCLE" in dir(Shape))


class Ordered(Enum):
    _order_ = "B A"
    _ignore_ = "step other"
    step = 4
    B = step
    A = step * 2


print(list(Ordered), hasattr(Ordered, "step"))


class Base(Enum):
    def __init_subclass__(cls, **words):
        print("subclass", cls.__name__, list(cls), words)


class Sub(Base, tag=3):
    ONE = 1
    LIST = [1]


print(Sub([1]), error(lambda: Sub([2])), Sub(Sub.ONE))
