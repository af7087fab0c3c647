# enum: what the classes do as classes.
import enum
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @classmethod
    def default(cls):
        return cls.GREEN


print([c for c in Color], len(Color), Color["RED"], Color(2), repr(Color), str(Color), list(reversed(Color)))
print(Color.RED in Color, Color.CRIMSON is Color.RED, Color.RED.shout(), Color.default(), bool(Color))
print(list(Color.__members__), {c: c.value for c in Color}, [c.name for c in Color])
for wrong in (lambda: Color["BLUE"], lambda: Color(9)):
    try:
        print(wrong())
    except (KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)
try:
    del Color.RED
except AttributeError as error:
    print(error)
try:
    class More(Color):
        BLUE = 3
except TypeError as error:
    print(error)


class Planet(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (5.9, 6.3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print([(p.name, p.mass, p.radius, p.value) for p in Planet], Planet((5.9, 6.3)))


class Number(IntEnum):
    ONE = 1
    TWO = 2


print([n + 1 for n in Number], Number.ONE < Number.TWO, sorted([Number.TWO, Number.ONE]), Number(1), repr(Number.ONE), f"{Number.TWO}")


class Text(StrEnum):
    A = auto()
    B = "bee"


print([t for t in Text], Text.A == "a", Text.B.upper(), f"{Text.A}", Text("bee"))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(list(Perm), Perm.RW, repr(Perm.RW), Perm.R | Perm.X, Perm.R in Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm(0), len(Perm))
print([p for p in Perm.RW], bool(Perm.R & Perm.W), Perm(5), Perm.R ^ Perm.RW, repr(Perm), Perm["RW"])


class Bits(IntFlag):
    A = 1
    B = 2


print(Bits.A | Bits.B, repr(Bits.A | 4), Bits.A + 1, list(Bits), Bits(3) == 3)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Animal["CAT"], Animal.__name__)
Pairs = Enum("Pairs", [("X", 10), ("Y", 20)])
print(list(Pairs), Enum("D", {"P": 1}).P, Enum("S", ["a", "b"], start=5).b.value)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([(a.name, a.value) for a in Auto])
try:
    @unique
    class Doubled(Enum):
        ONE = 1
        UN = 1
except ValueError as error:
    print(error)
print(type(Color), type(Color.RED), isinstance(Color.RED, Color), enum.EnumMeta is enum.EnumType, Color.RED.__class__)
print(Color.RED == 1, Number.ONE == 1, hash(Color.RED) == hash(Color.CRIMSON), Color.RED != Color.GREEN)


class Missing(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "first" else None


print(Missing("first"))


def name_of(color):
    match color:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case _:
            return "?"


print(name_of(Color.RED), name_of(Color.GREEN), name_of(5))


class Base(Enum):
    def describe(self):
        return f"{type(self).__name__} {self.name}"


class Derived(Base):
    ONE = 1


print(Derived.ONE.describe(), list(Derived))
