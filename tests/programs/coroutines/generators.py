# async for, async with, asynchronous comprehensions and generators, driven by hand.
class Pause:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        return (yield self.tag)


def run(coroutine):
    pauses = []
    try:
        while True:
            pauses.append(coroutine.send(None))
    except StopIteration as stop:
        print("pauses", pauses)
        return stop.value


async def count(n):
    try:
        for i in range(n):
            await Pause(f"p{i}")
            yield i
    finally:
        print("count is over")


async def loop():
    total = []
    async for i in count(3):
        total.append(i)
    else:
        total.append("else")
    return total


print(run(loop()))


async def comprehensions():
    a = [i * i async for i in count(4) if i % 2]
    b = {i: await Pause(i) async for i in count(2)}
    c = {i async for i in count(2)}
    d = [await Pause(x) or x for x in "ab"]
    e = [x async for x in (i + 1 async for i in count(2))]
    g = (await Pause(i) or i for i in range(3))
    print(type(g).__name__)
    f = [x async for x in g]
    h = [[j async for j in count(i)] for i in range(2)]
    return a, b, c, d, e, f, h


print(run(comprehensions()))


class Steps:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Pause("step")
        return self.n


async def over(steps):
    got = []
    async for i in steps:
        if i == 3:
            continue
        if i == 1:
            break
        got.append(i)
    else:
        got.append("never")
    return got


print(run(over(Steps(6))))


class Manager:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    async def __aenter__(self):
        await Pause("enter " + self.name)
        print("in", self.name)
        return self.name.upper()

    async def __aexit__(self, kind, error, traceback):
        await Pause("exit " + self.name)
        print("out", self.name, kind.__name__ if kind else None, error)
        return self.swallows


async def blocks():
    async with Manager("a") as a, Manager("b", True) as b:
        print(a, b)
        raise KeyError("lost")
    for i in range(3):
        async with Manager("c") as c:
            if i == 1:
                break
            continue
    async with Manager("d"):
        return "returned"


print(run(blocks()))


async def sends():
    got = []
    while len(got) < 3:
        got.append((yield len(got)))
    print("sent", got)


async def asend():
    g = sends()
    print(await g.asend(None), await g.asend("x"), await g.asend("y"))
    try:
        await g.asend("z")
    except StopAsyncIteration as stop:
        print("end", stop.args)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print("still at its end")


run(asend())


async def thrown():
    try:
        yield 1
        yield 2
    except ValueError as error:
        yield f"caught {error}"
    finally:
        await Pause("finally")
        print("finally")


async def athrow():
    g = thrown()
    print(await g.__anext__())
    print(await g.athrow(ValueError("v")))
    await g.aclose()
    await g.aclose()
    g = thrown()
    print(await g.__anext__())
    await g.aclose()
    g = thrown()
    await g.aclose()
    g = thrown()
    try:
        await g.athrow(KeyError, "k")
    except KeyError as error:
        print("key", error)
    g = thrown()
    await g.__anext__()
    try:
        await g.athrow(KeyError("k2"))
    except KeyError as error:
        print("key", error)


run(athrow())


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def refusals():
    g = ignores()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)
    numbers = count(1)
    a = numbers.__anext__()
    await a
    try:
        await a
    except RuntimeError as error:
        print(error)
    await numbers.aclose()
    for value in (5, [1], None):
        try:
            async for x in value:
                pass
        except TypeError as error:
            print(error)
        try:
            async with value:
                pass
        except TypeError as error:
            print(error)

    class Half:
        def __aiter__(self):
            return 5

    class Bad:
        def __aiter__(self):
            return self

        def __anext__(self):
            return 5

    class NoExit:
        async def __aenter__(self):
            pass

    class Plain:
        def __aenter__(self):
            return 1

        def __aexit__(self, *args):
            return 2

    for value in (Half(), Bad()):
        try:
            async for x in value:
                pass
        except TypeError as error:
            print(error)
    for value in (NoExit(), Plain()):
        try:
            async with value:
                pass
        except TypeError as error:
            print(error)
    g = count(2)
    print(await anext(g), await anext(g), await anext(g, "default"))
    print(aiter(g) is g, type(g).__name__, repr(g)[:29])
    try:
        await anext(g)
    except StopAsyncIteration as stop:
        print("stop", stop.args)
    for function in (aiter, anext):
        try:
            function(3)
        except TypeError as error:
            print(error)


run(refusals())


async def raises(what):
    yield 1
    raise what


async def through():
    for what in (StopIteration(1), StopAsyncIteration(2), ValueError(3)):
        try:
            async for x in raises(what):
                pass
        except Exception as error:
            print(type(error).__name__, error, repr(error.__cause__))


run(through())


async def late():
    async for x in count(2):
        yield x
    return


async def collect():
    return [x async for x in late()]


print(run(collect()))


async def overlapping():
    g = count(3)
    first = g.__anext__()
    first.send(None)
    try:
        g.__anext__().send(None)
    except RuntimeError as error:
        print(error)
    print(g.ag_running)
    try:
        first.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    print(g.ag_running)
    await g.aclose()


run(overlapping())
