"""typing: what annotations are made of, and classes that take parameters."""
import typing
from typing import (TYPE_CHECKING, Annotated, Any, Callable, ClassVar, Dict, Final, FrozenSet, Generic, Iterable, Iterator, List, Literal,
                    NamedTuple, NewType, NoReturn, Optional, Protocol, Sequence, Set, Tuple, Type, TypeVar, Union, cast, get_args,
                    get_origin, overload)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


T = TypeVar("T")
K = TypeVar("K", int, str)
print(T, K, TypeVar("C", covariant=True), TypeVar("N", contravariant=True), T.__name__, K.__constraints__, T.__bound__)
print(List[int], Dict[str, List[int]], Set[str], FrozenSet[int], Tuple[int, ...], Tuple[()], Type[int], List, Sequence[int])
print(Optional[int], Union[int, str], Union[int, None], Union[int, str, None], Union[int], Union[int, Union[str, int]])
print(Callable[[int, str], bool], Callable[..., None], Callable[[], Any], Iterable[T], Iterator[int], Any, NoReturn)
print(Literal[1, "a", 1], ClassVar[int], Final[int], Annotated[int, "meters"], List["Node"], Optional["Node"])
print(List[T][int], Dict[str, T][int], Union[T, int][str], Optional[int] == Union[None, int], List[int] == List[int], List[int] != List[str])
print(hash(List[int]) == hash(List[int]), {Union[int, str]: 1}[Union[str, int]], get_origin(List[int]), get_args(Dict[str, int]))
print(get_args(Callable[[int], str]), get_origin(Optional[int]), get_origin(int), get_args(int), List[int].__args__)
print(cast(int, "x"), TYPE_CHECKING, NewType("UserId", int)(5), NewType("UserId", int))
for bad in (lambda: Dict[int], lambda: List[int, str], lambda: List(), lambda: Union(), lambda: Union[()], lambda: Any(), lambda: List[int](),
            lambda: TypeVar("T", int), lambda: Optional[int, str], lambda: List[int][str]):
    attempt(bad)


class Stack(Generic[T]):
    def __init__(self, items: Optional[List[T]] = None) -> None:
        self.items: List[T] = items or []

    def push(self, item: T) -> None:
        self.items.append(item)


s: Stack[int] = Stack()
s.push(3)
print(s.items, Stack[int]([1, 2]).items, Stack[int], isinstance(s, Stack), issubclass(Stack, Generic))


class Empty(Generic[K, T]):
    pass


attempt(lambda: Empty(1))
attempt(lambda: ClassVar[int, str])


class Movie(typing.TypedDict):
    name: str


print(Movie(name='x'), type(Movie(name='x')) is dict)


class Runs(Protocol):
    def run(self) -> None: ...


class Runner(Runs):
    def run(self) -> None:
        print("runs")


Runner().run()
attempt(Runs)


class Point(NamedTuple):
    """A place."""
    x: int
    y: int = 0

    def far(self):
        return self.x + self.y


p = Point(1)
print(p, p.x, p.y, p.far(), p == (1, 0), p._replace(y=5), p._asdict(), Point._fields, Point._field_defaults, Point.__doc__, len(p))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: setattr(p, "x", 2))
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "z"), Pair(a=1, b="q").b, Pair._fields)


def order():
    class Bad(NamedTuple):
        x: int = 1
        y: int


attempt(order)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x


print(f(3), typing.get_type_hints(Stack.push)["return"], typing.Text, typing.Deque[int], typing.DefaultDict[str, int], typing.Counter[str])
attempt(lambda: typing.final(3))
