# Builtin functions about iteration.
def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


def squares(n):
    for i in range(n):
        yield i * i


print(list(enumerate("ab")), list(enumerate(["x"], start=5)), list(enumerate(squares(3), 1)))
print(list(zip()), list(zip([1, 2], "ab", squares(5))), list(zip([1])), dict(zip("ab", [1, 2])))
print(list(zip([1, 2], [3, 4], strict=True)))
attempt(lambda: list(zip([1, 2], [3], strict=True)))
attempt(lambda: list(zip([1], [3, 4], strict=True)))
attempt(lambda: list(zip([1], [3], [4, 5], strict=True)))
print(list(map(lambda x: x + 1, [1, 2])), list(map(max, [1, 5], [3, 2])), list(map(str, squares(3))))
print(list(filter(lambda x: x % 2, range(6))), list(filter(None, [0, 1, "", "a", [], None])))
print(all([]), all([1, 0]), all(x < 5 for x in range(5)), any([]), any([0, ""]), any(x > 3 for x in range(5)))
print(sum([]), sum(range(5)), sum([0.5, 1]), sum([[1], [2]], []), sum(squares(4), 100), sum((1, 2), start=3))
print(min(3, 1, 2), max([3, 1]), min("hello"), max(squares(4)), min([], default="none"), max({"a": 1, "b": 0}))
print(min(["bb", "a", "ccc"], key=len), max("a", "ccc", "bb", key=len), min([1, 2], key=lambda x: -x))
print(max([(1, "b"), (1, "a")]), min([1.5, 1]), max([1, True]), max([True, 1]))
print(sorted([3, 1, 2]), sorted("banana"), sorted([1, 2, 3], reverse=True), sorted(["b", "A"], key=lambda s: s == "b"))
print(sorted({"z": 1, "a": 2}), sorted(squares(3), key=lambda x: -x), sorted([(1, "b"), (1, "a"), (0, "c")]))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))))
it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "end"), next(it, None))
attempt(lambda: next(it))
numbers = [3, 2, 1, 0, 9]
print(list(iter(numbers.pop, 1)), numbers)
count = 0


def tick():
    global count
    count += 1
    return count


print(list(iter(tick, 4)), [x for x in iter(tick, 7)])
for action in (
    lambda: iter(3),
    lambda: iter(3, 4),
    lambda: next(3),
    lambda: next([1]),
    lambda: list(5),
    lambda: sum(["a", "b"]),
    lambda: sum(["a"], ""),
    lambda: sum(5),
    lambda: max([]),
    lambda: min(),
    lambda: max(1),
    lambda: max(1, "a"),
    lambda: max(1, 2, default=3),
    lambda: sorted([1, "a"]),
    lambda: sorted(5),
    lambda: all(5),
    lambda: any(None),
    lambda: map(5),
    lambda: list(map(5, [1])),
    lambda: list(zip([1], 5)),
    lambda: list(enumerate(5)),
    lambda: list(filter(None, 5)),
    lambda: reversed({1}),
    lambda: reversed(5),
):
    attempt(action)
z = zip([1, 2], [3, 4])
print(next(z), list(z), list(z))
e = enumerate("xyz")
print(next(e), [*e], iter(e) is e)
m = map(lambda x: 10 // x, [5, 0, 2])
print(next(m))
attempt(lambda: next(m))
print(next(m))
print(type(enumerate("")).__name__, type(map(str, [])).__name__, type(zip()).__name__, type(filter(None, [])).__name__)
print(isinstance(m, map), [type(x).__name__ for x in (range(1), iter([]), reversed([])) if False])
for i, (a, b) in enumerate(zip("ab", "cd")):
    print(i, a, b)
print([(x, y) for x, y in zip(range(3), map(lambda v: v * v, range(3)))])
print(list(map(lambda *a: a, [1, 2], [3, 4], [5, 6])), max(map(len, ["a", "bbb"])), sum(map(int.__abs__, [])) if False else 0)

# zip goes on asking its iterators when one of them has ended.
left = iter([1, 2, 3, 4])
pairs = zip(left, iter([]))
for _ in range(3):
    print(next(pairs, "ended"))
print(list(left))
