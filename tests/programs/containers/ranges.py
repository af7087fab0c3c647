"""range objects."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


r = range(2, 20, 3)
print(r, range(5), range(1, 5), list(r), len(r), r.start, r.stop, r.step, r[0], r[-1], r[1:4], r[::-1], r[10:])
print(5 in r, 6 in r, 5.0 in r, 5.5 in r, 'a' in r, True in range(2), r.index(8), r.count(8), r.count(9), 20 in r)
attempt(lambda: r.index(9))
attempt(lambda: r.index('x'))
attempt(lambda: r[100])
attempt(lambda: r['x'])
attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range('5'))
attempt(lambda: range(1.0))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) == range(0, 3, 1), range(3) != range(4))
print(list(range(5, 0, -2)), list(range(0, -5, -1)), len(range(10, 0)), bool(range(0)), bool(range(1)), list(reversed(range(0, 10, 3))))
print({range(3): 'key'}[range(0, 3)], sum(range(101)), max(range(5)), min(range(3, 9)), sorted(range(5), reverse=True))
for i in range(3):
    i += 10
    print(i, end=' ')
print()
print([(i, j) for i in range(3) for j in range(i)], [x for x in range(10) if x % 3 == 0])
