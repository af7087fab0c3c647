# Unions of types by `|`.


class A:
    pass


class B(A):
    pass


number = int | float
print(number, int | None, None | str, A | int, int | str | int, int | int is int)
print(isinstance(1, number), isinstance("x", number), isinstance(None, int | None), isinstance(B(), A | int))
print(issubclass(bool, number), issubclass(str, number), isinstance(1, (str, int | float)))
print(number == float | int, number != int | str, hash(number) == hash(float | int), number.__args__)
print((int | str) | None, int | (str | float), {int | str: 1}[str | int])
for attempt in (lambda: int | 1, lambda: 1 | int, lambda: None | None, lambda: int & str, lambda: int | "x"):
    try:
        print(attempt())
    except TypeError as error:
        print(error)


def f(x: int | None = None) -> list[int] | None:
    return [x]


print(f(1))


class Pair(tuple):
    pass


print(isinstance(1, Pair((str, int))), type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
for attempt in (lambda: type(None)(1), lambda: type(...)(x=1)):
    try:
        attempt()
    except TypeError as error:
        print(error)
A.__name__ = "Z"
A.__qualname__ = "Y.Z"
print(A.__name__, A.__qualname__, A, A.__base__, B.__mro__[1] is A, A.__subclasses__())
for attempt in ("__name__", "__qualname__"):
    try:
        setattr(A, attempt, 5)
    except TypeError as error:
        print(error)
