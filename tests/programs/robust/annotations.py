# What annotations name.


class A:
    x: int
    y: str = "a"
    z: None = None


class B(A):
    a: A


def f(a: int, b: A = None, *c: float, d: bytes = b"") -> str:
    pass


print(A.__annotations__, f.__annotations__)
print(B.__annotations__, B.__annotations__["a"] is A, f.__annotations__["b"] is A)


def g(a, b=1):
    pass


print(g.__annotations__)
