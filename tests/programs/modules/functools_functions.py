"""functools: functions from functions, caches, and choice by class."""
import copy
import functools
import threading
from functools import cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, total_ordering, wraps


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as failure:
        print(type(failure).__name__, failure)


def show(*args, **keywords):
    return args, keywords


first = partial(show, 1, x=2)
print(first(3, y=4), first(x=5), first.args, first.keywords, first.func is show)
second = partial(first, self=6, func=7)
print(second(), second.func is show, partial(int, base=2)("101"), repr(partial(int, "7", base=8)))
told(partial)
told(partial, 3)
told(setattr, first, "func", 3)
print(copy.copy(second)(8), copy.copy(second).args)


class Doubled(partial):
    def __call__(self, *args):
        return partial.__call__(self, *args) * 2


class Holder:
    bound_not = partial(show, "held")


print(Doubled(max, 3)(5), Holder().bound_not(), partial(Doubled(max, 3), 9)(1))
print(reduce(lambda a, b: a * 10 + b, (1, 2, 3)), reduce(show, [], "start"), reduce(max, {4: 0, 9: 0}))
told(reduce, show, [])
told(reduce, show, 5)


def logged(function):
    @wraps(function)
    def inner(*args):
        return function(*args) + 1
    return inner


@logged
def plus(n: int):
    "adds"
    return n


plus.mark = "m"
print(plus(1), plus.__name__, plus.__doc__, plus.__annotations__, plus.__wrapped__(1), logged(plus).mark)

calls = []


@lru_cache(maxsize=2)
def square(x, power=2):
    calls.append(x)
    if x < 0:
        raise ValueError("negative")
    return x ** power


print([square(x) for x in (1, 2, 1, 3, 2, 2)], calls, square.cache_info(), square.cache_parameters())
told(square, -1)
told(square, -1)
told(square, [])
print(calls[-2:], square.cache_info().misses, square(2, power=3), square(power=3, x=2), square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__name__)


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(90), fibonacci.cache_info())
typed = lru_cache(typed=True)(lambda x: type(x).__name__)
print(typed(1), typed(1.0), typed(True), typed(1), typed.cache_info(), lru_cache(0)(abs).cache_info())
told(lru_cache, "many")
threads = [threading.Thread(target=lambda: [fibonacci(n) for n in range(50, 60)]) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(fibonacci.cache_info())


class Room:
    asked = 0

    @cached_property
    def size(self):
        "how large"
        self.asked += 1
        return self.asked * 10


room = Room()
print(room.size, room.size, room.asked, Room.size.__doc__, Room.size.attrname)
del room.size
print(room.size, vars(room))


@total_ordering
class Grade:
    def __init__(self, mark):
        self.mark = mark

    def __eq__(self, other):
        return self.mark == other.mark

    def __lt__(self, other):
        return self.mark < other.mark if isinstance(other, Grade) else NotImplemented


one, two = Grade(1), Grade(2)
print(one < two, one <= two, one > two, one >= two, two <= Grade(2), two > Grade(2), Grade.__ge__.__name__)
told(lambda: one >= 3)
told(total_ordering, Room)
by_length = cmp_to_key(lambda a, b: len(a) - len(b))
print(sorted(["ccc", "a", "bb"], key=by_length), by_length("a") < by_length("bb"), by_length("a").obj)


class Lamp:
    def turn(self, on, *more):
        return on, more
    on = partialmethod(turn, True)
    off = partialmethod(turn, False, "slowly")


print(Lamp().on(), Lamp().off(1), Lamp.on(Lamp(), 2))


@functools.singledispatch
def kind(value, *more):
    return "thing"


@kind.register
def _(value: int):
    return "number"


@kind.register(list)
def of_list(value):
    return f"list of {kind(value[0])}"


@kind.register
def _(value: str | None):
    return "text or nothing"


print(kind(1.5), kind(True), kind([[3]]), kind("a"), kind(None), kind.dispatch(list) is of_list, len(kind.registry))
told(kind)


class Negator:
    @functools.singledispatchmethod
    def of(self, value):
        return "cannot"

    @of.register
    def _(self, value: int):
        return -value


print(Negator().of(5), Negator().of("x"))
