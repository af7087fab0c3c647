"""The methods and operators of set and frozenset."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


s = {3, 1, 2}
print(s, len(s), set(), set([2, 2, 1]), set('a'), frozenset(), frozenset([1]), {1, True, 1.0})
print(s.add(4), s.add(4), s, s.discard(9), s.discard(4), s, s.remove(3), s)
attempt(lambda: s.remove(9))
attempt(lambda: s.add([1]))
attempt(lambda: set([{}]))
attempt(lambda: {1, [2]})
attempt(lambda: set().pop())
attempt(lambda: set(5))
attempt(lambda: s[0])
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union(b), a.union([9], (8,)), a.intersection(b, [4]), a.difference([1], {2}), a.symmetric_difference([4, 7]), a.union(), a.intersection())
print(a <= b, {3} <= b, a < a, a <= a, a > {1}, a >= a, a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4])
print(a.issubset(range(10)), a.issuperset([1]), a.isdisjoint(b), a.isdisjoint([7]), 3 in a, 9 not in a)
attempt(lambda: a | [1])
attempt(lambda: a & 5)
attempt(lambda: a < [1])
attempt(lambda: a + b)
attempt(lambda: a.union(5))
c = a.copy()
c.update(b, [10], 'z' if False else ())
print(c, a)
c.intersection_update({1, 2, 10}, [1, 10])
print(c)
c.difference_update([10], [11])
print(c)
c.symmetric_difference_update({1, 5})
print(c)
c.clear()
print(c, bool(c))
f = frozenset([1, 2, 3])
print(f, f | {9}, {9} | f, f & {1}, f - {1}, f ^ {1, 7}, f.union([5]), f == {1, 2, 3}, f < {1, 2, 3, 4}, f.copy() is f, frozenset(f) is f)
print({f: 'a set as a key'}[frozenset([3, 2, 1])], f in {f}, {1, 2, 3} in {f}, len({f, frozenset([1, 2, 3])}))
attempt(lambda: f.add(1))
attempt(lambda: {{1}: 2})
print({None}, {'text'}, {(1, 2)}, {frozenset([1])}, {x * x for x in (-2, -1, 0, 1, 2)})
print([1, 2, 2, 3, 3] == sorted([1, 2, 2, 3, 3]), sorted({5, 3, 8}), sum({1, 2, 3}), list(map(str, {1})))
