# itertools: iterators that are copied and pickled halfway, and set to a state.
import copy
import pickle
from itertools import (
    accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse, groupby,
    islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest,
)


class Numbers:
    # An iterator that can be copied.
    def __init__(self, *values):
        self.values = list(values)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.values:
            raise StopIteration
        return self.values.pop(0)


def error(action):
    try:
        action()
    except Exception as e:
        return type(e).__name__


def small(x):
    return x < 3


def halves(make, *steps):
    # What comes of a copy and a pickle after so many steps, and of the iterator itself.
    for step in steps:
        it = make()
        for _ in range(step):
            next(it, None)
        copies = [copy.deepcopy(it), pickle.loads(pickle.dumps(it))]
        rests = [list(islice(each, 6)) for each in (it, *copies)]
        print(step, rests[0], rests[1] == rests[0], rests[2] == rests[0], type(copies[0]).__name__)


halves(lambda: combinations("abcd", 2), 0, 1, 3, 6, 9)
halves(lambda: combinations_with_replacement("abc", 2), 0, 2, 6, 7)
halves(lambda: permutations(range(3)), 0, 1, 4, 6, 7)
halves(lambda: permutations("abc", 0), 0, 1)
halves(lambda: product("ab", [1, 2, 3]), 0, 2, 3, 5, 6, 7)
halves(lambda: product(), 0, 1, 2)
halves(lambda: product("ab", ""), 0, 1)
halves(lambda: count(5, 2), 0, 3)
halves(lambda: repeat("x", 4), 0, 3)
halves(lambda: cycle(Numbers(1, 2, 3)), 0, 2)
halves(lambda: chain.from_iterable(Numbers((1,), Numbers(2, 3))), 0)
halves(lambda: compress(Numbers(1, 2, 3, 4), Numbers(1, 0, 1, 1)), 0, 1, 3)
halves(lambda: dropwhile(small, Numbers(1, 2, 3, 1)), 0, 1)
halves(lambda: takewhile(small, Numbers(1, 2, 3, 1)), 0, 1, 3)
halves(lambda: filterfalse(small, Numbers(1, 5, 2, 6)), 0, 1)
halves(lambda: starmap(pow, Numbers((2, 3), (3, 2))), 0, 1)
halves(lambda: zip_longest(Numbers(1, 2, 3), Numbers(4), fillvalue="-"), 0, 1, 2)
halves(lambda: islice(Numbers(*range(10)), 1, 8, 2), 0, 1, 3, 4)
halves(lambda: accumulate(Numbers(1, 2, 3)), 0, 1, 2)
halves(lambda: accumulate(Numbers(1, 2, 3), max, initial=2), 0, 1, 2)
groups = groupby(Numbers(1, 1, 2, 2, 3))
print(next(groups)[0], [(key, list(group)) for key, group in copy.deepcopy(groups)], next(groups)[0])

it = chain()
it.__setstate__((iter(["abc", "def"]), iter(["ghi"])))
print(list(it), [error(lambda: chain().__setstate__(bad)) for bad in ((), [], 0, ([],), (iter([]), []))])
it = cycle("defg")
it.__setstate__((list("abc"), 0))
print(list(islice(it, 12)), [error(lambda: cycle("a").__setstate__(bad)) for bad in ([[], 0], (("d",), 0), ([], "x"), ())])
it = product((1, 2), (3,))
it.__setstate__((0, 4096))
print(next(it), error(lambda: product("ab").__setstate__((0, 0))), error(lambda: combinations("ab", 1).__setstate__([0])))


class Self:
    first = True

    def __iter__(self):
        return self

    def __next__(self):
        if self.first:
            self.first = False
            return next(b)
        return 1


a, b = tee(Self())
print(error(lambda: next(a)))


class Tagged(islice):
    def __init__(self, *args, tag=None):
        self.tag = tag


it = Tagged("abcdef", 1, 4, tag="t")
print(list(it), it.tag, error(lambda: islice("abc", 1, tag=2)), error(lambda: pairwise()))
