# contextlib: stacks of exits, plain and asynchronous, and generators that yield once too often.
import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, suppress


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Room:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("leave", self.name, kind and kind.__name__)
        return self.swallow

    async def __aenter__(self):
        print("aenter", self.name)
        return self.name

    async def __aexit__(self, kind, value, trace):
        print("aleave", self.name, kind and kind.__name__)
        return self.swallow


def note(*args, **words):
    print("note", args, words)


def quiet(kind, value, trace):
    print("quiet", kind.__name__, value)


room = Room("a")
with ExitStack() as stack:
    stack.enter_context(room)
    stack.push(Room("b", True))
    stack.callback(print, "last")
    print(stack.callback(note, 1, x=2) is note, stack.push(quiet) is quiet)
    print([plain for plain, _ in stack._exit_callbacks], stack._exit_callbacks[0][1].__self__ is room, stack._exit_callbacks[4][1] is quiet)
    print(stack._exit_callbacks[3][1].__wrapped__ is note, stack._exit_callbacks[3][1].__name__)
    1 / 0
print(error(lambda: stack.enter_context(3)), "|", error(lambda: stack.callback(callback=note)) is not None)
with ExitStack() as stack:
    stack.enter_context(Room("moved"))
    kept = stack.pop_all()
kept.close()


@contextmanager
def twice():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


made = twice()
made.__enter__()
print(error(lambda: made.__exit__(None, None, None)), made.gen.gi_frame is None)


@contextmanager
def stubborn():
    try:
        yield
    except ValueError:
        yield


made = stubborn()
made.__enter__()
print(error(lambda: made.__exit__(ValueError, ValueError("x"), None)), made.gen.gi_suspended)


@asynccontextmanager
async def open_late(name):
    print("open", name)
    try:
        yield name
    finally:
        print("shut", name)


async def main():
    async def later(*args):
        print("later", args)

    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(open_late("x")), stack.enter_context(Room("y")))
        stack.push_async_exit(Room("z"))
        stack.push_async_callback(later, 1)
        stack.callback(note, "plain")
        print([plain for plain, _ in stack._exit_callbacks])
    try:
        await stack.enter_async_context(closing(None))
    except TypeError as e:
        print(e)
    with suppress(ZeroDivisionError), nullcontext(5) as five:
        print(five)
        1 / 0


asyncio.run(main())
