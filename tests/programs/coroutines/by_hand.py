# Coroutines by hand: what they are, how they are driven, what is refused.
class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def add(a, b):
    x = await Ask(a)
    y = await Ask(b)
    return x + y


async def nested(n):
    if n == 0:
        return await Ask("bottom")
    return await nested(n - 1) + 1


def drive(coroutine, answers):
    asked = []
    try:
        question = coroutine.send(None)
        for answer in answers:
            asked.append(question)
            question = coroutine.send(answer)
        asked.append(question)
    except StopIteration as stop:
        return asked, stop.value
    return asked, None


print(drive(add("a", "b"), [1, 2]))
print(drive(nested(5), [10]))
c = add(1, 2)
print(type(c), type(c).__name__, c.__name__, c.__qualname__, repr(c)[:25])
print(c.cr_running, c.cr_await, c.cr_frame is not None)
print(c.send(None), c.cr_await is not None, c.cr_running)
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)
try:
    c.throw(ValueError("late"))
except RuntimeError as error:
    print(error)
c.close()


def refused(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


c = add(1, 2)
refused(lambda: c.send(1))
refused(lambda: [x for x in c])
refused(lambda: next(c))
refused(lambda: iter(c))
c.close()


async def wrong(value):
    return await value


for value in (1, "x", [1], None, print):
    c = wrong(value)
    refused(lambda: c.send(None))


class NoIterator:
    def __await__(self):
        return 5


class GivesCoroutine:
    def __await__(self):
        return add(1, 2)


c = wrong(NoIterator())
refused(lambda: c.send(None))


async def catches():
    try:
        await Ask("?")
    except ValueError as error:
        return f"caught {error}"
    finally:
        print("tidied")


c = catches()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)
c = catches()
c.send(None)
c.close()


async def stubborn():
    try:
        await Ask(1)
    except GeneratorExit:
        await Ask(2)


c = stubborn()
c.send(None)
refused(c.close)


async def stops():
    raise StopIteration("inside")


c = stops()
try:
    c.send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def twice():
    inner = Ask(0).__await__()
    c = add(1, 2)
    c.send(None)
    try:
        await c
    except Exception as error:
        print(type(error).__name__, error)
    c.close()
    try:
        await c
    except Exception as error:
        print(type(error).__name__, error)


try:
    twice().send(None)
except StopIteration:
    pass


async def awaits(c):
    return await c


inner = add("p", "q")
first, second = awaits(inner), awaits(inner)
print(first.send(None))
refused(lambda: second.send(None))
print(first.send(1))
refused(lambda: first.send(2))


class Wrapped:
    async def method(self, x):
        return await Ask(x) * 2

    @staticmethod
    async def static(x):
        return x

    @classmethod
    async def of_class(cls, x):
        return cls.__name__, await cls.static(x)


print(drive(Wrapped().method(4), [21]))
print(drive(Wrapped.of_class(7), []))
w = add(3, 4).__await__()
print(type(w).__name__, next(w), w.send(5))
try:
    w.send(6)
except StopIteration as stop:
    print(stop.value)


inside = add(1, 2)


def plain():
    yield from inside


refused(lambda: next(plain()))
inside.close()
f = lambda: (yield)
print(type(f()).__name__)


async def default(a, /, b=2, *args, c=3, **kwargs):
    return a, b, args, c, kwargs


print(drive(default(1), []), drive(default(1, 5, 6, c=7, d=8), []))
print(default.__code__.co_flags & 0x80, add.__name__)
x = add(1, 1)
y = x
print(x is y, x == y, bool(x), hash(x) == hash(y))
x.close()
