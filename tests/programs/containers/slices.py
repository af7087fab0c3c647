"""Slices: reading, assigning and deleting, with steps."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-7], a[::2], a[1::3], a[::-1], a[8:2:-2], a[-1:-4:-1], a[5:2], a[100:], a[:100])
print(a[2:5:1], a[None:None:None], a[True:3], 'hello'[1:4], 'hello'[::-1], (1, 2, 3, 4)[1:-1], range(10)[2:8:3], b'abcdef'[1::2])
attempt(lambda: a[::0])
attempt(lambda: a['a':])
attempt(lambda: a[1.5:])

b = a[:]
b[2:4] = ['x']
print(b)
b[2:3] = [2, 3]
print(b)
b[0:0] = [-2, -1]
print(b)
b[len(b):] = (10, 11)
print(b)
b[::4] = 'abcd'
print(b)
b[-2:] = []
print(b)
b[5:2] = ['in between']
print(b)
b[:] = [1, 2, 3]
print(b)
b[1:2] = b
print(b)
b[::-1] = [1, 2, 3, 4, 5]
print(b)


def assign(target, part, value):
    target[part] = value


attempt(lambda: assign(b, slice(0, 5, 2), [1, 2]))
attempt(lambda: assign(b, slice(0, 2), 5))
attempt(lambda: assign(b, slice(0, 4, 2), 5))
attempt(lambda: assign(b, 9, 5))
attempt(lambda: assign(b, 'x', 5))
attempt(lambda: assign((1, 2), 0, 5))
attempt(lambda: assign('ab', 0, 'c'))
attempt(lambda: assign(range(3), 0, 5))

c = list(range(12))
del c[0]
del c[-1]
print(c)
del c[2:4]
print(c)
del c[::3]
print(c)
del c[::-2]
print(c)
del c[5:1]
del c[:]
print(c)


def delete(target, part):
    del target[part]


attempt(lambda: delete([1], 1))
attempt(lambda: delete([1], 'x'))
attempt(lambda: delete((1,), 0))
attempt(lambda: delete('a', 0))
attempt(lambda: delete({}, 'k'))
s = slice(1, None, 2)
print(s, s.start, s.stop, s.step, s.indices(6), slice(5), slice(2, 4), slice(None, None, -1).indices(4), a[s])
print(slice(1, 2) == slice(1, 2, None), slice(1) == slice(2))
attempt(lambda: slice())
attempt(lambda: slice(1, 2, 3, 4))
attempt(lambda: {slice(1): 2})
