# Sets and dicts of objects that hash and compare in their own way.
class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return isinstance(other, K) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"K{self.n}"


a, b, c = K(1), K(2), K(3)
s, t = {a, b}, {K(2), c}
print(sorted(s | t), sorted(s & t), sorted(s - t), sorted(s ^ t))
print(s <= t, s & t <= s, s > {K(1)}, s == {K(2), K(1)}, s.isdisjoint({c}))
s |= t
s -= {K(1)}
print(sorted(s), K(2) in s, len(s))
s &= {K(2)}
s ^= {a}
print(sorted(s))
print({a: 1} | {K(1): 2, b: 3}, {**{a: 1}, K(1): 5}, dict([(a, 1), (K(1), 2)]))
d = {a: "x"}
d |= {K(1): "y", c: "z"}
d[K(3)] += "!"
del d[a]
print(d, d.pop(K(3)), d.get(a, "gone"), d.setdefault(b, []), list(d.items()))
print({x.n % 3: x for x in (a, b, c, K(4))}, {K(1), K(1), *[K(2)]} == {a, b}, frozenset([a]) | {b} == {a, b})
print([a, b].index(K(2)), [a, b, K(1)].count(a), a in [b, K(1)], a not in (b,), sorted([c, a, b], reverse=True))
print(min(s), max([a, c, b]), {(a, 1): 2}[(K(1), 1)], hash((a, b)) == hash((K(1), K(2))))
try:
    d[K(9)]
except KeyError as error:
    print("KeyError", error)
try:
    {a}.remove(b)
except KeyError as error:
    print("KeyError", error)


class Unhashable:
    def __eq__(self, other):
        return True


class Broken:
    def __hash__(self):
        return "x"


for bad in (Unhashable, Broken):
    for use in (lambda: {bad()}, lambda: {bad(): 1}, lambda: bad() in {1}, lambda: hash((1, bad())), lambda: {1: 2}.get(bad())):
        try:
            print(use())
        except TypeError as error:
            print(error)
