"""The methods and operators of dict."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


d = {'a': 1, 'b': 2, 3: 'three', (1, 2): [4], None: None, 2.5: True}
print(d, len(d), d['a'], d[3], d[3.0], d.get('z'), d.get('z', 0), d.get('a', 0))
attempt(lambda: d['z'])
attempt(lambda: d[(9, 9)])
attempt(lambda: d[[1]])
attempt(lambda: d.get({}))
attempt(lambda: {}.pop('x'))
attempt(lambda: {}.popitem())
attempt(lambda: {}.get())
print(d.setdefault('a', 9), d.setdefault('new', 9), d.setdefault('none'), d)
print(d.pop('a'), d.pop('a', 'default'), d.pop(3.0), d.popitem(), d)
d['b'] = 20
d['a'] = 'again'
print(d, list(d), 'b' in d, 'q' in d, 'q' not in d)
del d['b']
print(d)
attempt(lambda: d.__delitem__('b'))
e = dict(d)
e.update({'x': 1}, y=2)
e.update([('p', 1), ['q', 2], 'rs'])
e.update(z=26)
e.update()
print(e, d.copy() == d, d.copy() is d)
attempt(lambda: {}.update(5))
attempt(lambda: {}.update([1]))
attempt(lambda: {}.update([(1, 2), (1, 2, 3)]))
attempt(lambda: {}.update(['abc']))
attempt(lambda: {}.update({}, {}))
attempt(lambda: dict([1]))
attempt(lambda: dict({}, {}))
attempt(lambda: {**[1]})
print(dict(), dict(a=1), dict([(1, 2)], b=3), dict({'k': 'v'}, k='w'), dict.fromkeys('aba'), dict.fromkeys([1, 2], []), {}.fromkeys('x', 1))
print({'a': 1} | {'b': 2, 'a': 3}, {'a': 1} == {'a': 1.0}, {'a': 1} == {'a': 2}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} != {1: 1})
attempt(lambda: {} | [])
attempt(lambda: {} < {})
attempt(lambda: {} + {})
m = {1: 'int'}
m[True] = 'bool'
m[1.0] = 'float'
print(m)
m.clear()
print(m, bool(m), bool({0: 0}))
many = {n: n * n for n in range(100)}
for n in range(0, 100, 2):
    del many[n]
many[0] = 'zero'
print(len(many), list(many)[:3], list(many)[-2:], many[99], many.get(98), sum([key for key in many]))
nested = {'list': [1, {'deep': (1,)}], 'dict': {'k': {}}}
nested['list'][1]['deep'] += (2,)
nested['dict']['k']['new'] = nested['list']
print(nested)
print({'b': 1, 'a': 2}.__contains__('a'), {'b': 1}.__len__(), {'b': 1}.__getitem__('b'))
