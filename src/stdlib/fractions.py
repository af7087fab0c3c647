# fractions: rational numbers.

import numbers
from math import gcd as _gcd

__all__ = ["Fraction"]

_MODULUS = (1 << 61) - 1


def _digits_end(text, at):
    # Where the digits end that begin here, with single underscores between them.
    while at < len(text) and (text[at].isdecimal() or text[at] == "_" and text[at - 1].isdecimal()):
        at += 1
    return at - 1 if text[at - 1] == "_" else at


def _parsed(text):
    # The numerator and denominator that the text says; None if it is not a number.
    at = 0
    negative = False
    if text[:1] in ("-", "+"):
        negative = text[0] == "-"
        at = 1
    if not text[at:at + 1].isdecimal() and not (text[at:at + 1] == "." and text[at + 1:at + 2].isdecimal()):
        return None
    end = _digits_end(text, at) if text[at] != "." else at
    numerator = int(text[at:end] or "0")
    denominator = 1
    at = end
    if text[at:at + 1] == "/":
        end = _digits_end(text, at + 1)
        if not text[at + 1:at + 2].isdecimal() or end != len(text):
            return None
        denominator = int(text[at + 1:end])
    else:
        if text[at:at + 1] == ".":
            end = _digits_end(text, at + 1) if text[at + 1:at + 2].isdecimal() else at + 1
            decimal = text[at + 1:end].replace("_", "")
            if decimal:
                denominator = 10 ** len(decimal)
                numerator = numerator * denominator + int(decimal)
            at = end
        if text[at:at + 1] in ("e", "E"):
            at += 1
            sign = text[at:at + 1] if text[at:at + 1] in ("-", "+") else ""
            begin = at + len(sign)
            if not text[begin:begin + 1].isdecimal():
                return None
            at = _digits_end(text, begin)
            exponent = int(text[begin:at])
            if sign == "-":
                denominator *= 10 ** exponent
            else:
                numerator *= 10 ** exponent
        if at != len(text):
            return None
    return -numerator if negative else numerator, denominator


def _is_decimal(number):
    # There are none as long as nobody has imported the module.
    decimal = vm_module("decimal")
    return decimal is not None and isinstance(number, decimal.Decimal)


class Fraction(numbers.Rational):
    __slots__ = ("_numerator", "_denominator")
    __abstractmethods__ = frozenset()
    _registry = []

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return _made(cls, numerator, 1)
            if isinstance(numerator, numbers.Rational):
                return _made(cls, numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or _is_decimal(numerator):
                return _made(cls, *numerator.as_integer_ratio())
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parsed = _parsed(numerator.strip())
            if parsed is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parsed
        elif type(numerator) is not int or type(denominator) is not int:
            if not isinstance(numerator, numbers.Rational) or not isinstance(denominator, numbers.Rational):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (
                numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator,
            )
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        return _reduced(numerator, denominator, cls)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        if not _is_decimal(dec):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        # The last convergent of the continued fraction that is small enough, or the semiconvergent behind it.
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        before, last = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            bottom = before[1] + whole * last[1]
            if bottom > max_denominator:
                break
            before, last = last, (before[0] + whole * last[0], bottom)
            n, d = d, n - whole * d
        times = (max_denominator - before[1]) // last[1]
        one = Fraction(before[0] + times * last[0], before[1] + times * last[1])
        two = Fraction(*last)
        return two if abs(two - self) <= abs(one - self) else one

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    # Each operator with what is exact, with floats, and with what else is a number.

    def __add__(self, other):
        pair = _pair(other)
        if pair is not None:
            n, d = pair
            return _reduced(self._numerator * d + n * self._denominator, self._denominator * d)
        return float(self) + other if isinstance(other, float) else NotImplemented

    def __radd__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return _made(Fraction, *pair) + self
        return float(other) + float(self) if isinstance(other, numbers.Real) else NotImplemented

    def __sub__(self, other):
        pair = _pair(other)
        if pair is not None:
            n, d = pair
            return _reduced(self._numerator * d - n * self._denominator, self._denominator * d)
        return float(self) - other if isinstance(other, float) else NotImplemented

    def __rsub__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return _made(Fraction, *pair) - self
        return float(other) - float(self) if isinstance(other, numbers.Real) else NotImplemented

    def __mul__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _reduced(self._numerator * pair[0], self._denominator * pair[1])
        return float(self) * other if isinstance(other, float) else NotImplemented

    def __rmul__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return _made(Fraction, *pair) * self
        return float(other) * float(self) if isinstance(other, numbers.Real) else NotImplemented

    def __truediv__(self, other):
        pair = _pair(other)
        if pair is not None:
            return _quotient(self._numerator, self._denominator, *pair)
        return float(self) / other if isinstance(other, float) else NotImplemented

    def __rtruediv__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return _made(Fraction, *pair) / self
        return float(other) / float(self) if isinstance(other, numbers.Real) else NotImplemented

    def __floordiv__(self, other):
        pair = _pair(other)
        if pair is not None:
            return self._numerator * pair[1] // (self._denominator * pair[0])
        return float(self) // other if isinstance(other, float) else NotImplemented

    def __rfloordiv__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return _made(Fraction, *pair) // self
        return float(other) // float(self) if isinstance(other, numbers.Real) else NotImplemented

    def __divmod__(self, other):
        pair = _pair(other)
        if pair is not None:
            n, d = pair
            whole, rest = divmod(self._numerator * d, n * self._denominator)
            return whole, _reduced(rest, self._denominator * d)
        return divmod(float(self), other) if isinstance(other, float) else NotImplemented

    def __rdivmod__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return divmod(_made(Fraction, *pair), self)
        return divmod(float(other), float(self)) if isinstance(other, numbers.Real) else NotImplemented

    def __mod__(self, other):
        pair = _pair(other)
        if pair is not None:
            n, d = pair
            return _reduced(self._numerator * d % (n * self._denominator), self._denominator * d)
        return float(self) % other if isinstance(other, float) else NotImplemented

    def __rmod__(self, other):
        pair = _any_pair(other)
        if pair is not None:
            return _made(Fraction, *pair) % self
        return float(other) % float(self) if isinstance(other, numbers.Real) else NotImplemented

    def __pow__(self, exponent):
        pair = _any_pair(exponent)
        if pair is None:
            return float(self) ** exponent
        power, root = pair
        if root != 1:
            return float(self) ** float(exponent)
        n, d = self._numerator, self._denominator
        if power < 0:
            power = -power
            n, d = (d, n) if n >= 0 else (-d, -n)
            if not d:
                raise ZeroDivisionError(f"Fraction({n ** power}, 0)")
        return _made(Fraction, n ** power, d ** power)

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base ** self._numerator
        if isinstance(base, numbers.Rational):
            return Fraction(base.numerator, base.denominator) ** self
        if self._denominator == 1:
            return base ** self._numerator
        return base ** float(self)

    def __pos__(self):
        return _made(Fraction, self._numerator, self._denominator)

    def __neg__(self):
        return _made(Fraction, -self._numerator, self._denominator)

    def __abs__(self):
        return _made(Fraction, abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator or rest * 2 == self._denominator and whole % 2 == 0:
                return whole
            return whole + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        # As whole and floating-point numbers of the same value.
        bottom = self._denominator % _MODULUS
        if bottom:
            hashed = abs(self._numerator) * pow(bottom, -1, _MODULUS) % _MODULUS
        else:
            hashed = 314159
        if self._numerator < 0:
            hashed = -hashed
        return -2 if hashed == -1 else hashed

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        pair = _any_pair(other)
        if pair is not None:
            return self._numerator == pair[0] and self._denominator == pair[1]
        if isinstance(other, float):
            if other - other != 0.0:
                return 0.0 == other
            return (self._numerator, self._denominator) == other.as_integer_ratio()
        return NotImplemented

    def _compared(self, other):
        # What is compared with zero or, if it is not finite, as it is; or NotImplemented.
        pair = _any_pair(other)
        if pair is None:
            if not isinstance(other, float):
                return NotImplemented
            if other - other != 0.0:
                return -other
            pair = other.as_integer_ratio()
        return self._numerator * pair[1] - pair[0] * self._denominator

    def __lt__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference < 0

    def __gt__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference > 0

    def __le__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference <= 0

    def __ge__(self, other):
        difference = self._compared(other)
        return difference if difference is NotImplemented else difference >= 0

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _made(cls, numerator, denominator):
    # Of what is in its lowest terms.
    fraction = object.__new__(cls)
    fraction._numerator = numerator
    fraction._denominator = denominator
    return fraction


def _reduced(numerator, denominator, cls=Fraction):
    divisor = _gcd(numerator, denominator)
    if denominator < 0:
        divisor = -divisor
    return _made(cls, numerator // divisor, denominator // divisor)


def _quotient(an, ad, bn, bd):
    n, d = an * bd, bn * ad
    if d == 0:
        # Each of them without what both share, as CPython says it.
        one, two = _gcd(an, bn) or 1, _gcd(bd, ad) or 1
        raise ZeroDivisionError(f"Fraction({an // one * (bd // two)}, {ad // two * (bn // one)})")
    return _reduced(n, d)


def _pair(other):
    if type(other) is int:
        return other, 1
    if isinstance(other, Fraction):
        return other._numerator, other._denominator
    return (int(other), 1) if isinstance(other, int) else None


def _any_pair(other):
    if type(other) is int:
        return other, 1
    if isinstance(other, Fraction):
        return other._numerator, other._denominator
    if isinstance(other, numbers.Rational):
        return other.numerator, other.denominator
    return None
