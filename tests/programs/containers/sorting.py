"""list.sort: stability, keys, reverse, and what cannot be compared."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


def sort(items, **options):
    items = list(items)
    result = items.sort(**options)
    return items if result is None else result


print(sort([3, 1, 2]), sort('hello'), sort([3, 1, 2], reverse=True), sort([2.5, 1, True]), sort([]), sort([1]))
print(sort(['b', 'B', 'a', 'é', '中']), sort([(2, 'a'), (1, 'z'), (1, 'b')]), sort([[2], [1, 5], [1]]))
words = ['banana', 'fig', 'Apple', 'kiwi', 'cherry', 'date']
print(sort(words, key=len), sort(words, key=len, reverse=True), sort(words, key=lambda word: word[-1]))
print(sort(words, key=lambda word: (len(word), word)), sort([-3, 2, -1], key=abs), sort([1, 2, 3], key=lambda n: 0))
records = [('x', 1), ('y', 0), ('z', 1), ('w', 0)]
print(sort(records, key=lambda r: r[1]), sort(records, key=lambda r: r[1], reverse=True))
attempt(lambda: sort([1, 'a']))
attempt(lambda: sort(['a', 1]))
attempt(lambda: sort([3, 1, None, 2]))
attempt(lambda: sort([1, 2], key=lambda n: {}))
attempt(lambda: sort([(1, 'a'), (1, 2)]))
attempt(lambda: sort([1, 2], key=5))
attempt(lambda: sort([1, 2], lambda n: n))
attempt(lambda: sort([2, 1, 0], key=lambda n: 1 // n))
attempt(lambda: [[1, 'a'].sort()])
many = [n * 7919 % 1000 for n in range(500)]
expected = []
for n in many:
    at = 0
    while at < len(expected) and expected[at] <= n:
        at += 1
    expected.insert(at, n)
print(sort(many) == expected, sort(many, key=lambda n: n) == expected, sort(many, reverse=True) == expected[::-1])
print(sorted({3, 1, 2}), sorted('cab'), sorted({'b': 1, 'a': 2}), sorted((3, 1), reverse=True), sorted([[1, 2], [0]]), sorted(range(3), key=lambda n: -n))
a = [3, 1, 2]
try:
    a.sort(key=lambda n: a.append(n) or n)
except ValueError as error:
    print(error, a)
seen = []
b = [2, 1]
b.sort(key=lambda n: seen.append(len(b)) or n)
print(b, seen)
c = [5, 3, 9]
try:
    c.sort(key=lambda n: 1 / (n - 9))
except ZeroDivisionError as error:
    print(error, c)
