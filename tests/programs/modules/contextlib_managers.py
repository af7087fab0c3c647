"""contextlib: what is done on the way in and on the way out."""
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def room(name, forgiving=False):
    "a room"
    print("into", name)
    try:
        yield name.upper()
    except ValueError as failure:
        print("heard", failure)
        if not forgiving:
            raise
    finally:
        print("out of", name)


def told(call, *args):
    try:
        call(*args)
    except BaseException as failure:
        print(type(failure).__name__, failure, "/", repr(failure.__cause__), "/", repr(failure.__context__))


def fail_in(manager, failure):
    with manager as entered:
        print("with", entered)
        if failure is not None:
            raise failure


told(fail_in, room("hall"), None)
told(fail_in, room("hall", forgiving=True), ValueError("kept"))
told(fail_in, room("hall"), ValueError("let go"))
told(fail_in, room("hall"), StopIteration("stop"))
print(room.__name__, room("x").__doc__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def again():
    try:
        yield
    except KeyError:
        yield


@contextmanager
def another():
    try:
        yield
    except KeyError as failure:
        raise IndexError("instead") from failure


told(fail_in, never(), None)
told(fail_in, twice(), None)
told(fail_in, again(), KeyError("k"))
told(fail_in, another(), KeyError("k"))


@room("cellar")
def dig(depth):
    "digs"
    print("digging", depth)
    return depth * 2


print(dig(1), dig(2), dig.__name__, dig.__doc__)


class Noted(ContextDecorator):
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow

    def close(self):
        print("close", self.name)


@Noted("function")
def noted(x):
    return x + 1


print(noted(1))
with closing(Noted("thing")) as thing:
    print(thing.name)
with suppress(LookupError):
    raise KeyError("unseen")
told(fail_in, suppress(KeyError), ValueError("seen"))
with nullcontext(5) as five, nullcontext() as nothing:
    print(five, nothing)


class Open(AbstractContextManager):
    pass


told(Open)

with ExitStack() as stack:
    print(stack.enter_context(room("attic")), stack.enter_context(Noted("first")).name)
    stack.callback(print, "called", 1, sep="-")
    stack.push(Noted("swallower", swallow=True))
    stack.push(lambda kind, value, traceback: print("sees", kind.__name__))
    raise OSError("fire")


def explode(what):
    raise KeyError(what)


def leave_badly():
    with ExitStack() as stack:
        stack.push(lambda kind, value, traceback: print("got", repr(value), repr(value.__context__)))
        stack.callback(explode, "second")
        stack.callback(explode, "first")
        raise ValueError("body")


told(leave_badly)
with ExitStack() as stack:
    stack.callback(print, "later")
    kept = stack.pop_all()
print("now")
kept.close()
kept.close()
told(ExitStack().enter_context, 3)
