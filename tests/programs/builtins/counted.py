"""What builtins say to arguments that they do not take."""
import collections
import itertools


def cell(value):
    def inner():
        return value
    return inner.__closure__[0]


def empty():
    def inner():
        return value
    found = inner.__closure__[0]
    if False:
        value = 1
    return found


for call in [
    lambda: collections.deque().index(x=2), lambda: staticmethod(func=id), lambda: classmethod(func=id), lambda: staticmethod(),
    lambda: classmethod(1, 2), lambda: itertools.product(0, repeat=1, foo=2), lambda: itertools.product(0, foo=2),
    lambda: min(0, default=1, key=2, foo=3), lambda: max(0, foo=3), lambda: input(1, 2), lambda: float.__getformat__("x"),
    lambda: float.__getformat__(1),
]:
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(float.__getformat__("double"), float.__getformat__.__qualname__)
print(list(itertools.product("ab", repeat=2)))
print(cell(2) < cell(3), cell(2) == cell(2.0), empty() < cell(""), empty() == empty(), cell(1) > empty(), cell(1) != cell(2))
print(list(iter(range(1, 2, 2**63 - 1)).__reduce__()[1][0]), list(iter(range(5)).__reduce__()[1][0]))
