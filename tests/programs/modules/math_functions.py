# math: what has one result on every C library.
import math
from math import pi, sqrt

print(pi, math.e, math.tau, math.inf, math.nan)
print(sqrt(2), math.sin(0.5), math.cos(0.5), math.exp(1.5), math.log(10), math.log2(8), math.log10(1000))
print(math.log(8, 2), math.log(10**400), math.log1p(0.5), math.expm1(1e-5), math.tanh(0.3), math.asinh(2.5))
print(math.ceil(2.1), math.floor(-2.1), math.trunc(-2.9), math.ceil(1e20), math.floor(True))
print(math.factorial(20), math.factorial(50), math.comb(10, 3), math.comb(3, 5), math.perm(5, 2), math.perm(4))
print(math.gcd(12, 18), math.gcd(), math.gcd(-4, 6, 10), math.lcm(4, 6), math.lcm(2, 0), math.isqrt(10**30 + 5))
print(math.prod([1, 2, 3.5]), math.prod([], start=7), math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]))
print(math.hypot(3, 4), math.hypot(1, 1), math.hypot(), math.dist((1, 2), (4, 6)))
print(math.frexp(10.5), math.frexp(-0.1), math.ldexp(0.5, 4), math.modf(-3.25), math.modf(math.inf))
print(math.fmod(7, -3), math.remainder(7, 3), math.copysign(1, -0.0), math.fabs(-3), math.pow(2, 0.5))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 2), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
print(math.ulp(1.0), math.nextafter(1, 2), math.atan2(1, -1), math.degrees(pi), math.radians(180))


class Real:
    def __float__(self):
        return 6.25

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"


class Whole:
    def __index__(self):
        return 4


print(math.sqrt(Real()), math.floor(Real()), math.ceil(Real()), math.trunc(Real()))
print(math.sqrt(Whole()), math.factorial(Whole()), math.gcd(Whole(), 6))

for wrong in (
    lambda: math.sqrt("a"),
    lambda: math.sqrt(-1),
    lambda: math.log(0),
    lambda: math.log(-1.5),
    lambda: math.exp(1000),
    lambda: math.pow(0, -1),
    lambda: math.acos(2),
    lambda: math.cos(math.inf),
    lambda: math.fmod(1, 0),
    lambda: math.factorial(-1),
    lambda: math.factorial(2.5),
    lambda: math.comb(-1, 2),
    lambda: math.isqrt(-1),
    lambda: math.gcd(1.5, 2),
    lambda: math.trunc("a"),
    lambda: math.floor("x"),
    lambda: math.floor(math.nan),
    lambda: math.ceil(math.inf),
    lambda: math.ldexp(1.0, 5000),
    lambda: math.dist((1,), (1, 2)),
    lambda: math.isclose(1, 1, rel_tol=-1),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
