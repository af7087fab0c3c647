# Comparisons that classes define, also inside containers.
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __le__(self, other):
        return self < other or self == other

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + repr(self.parts)


a, b, c = Version(1, 2), Version(1, 2), Version(2)
print(a == b, a != b, a is b, a < c, c > a, a <= b, c >= a, a == 3, a != 3)
print([a, c] == [b, c], (a, 1) == (b, 2), {"k": a} == {"k": b}, {a} == {b}, [a] != [c])
print([a, 1] < [b, 2], (c, 0) > (a, 0), {a} <= {b, c}, {a, c} > {b})
print(a in [c, b], c in (a, b), [b, c].index(c), [a, b, c].count(b), {a: "x"}[b], b in {a})
print(sorted([c, a, Version(0)]), max(a, c), min([c, a]), sorted([a, c], reverse=True))
items = [c, a]
items.remove(b)
print(items)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: a < 3)
attempt(lambda: 3 > a)
attempt(lambda: sorted([a, 3]))
attempt(lambda: [a] < [3])


class Silent:
    def __eq__(self, other):
        return "always"


s = Silent()
print(s == 1, 1 == s, s != 1, s in [3], [s] == [1])
attempt(lambda: hash(s))
attempt(lambda: {s})
attempt(lambda: {s: 1})


class Loud(Version):
    def __eq__(self, other):
        print("Loud.__eq__")
        return True

    __hash__ = Version.__hash__


print(a == Loud(9), Loud(9) == a, hash(Loud(1, 2)) == hash(a))


class Reversed:
    def __gt__(self, other):
        return "asked from the right"


print(Reversed() < Reversed(), 1 < Reversed())


class Chain:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("compare", self.n, other.n)
        return self.n < other.n


print(Chain(1) < Chain(2) < Chain(0) < Chain(9))
print(object() == object(), object() != object())
