"""Operators that change their left side keep the object; the others make a new one."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


a = b = [1]
a += [2]
a += (3,)
a += 'xy'
a += {9: 9}
a += range(2)
a += (n for n in [7])
print(a, a is b)
a *= 2
print(a, a is b)
a *= 0
print(a, b)
a = a + [1]
print(a, b, a is b)
t = u = (1,)
t += (2,)
t *= 2
print(t, u, t is u)
s = r = 'a'
s += 'b'
s *= 2
print(s, r)
d = e = {'a': 1}
d |= {'b': 2}
d |= [('c', 3)]
print(d, d is e)
d = d | {'z': 0}
print(d is e, d)
x = y = {1, 2, 3}
x |= {4}
x &= {1, 2, 4, 5}
x -= {1}
x ^= {2, 9}
print(sorted(x), x is y)
f = g = frozenset([1])
f |= {2}
print(sorted(f), f is g)


def add(left, right):
    left += right


def union(left, right):
    left |= right


def multiply(left, right):
    left *= right


attempt(lambda: add([1], 5))
attempt(lambda: add((1,), [2]))
attempt(lambda: add({}, {}))
attempt(lambda: add('a', 1))
attempt(lambda: union({1}, [2]))
attempt(lambda: union({}, 5))
attempt(lambda: union([], []))
attempt(lambda: multiply([1], 'a'))
attempt(lambda: multiply([1], [1]))
inside = ([1],)
try:
    inside[0] += [2]
except TypeError as error:
    print(error, inside)
lists = [[]] * 3
lists[0] += [1]
lists[1].append(2)
print(lists)


def default(item, to=[]):
    to += [item]
    return to


print(default(1), default(2), default(3, [0]))
matrix = [[0, 1], [2, 3]]
matrix[1][0] += 10
matrix[0][1] *= 5
counts = {'a': 0}
counts['a'] += 1
counts['a'] -= 3
print(matrix, counts)
c = a = [1, 2]
a += a
print(a, c)
