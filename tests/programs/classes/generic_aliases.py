"""Builtin classes with types in brackets, and unions of them."""
import types

alias = list[int]
print(alias, alias.__origin__, alias.__args__, type(alias).__name__, dict[str, list[int]], tuple[int, ...])
print(isinstance(alias, types.GenericAlias), alias == list[int], alias != list[str], hash(alias) == hash(list[int]), alias([1, 2]))
print(int | list[str], list[int] | None, isinstance(5, int | str), int | str == str | int)
for attempt in (lambda: isinstance([], list[int]), lambda: int[str], lambda: list[int][str]):
    try:
        attempt()
    except TypeError as error:
        print(error)
