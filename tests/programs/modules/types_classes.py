"""types: the classes of the machine's objects, namespaces, proxies, and classes made by a call."""
import threading
import types
from types import MappingProxyType, SimpleNamespace


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


class Thing:
    def method(self):
        yield 1

    @classmethod
    def maker(cls):
        return lambda: cls

    @staticmethod
    def plain():
        pass


thing = Thing()
kinds = ("FunctionType", "LambdaType", "MethodType", "GeneratorType", "BuiltinFunctionType", "ModuleType", "CellType", "CodeType", "TracebackType", "NoneType", "EllipsisType", "NotImplementedType", "UnionType", "FrameType")
try:
    1 / 0
except ZeroDivisionError as error:
    trace = error.__traceback__
values = [told, lambda: 1, thing.method, Thing.method, Thing.maker, Thing.plain, thing.method(), len, threading, Thing.maker().__closure__[0], told.__code__, trace, None, ..., NotImplemented, int | None, thing.method().gi_frame, Thing, 3]
for value in values:
    print([kind for kind in kinds if isinstance(value, getattr(types, kind))])

space = SimpleNamespace(b=1, a=[2])
space.c = space
print(space, space == SimpleNamespace(b=1, a=[2], c=space), SimpleNamespace() == SimpleNamespace(), SimpleNamespace(a=1) == {"a": 1})
del space.c
print(space, vars(space), space.a)
told(SimpleNamespace, 1)


class Sub(SimpleNamespace):
    pass


print(Sub(x=1), Sub(x=1) == SimpleNamespace(x=1), type(space).__name__, SimpleNamespace.__module__)

inside = {"a": 1, "b": 2}
proxy = MappingProxyType(inside)
inside["c"] = 3
print(proxy, str(proxy), proxy["a"], len(proxy), [*proxy], "c" in proxy, proxy.get("z", 9), [*proxy.items()], [*reversed(proxy)], [*proxy.values()])
print(proxy == inside, proxy == MappingProxyType({"a": 1}), proxy | {"d": 4}, {"d": 4} | proxy, proxy.copy() is inside, {**proxy}, dict(proxy), type(proxy).__name__)


def change():
    proxy["a"] = 2


def extend():
    global proxy
    proxy |= {}


told(change)
told(extend)
told(lambda: proxy["q"])
told(hash, proxy)
told(MappingProxyType, [1])
told(MappingProxyType, 5)

Made = types.new_class("Made", (Thing,), None, lambda namespace: namespace.update(size=3, double=lambda self: self.size * 2))
print(Made.__name__, Made.__bases__, Made.size, Made().double(), types.resolve_bases((Thing,)), types.prepare_class("X", (), {"metaclass": type}))


class Dynamic:
    @types.DynamicClassAttribute
    def name(self):
        return "one"


print(Dynamic().name)
told(lambda: Dynamic.name)
print(types.UnionType, type(int | str).__name__, types.UnionType.__module__)
