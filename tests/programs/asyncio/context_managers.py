# contextlib with coroutines.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext
from typing import AsyncIterator, Awaitable, Coroutine


@asynccontextmanager
async def resource(name, fails=False) -> AsyncIterator[str]:
    print("open", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as error:
        print("inside", error)
        if fails:
            raise
    finally:
        await asyncio.sleep(0)
        print("close", name)


class Manager:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("enter", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None)


@resource("decorated")
async def decorated(x):
    print("in decorated", x)
    return x


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("numbers closed")


async def main():
    async with resource("a") as a, resource("b") as b:
        print(a, b)
    async with resource("swallows"):
        raise ValueError("one")
    try:
        async with resource("raises", True):
            raise ValueError("two")
    except ValueError as error:
        print("outside", error)
    print(await decorated(1), await decorated(2))
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(resource("s1")))
        stack.callback(print, "plain callback")
        stack.push_async_callback(asyncio.sleep, 0)
        stack.enter_context(nullcontext())
        await stack.enter_async_context(Manager("m"))
        print("body")
    async with aclosing(numbers()) as n:
        async for i in n:
            if i == 2:
                break
    print("after")
    async with nullcontext(5) as five:
        print(five)

    @asynccontextmanager
    async def nothing():
        return
        yield

    @asynccontextmanager
    async def twice():
        yield 1
        yield 2

    for manager in (nothing, twice):
        try:
            async with manager():
                pass
        except RuntimeError as error:
            print(error)


asyncio.run(main())
