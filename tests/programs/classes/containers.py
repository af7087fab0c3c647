# Classes that behave as containers, callables and context managers.
class Ring:
    def __init__(self, *items):
        self.items = [*items]

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Ring(*self.items[index])
        return self.items[index % len(self.items)]

    def __setitem__(self, index, value):
        self.items[index % len(self.items)] = value

    def __delitem__(self, index):
        del self.items[index]

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __reversed__(self):
        return reversed(self.items)

    def __call__(self, *args, **kwargs):
        return (args, kwargs)

    def __repr__(self):
        return f"Ring{(*self.items,)}"

    def __bool__(self):
        return len(self.items) > 1


r = Ring(1, 2, 3)
print(len(r), r[4], r[1:], 2 in r, 9 in r, 9 not in r, list(r), list(reversed(r)))
r[5] = "x"
del r[0]
print(r, r(1, a=2), bool(r), not Ring(1), "yes" if Ring(1) else "no")
r[0] += 40
print(r, [*r, 0], (*r,), {*r} == {42, "x"}, tuple(r), max(Ring(3, 9)), sum(Ring(1, 2)))
first, *rest = Ring(1, 2, 3)
print(first, rest)
x, y = Ring("a", "b")
print(x, y)


class OnlyItems:
    def __getitem__(self, index):
        if index >= 4:
            raise IndexError("end")
        return index * index


print(list(OnlyItems()), 9 in OnlyItems(), 5 in OnlyItems(), [v for v in OnlyItems()])
for i, v in enumerate(OnlyItems()):
    print(i, v, end="; ")
print()


class Length:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(bool(Length(0)), bool(Length(2)))
attempt(lambda: len(Length(-1)))
attempt(lambda: len(Length("x")))
attempt(lambda: bool(Length(-1)))
attempt(lambda: len(object()))
attempt(lambda: object()[1])
attempt(lambda: iter(Length(1)))
attempt(lambda: object()())
attempt(lambda: 3 in object())
attempt(lambda: r["x"])
attempt(lambda: Length[1])


class BadBool:
    def __bool__(self):
        return 1


attempt(lambda: bool(BadBool()))
attempt(lambda: 1 if BadBool() else 2)
attempt(lambda: not BadBool())


class Index:
    def __index__(self):
        return 2


data = [10, 20, 30, 40]
print(data[Index()], data[Index() :], "abcdef"[Index()], (1, 2, 3)[Index()], list(range(Index())))
data[Index()] = 99
print(data)


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


d = Missing(a=1)
print(d["a"], d["b"], d.get("b"), len(d), d == {"a": 1}, d)
