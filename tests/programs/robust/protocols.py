# Methods of containers by name, and what classes say about them.

def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


a, d, s = [1], {}, {1}
print(a.__iadd__([2]), d.__ior__({1: 2}), s.__ior__({2}), s.__iand__({2, 3}), s.__ixor__({4}), s.__isub__({4}))
print(a is a.__iadd__((3,)), [1].__imul__(2), a, d.__ior__([(5, 6)]))
attempt(lambda: [1].__imul__("x"))
attempt(lambda: {1}.__ior__([2]))


class Hostile:
    def __eq__(self, other):
        raise ValueError("eq")

    __hash__ = None


attempt(lambda: Hostile() in [1, 2])
attempt(lambda: [1, 2].__contains__(Hostile()))
attempt(lambda: (1, 2).__contains__(Hostile()))
print([1, 2].__contains__(2), (1, 2).__contains__(3))


class Items(list):
    def __getitem__(self, index):
        return str(index) + "!"


print(next(iter(Items([1, 2]))), list(Items([1])), Items([1])[0], [*Items([5])])


class Contains:
    def __contains__(self, x):
        return True


class Not(Contains):
    __contains__ = None


attempt(lambda: 1 in Not())
attempt(lambda: 1 not in Not())


class NotIterable(list):
    __iter__ = None


attempt(lambda: [x for x in NotIterable([1])])

items = [9]
items.__setitem__(slice(0, 0), (n for n in [1, 2]))
print(items)

calls = 0


class Key(int):
    def __hash__(self):
        global calls
        calls += 1
        return int(self)


table = dict.fromkeys([Key(1), Key(2)])
calls = 0
set(table), {1: 2}.update(table), dict(table), frozenset(table), {**table}
print(calls, hash(""), hash(b""))

print({0}.isdisjoint([False, []]))
attempt(lambda: {0}.isdisjoint([[], 0]))
print({1, 2}.isdisjoint({3}), {1}.isdisjoint({1: 2}), {1}.isdisjoint(iter([4, 1])))

it = iter([1, 2, 3])
next(it)
print(it.__length_hint__(), iter(range(9)).__length_hint__(), reversed([1, 2]).__length_hint__())
print(iter({1: 2}).__length_hint__(), iter({1, 2}).__length_hint__(), iter("añb").__length_hint__())


def delegating():
    yield from [1, 2]


for over in ([1, 2], (1, 2), "ab", range(2), {1: 2}, {3}, b"a"):
    def delegating():
        yield from over
    g = delegating()
    next(g)
    attempt(lambda: g.send(42))


class N:
    def __ne__(self, other):
        return "N.ne"


class P:
    pass


print(N() != P(), P() != N(), N() == P(), 1 != N())


class S(set):
    pass


class F(frozenset):
    pass


class D(dict):
    pass


print(S({1}), S(), F([1]), D(a=1), repr(F()), f"{S({2})!r:>9}")


class Huge:
    def __len__(self):
        return 2**70


attempt(lambda: len(Huge()))
for product in (lambda: [1] * 2**62, lambda: (1,) * 2**62):
    try:
        product()
    except MemoryError as e:
        print(type(e).__name__, e)
for call in (
    lambda: "ab" * 2**62, lambda: b"ab" * 2**62,
    lambda: "a".__mul__("b"), lambda: "a" * "b", lambda: "a".__add__(1), lambda: [1].__add__((1,)),
    lambda: "abc".__mod__(1), lambda: (1,).__mul__(2), lambda: [1].__rmul__(True), lambda: int(5, 1), lambda: int(5, 2),
    lambda: [1].pop(2**70), lambda: [1].insert(2**70, 1), lambda: [1].__setitem__(2**70, 1), lambda: [1][2**70],
):
    attempt(call)


class Sized(int):
    __slots__ = ()


attempt(lambda: setattr(Sized(1), "x", 1))
try:
    class Conflict:
        __slots__ = ("x",)
        x = 1
except ValueError as e:
    print(e)


class Free:
    __slots__ = ("a", "__dict__")


free = Free()
free.z = 1
print(free.z)


class Text(str):
    def __bytes__(self):
        return b"xyz"


print(bytes(Text("q")), bytes(Text("q"), "utf-8"))


class Listed(list):
    def __new__(cls, seq, extra=None):
        self = super().__new__(cls, seq)
        self.extra = extra
        return self


print(Listed([1, 2], extra=3).extra, Listed([1, 2], extra=3), Listed.__base__, bool.__base__, object.__base__)
e = Exception(1)
for name in ("__cause__", "__context__", "__traceback__"):
    attempt(lambda: delattr(e, name))
print(repr(staticmethod(len))[:30], repr(classmethod(len))[:30])
same = {5, -1, 8}
same |= same
same.update(same)
print(same)
same = {1} | {19, 3}
same -= {5, -1, 8}
print(same & same, same.intersection(same))
same &= same
print(same)
same ^= same
same |= {9, 1, 33}
print(same)
same -= same
same |= {33, 17, 1}
print(same)
