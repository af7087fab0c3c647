"""Dicts and sets whose keys the program hashes and compares."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return '<' + str(self.x) + ',' + str(self.y) + '>'


d = {Point(1, 2): 'a', Point(3, 4): 'b', Point(1, 2): 'c'}
print(d, len(d), d[Point(3, 4)], d.get(Point(9, 9)), d.get(Point(1, 2)), Point(1, 2) in d, Point(0, 0) in d)
d[Point(3, 4)] = 'B'
d[Point(5, 6)] = 'new'
print(d, d.setdefault(Point(5, 6), 0), d.setdefault(Point(7, 8), 0), d.pop(Point(1, 2)), d.pop(Point(1, 2), 'gone'))
del d[Point(5, 6)]
print(d)
attempt(lambda: d[Point(5, 6)])
attempt(lambda: d.pop(Point(5, 6)))
attempt(lambda: d.__delitem__(Point(5, 6)))
e = dict(d)
e.update({Point(3, 4): 'updated'})
e.update([(Point(0, 0), 'zero')])
print(e, dict([(Point(1, 1), 1), (Point(1, 1), 2)]), dict.fromkeys([Point(1, 1), Point(1, 1)], 0), d | {Point(3, 4): 1}, {**d, Point(3, 4): 2})
print(e == dict(e), {Point(1, 1): 1} == {Point(1, 1): 1}, {Point(1, 1): 1} == {Point(1, 2): 1}, {n: Point(n, n) for n in range(2)})
s = {Point(1, 1), Point(1, 1), Point(2, 2)}
s.add(Point(2, 2))
print(len(s), Point(2, 2) in s, Point(3, 3) in s, len({Point(n // 2, 0) for n in range(6)}))
s.discard(Point(3, 3))
s.remove(Point(2, 2))
print(s)
attempt(lambda: s.remove(Point(2, 2)))
a, b = {Point(n, 0) for n in range(4)}, {Point(n, 0) for n in range(2, 6)}


def xs(points):
    return sorted([point.x for point in points])


print(xs(a | b), xs(a & b), xs(a - b), xs(a ^ b), xs(a.union([Point(9, 0)])), xs(a.intersection(list(b))), xs(a.difference(b)), xs(a.symmetric_difference(b)))
print(a == {Point(n, 0) for n in range(4)}, a <= b, a & b <= a, a.isdisjoint(b), a.issubset(a | b), a.issuperset([Point(1, 0)]), a.isdisjoint([Point(8, 0)]))
a |= b
a -= {Point(0, 0)}
a ^= {Point(1, 0), Point(7, 0)}
a &= {Point(n, 0) for n in range(3, 8)}
print(xs(a), frozenset([Point(1, 1), Point(1, 1)]), hash(frozenset([Point(1, 1)])) == hash(frozenset([Point(1, 1)])))
print({(1, Point(2, 3)): 'nested'}[(1, Point(2, 3))], (Point(1, 1), 5) in {(Point(1, 1), 5)})


class Same:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __repr__(self):
        return self.name


a, b, c = Same('a'), Same('b'), Same('c')
t = {a: 1, b: 2}
print(t[a], t[b], c in t, t)


class Unhashable:
    def __eq__(self, other):
        return True


attempt(lambda: {Unhashable(): 1})
attempt(lambda: {Unhashable()})
print([1, 2].index(Unhashable()), [Unhashable()].count(5), Unhashable() in [5])


class Bad:
    def __hash__(self):
        return 'text'


attempt(lambda: {Bad(): 1})


class Angry:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise RuntimeError('do not compare me')


table = {Angry(): 1}
attempt(lambda: table[Angry()])
attempt(lambda: table.setdefault(Angry(), 1))
print(len(table), 1 in {2: 0})
attempt(lambda: 1 in table)
