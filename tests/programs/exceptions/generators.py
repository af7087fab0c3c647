# Exceptions in and through generators (PEP 342, 380, 479).
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))


def numbers():
    try:
        received = yield 1
        print("received", received)
        yield 2
    except ValueError as error:
        print("in generator", error)
        yield "handled"
    finally:
        print("closing")
    return "result"


g = numbers()
print(next(g), g.send("hello"))
print(g.throw(ValueError("thrown")))
attempt(lambda: next(g))
attempt(lambda: next(g))

g = numbers()
next(g)
attempt(lambda: g.throw(KeyError("k")))
attempt(lambda: g.send(None))
g = numbers()
attempt(lambda: g.send(1))
g.close()
attempt(lambda: next(g))


def stops():
    yield 1
    raise StopIteration("inside")


def leaks():
    yield next(iter([]))


attempt(lambda: list(stops()))
attempt(lambda: list(leaks()))


def inner():
    try:
        x = yield "a"
        print("inner got", x)
    except KeyError as error:
        print("inner caught", error)
        yield "b"
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [1, 2]
    yield from (c for c in "xy")
    return "outer result"


g = outer()
print(next(g), g.throw(KeyError("to inner")), next(g), next(g), next(g), next(g))
attempt(lambda: next(g))
g = outer()
next(g)
print(g.send("value"))


def ignoring():
    try:
        yield
    except GeneratorExit:
        yield


g = ignoring()
next(g)
attempt(g.close)


def running():
    yield next(me)


me = running()
attempt(lambda: next(me))


def returning():
    return 5
    yield


try:
    next(returning())
except StopIteration as stop:
    print("value", stop.value)


class Sub:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("sub result")


def delegating():
    result = yield from Sub()
    print(result)


print(list(delegating()))


def context():
    try:
        yield
    except ValueError:
        raise KeyError("new")


g = context()
next(g)
try:
    g.throw(ValueError("old"))
except KeyError as error:
    print(repr(error), repr(error.__context__))


def counter(start):
    while True:
        sent = yield start
        start = start + 1 if sent is None else sent


c = counter(5)
print(next(c), next(c), c.send(100), next(c), [x for x, _ in zip(c, "abc")])
attempt(lambda: (yield_outside for yield_outside in 5))
print(sum(x * x for x in range(4)), list(x for x in range(3) if x != 1), (lambda: [(yield)])().__next__())
