# Generators: throw, close, GeneratorExit and yield from in full.
def inner(swallow=None):
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as error:
        print("inner caught", error)
        yield "after"
    except GeneratorExit:
        print("inner exit")
        if swallow == "return":
            return "swallowed"
        if swallow == "yield":
            yield "ignored"
        raise
    finally:
        print("inner finally")
    return "inner result"


def outer(*args):
    try:
        result = yield from inner(*args)
        print("result", result)
    except GeneratorExit:
        print("outer exit")
        raise
    finally:
        print("outer finally")
    yield "more"


def over(iterable):
    return (yield from iterable)


def refused(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


g = outer()
print(next(g), g.send("hello"), next(g))
g.close()
g = outer()
print(next(g), g.throw(ValueError("v")), next(g))
g = outer()
next(g)
g.close()
g = outer("return")
next(g)
g.close()
kept = inner("yield")
g = over(kept)
next(g)
refused(g.close)
refused(lambda: next(g))
refused(lambda: kept.throw(KeyError("kept")))
g = outer()
g.close()
refused(lambda: g.throw(KeyError("k")))
g = outer()
refused(lambda: g.throw(KeyError, "begun not"))
refused(lambda: next(g))


class Closes:
    def __iter__(self):
        return self

    def __next__(self):
        return "n"

    def close(self):
        print("closed")


class Throws(Closes):
    def throw(self, *args):
        print("thrown", [type(arg).__name__ for arg in args])
        return "t"


g = over(Closes())
next(g)
g.close()
g = over(Closes())
next(g)
refused(lambda: g.throw(ValueError("no throw")))
g = over(Throws())
next(g)
print(g.throw(ValueError("x")))
g.close()
g = over([1, 2])
print(next(g))
refused(lambda: g.send(5))


def returns():
    try:
        yield
    finally:
        return "from finally"


g = over(returns())
next(g)
refused(lambda: g.throw(ValueError))


def self_closing():
    try:
        yield
    finally:
        refused(me.close)
        refused(lambda: next(me))


me = self_closing()
next(me)
me.close()


def stops():
    yield 1
    raise StopIteration("in a generator")


refused(lambda: list(stops()))


def handling():
    try:
        raise KeyError("outer")
    except KeyError:
        yield "in handler"
        try:
            raise
        except KeyError as error:
            yield repr(error)


try:
    raise ValueError("around")
except ValueError:
    for x in handling():
        print(x)


def context():
    try:
        yield
    except ValueError as error:
        raise KeyError("second") from error


g = context()
next(g)
try:
    g.throw(ValueError("first"))
except KeyError as error:
    print(repr(error.__cause__), repr(error.__context__))
