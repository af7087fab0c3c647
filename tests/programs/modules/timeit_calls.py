"""timeit: callables are timed; the numbers are checked, not shown."""
import timeit

calls = []
taken = timeit.timeit(lambda: calls.append(1), number=50)
print(len(calls), taken >= 0, type(taken).__name__)
ticks = iter(range(100))
clock = lambda: next(ticks)
print(timeit.timeit(lambda: None, lambda: calls.append("setup"), clock, 3), calls[-1])
print(timeit.repeat(lambda: None, timer=clock, repeat=3, number=2), timeit.Timer(lambda: None, timer=clock).timeit(5))
seen = []
number, taken = timeit.Timer(lambda: None, timer=clock).autorange(lambda n, t: seen.append(n))
print(number, taken, seen)
before = timeit.default_timer()
print(timeit.default_timer() >= before, timeit.timeit(number=10) >= 0, timeit.default_number, timeit.default_repeat)
for bad in (3, None):
    try:
        timeit.timeit(bad)
    except ValueError as error:
        print(error)
