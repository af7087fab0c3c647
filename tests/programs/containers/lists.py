"""The methods of list."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


a = [3, 1, 2]
print(a.append(4), a, a.extend([5, 6]), a, a.extend('ab'), a)
print(a.insert(0, 'first'), a.insert(-1, 'before last'), a.insert(100, 'last'), a.insert(-100, 'very first'), a)
print(a.remove('ab'[0]), a, a.pop(), a.pop(0), a.pop(-2), a)
print(a.index(5), a.index(5, 2), a.index(5, -5, 100), a.count(5), a.count('nothing'))
attempt(lambda: a.index(5, 6))
attempt(lambda: a.index('absent'))
attempt(lambda: a.index(5, 0, -4))
attempt(lambda: a.remove('absent'))
attempt(lambda: [].pop())
attempt(lambda: [1].pop(1))
attempt(lambda: [1].pop(-2))
attempt(lambda: [1].pop('0'))
attempt(lambda: [1].insert('0', 1))
attempt(lambda: [1].extend(5))
attempt(lambda: [1].append())
attempt(lambda: [1].append(1, 2))
attempt(lambda: [1].nothing)
b = a.copy()
b.reverse()
print(a, b, a == b, a is a.copy())
b.clear()
print(b, list(), list('abc'), list((1, 2)), list(range(3)), list({'k': 1}), list([7]))
print([1, 2] + [3], [1, 2] * 2, 3 * [0], [] * 5, [1] * 0, [1] * -1)
attempt(lambda: [1] + (2,))
attempt(lambda: [1] + 'a')
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] * [2])
attempt(lambda: list(5))
print(2 in a, 'x' in a, 'x' not in a, True in [1], None in [None], 1.0 in [1])
print(a[0], a[-1], a[1:3])
attempt(lambda: a[100])
attempt(lambda: a['0'])
attempt(lambda: a[1.0])
rows = [[0] * 3] * 2
rows[0][1] = 9
print(rows, [[0] * 2 for _ in range(2)])
print(len(a), bool([]), bool([0]))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [1], [2] > [1, 9], [1, 2] <= [1, 2], [1] != [1], [1] == (1,))
attempt(lambda: [1] < ['a'])
attempt(lambda: [1] < (1,))
attempt(lambda: {[1]: 2})
print([1, 'a'] == [1, 'a'], [[1], [2]] == [[1], [2]], [1, 2, 3].__len__(), [4, 5].__getitem__(1), [4].__contains__(4))
