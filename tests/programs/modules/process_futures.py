# Pools of processes in concurrent.futures.
import os
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


def square(number, plus=0):
    return number * number + plus


def fail(number):
    raise ValueError("no", number)


def die():
    os._exit(3)


def begin(first, second):
    global together
    together = first + second


def what_began():
    return together


def unsendable():
    return lambda: 0


def local():
    def inside():
        pass

    return inside


class Pair(Exception):
    def __init__(self, one, other):
        super().__init__(one)
        self.other = other


def raise_pair():
    raise Pair(1, 2)


def attempt(what, *args, **kwargs):
    try:
        return what(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    with ProcessPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(square, number, plus=1) for number in range(5)]
        print([future.result() for future in futures], futures[0].done(), futures[0].running())
        print(list(pool.map(square, range(7), chunksize=3)), list(pool.map(square, [1, 2], [10, 20])))
        print(sorted(future.result() for future in as_completed(futures)))
        error = pool.submit(fail, 1).exception()
        print(repr(error), type(error.__cause__), str(error.__cause__).splitlines()[-2:])
        print(attempt(lambda: list(pool.map(fail, [1, 2]))), "|", attempt(pool.map, square, [1], chunksize=0))
        print(attempt(pool.submit(local()).result), "|", attempt(pool.submit(unsendable).result))
        print(repr(pool.submit(lambda: 1).exception())[:13])
        done, others = wait([pool.submit(fail, 3)], return_when=FIRST_EXCEPTION)
        print(len(done), len(others))
        heard = []
        pool.submit(square, 9).add_done_callback(lambda future: heard.append(future.result()))
    print(heard, attempt(pool.submit, square, 1))

    pool = ProcessPoolExecutor(1)
    print(attempt(pool.submit(die).result))
    print(attempt(pool.submit, square, 1))
    pool.shutdown()
    pool = ProcessPoolExecutor(1)
    error = pool.submit(raise_pair).exception()
    print(type(error) is BrokenProcessPool, type(error.__cause__).__name__)
    with ProcessPoolExecutor(1, initializer=begin, initargs=(3, 4)) as pool:
        print(pool.submit(what_began).result())
    print(attempt(ProcessPoolExecutor, 0), "|", attempt(ProcessPoolExecutor, initializer=5))
    pool = ProcessPoolExecutor(1)
    future = pool.submit(square, 6)
    pool.shutdown(wait=False)
    print(future.result())
    pool = ProcessPoolExecutor(1)
    pool.submit(print, "at the end", flush=True)


if __name__ == "__main__":
    main()
