"""Iterators that are copied and pickled in their middle, and what they are called."""
import copy
import itertools
import pickle

CONTAINERS = [
    [1, 2, 3], (1, 2, 3), "aéb", "abc", b"abc", bytearray(b"abc"), range(5), {1: 2, 3: 4}, {7},
    {1: 2, 3: 4}.items(), {1: 2, 3: 4}.values(), range(10**30, 10**30 + 4),
]
for container in CONTAINERS:
    iterators = [iter(container)]
    if hasattr(container, "__reversed__") or not isinstance(container, (set, dict)):
        try:
            iterators.append(reversed(container))
        except TypeError:
            pass
    for iterator in iterators:
        next(iterator)
        name = type(iterator).__name__
        copies = [copy.copy(iterator), copy.deepcopy(iterator), pickle.loads(pickle.dumps(iterator))]
        print(name, [list(each) for each in copies], iterator.__length_hint__(), list(iterator))
        print(type(iterator).__name__ == name, next(iterator, "end"), list(copy.copy(iterator)))

for made in (enumerate("abc", 5), zip("abc", "de"), map(str, [1, 2]), filter(None, [0, 1, 2]), zip("ab", "cd", strict=True)):
    next(made)
    print(type(made).__name__, list(copy.copy(made)), list(pickle.loads(pickle.dumps(made))))

for made in (itertools.chain([1, 2], "ab"), itertools.cycle("ab"), itertools.islice("abcdef", 1, None, 2), itertools.accumulate([1, 2, 3])):
    next(made)
    other = copy.deepcopy(made)
    print(next(other), next(made))

iterator = iter("aéb")
iterator.__setstate__(1)
print(list(iterator))
iterator = iter([1, 2, 3])
iterator.__setstate__(-5)
print(list(iterator))
iterator = iter(range(10))
iterator.__setstate__(7)
print(list(iterator))
iterator = reversed([1, 2, 3])
iterator.__setstate__(0)
print(list(iterator))


class Counted:
    def __getitem__(self, at):
        if at > 4:
            raise IndexError
        return at * at


iterator = iter(Counted())
next(iterator)
function, arguments, at = iterator.__reduce__()
print(function is iter, type(arguments[0]).__name__, at)
iterator.__setstate__(3)
print(list(iterator), list(iterator))
calls = iter([1, 2, 3].pop, 1)
print(next(calls), list(copy.copy(calls)))
