# Exceptions thrown into generators, and where they are caught.

def attempt(what):
    try:
        print(what())
    except BaseException as e:
        print(type(e).__name__, e)


class Bad(Exception):
    def __new__(cls, *args):
        return cls


class Own(Exception):
    def __init__(self, *args):
        super().__init__("own", *args)


def numbers():
    try:
        yield 1
    except ValueError as e:
        yield ("caught", e.args)


def begun():
    g = numbers()
    next(g)
    return g


attempt(lambda: begun().throw(Bad))
attempt(lambda: numbers().throw(Bad))
attempt(lambda: numbers().throw(ValueError(1)))
attempt(lambda: begun().throw(ValueError(1)))
attempt(lambda: begun().throw(ValueError))
attempt(lambda: begun().throw(ValueError, "text"))
attempt(lambda: begun().throw(ValueError, (1, 2)))
attempt(lambda: begun().throw(ValueError, ValueError(7)))
attempt(lambda: begun().throw(Own))
attempt(lambda: begun().throw(Own, 5))
attempt(lambda: begun().throw(1))
attempt(lambda: begun().throw(int))
attempt(lambda: begun().throw(ValueError(1), 2))
attempt(lambda: numbers().throw(StopIteration))
g = numbers()
attempt(lambda: g.throw(KeyError("k")))
print(list(g))


def failing():
    yield 1
    raise KeyError("inside")


def unpacked(pair):
    try:
        a, b = pair
    except KeyError as e:
        return ("handled", e.args)
    return (a, b)


print(unpacked(failing()), unpacked(iter([1, 2])))


def starred(values):
    try:
        a, *b = values
    except KeyError as e:
        return ("handled", e.args)
    return (a, b)


print(starred(failing()), starred(x for x in [1, 2, 3]))


def local_or_not():
    def inner():
        return y
    try:
        print(y)
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
    return inner()


print(local_or_not())


class Batch(list):
    pass


def spoken():
    for i in range(3):
        print("making", i)
        yield i


print(Batch(spoken()), Batch(x for x in Batch(spoken())))
