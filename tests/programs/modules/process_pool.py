# Pools of processes and of threads.
import multiprocessing
import os
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def square(number):
    return number * number


def power(base, exponent=2):
    return base**exponent


def fail(number):
    if number == 2:
        raise ValueError("no", number)
    return number


def unsendable(number):
    return lambda: number


def begin(first, second):
    global together
    together = first + second


def what_began(_):
    return together


def die(_):
    os._exit(1)


class Scaled:
    def __init__(self, factor):
        self.factor = factor

    def times(self, number):
        return self.factor * number


def broken():
    yield 1
    raise KeyError("in the iterable")


def attempt(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    with Pool(2) as pool:
        print(pool.map(square, range(6)), pool.map(square, []), pool.map(square, (1, 2, 3), chunksize=2))
        print(pool.starmap(power, [(2, 3), (3,)]), pool.apply(power, (2,), {"exponent": 5}), pool.map(Scaled(3).times, [1, 2]))
        result = pool.apply_async(square, (7,))
        print(result.get(), result.get(), result.ready(), result.successful())
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        print(attempt(pool.map, fail, [1, 2, 3]), "|", attempt(pool.apply, fail, (2,)))
        try:
            pool.apply(fail, (2,))
        except ValueError as error:
            print(type(error.__cause__), str(error.__cause__).splitlines()[-2:])
        results = pool.imap(fail, [1, 2, 3])
        print(next(results), attempt(next, results), next(results), attempt(next, results))
        print(attempt(lambda: list(pool.imap(square, broken()))), attempt(pool.map, square, 5))
        heard = []
        for call in (
            pool.apply_async(square, (3,), callback=heard.append),
            pool.map_async(square, [1, 2], callback=heard.append),
            pool.apply_async(fail, (2,), error_callback=lambda error: heard.append(repr(error))),
        ):
            call.wait()
        pool.close()
        pool.join()
        print(sorted(heard, key=str), attempt(pool.apply, square, (1,)))
    pool = Pool(1)
    print(attempt(pool.join), "|", attempt(pool.apply, lambda: 1)[:14], "|", attempt(pool.apply, unsendable, (1,))[:41])
    pool.terminate()
    pool.join()
    with Pool(2, begin, (3, 4), maxtasksperchild=1) as pool:
        print(pool.map(what_began, range(5), chunksize=1))
    with Pool(1) as pool:
        lost = pool.apply_async(die, (0,))
        print(pool.apply(square, (4,)), lost.ready())
    print(attempt(Pool, 0), "|", attempt(Pool, 1, 5), "|", attempt(Pool, 1, None, (), 0))
    with multiprocessing.get_context("fork").Pool(1) as pool:
        print(pool.apply(square, (5,)))

    with ThreadPool(2) as pool:
        here = []
        print(pool.map(square, range(4)), pool.apply(lambda: "no need to send it"), pool.apply(lambda thing: thing is here, (here,)))
        print(sorted(pool.imap_unordered(lambda number: number + 1, [3, 1, 2])), attempt(pool.map, fail, [2]))
    print(attempt(pool.map, square, [1]))


if __name__ == "__main__":
    main()
