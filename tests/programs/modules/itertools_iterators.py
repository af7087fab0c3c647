"""itertools: iterators of iterators, lazily; shared by threads, too."""
import threading
from itertools import (
    accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile, filterfalse,
    groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest,
)


def told(call, *args, **keywords):
    try:
        print(list(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


def taken(number, iterator):
    return [next(iterator) for _ in range(number)]


numbers = count(10)
print(taken(3, numbers), numbers, count(1, 2), count(0.5), taken(3, count(5, -2)), taken(2, count(0, 0.25)))
print(taken(7, cycle("abc")), list(cycle([])), taken(5, cycle(n for n in (1, 2))))
twice = repeat("x", 2)
print(twice, next(twice), twice, list(twice), repeat(0), list(repeat(1, -1)), list(map(pow, range(4), repeat(2))))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4], max)), list(accumulate("ab", initial="-")), list(accumulate([])))
print(list(chain([1], "ab", {2: 3})), list(chain.from_iterable(["ab", (1,)])), list(chain()))
told(chain, [1], 5)
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress(count(), [0, 1, 1])))
print(list(dropwhile(lambda n: n < 3, [1, 3, 1])), list(takewhile(lambda n: n < 3, [1, 3, 1])))
print(list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda n: n % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(pairwise("abcd")), list(pairwise("a")))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(zip_longest([], (n for n in "x"))))
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 1, None, 3)), list(islice(count(), 2, 9, 3)))
source = iter(range(10))
print(list(islice(source, 0, 5, 3)), next(source))
for limits in ((-1,), ("x",), (1, 2, 0), (1, -2), (1, 2, 3, 4), ()):
    told(islice, "abc", *limits)
left, right = tee(n * n for n in range(4))
print(next(left), next(left), list(right), list(left), tee([], 0))
print([(key, list(group)) for key, group in groupby("aabccc")], [key for key, _ in groupby([1, 3, 2], lambda n: n % 2)])
groups = groupby([1, 1, 2])
key, gone = next(groups)
print(next(gone), next(groups)[0], list(gone))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(permutations([1], 2)), list(permutations([])))
print(list(combinations("abcd", 2)), list(combinations([1], 2)), list(combinations([1], 0)))
print(list(combinations_with_replacement("ab", 3)), list(combinations_with_replacement([], 1)))
told(product, [], repeat=-1)
told(permutations, [1], -1)
told(combinations, [1], -1)
told(permutations, [1], "a")


def fails():
    yield 1
    raise KeyError("end")


for make in (cycle, pairwise, accumulate, lambda items: zip_longest(items, [5]), lambda items: tee(items)[0]):
    told(make, fails())


class Down:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


class Tens(count):
    def __next__(self):
        return super().__next__() * 10


print(list(chain(Down(2), Down(1))), list(islice(Down(5), 1, 3)), list(islice(Tens(1), 2)), iter(numbers) is numbers)

# Threads that share an iterator get every item once.
for shared in (chain(range(6), range(6, 12)), islice(count(), 12), cycle(range(12)), accumulate([0] + [1] * 11)):
    got = []
    threads = [threading.Thread(target=lambda: [got.append(next(shared)) for _ in range(4)]) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(got))
