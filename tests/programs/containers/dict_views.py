"""keys(), values() and items(): what they show, and their set operations."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


d = {'a': 1, 'b': 2, 'c': 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items))
d['d'] = 4
print(keys, list(values), len(items), 'd' in keys, 4 in values, ('d', 4) in items, ('d', 5) in items)
print([key for key in keys], [value for value in values], [(k, v) for k, v in items])
print(list(reversed(d)), list(reversed(keys)), list(reversed(values)), list(reversed(items)))


def shown(value):
    return value.__class__.__name__, sorted(value)


n = {1: 'x', 2: 'y', 3: 'z'}
m = {2: 'y', 3: 'other', 4: 'w'}
print(shown(n.keys() & m.keys()), shown(n.keys() | m.keys()), shown(n.keys() - m.keys()), shown(n.keys() ^ m.keys()))
print(shown(n.items() & m.items()), shown(n.items() - m.items()), shown(n.items() | m.items()))
print(shown(n.keys() & [1, 9]), shown(n.keys() - (1,)), shown(n.keys() | 'a' if False else n.keys() | {9}), shown({1, 5} & n.keys()))
print(n.keys() == m.keys(), n.keys() == {1, 2, 3}, {3, 2, 1} == n.keys(), n.keys() == [1, 2, 3], n.keys() != {1})
print(n.keys() <= {1, 2, 3, 4}, n.keys() < {1, 2, 3}, n.keys() >= {1}, {1} < n.keys(), n.keys() > m.keys())
print({1: 2}.keys() == {1: 3}.keys(), {1: 2}.items() == {1: 2}.items(), {1: 2}.items() == {1: 3}.items(), {1: 2}.items() <= {1: 2, 3: 4}.items())
print(n.values() == n.values(), n.keys().isdisjoint([7, 8]), n.keys().isdisjoint({3}), n.items().isdisjoint([(1, 'x')]))
attempt(lambda: d.keys()[0])
attempt(lambda: d.values() & d.values())
attempt(lambda: d.keys() + d.keys())
print(max(d.values()), min(d), sum(d.values()), sorted(d.items(), reverse=True), bool({}.keys()), list({}.items()))
