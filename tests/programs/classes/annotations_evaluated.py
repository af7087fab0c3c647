"""Annotations are evaluated where they stand: when a function is made, and when a class body runs."""
import functools
import inspect
import threading
import typing
from dataclasses import InitVar, KW_ONLY, dataclass, field, fields
from typing import ClassVar, List, Optional, Union

log = []


def noted(value, kind=int):
    log.append(value)
    return kind


class K:
    pass


def f(
    x: dict[str, int] | None, y: "K", z: K, w: list[K], u: List[int], v: K | None = noted("default"), *a: 5 + 1,
    k: (lambda: 3)() = 2, **rest: [i for i in range(3)],
) -> "list[K]":
    local: nobody = 3
    other: noted("never")
    return local


print(f.__annotations__)
print(inspect.signature(f))
print(typing.get_type_hints(f)["y"], typing.get_type_hints(f)["return"])


@functools.wraps(f)
@functools.lru_cache
def g(a: noted("first"), *, b: noted("second") = noted("before")) -> noted("last"):
    pass


print(log, g.__annotations__ == f.__annotations__)
log.clear()


class L:
    a: list[int]
    b: K = noted("value")
    c: K | None
    d: "K"
    e: Optional[K]
    (f): noted("in parentheses")
    if True:
        g: noted("g") = 5
    __private: noted("private") = 1

    def m(self, one: K, two: g = 5) -> b: ...

    async def n(self, it: "L") -> typing.AsyncIterator[int]:
        yield it


print(L.__annotations__, L.m.__annotations__, L.n.__annotations__)
print(log)
log.clear()
x: list[int] = []
y: noted("y")
z: "text"
log_of: dict = {}
log_of["k"]: noted("item") = 3
print(__annotations__, log)


def made():
    class Inner:
        pass

    class Other:
        one: Inner
        two: List[Inner] = ()

        def m(self, it: Inner) -> None:
            pass

    def g(it: Inner, n: int = 2): pass
    return Other.__annotations__, Other.m.__annotations__, g.__annotations__


print(made())


@dataclass
class D:
    a: int
    b: ClassVar[int] = 5
    c: "ClassVar[int]" = 6
    d: InitVar[int] = 7
    _: KW_ONLY
    e: list[int] = field(default_factory=list)
    f: typing.ClassVar = 3

    def __post_init__(self, d):
        print("d", d)


print(D(1), [(one.name, one.type) for one in fields(D)])


@functools.singledispatch
def kind(value):
    return "other"


@kind.register
def _(value: Union[int, float]): return "number"


@kind.register
def _(value: K | None): return "k"


print(kind(1), kind(K()), kind(None), kind(""))

try:
    def late(a: Later): pass
except NameError as error:
    print(error)
try:
    class Late:
        a: Later = 3
except NameError as error:
    print(error)


class Empty:
    pass


print(Empty.__annotations__, (lambda: 1).__annotations__, made.__annotations__)
f.__annotations__["x"] = "changed"
print(f.__annotations__["x"])
f.__annotations__ = {}
print(f.__annotations__)


class Pair(typing.NamedTuple):
    left: int
    right: "list[int]" = ()


print(Pair(1), typing.get_type_hints(Pair), Pair.__annotations__)
shared: int = 0
door = threading.Lock()


def count(times: int, step: type(shared) = 1) -> None:
    global shared
    for _ in range(times):
        with door:
            shared += step


threads = [threading.Thread(target=count, args=(3,)) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(shared, count.__annotations__)
