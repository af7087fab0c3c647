"""Subclasses of builtin containers, and super() in them."""


class Stack(list):
    def push(self, item):
        self.append(item)

    def peek(self):
        return self[-1]

    def append(self, item):
        print('append', item)
        super().append(item)

    def __len__(self):
        return super().__len__() + 100


s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s[0], s[1:], 2 in s, s == [1, 2, 3], isinstance(s, list), s.pop(), s + [9], list(s))
s.extend([7, 8])
s += [9]
s.sort(reverse=True)
print(s, s.index(8), [x for x in s], s.__class__.__name__, sorted(s))


class Counter(dict):
    def __missing__(self, key):
        return 0

    def add(self, key):
        self[key] += 1


c = Counter(a=5)
for letter in 'abracadabra':
    c.add(letter)
print(c, c['zzz'], 'zzz' in c, c.get('zzz'), sorted(c.items()), len(c), c == {'a': 10, 'b': 2, 'r': 2, 'c': 1, 'd': 1})


class Logged(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(('set', key))
        super().__setitem__(key, value)

    def __getitem__(self, key):
        self.log.append(('get', key))
        return super().__getitem__(key)

    def __delitem__(self, key):
        self.log.append(('delete', key))
        super().__delitem__(key)


d = Logged({'x': 1}, y=2)
d['z'] = 3
d['x'] += 10
del d['y']
d.update(q=1)
d.setdefault('r', 2)
print(d, d.log, d.get('x'), list(d), dict(d))
try:
    d['absent']
except KeyError as error:
    print('KeyError', error)


class Unique(set):
    def add(self, item):
        super().add(item % 10)


u = Unique([1, 2])
u.add(13)
print(sorted(u), sorted(u | {50}), len(u), 3 in u, u == {1, 2, 3}, isinstance(u, set))


class Point(tuple):
    def __add__(self, other):
        return Point((self[0] + other[0], self[1] + other[1]))

    @property
    def x(self):
        return self[0]


p = Point((1, 2)) + Point((3, 4))
print(p, p.x, p[1], len(p), p == (4, 6), {p: 1}[(4, 6)], isinstance(p, tuple))


class Evens:
    def __iter__(self):
        return iter([0, 2, 4])

    def __contains__(self, item):
        return item % 2 == 0

    def __len__(self):
        return 3


e = Evens()
print(list(e), tuple(e), set(e), 7 in e, 8 in e, len(e), [*e], sum(e), sorted(e, reverse=True), dict.fromkeys(e, 1))
a, b, c = e
x = [9]
x.extend(e)
x += e
x[0:1] = e
print(a, b, c, x)
m = {'k': 1}
m.update(zip('ab', e))
print(m)
