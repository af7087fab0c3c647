"""Iterators over builtin containers."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


for container in ([1, 2], (3, 4), 'né', {'k': 1, 'l': 2}, range(2), b'ab'):
    i = iter(container)
    print(next(i), i.__next__(), next(i, 'end'), iter(i) is i)
    attempt(lambda: next(i))
print(sorted(iter({5, 6})), list(iter([])), tuple(iter('ab')))
i = iter([1, 2, 3, 4, 5])
print(next(i), list(i), list(i))
i = iter('abc')
for letter in i:
    print(letter, next(i, None))
print([*iter((1, 2))], dict(iter([(1, 2)])), 2 in iter([1, 2, 3]), max(iter([4, 9])))
i = iter([1, 2, 3, 4])
print(2 in i, list(i))
pairs = iter([1, 2, 3, 4])
print(list(zip(pairs, pairs)))
a, b = iter([7, 8])
print(a, b)
for sequence in ([1, 2, 3], (1, 2), 'né', range(4), b'ab', {'x': 1, 'y': 2}):
    print(list(reversed(sequence)), end=' ')
print()
attempt(lambda: reversed({1}))
attempt(lambda: reversed(5))
attempt(lambda: iter(5))
attempt(lambda: next([1]))
attempt(lambda: next(5))


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 10


print(list(Sequence()), list(reversed(Sequence())), 20 in Sequence(), [x for x in Sequence()])
numbers = [1, 2, 3]
for n in numbers:
    if n < 10:
        numbers.append(n * 10)
    print(n, end=' ')
print(numbers)
numbers = [1, 2, 3, 4, 5, 6]
for n in numbers:
    numbers.remove(n)
print(numbers)
numbers = [1, 2, 3]
backwards = reversed(numbers)
numbers.pop()
print(list(backwards))
