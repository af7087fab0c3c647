# Flags, their boundaries, and the checks of verify().
import copy
import enum
import pickle
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, FlagBoundary, IntFlag, auto, verify


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    ALL = RW | X


print(list(Perm), len(Perm), Perm.RW, repr(Perm.RW), Perm.R | Perm.X, Perm(0), repr(Perm(0)))
print(list(Perm.ALL), len(Perm.RW), Perm.R in Perm.RW, Perm.X in Perm.RW, bool(Perm.R & Perm.W), ~Perm.R, Perm(-1))
print(Perm.R ^ Perm.RW, Perm(5) is Perm.R | Perm.X, Perm.ALL.name, (Perm.R | Perm.X).name, Perm(0).name)
print(error(lambda: Perm(8)))
print(error(lambda: Perm("R")), "|", error(lambda: Perm.R | 1), "|", error(lambda: 1 in Perm.R))
print([pickle.loads(pickle.dumps(m)) is m for m in (Perm.R, Perm.R | Perm.X)], copy.deepcopy(Perm.RW) is Perm.RW)


class Open(IntFlag):
    READ = 4
    WRITE = 2
    EXEC = 1


print(list(Open), Open.READ | Open.EXEC, repr(Open.READ | 1), repr(Open(9)), Open.READ | 16, ~Open.READ, Open.READ + 1)
print(list(Open(7)), Open.READ & 6, 6 ^ Open.READ, Open(-1), f"{Open.READ:>4}|", 4 in [Open.READ], Open(0), repr(Open(0)))

for boundary in FlagBoundary:
    kind = Flag("Kind", {"A": 1, "C": 4}, boundary=boundary)
    print(boundary, repr(boundary), kind._boundary_ is boundary, error(lambda: kind(2)) or kind(2), error(lambda: kind(9)) or kind(9))
print([str(b) for b in (STRICT, CONFORM, EJECT, KEEP)], Perm._boundary_, Open._boundary_)


class Mixed(int, Flag):
    ONE = 1
    TWO = 2


print(Mixed.ONE | Mixed.TWO, repr(Mixed.ONE | 2), Mixed.TWO + 5, list(Mixed(3)))

print(error(lambda: verify(UNIQUE)(Enum("Twice", {"a": 1, "b": 1}))))
print(error(lambda: verify(CONTINUOUS)(Enum("Holes", {"a": 1, "b": 5}))))
print(error(lambda: verify(CONTINUOUS)(Flag("Bits", {"a": 1, "b": 8}))))
print(error(lambda: verify(NAMED_FLAGS)(Flag("Named", {"a": 1, "b": 7, "c": 9}))))
print(error(lambda: verify(UNIQUE)(int)), verify(UNIQUE, CONTINUOUS)(Perm) is None)
