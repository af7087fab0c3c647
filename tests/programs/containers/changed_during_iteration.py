"""Dicts and sets must not change their size while they are iterated over."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


def grow(d):
    for key in d:
        d[key + 1] = 0


def shrink(d):
    for key, value in d.items():
        del d[key]


def grow_by_values(d):
    for value in d.values():
        d[len(d) + 5] = value


def replace(d):
    for key in d:
        d[key] += 1
    return d


def grow_set(s):
    for item in s:
        s.add(item + 100)


def shrink_backwards(d):
    for key in reversed(d):
        d.pop(key)


attempt(lambda: grow({1: 1}))
attempt(lambda: shrink({1: 1, 2: 2}))
attempt(lambda: grow_by_values({1: 1}))
attempt(lambda: replace({1: 1, 2: 2}))
attempt(lambda: grow_set({1, 2}))
attempt(lambda: shrink_backwards({1: 1, 2: 2}))
d = {1: 'a', 2: 'b'}
for key in list(d):
    del d[key]
print(d)
i = iter({1: 1})
d = {1: 1, 2: 2}
i = iter(d)
next(i)
d[3] = 3
attempt(lambda: next(i))
attempt(lambda: next(i))
