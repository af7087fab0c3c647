"""fractions and numbers: exact arithmetic, texts of fractions, and the tower of numbers."""
import math
import numbers
from fractions import Fraction


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


for args in ((), (3,), (6, 4), (6, -4), (0, -5), (True,), (0.1,), (1.5,), (Fraction(1, 2), Fraction(3, 4)), (Fraction(1, 2), 3), (1, 0), (1.5, 2), ("1", 2), (None,), (float("inf"),), (float("nan"),)):
    told(Fraction, *args)
for text in ("3/7", " -3/7\n", "+1.25", ".5", "5.", "1e3", "-2.5E-2", "1_000/3", "3 /7", "3/-7", "", "-", "1/0", "x", "1.2/3", "1e", "1__0", "_1", "1_", "1.2_3", "0x1", "inf", "1/3/4"):
    told(Fraction, text)
a, b = Fraction(3, 4), Fraction(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, +a, abs(b), a ** 3, a ** -2, b ** -3, b ** 2)
print(a + 1, 1 + a, 2 - a, a - 2, 3 * a, a / 3, 3 / a, 7 // a, 7 % a, divmod(7, a), 2 ** Fraction(3), 4 ** Fraction(1, 2), a ** 0.5, 2.0 ** a)
print(a + 0.5, 0.5 - a, a * 2.0, 1.0 / a, 2.0 // a, 2.0 % a, divmod(2.0, a), a ** b)
print(a == 0.75, a == 3, Fraction(3) == 3, a < 1, a > b, a <= 0.75, a >= 0.7500001, 1 > a, 0.5 < a, a != b, a == "x", a < float("inf"), a > float("nan"), a == float("inf"))
print(hash(Fraction(5)) == hash(5), hash(a) == hash(0.75), hash(b), {a: 1}[0.75], bool(Fraction(0)), bool(a))
print(int(Fraction(-7, 2)), math.trunc(Fraction(7, 2)), math.floor(Fraction(-7, 2)), math.ceil(Fraction(-7, 2)), float(a), [round(Fraction(n, 2)) for n in range(-5, 6)])
print(round(Fraction(22, 7), 3), round(Fraction(12345, 7), -2), round(a, 0), str(Fraction(4)), str(a), f"{a}")
told(lambda: a / 0)
told(lambda: a // 0)
told(lambda: a % Fraction(0))
told(lambda: Fraction(0) ** -1)
told(lambda: a + "x")
told(lambda: a < "x")
told(lambda: a < None)
pi = Fraction(math.pi)
print([pi.limit_denominator(limit) for limit in (1, 7, 100, 1000, 10**6)], Fraction(0.1).limit_denominator(), pi.as_integer_ratio() == math.pi.as_integer_ratio())
told(pi.limit_denominator, 0)
told(Fraction.from_float, 0.3)
told(Fraction.from_float, "x")
print(sum([Fraction(1, n) for n in range(1, 11)]), max(a, b), sorted([a, b, 0.1, 2]), a.numerator, a.denominator, a.real, a.imag, a.conjugate())


class Third(Fraction):
    pass


print(repr(Third(1, 3)), type(Third(1, 3) + 1).__name__, Third(2, 6) == Fraction(1, 3))
for value in (1, True, 1.5, a, "x", None):
    print(value, [isinstance(value, kind) for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(issubclass(int, numbers.Rational), issubclass(float, numbers.Rational), issubclass(numbers.Integral, numbers.Real))


class Whole(numbers.Integral):
    pass


told(numbers.Real)
told(Whole)
print(len(numbers.Real.__abstractmethods__) > 20, sorted(numbers.Rational.__abstractmethods__)[-4:])
