# Unions beside what typing has: they are one of its kind where a part is.
import collections.abc
import copy
import pickle
import typing

T = typing.TypeVar("T")
S = typing.TypeVar("S")
print(int | T, type(int | T) is type(typing.Union[int, T]), isinstance(1, int | T), issubclass(bool, typing.Union[int, T]))
for union in (T | int, typing.Union[T, int]):
    try:
        isinstance(1, union)
    except TypeError as error:
        print("TypeError")
L = typing.Literal
print((L[0] | L[False]).__args__, L[1] | L[1], L[0] == L[False], L[1, True])
print(typing.Union[str, int, typing.List[int]] == str | int | typing.List[int], typing.Union[int | str, list])
print(list[int | list[T]].__parameters__, (list[T] | list[S])[int, T], (float | list[T])[int], list[int | str])
print((int | T | bytes)[str], (int | T)[int | str])
for copied in (copy.copy(list[T] | int), copy.deepcopy(list[T] | int), pickle.loads(pickle.dumps(list[T] | int))):
    print(copied == list[T] | int, copied.__args__, copied.__parameters__)
for pair in ((int | str, int | str), (int | str, 3)):
    try:
        pair[0] < pair[1]
    except TypeError as error:
        print(error)


class TypeVar:
    pass


try:
    str | TypeVar()
except TypeError as error:
    print(error)
print(collections.abc.Callable[[int, str], bool], collections.abc.Callable[..., int] | None, collections.abc.Iterable[int])
print(collections.abc.Callable[[int, T], bool][str], collections.abc.Mapping[str, int].__args__, collections.abc.Callable[[int], T].__args__)
print(typing.IO | str, typing.get_args(int | str), typing.List[int | str])


class Numbers(typing.List[int]):
    pass


class Keyed(typing.Hashable):
    def __hash__(self):
        return 1


class Bare(typing.Iterable):
    def __iter__(self):
        return iter("ab")


print(isinstance(3, typing.Hashable), isinstance([], typing.Hashable), isinstance([], typing.Sized), typing.Hashable, int | typing.Sized)
print(hash(Keyed()), Keyed.__mro__[1].__name__, [*Bare()])

print(Numbers.__bases__, Numbers.__orig_bases__, Numbers([1, 2]))
