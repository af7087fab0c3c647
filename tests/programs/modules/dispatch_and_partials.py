# functools: partial objects, orders, keys, cached properties, and dispatch by abstract classes.
import collections.abc as c
import copy
import functools
import pickle
from functools import cached_property, cmp_to_key, partial, partialmethod, reduce, singledispatch, total_ordering


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def show(*args, **words):
    return args, words


p = partial(show, 1, a=2)
q = partial(p, 3, b=4)
print(q.func is show, q.args, q.keywords, q(5), p(a=7))
print(repr(partial(int, base=2)), repr(partial(print)))
p.note = "n"
r = copy.copy(p)
print(r.keywords is p.keywords, r.note, r(9), partial(p).func is p, pickle.loads(pickle.dumps(partial(int, "7")))())
p.__setstate__((p, (), {}, {}))
print(repr(p))
p.__setstate__((int, ("5",), {}, {}))
print(p(), error(lambda: p.__setstate__(3)), error(lambda: partial()), error(lambda: partial(3)), error(lambda: setattr(p, "args", ())))


class Mine(partial):
    pass


print(repr(Mine(int, "3")).split("(")[0], type(partial(Mine(show, 1), 2)).__name__, partial(Mine(show, 1), 2).args)


class Cell:
    reduce = functools.reduce
    key = functools.cmp_to_key

    def set(self, *args, **words):
        return args, words

    on = partialmethod(set, 1, x=2)


print(Cell().reduce(lambda a, b: a * b, [1, 2, 3, 4]), Cell().key(lambda a, b: b - a)(1) < Cell.key(lambda a, b: b - a)(0), Cell().on(5))
K = cmp_to_key(mycmp=lambda a, b: (a > b) - (a < b))
print(K(1) < K(obj=2), K(3).obj, error(lambda: K(1) < 2), error(lambda: type(K)()))
print(error(lambda: reduce(max, [])), error(lambda: reduce(max, 5)), reduce(max, [], 3), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))


@total_ordering
class Age:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Age) else NotImplemented

    def __eq__(self, other):
        return self.n == other.n


print(Age(1) <= Age(1), Age(2) > Age(1), Age(1) >= Age(2), error(lambda: Age(1) >= 2), Age.__ge__.__name__)
print(pickle.loads(pickle.dumps(Age.__gt__)) is Age.__gt__, error(lambda: total_ordering(type("E", (), {}))))


@total_ordering
class Number(int):
    pass


print(Number(1) < Number(2), Number.__lt__ is int.__lt__ or "own")


class Meta(type):
    @cached_property
    def size(cls):
        return 1


print(error(lambda: Meta("M", (), {}).size))


@singledispatch
def kind(x):
    return "base"


@kind.register
def _(x: c.Sized):
    return "sized"


@kind.register(c.Iterable)
def _(x):
    return "iterable"


@kind.register
def _(x: int | str):
    return "int or str"


class Bag(c.Sized):
    def __len__(self):
        return 0


print(kind(1), kind("a"), kind(Bag()), kind(2.5), kind(iter([])))
c.Iterable.register(Bag)
print(kind(Bag()), error(lambda: kind({})))
kind.register(c.Set, lambda x: "set")
c.Set.register(Bag)
print(kind(Bag()), kind.dispatch(bool)(True), c.Set in kind.registry)
print(error(lambda: kind.register(42)), "|", error(lambda: kind.register(42, print)))
