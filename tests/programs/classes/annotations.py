# Annotations: their texts are kept, and they are not evaluated.
from __future__ import annotations


class Record:
    name: str
    size: int = 3
    other: Not.There[int] = None

    def method(self, a: int, *args: str, key: bool = 1, **rest: dict[str, int]) -> list[Record]:
        local: Nowhere = a
        return [local]


class Derived(Record):
    more: float = 1.5


class Plain(Record):
    pass


def plain(x):
    return x


print(Record.__annotations__)
print(Record.method.__annotations__, plain.__annotations__)
print(Derived.__annotations__, Plain.__annotations__ if "__annotations__" in Plain.__dict__ else None)
print(Record.size, Record().method(5), hasattr(Record, "name"))


def inside():
    class Outer:
        def make(self):
            class _Inner:
                __hidden: int
                shown: str = "x"

            return _Inner

    return Outer().make().__annotations__


print(inside())
