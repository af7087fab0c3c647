"""What inspect.signature and typing.get_type_hints say of the functions that dataclass makes."""
import inspect
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass
class Point:
    x: int
    y: "float" = 0.5
    tags: list[str] = field(default_factory=list)
    hidden: int = field(default=3, init=False)
    scale: InitVar[int] = 2
    _: KW_ONLY
    name: str | None = None
    more: typing.ClassVar[int] = 5


@dataclass(order=True)
class Three(Point):
    z: int = 1


print(inspect.signature(Point))
print(inspect.signature(Three))
print(inspect.signature(Point.__init__))
print(Three.__init__.__annotations__)
print({name: hint for name, hint in typing.get_type_hints(Point).items() if name != "_"})
print(typing.get_type_hints(Point.__init__))
print([parameter.kind.description for parameter in inspect.signature(Point).parameters.values()])
print(Point(1), Three(1, 2.0, z=3), Point.__doc__)
