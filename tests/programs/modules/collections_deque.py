"""collections.deque: every method, with and without a greatest length."""
from collections import deque


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d.maxlen, bool(d), bool(deque()))
print(d.pop(), d.popleft(), d, d[0], d[-1], 2 in d, 9 in d)
d.extend("ab")
d.extendleft("yz")
print(d, d.count("a"), d.index("a"), d.index(2, 1, 5))
for n in (1, -1, 2, -3, 0, 100, -101):
    d.rotate(n)
    print(n, list(d))
d.reverse()
print(d, list(reversed(d)), [x for x in d])
d.insert(1, "new")
d.remove("z")
d[0] = "first"
del d[-1]
print(d, d.copy(), d.copy() == d, d.copy() is d)
d.clear()
print(d, deque(), deque((), 3), deque("abc", maxlen=2))
attempt(d.pop)
attempt(d.popleft)
attempt(lambda: d[0])
attempt(lambda: d.remove(1))
attempt(lambda: d.index(1))
attempt(lambda: deque([1])[0:1])
attempt(lambda: deque([1])["a"])
attempt(lambda: deque(maxlen=-1))
attempt(lambda: deque(maxlen="x"))
attempt(lambda: deque(5))
attempt(lambda: d.rotate("a"))
attempt(lambda: deque([1]) + [2])
b = deque(maxlen=3)
for i in range(5):
    b.append(i)
print(b, b.maxlen, len(b))
b.appendleft("l")
print(b)
b.extend([7, 8])
print(b)
b.extendleft([1, 2])
print(b)
attempt(lambda: b.insert(0, 1))
attempt(lambda: setattr(b, "maxlen", 4))
b.pop()
b.insert(1, "i")
b.rotate()
print(b, b.copy().maxlen, b + deque([5]), b * 2)
x = deque([1, 2])
x += [3]
x *= 2
print(x, x == deque([1, 2, 3, 1, 2, 3]), x == [1, 2, 3, 1, 2, 3], x != deque(), deque([1, 2]) < deque([1, 3]), x >= deque([1]))
x.extend(x)
x.extendleft(deque("q"))
print(len(x), x[0], deque(x, 2), list(deque(range(10), 0)))


def grow():
    for item in x:
        x.append(item)


def slide():
    for item in b:
        b.append(item)


attempt(grow)
attempt(slide)
it = iter(deque("ab"))
print(next(it), next(it), next(it, "end"), iter(it) is it)
r = deque([1])
r.append(r)
print(r, sorted(deque([3, 1, 2])), max(deque([3, 1])), sum(deque([3, 1])), "".join(deque("xyz")))


class Line(deque):
    def __init__(self, *people):
        super().__init__(people, 2)

    def next(self):
        return self.popleft()


line = Line("ann", "bob", "cid")
print(line, line.next(), len(line), isinstance(line, deque))
