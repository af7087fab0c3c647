"""What typing.get_type_hints and inspect.signature make of annotations that are texts."""
import inspect
import typing
from typing import Annotated, Any, Callable, ClassVar, Dict, List, Literal, Optional, Union


class Node:
    value: "int"
    children: "list[Node]"
    names: "dict[str, List['Node']] | None" = None
    kinds: ClassVar["Node"]
    limit: "ClassVar[int]" = 5

    def add(self, node: "Node", *more: "Node", at: "Optional[int]" = None) -> "tuple[Node, ...]":
        return ()


class Leaf(Node):
    value: "str"
    colour: 'Literal["red", "green"]'


def shown(what, *args, **keywords):
    try:
        hints = typing.get_type_hints(what, *args, **keywords)
        for name, hint in hints.items():
            print("   ", name, hint)
    except Exception as error:
        print("   ", type(error).__name__, error)


print(Node.add.__annotations__, Node.__annotations__["value"])
for what in (Node, Leaf, Node.add, Leaf("x").add if False else Node().add):
    print(what.__name__)
    shown(what)


def several(
    a: "list[int]", b: "Dict[str, list[float]]", c: "int | None" = None, d: "Union[int, str]" = 1,
    e: "Callable[[int, 'str'], bool]" = len, f: "Callable[..., None]" = len, g: "tuple[()]" = (), h: "None" = None,
    i: "'int'" = 3, j: "typing.Any" = 1, k: "-1" = 1, m: "[int, str]" = 1, n: "b'x'" = 1, o: "1.5" = 1, p: None = None,
    q: Annotated["int", "positive"] = 1, r: "Annotated[list[Annotated[int, 3]], dict(x=1, y=[2])]" = 1,
    s: 'Literal["a" "b", 0x10, True, None]' = 1, t: "type[Node]" = Node, u: Any = 1, v: List["Node"] = (),
) -> "list['Node']":
    pass


shown(several)
shown(several, include_extras=True)


def wrong(a: "list[int"): pass
def unknown(a: "list[nobody]"): pass
def nothing(a): pass


for what in (wrong, unknown, nothing, len, typing, 3, "text"):
    print(what if isinstance(what, (int, str)) else what.__name__)
    shown(what)
shown(unknown, None, {"nobody": float})
shown(unknown, {"nobody": int})


@typing.no_type_check
def unchecked(a: "list[nobody]"): pass


shown(unchecked)


def local():
    class Inner:
        other: "Inner"

    shown(Inner)
    shown(Inner, None, {"Inner": Inner})


local()
print(inspect.signature(Node.add))
print(inspect.signature(Node.add, eval_str=True))
print(inspect.signature(Node().add, eval_str=True).return_annotation)
print(inspect.signature(unknown, locals={"nobody": Node}, eval_str=True))
print(inspect.getmodule(local).__name__, inspect.getmodule(3))
