import copy
import pickle
import types
from types import GenericAlias


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Box:
    def __init__(self, *items):
        self.items = items

    label = "box"


class Flat:
    __slots__ = ()


a = GenericAlias(list, int)
b = GenericAlias(dict, (str, a))
print(a, b, GenericAlias(tuple, (int, ...)), GenericAlias(tuple, ()), GenericAlias(Box, ([int, str], None)))
print(a.__origin__ is list, b.__args__, a.__parameters__, a == GenericAlias(list, (int,)), a == GenericAlias(set, int), a != list)
print(hash(a) == hash(GenericAlias(list, int)), len({a, GenericAlias(list, int), b}), type(a) is GenericAlias, a.__class__ is GenericAlias)
print(a([1, 2]), b(x=1), a.__name__, a.__module__, a.append is list.append or "another", GenericAlias(Box, int).label)
made = GenericAlias(Box, int)(1, 2)
print(made.items, made.__orig_class__, GenericAlias(Flat, int)().__class__.__name__)
print(error(lambda: a[int]), "|", error(lambda: isinstance([], a)), "|", error(lambda: issubclass(list, a)))
print(list(a), copy.copy(b) == b, copy.deepcopy(b) is b, pickle.loads(pickle.dumps(b)) == b, error(lambda: a.nothing))
print(types.resolve_bases((a, Box)), types.new_class("Made", (GenericAlias(Box, int),)).__mro__[1] is Box)


class Duck:
    # Does as a generator that yields once and returns what it is sent.
    def __init__(self):
        self.steps = 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self.steps += 1
        if self.steps > 1:
            raise StopIteration(value)
        return "yielded"

    def throw(self, *details):
        raise details[0]

    def close(self):
        pass


@types.coroutine
def duck():
    return Duck()


@types.coroutine
def plain():
    return (yield "plain")


async def both():
    return await duck(), await plain()


running = both()
print(type(duck()).__name__, running.send(None), running.send(1))
try:
    running.send(2)
except StopIteration as end:
    print(end.value)
n = types.SimpleNamespace(a=1)
n.me = n
print(n, n == types.SimpleNamespace(a=1), types.MappingProxyType({"k": 1}), sorted(set(dir(types.MappingProxyType({}))) - set(dir(object())))[:3])
