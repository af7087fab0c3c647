"""inspect.getfullargspec, and checks of arguments by their annotations."""
import functools
import inspect
import typing


def deco(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs)

    return inner


@deco
def add(a: int, b: "int" = 2, *rest: float, flag: bool = True, **more: str) -> typing.Optional[int]:
    "Adds."


class K:
    def m(self, a, /, b=1, *, c, d=4): ...

    @classmethod
    def k(cls, x: int = 0) -> None: ...


print(inspect.signature(add), add.__annotations__, typing.get_type_hints(add))
for what in (add, add.__wrapped__, K.m, K().m, K.k, lambda: 1, lambda *a: a):
    spec = inspect.getfullargspec(what)
    print(spec, spec.args == spec[0])
try:
    inspect.getfullargspec(3)
except TypeError as error:
    print(error)


def checked(f):
    hints = typing.get_type_hints(f)

    @functools.wraps(f)
    def inner(*args):
        for name, value in inspect.signature(f).bind(*args).arguments.items():
            if name in hints and not isinstance(value, hints[name]):
                raise TypeError(f"{name} must be {hints[name].__name__}")
        return f(*args)

    return inner


@checked
def area(w: int, h: "int") -> int:
    return w * h


print(area(2, 3))
try:
    area(2, "3")
except TypeError as error:
    print(error)
