# math: what the C library does with one or two floating-point numbers is the machine's; the rest is written here.

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def _real(x):
    if isinstance(x, (int, float)):
        return float(x)
    kind = type(x)
    if hasattr(kind, "__float__") or hasattr(kind, "__index__"):
        return float(x)
    raise TypeError(f"must be real number, not {kind.__name__}")


def _whole(x):
    if isinstance(x, int):
        return int(x)
    kind = type(x)
    if hasattr(kind, "__index__"):
        return kind.__index__(x)
    raise TypeError(f"'{kind.__name__}' object cannot be interpreted as an integer")


def acos(x, /):
    return vm_math("acos", _real(x))


def acosh(x, /):
    return vm_math("acosh", _real(x))


def asin(x, /):
    return vm_math("asin", _real(x))


def asinh(x, /):
    return vm_math("asinh", _real(x))


def atan(x, /):
    return vm_math("atan", _real(x))


def atanh(x, /):
    return vm_math("atanh", _real(x))


def cbrt(x, /):
    return vm_math("cbrt", _real(x))


def cos(x, /):
    return vm_math("cos", _real(x))


def cosh(x, /):
    return vm_math("cosh", _real(x))


def erf(x, /):
    return vm_math("erf", _real(x))


def erfc(x, /):
    return vm_math("erfc", _real(x))


def exp(x, /):
    return vm_math("exp", _real(x))


def exp2(x, /):
    return vm_math("exp2", _real(x))


def expm1(x, /):
    return vm_math("expm1", _real(x))


def fabs(x, /):
    return abs(_real(x))


def gamma(x, /):
    return vm_math("gamma", _real(x))


def lgamma(x, /):
    return vm_math("lgamma", _real(x))


def log1p(x, /):
    return vm_math("log1p", _real(x))


def sin(x, /):
    return vm_math("sin", _real(x))


def sinh(x, /):
    return vm_math("sinh", _real(x))


def sqrt(x, /):
    return vm_math("sqrt", _real(x))


def tan(x, /):
    return vm_math("tan", _real(x))


def tanh(x, /):
    return vm_math("tanh", _real(x))


def atan2(y, x, /):
    return vm_math_of_two("atan2", _real(y), _real(x))


def copysign(x, y, /):
    return vm_math_of_two("copysign", _real(x), _real(y))


def fmod(x, y, /):
    return vm_math_of_two("fmod", _real(x), _real(y))


def nextafter(x, y, /):
    return vm_math_of_two("nextafter", _real(x), _real(y))


def pow(x, y, /):
    return vm_math_of_two("pow", _real(x), _real(y))


def remainder(x, y, /):
    return vm_math_of_two("remainder", _real(x), _real(y))


def _logarithm(function, x):
    # Whole numbers may be larger than any floating-point number.
    kind = type(x)
    if kind is not float and kind is not int and not hasattr(kind, "__float__") and hasattr(kind, "__index__"):
        x = kind.__index__(x)
    if isinstance(x, int):
        if x <= 0:
            raise ValueError("math domain error")
        bits = vm_bit_length(x)
        if bits > 1024:
            return vm_math(function, x / (1 << bits)) + vm_math(function, 2.0) * bits
    return vm_math(function, _real(x))


def log(x, *base):
    if len(base) > 1:
        raise TypeError(f"log expected at most 2 arguments, got {1 + len(base)}")
    if not base:
        return _logarithm("log", x)
    numerator = _logarithm("log", x)
    return numerator / _logarithm("log", base[0])


def log2(x, /):
    return _logarithm("log2", x)


def log10(x, /):
    return _logarithm("log10", x)


def _rounded(x, method, function):
    kind = type(x)
    if kind is not float and hasattr(kind, method):
        return getattr(kind, method)(x)
    return int(vm_math(function, _real(x)))


def ceil(x, /):
    if isinstance(x, int):
        return int(x)
    return _rounded(x, "__ceil__", "ceil")


def floor(x, /):
    if isinstance(x, int):
        return int(x)
    return _rounded(x, "__floor__", "floor")


def trunc(x, /):
    kind = type(x)
    if kind is int or kind is float or kind is bool:
        return int(x)
    if not hasattr(kind, "__trunc__"):
        raise TypeError(f"type {kind.__name__} doesn't define __trunc__ method")
    return kind.__trunc__(x)


def degrees(x, /):
    return _real(x) * (180.0 / pi)


def radians(x, /):
    return _real(x) * (pi / 180.0)


def isfinite(x, /):
    x = _real(x)
    return x - x == 0.0


def isinf(x, /):
    x = _real(x)
    return x == inf or x == -inf


def isnan(x, /):
    x = _real(x)
    return x != x


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _real(a), _real(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(b - a)
    return difference <= abs(rel_tol * b) or difference <= abs(rel_tol * a) or difference <= abs_tol


# In CPython it is not bound to an object when a class has it.
isclose = staticmethod(isclose)


def frexp(x, /):
    x = _real(x)
    if x == 0.0 or not isfinite(x):
        return (x, 0)
    # The denominator is a power of two.
    numerator, denominator = abs(x).as_integer_ratio()
    bits = vm_bit_length(numerator)
    mantissa = numerator / (1 << bits)
    return (-mantissa if x < 0.0 else mantissa, bits - vm_bit_length(denominator) + 1)


def ldexp(x, i, /):
    x = _real(x)
    if not isinstance(i, int):
        raise TypeError("Expected an int as second argument to ldexp.")
    if x == 0.0 or not isfinite(x):
        return x
    if -1000 < i < 1000:
        # Exact, unless it is too small for all its bits, or too large.
        result = x * 2.0**i
        if 1e-300 < abs(result) < 1e300:
            return result
    if i > 2200:
        raise OverflowError("math range error")
    if i < -2200:
        return copysign(0.0, x)
    numerator, denominator = x.as_integer_ratio()
    try:
        return numerator * 2**i / denominator if i >= 0 else numerator / (denominator * 2**-i)
    except OverflowError:
        raise OverflowError("math range error") from None


def modf(x, /):
    x = _real(x)
    if isinf(x):
        return (copysign(0.0, x), x)
    if isnan(x):
        return (x, x)
    whole = vm_math("trunc", x)
    return (copysign(x - whole, x), whole)


def ulp(x, /):
    x = abs(_real(x))
    if not isfinite(x):
        return x
    above = nextafter(x, inf)
    return x - nextafter(x, -inf) if isinf(above) else above - x


def fsum(seq, /):
    # Exactly, in units of the smallest number there is.
    total, special = 0, 0.0
    for x in seq:
        if type(x) is not float:
            x = _real(x)
        if x - x == 0.0:
            numerator, denominator = x.as_integer_ratio()
            total += numerator << 1075 - vm_bit_length(denominator)
        else:
            if isinf(special) and isinf(x) and special != x:
                raise ValueError("-inf + inf in fsum")
            special += x
    if special != 0.0:
        return special
    try:
        return total / _UNITS
    except OverflowError:
        raise OverflowError("intermediate overflow in fsum") from None


_UNITS = 2**1074


def _length(parts):
    # The square root of the sum of squares, exactly up to the last rounding.
    parts = [abs(part) for part in parts]
    if len(parts) == 1:
        return parts[0]
    total = sum(parts)
    if total - total != 0.0:
        if inf in parts:
            return inf
        if total != total:
            return nan
    ratios = [part.as_integer_ratio() for part in parts if part]
    if not ratios:
        return 0.0
    unit = max([denominator for _, denominator in ratios])
    total = sum([(numerator * (unit // denominator)) ** 2 for numerator, denominator in ratios])
    finer = max(0, 64 - vm_bit_length(total) // 2)
    root = isqrt(total << 2 * finer)
    try:
        # An odd last digit stands for what is cut off.
        return (root << 1 | (root * root != total << 2 * finer)) / (unit << finer + 1)
    except OverflowError:
        return inf


def hypot(*coordinates):
    return _length([_real(part) for part in coordinates])


def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _length([a - b if type(a) is type(b) is float else _real(a) - _real(b) for a, b in zip(p, q)])


def prod(iterable, /, *, start=1):
    product = start
    for factor in iterable:
        product = product * factor
    return product


def gcd(*integers):
    result = 0
    for number in integers:
        number = abs(_whole(number))
        while number:
            result, number = number, result % number
    return result


def lcm(*integers):
    result = 1
    for number in integers:
        number = abs(_whole(number))
        if not number:
            result = 0
        elif result:
            result = result // gcd(result, number) * number
    return result


def isqrt(n, /):
    n = _whole(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if not n:
        return 0
    # Newton's method from above.
    root = 1 << (vm_bit_length(n) + 1) // 2
    while True:
        nearer = (root + n // root) // 2
        if nearer >= root:
            return root
        root = nearer


def factorial(x, /):
    x = _whole(x)
    if x < 0:
        raise ValueError("factorial() not defined for negative values")
    if x > 9223372036854775807:
        raise OverflowError("factorial() argument should not exceed 9223372036854775807")
    return _product(2, x)


def _product(first, last):
    # Halves are of one size, so that few large numbers are multiplied.
    if last - first < 8:
        product = 1
        for step in range(last - first + 1):
            product *= first + step
        return product
    middle = (first + last) // 2
    return _product(first, middle) * _product(middle + 1, last)


def perm(n, k=None, /):
    n = _whole(n)
    if k is None:
        return factorial(n)
    k = _whole(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    if k > 9223372036854775807:
        raise OverflowError("k must not exceed 9223372036854775807")
    return _product(n - k + 1, n)


def comb(n, k, /):
    n, k = _whole(n), _whole(k)
    if n < 0:
        raise ValueError("n must be a non-negative integer")
    if k < 0:
        raise ValueError("k must be a non-negative integer")
    if k > n:
        return 0
    k = min(k, n - k)
    if k > 9223372036854775807:
        raise OverflowError("min(n - k, k) must not exceed 9223372036854775807")
    return _product(n - k + 1, n) // factorial(k)
