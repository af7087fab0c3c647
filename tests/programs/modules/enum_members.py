"""enum: members, values, mixed-in types and flags."""
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def loud(self):
        return self.name + "!"

    @classmethod
    def first(cls):
        return cls.RED

    @property
    def double(self):
        return self.value * 2


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], f"{Color.RED:>10}|")
print(Color.CRIMSON is Color.RED, Color.RED == Color(1), Color.RED != Color.GREEN, Color.RED == 1, Color.RED.loud(), Color.first(), Color.GREEN.double)
print(list(Color.__members__), isinstance(Color.RED, Color), {Color.RED: "r"}[Color(1)], type(Color.RED) is Color, Color.RED in (Color.GREEN, Color.RED))
attempt(lambda: Color(7))
attempt(lambda: Color["BLUE"])
attempt(lambda: Color.RED < Color.GREEN)


class State(Enum):
    NEW = auto()
    READY = auto()
    DONE = auto()


print(State.NEW.value, State.READY, repr(State.DONE), State(3) is State.DONE)


class Level(IntEnum):
    LOW = 1
    HIGH = 5


print(Level.LOW, repr(Level.HIGH), Level.HIGH > Level.LOW, Level.HIGH + 1, Level(5) is Level.HIGH, Level.HIGH == 5, sorted([Level.HIGH, Level.LOW]), f"{Level.HIGH:03}", [10, 20][Level.LOW])


class Word(StrEnum):
    YES = auto()
    NO = "nope"


print(Word.YES, repr(Word.NO), Word.YES == "yes", Word("nope"), Word.NO.upper(), f"{Word.YES}")


class Mixed(str, Enum):
    A = "a"


print(Mixed.A, repr(Mixed.A), Mixed.A == "a", Mixed("a").value, f"{Mixed.A}")


class Planet(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (6, 6.4)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @classmethod
    def _missing_(cls, value):
        return cls.EARTH if value == "home" else None


print(Planet.EARTH.mass, Planet.MERCURY.radius, Planet((6, 6.4)), Planet("home"), repr(Planet.EARTH))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W if False else 3


rw = Perm.R | Perm.W
print(rw, repr(rw), Perm.R in rw, Perm.X in rw, rw & Perm.W, rw ^ Perm.R, ~Perm.R, bool(Perm.R & Perm.X), repr(Perm(0)), repr(Perm(7)), rw is Perm.RW)
print([p.name for p in Perm.R | Perm.X], len(rw), Perm.R | Perm.W == rw)
attempt(lambda: Perm(8))
attempt(lambda: 3 in rw)


class Mode(IntFlag):
    A = 1
    B = 2


print(Mode.A | Mode.B, repr(Mode.A | Mode.B), Mode.A | 4, repr(Mode.A | 4), Mode.A + 1, repr(~Mode.A), Mode(3) == 3)


def double():
    @unique
    class Bad(Enum):
        A = 1
        B = 1


def extend():
    class Bad(Color):
        BLUE = 3


attempt(double)
attempt(extend)
