# Data classes that are made and compared in loops, and what changes that: other methods, other defaults, other objects.
from dataclasses import dataclass, field


@dataclass(order=True)
class Item:
    price: float
    name: str = field(default="none", compare=False)
    tags: list = field(default_factory=list, compare=False)
    more: dict = field(default_factory=dict, compare=False)


class Loud:
    def __eq__(self, other):
        print("asked")
        return True

    def __lt__(self, other):
        print("ordered")
        return True


def compared(a, b):
    answers = [a == b, a != b]
    for compare in (lambda: a < b, lambda: a <= b, lambda: a > b, lambda: a >= b):
        try:
            answers.append(compare())
        except TypeError as error:
            answers.append(str(error))
    return answers


for turn in range(300):
    first, second = Item(turn), Item(turn + 1, "two", [1])
    first.tags.append(turn)
    assert first.tags == [turn] and Item(0).tags == [] and Item(0).more is not first.more
print(first, second, compared(first, second), compared(first, Item(299, "other")))
print(compared(Item("a"), Item("b")), compared(Item((1, 2)), Item((1, 3))), compared(Item(1), Item("b")))
nan = float("nan")
print(compared(Item(nan), Item(nan)))
print(Item(Loud()) == Item(3), Item(Loud()) < Item(3))
for wrong in (lambda: Item(), lambda: Item(1, 2, 3, 4, 5), lambda: Item(1, price=2), lambda: Item(1, other=2)):
    try:
        wrong()
    except TypeError as error:
        print(error)


@dataclass
class Counted:
    made = 0
    number: int = 7

    def __post_init__(self):
        Counted.made += 1


@dataclass
class Special(Item):
    extra: int = 1

    def __eq__(self, other):
        return "mine"


@dataclass(frozen=True)
class Point:
    x: int = 0
    y: int = 0


@dataclass
class Made:
    stamp: int = field(default_factory=lambda: len(seen))


seen = []
for turn in range(300):
    Counted(), Special(1), Point(1, 2)
    seen.append(Made().stamp)
print(Counted.made, Counted(3), Special(1) == Special(1), Special(1, extra=4), Point(1, 2) == Point(1, 2), sum(seen))
try:
    Point().x = 3
except AttributeError as error:
    print(type(error).__name__, error)

Item.__init__ = lambda self, *args: print("made with", args)
Item(1, 2)
Item.__eq__ = lambda self, other: "changed"
print(Special(1) != 3, Item() == Item())


class Sub(Point):
    pass


print(Sub(3), Sub(3) == Sub(3), Sub(3) == Point(3))
Point.x = property(lambda self: 5)
print("".join(["" * 10**9, "a" * 3]), f"{3}{'text'}{2.5}", "%d|%5.2f|%-4s|%04d|%s" % (3, 2.675, "ab", -7, 9))
for number in (0.5, 1.5, 2.5, 0.125, 2.675, 1e15, 1e16, 123456789.987654321, 5e-324, -0.0, 1e300):
    print("%.0f %.1f %.2f %.10f" % (number, number, number, number), f"{number:.3f} {number:12.1f} {number:+.2f}")
for number in (0, -1, 12345678, -10**18, 10**30):
    print(f"{number:d} {number:,} {number:08} {number:+} {number:>12} {number:*^15} {number:=12}", "%d %5d %-5d| %+d" % ((number,) * 4))
for a, b in ((7, 2), (-7, 2), (2**60, 3), (2**53 + 1, 1), (-(2**62), 2**61), (1, 2**63 - 1)):
    print(a / b, a * 0.1, 0.5 + b, a - 2.5, a < b + 0.5, float(a) == a, a >= float(b))


def called(a, b=2, c=[]):
    return a, b, c


print(called(1), called(1, 3), called(1, 2, 3))
called.__defaults__ = (8,)
try:
    print(called(1, 2), called(1))
except TypeError as error:
    print(error)
