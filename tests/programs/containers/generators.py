"""Generators: send, throw, close, return values, and delegation."""


def attempt(action):
    try:
        print('->', action())
    except BaseException as error:
        print('->', error.__class__.__name__, error)


def echo():
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = 'caught ' + str(error)
        finally:
            print('(finally)', end=' ')


g = echo()
attempt(lambda: g.send('too early'))
attempt(lambda: next(g))
attempt(lambda: g.send(1))
attempt(lambda: g.throw(ValueError('thrown')))
attempt(lambda: g.throw(ValueError))
attempt(lambda: g.throw(ValueError, 'old style'))
attempt(lambda: g.throw(KeyError('lost')))
attempt(lambda: next(g))
attempt(lambda: g.send(1))
attempt(lambda: g.throw(KeyError('after the end')))
attempt(lambda: g.close())


def returns():
    yield 1
    return 'the value'


g = returns()
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)


def delegates():
    result = yield from returns()
    print('result', result)
    result = yield from [10, 20]
    print('result', result)
    return 'done'


print(list(delegates()))


def closes():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('finally')


g = closes()
attempt(lambda: g.close())
g = closes()
next(g)
attempt(lambda: g.close())
attempt(lambda: g.close())
attempt(lambda: next(g))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print('ignored')
        yield 2


g = stubborn()
next(g)
attempt(lambda: g.close())


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 5


g = returns_on_close()
next(g)
attempt(lambda: g.close())


def inner():
    try:
        while True:
            got = yield 'inner'
            print('inner got', got)
    except KeyError as error:
        print('inner caught', error)
        yield 'handled'
    finally:
        print('inner ends')
    return 'inner result'


def outer():
    result = yield from inner()
    print('outer has', result)
    yield 'after'


g = outer()
attempt(lambda: next(g))
attempt(lambda: g.send('hello'))
attempt(lambda: g.throw(KeyError('k')))
attempt(lambda: next(g))
attempt(lambda: next(g))
g = outer()
next(g)
attempt(lambda: g.throw(TypeError('through')))
g = outer()
next(g)
attempt(lambda: g.close())


def bad():
    yield 1
    raise StopIteration('inside')


attempt(lambda: list(bad()))


def recursive():
    yield next(me)


me = recursive()
attempt(lambda: next(me))


def raises():
    yield 1
    raise RuntimeError('in the generator')


g = raises()
next(g)
attempt(lambda: next(g))
attempt(lambda: next(g))
squares = (x * x for x in range(5))
print(next(squares), 4 in squares, list(squares), sum(x for x in range(4)), iter(squares) is squares)
g = returns()
print(g.gi_running, g.gi_suspended, next(g), g.gi_suspended, g.gi_yieldfrom)
attempt(lambda: g.throw(5))
attempt(lambda: g.nothing)


def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


print(*fibonacci(50), dict(zip('abc', fibonacci(10))))
