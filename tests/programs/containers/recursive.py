"""Containers that contain themselves; nested containers and their repr."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


a = [1]
a.append(a)
print(a, str(a), len(a), a[1] is a, a[1][1][0])
d = {'k': 1}
d['self'] = d
d['list'] = [d, a]
print(d)
t = ([],)
t[0].append(t)
print(t)
print([[], [[]], [[], [[]]]], {'a': {'b': {'c': {}}}}, ((), ((),), (((),),)), {1: (2, [3, {4}])})
b = [1]
b.append(b)
try:
    print(a == b)
except RecursionError as error:
    print(error.__class__.__name__)
print(a == a, a in a, [a] == [a])
print(['text', "it's", 'say "hi"', 1.0, -0.0, None, True, b'bytes', 1e100, ...], ('one',), {'k': 'v'}, {'only'}, frozenset({2}))
attempt(lambda: {}[a])
print([1, [2, 3]].index([2, 3]), ([1],).count([1]), [(1, 2), [1, 2]].index([1, 2]))
