# Operators that classes define: reflected ones, in-place ones, NotImplemented, the subclass first.
class Money:
    def __init__(self, amount):
        self.amount = amount

    def __repr__(self):
        return f"Money({self.amount})"

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.amount + other.amount)
        if isinstance(other, int):
            return Money(self.amount + other)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return Money(self.amount - other.amount)

    def __rsub__(self, other):
        return f"{other} - {self.amount}"

    def __neg__(self):
        return Money(-self.amount)

    def __pos__(self):
        return "plus"

    def __invert__(self):
        return "not"

    def __abs__(self):
        return Money(abs(self.amount))

    def __iadd__(self, other):
        self.amount += other
        return self

    def __matmul__(self, other):
        return "matmul"

    def __floordiv__(self, n):
        return "floordiv"

    def __divmod__(self, n):
        return "divmod"

    def __pow__(self, n, modulo=None):
        return f"pow {n} {modulo}"

    def __round__(self, digits=None):
        return f"round {digits}"

    def __lshift__(self, other):
        return f"<< {other}"

    def __rand__(self, other):
        return f"{other} &"


class Special(Money):
    def __radd__(self, other):
        return "special first"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


a, b = Money(3), Money(4)
print(a + b, 5 + a, a + 5, sum([a, b]), a - b, 7 - a, -a, +a, ~a, abs(Money(-2)))
print(a @ b, a // 2, divmod(a, 2), a**2, pow(a, 2, 5), round(a), round(a, 1), a << 3, 6 & a)
print(a + Special(1), Special(1) + a)
same = a
a += 10
print(a, same is a)
a -= Money(1)
print(a, same is a)
attempt(lambda: a + "x")
attempt(lambda: "x" + a)
attempt(lambda: [] + a)
attempt(lambda: a * 2)
attempt(lambda: 2 * a)
attempt(lambda: a % 2)
attempt(lambda: a & 6)
attempt(lambda: a < b)
attempt(lambda: a >= 3)
attempt(lambda: -Money)
attempt(lambda: ~object())


def in_place():
    x = object()
    x += 1


attempt(in_place)


class Matrix:
    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return ("mul", other)


m = Matrix()
m *= 3
print(m)


class Number(int):
    def __add__(self, other):
        return Number(super().__add__(other))

    def __repr__(self):
        return f"<{int(self)}>" if False else "<" + super().__repr__() + ">"


n = Number(5)
print(n, n + 1, n * 2, 2 - n, n == 5, n < 6, hash(n) == hash(5), [n], {n: 1}[5], -n, n & 4)
