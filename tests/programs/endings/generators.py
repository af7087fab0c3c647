# A generator that is dropped where a finally would run is closed.
import contextlib


def guarded(name):
    try:
        yield 1
        yield 2
    finally:
        print("finally", name)


g = guarded("dropped")
print(next(g))
g = None
print("after")

g = guarded("not begun")
del g
print("nothing ran")

for value in guarded("broken off"):
    print(value)
    break
print("after break")


def first():
    for value in guarded("returned from"):
        return value


print(first())


def with_manager():
    with contextlib.suppress(ValueError):
        try:
            yield "in with"
        except GeneratorExit:
            print("GeneratorExit")
            raise


next(with_manager())
print("after with")


def outer():
    try:
        yield from guarded("inner")
    finally:
        print("outer")


o = outer()
next(o)
del o
print("after delegation")


def zipped():
    return list(zip(range(1), guarded("zipped")))


print(zipped())


class Resource:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, *details):
        print("close", details[0].__name__ if details[0] else None)


def lines():
    with Resource():
        yield "line 1"
        yield "line 2"


print(next(lines()))
print(next(iter(lines())))
rows = [guarded("row 0"), guarded("row 1")]
for row in rows:
    next(row)
rows.clear()
print("cleared")
last = guarded("at the end")
next(last)
