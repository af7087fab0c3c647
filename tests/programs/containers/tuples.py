"""Tuples: methods, operators, unpacking."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


t = (1, 'a', 2.5, None, (1, 2), 'a')
print(t, t.index('a'), t.index('a', 2), t.count('a'), t.count(9), len(t), (), (1,))
attempt(lambda: t.index('z'))
attempt(lambda: (1, 2)[5])
attempt(lambda: t['x'])
attempt(lambda: (1,) + [2])
print(t + (7,), (0,) * 3, 2 * (1, 2), tuple('abc'), tuple([1, 2]), tuple(), tuple(range(3)), tuple({'k': 1}))
print((1, 2) == (1, 2), (1, 2) < (1, 3), (1, 2) < (1,), (1, 'a') < (1, 'b'), (1, 2) == [1, 2], 2 in (1, 2))
attempt(lambda: (1, 'a') < (1, 2))
attempt(lambda: (1, 2) < [1])
print({(1, 2): 'key'}[(1, 2)], {(1, (2, 3))} == {(1, (2, 3))})
attempt(lambda: {(1, [2]): 3})

a, b = 1, 2
a, b = b, a
print(a, b)
(a, (b, c)), d = (1, (2, 3)), 'four'
print(a, b, c, d)
first, *rest = [1, 2, 3]
*start, last = 'xyz'
one, *none, two = (1, 2)
print(first, rest, start, last, one, none, two)
[x, y] = {'k': 1, 'l': 2}
print(x, y)
for i, (j, k) in [(1, (2, 3)), (4, (5, 6))]:
    print(i, j, k, end=' ')
print()


def unpack_two(value):
    a, b = value
    return a, b


def unpack_star(value):
    a, b, *c = value
    return a, b, c


for value in [(1,), (1, 2, 3), [], 'a', {1: 2, 3: 4, 5: 6}, 5, None, range(2), range(3)]:
    attempt(lambda: unpack_two(value))
    attempt(lambda: unpack_star(value))
print(*[1, 2], *'ab', *(3,), [*range(3), *'xy'], (*[1], 2), {*[1, 1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
