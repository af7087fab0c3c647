# types and inspect, as far as they are about functions, generators, coroutines and classes.
import functools
import inspect
import types


def generator():
    yield 1


async def coroutine():
    return 1


async def async_generator():
    yield 1


class A:
    def method(self):
        """Says
            what it does.

            In full.
        """


c = coroutine()
print(isinstance(generator(), types.GeneratorType), isinstance(c, types.CoroutineType), isinstance(async_generator(), types.AsyncGeneratorType))
print(isinstance(A().method, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(lambda: 0, types.LambdaType))
print(types.NoneType, isinstance(None, types.NoneType), types.EllipsisType, types.NotImplementedType)
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isawaitable(5), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
for f in (generator, coroutine, async_generator, A.method, functools.partial(coroutine), len, A):
    print(inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(f), inspect.isasyncgenfunction(f), inspect.isfunction(f),
          inspect.isclass(f), inspect.isbuiltin(f), inspect.isroutine(f))
g = generator()
print(inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g))
list(g)
print(inspect.getgeneratorstate(g), inspect.isgenerator(g))
print(inspect.getdoc(A.method))
n = types.SimpleNamespace(a=1, b="two")
n.c = 3
print(n, n.a, n == types.SimpleNamespace(a=1, b="two", c=3), n == 5)


@types.coroutine
def old_style(x):
    got = yield x
    return got * 2


@types.coroutine
def delegates(x):
    return (yield from uses(x))


async def uses(x):
    return await old_style(x) + 1


async def outer(x):
    return await delegates(x)


o = outer(5)
print(o.send(None), inspect.isawaitable(old_style(1)), inspect.iscoroutine(old_style(1)))
try:
    o.send(10)
except StopIteration as stop:
    print(stop.value)
print(old_style.__name__, types.coroutine(uses) is uses)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)


class Meta(type):
    def __new__(mcs, name, bases, namespace, **keywords):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.keywords = keywords
        return cls

    def __init__(cls, *args, **keywords):
        pass


Made = types.new_class("Made", (A,), {"metaclass": Meta, "k": 1}, lambda namespace: namespace.update(x=5))
print(Made.__name__, type(Made).__name__, Made.x, Made.keywords, Made.__bases__)
