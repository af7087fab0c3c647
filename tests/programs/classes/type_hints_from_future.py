"""Annotations under `from __future__ import annotations`: texts, until somebody asks what they name."""
from __future__ import annotations

import functools
import inspect
import typing


class Tree:
    left: Tree | None
    right: "Tree | None" = None
    sizes: dict[str, list[int]]

    def find(self, name: str, *, deep: bool = True) -> typing.Optional[Tree]: ...


def f(x: dict[str, int] | None, *a: int, **k: 'str') -> list[Tree]: ...


print(Tree.__annotations__)
print(f.__annotations__, Tree.find.__annotations__)
print(typing.get_type_hints(Tree))
print(typing.get_type_hints(f))
print(typing.get_type_hints(Tree.find))
print(inspect.signature(f))
print(inspect.signature(f, eval_str=True))


@functools.singledispatch
def kind(value):
    return "other"


@kind.register
def _(value: int | float):
    return "number"


@kind.register
def _(value: Tree):
    return "tree"


print(kind(1), kind(Tree()), kind(""))
