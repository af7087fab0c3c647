# decimal: arithmetic. A number is a sign, a whole coefficient, an exponent of ten and a kind: "" for finite numbers, "F" for
# infinity, "n" and "N" for what is not a number, quietly or not. The class of the numbers is in _decimal_number.py.

import _decimal_text as _text
from _decimal_base import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUNDINGS,
    Clamped,
    ConversionSyntax,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    divided,
    getcontext,
    signal,
)

# What _decimal_number.py puts here: the class.
Decimal = None


def _make(sign, coefficient, exponent, kind=""):
    made = object.__new__(Decimal)
    made._sign = 1 if sign else 0
    made._int = coefficient
    made._exp = exponent
    made._kind = kind
    return made


_length = _text.length


def _context(context):
    if context is None:
        return getcontext()
    if not hasattr(context, "_is_context"):
        raise TypeError("optional argument must be a context")
    return context


def plain(number):
    """The number as one of the class itself, not of a class of the program's."""
    if type(number) is Decimal:
        return number
    return _make(number._sign, number._int, number._exp, number._kind)


def _invalid(context, condition=InvalidOperation):
    signal(context, condition)
    return _make(0, 0, 0, "n")


def _of_float(value):
    if value != value:
        return _make(0, 0, 0, "n")
    if value - value != 0.0:
        return _make(value < 0, 0, 0, "F")
    sign = 1 if str(value).startswith("-") else 0
    numerator, denominator = abs(value).as_integer_ratio()
    power = denominator.bit_length() - 1
    return _make(sign, numerator * 5**power, -power)


def _of_tuple(value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if isinstance(exponent, str):
        if exponent not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    elif not -(2**63) <= exponent < 2**63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if exponent == "F":
        return _make(sign, 0, 0, "F")
    if not isinstance(digits, (tuple, list)):
        raise ValueError("coefficient must be a tuple of digits")
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
    number = int("".join([str(int(digit)) for digit in digits]) or 0)
    return _make(sign, number, 0, exponent) if isinstance(exponent, str) else _make(sign, number, exponent)


def _of_text(value, context, bounded):
    parts = _text.parsed(value)
    if parts is None:
        return _invalid(_context(context), ConversionSyntax)
    made = _make(*parts)
    return _bounded(made, context) if bounded else made


def _bounded(made, context):
    # No context has room for what is larger or smaller.
    if made._kind:
        return made
    top = made._exp + (_length(made._int) if made._int else 1)
    if top > MAX_EMAX + 1 or made._exp < MIN_EMIN - MAX_PREC + 1:
        return _invalid(_context(context))
    return made


def exactly(value, context=None, bounded=True):
    """A Decimal of the same value as what the program gives to the class."""
    if context is not None:
        _context(context)
    if isinstance(value, Decimal):
        return _make(value._sign, value._int, value._exp, value._kind)
    if isinstance(value, int):
        return _make(value < 0, abs(int(value)), 0)
    if isinstance(value, str):
        return _of_text(value, context, bounded)
    if isinstance(value, (tuple, list)):
        made = _of_tuple(value)
        return _bounded(made, context) if bounded else made
    if isinstance(value, float):
        signal(_context(context), FloatOperation)
        return _of_float(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def operand(value):
    """A Decimal, or None for what arithmetic does not take."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _make(value < 0, abs(int(value)), 0)
    return None


def strict(value):
    made = operand(value)
    if made is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return made


def _overflow(sign, context):
    # Infinity, or the largest number, as rounding goes.
    signal(context, Overflow, Inexact, Rounded)
    rounding = context.rounding
    towards_zero = (ROUND_DOWN, "ROUND_05UP", ROUND_FLOOR if not sign else ROUND_CEILING)
    if rounding in towards_zero:
        return _make(sign, 10**context.prec - 1, context.Emax - context.prec + 1)
    return _make(sign, 0, 0, "F")


def fixed(number, context):
    """The number as the context has numbers: not too long, not too large, not too small."""
    if number._kind:
        return _fixed_nan(number, context) if number._kind != "F" else plain(number)
    prec = context.prec
    exponent = number._exp
    coefficient = number._int
    least = context.Emin - prec + 1
    most = context.Emax - prec + 1
    if not coefficient:
        allowed = min(max(exponent, least), most if context.clamp else context.Emax)
        if allowed != exponent:
            signal(context, Clamped)
            return _make(number._sign, 0, allowed)
        return plain(number)
    digits = _length(coefficient)
    lowest = digits + exponent - prec
    if lowest > most:
        return _overflow(number._sign, context)
    small = lowest < least
    if small:
        lowest = least
    if exponent >= lowest:
        if small:
            signal(context, Subnormal)
        if context.clamp and exponent > most:
            signal(context, Clamped)
            return _make(number._sign, coefficient * 10 ** (exponent - most), most)
        return plain(number)
    rounded, changed = divided(coefficient, lowest - exponent, context.rounding, number._sign)
    if _length(rounded) > prec:
        rounded //= 10
        lowest += 1
    if lowest > most:
        return _overflow(number._sign, context)
    conditions = []
    if changed and small:
        conditions.append(Underflow)
    if small:
        conditions.append(Subnormal)
    if changed:
        conditions.append(Inexact)
    conditions.append(Rounded)
    if not rounded:
        conditions.append(Clamped)
    signal(context, *conditions)
    return _make(number._sign, rounded, lowest)


def _fixed_nan(number, context):
    room = context.prec - context.clamp
    if _length(number._int) > room:
        return _make(number._sign, number._int % 10**room, 0, number._kind)
    return number


def nan_of(context, *numbers):
    """The NaN that an operation with NaNs gives; None when there is none."""
    for kind in ("N", "n"):
        for number in numbers:
            if number._kind == kind:
                if kind == "N":
                    signal(context, InvalidOperation)
                return _fixed_nan(_make(number._sign, number._int, 0, "n"), context)
    return None


def _is_nan(number):
    return number._kind == "n" or number._kind == "N"


def _aligned(a, b, prec):
    # Both coefficients at one exponent; of a number that is far too small only a trace is left.
    if a._exp == b._exp:
        return a._int, b._int, a._exp
    swapped = a._exp < b._exp
    high, low = (b, a) if swapped else (a, b)
    trace = high._exp + min(-1, _length(high._int) - prec - 2)
    low_int, low_exp = low._int, low._exp
    if _length(low_int) + low_exp - 1 < trace:
        low_int, low_exp = 1, trace
    high_int = high._int * 10 ** (high._exp - low_exp)
    return (low_int, high_int, low_exp) if swapped else (high_int, low_int, low_exp)


def add(a, b, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind:
            return _invalid(context) if b._kind and a._sign != b._sign else plain(a)
        return plain(b)
    exponent = min(a._exp, b._exp)
    minus_zero = context.rounding == ROUND_FLOOR and a._sign != b._sign
    if not a._int or not b._int:
        if not a._int and not b._int:
            return fixed(_make(1 if minus_zero else min(a._sign, b._sign), 0, exponent), context)
        other = b if not a._int else a
        exponent = max(exponent, other._exp - context.prec - 1)
        if exponent < other._exp:
            other = _make(other._sign, other._int * 10 ** (other._exp - exponent), exponent)
        return fixed(other, context)
    first, second, exponent = _aligned(a, b, context.prec)
    total = (-first if a._sign else first) + (-second if b._sign else second)
    if not total:
        return fixed(_make(minus_zero, 0, min(a._exp, b._exp)), context)
    return fixed(_make(total < 0, abs(total), exponent), context)


def negated(number):
    return _make(1 - number._sign, number._int, number._exp, number._kind)


def subtract(a, b, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
    return add(a, negated(b), context)


def multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if not a._kind and not a._int or not b._kind and not b._int:
            return _invalid(context)
        return _make(sign, 0, 0, "F")
    return fixed(_make(sign, a._int * b._int, a._exp + b._exp), context)


def quotient(dividend, divisor, exponent, prec):
    """A coefficient with a last digit that says whether there is more, and its exponent."""
    shift = _length(divisor) - _length(dividend) + prec + 1
    if shift >= 0:
        result, rest = divmod(dividend * 10**shift, divisor)
    else:
        result, rest = divmod(dividend, divisor * 10**-shift)
    at = exponent - shift
    if rest:
        if result % 5 == 0:
            result += 1
    else:
        while at < exponent and result % 10 == 0:
            result //= 10
            at += 1
    return result, at


def divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind:
            return _invalid(context) if b._kind else _make(sign, 0, 0, "F")
        signal(context, Clamped)
        return _make(sign, 0, context.Emin - context.prec + 1)
    if not b._int:
        if not a._int:
            return _invalid(context, DivisionUndefined)
        signal(context, DivisionByZero)
        return _make(sign, 0, 0, "F")
    exponent = a._exp - b._exp
    if not a._int:
        return fixed(_make(sign, 0, exponent), context)
    return fixed(_make(sign, *quotient(a._int, b._int, exponent, context.prec)), context)


def _whole_parts(a, b, context):
    # The whole quotient and the rest; None when the quotient is too long. `b` is not zero, `a` is finite.
    sign = a._sign ^ b._sign
    exponent = a._exp if b._kind else min(a._exp, b._exp)
    apart = a.adjusted() - b.adjusted()
    if not a._int or b._kind or apart <= -2:
        return _make(sign, 0, 0), _rescaled(a, exponent, context.rounding)
    if apart <= context.prec:
        first, second = a._int, b._int
        if a._exp >= b._exp:
            first *= 10 ** (a._exp - b._exp)
        else:
            second *= 10 ** (b._exp - a._exp)
        whole, rest = divmod(first, second)
        if whole < 10**context.prec:
            return _make(sign, whole, 0), _make(a._sign, rest, exponent)
    return None


def _rescaled(number, exponent, rounding):
    if number._kind:
        return number
    if not number._int:
        return _make(number._sign, 0, exponent)
    if number._exp >= exponent:
        return _make(number._sign, number._int * 10 ** (number._exp - exponent), exponent)
    drop = exponent - number._exp
    coefficient = number._int
    if drop > _length(coefficient) + 1:
        coefficient, drop = 1, 2
    return _make(number._sign, divided(coefficient, drop, rounding, number._sign)[0], exponent)


def divide_int(a, b, context):
    sign = a._sign ^ b._sign
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return _invalid(context) if b._kind else _make(sign, 0, 0, "F")
    if not b._kind and not b._int:
        if not a._int:
            return _invalid(context, DivisionUndefined)
        signal(context, DivisionByZero)
        return _make(sign, 0, 0, "F")
    parts = _whole_parts(a, b, context)
    return _invalid(context, DivisionImpossible) if parts is None else fixed(parts[0], context)


def remainder(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return _invalid(context)
    if not b._kind and not b._int:
        return _invalid(context, InvalidOperation if a._int else DivisionUndefined)
    parts = _whole_parts(a, b, context)
    return _invalid(context, DivisionImpossible) if parts is None else fixed(parts[1], context)


def both_parts(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan, nan
    sign = a._sign ^ b._sign
    if a._kind:
        return (_invalid(context) if b._kind else _make(sign, 0, 0, "F")), _invalid(context)
    if not b._kind and not b._int:
        if not a._int:
            nan = _invalid(context, DivisionUndefined)
            return nan, nan
        signal(context, DivisionByZero, InvalidOperation)
        return _make(sign, 0, 0, "F"), _make(0, 0, 0, "n")
    parts = _whole_parts(a, b, context)
    if parts is None:
        nan = _invalid(context, DivisionImpossible)
        return nan, nan
    return fixed(parts[0], context), fixed(parts[1], context)


def order(a, b):
    """-1, 0 or 1 for numbers that are no NaNs."""
    if a._kind or b._kind:
        first = (-1 if a._sign else 1) if a._kind else 0
        second = (-1 if b._sign else 1) if b._kind else 0
        return (first > second) - (first < second)
    if not a._int or not b._int:
        first = 0 if not a._int else -1 if a._sign else 1
        second = 0 if not b._int else -1 if b._sign else 1
        return (first > second) - (first < second)
    if a._sign != b._sign:
        return -1 if a._sign else 1
    sign = -1 if a._sign else 1
    first, second = a.adjusted(), b.adjusted()
    if first == second:
        first, second = a._int, b._int
        if a._exp > b._exp:
            first *= 10 ** (a._exp - b._exp)
        elif b._exp > a._exp:
            second *= 10 ** (b._exp - a._exp)
    return sign * ((first > second) - (first < second))


def _compared(a, other, equal):
    # The order of a number and anything that can be compared with it; None when a NaN is among them; NotImplemented.
    if isinstance(other, Decimal):
        b = other
    elif isinstance(other, int):
        b = operand(other)
    elif isinstance(other, float):
        context = getcontext()
        if not equal or not context.flags[FloatOperation]:
            if equal:
                context.flags[FloatOperation] = True
            else:
                signal(context, FloatOperation)
        b = _of_float(other)
    elif hasattr(type(other), "numerator") and hasattr(type(other), "denominator"):
        if not a._kind:
            a = _make(a._sign, a._int * other.denominator, a._exp)
        b = operand(int(other.numerator))
    else:
        return NotImplemented
    if _is_nan(a) or _is_nan(b):
        if not equal or a._kind == "N" or b._kind == "N":
            signal(getcontext(), InvalidOperation)
        return None
    return order(a, b)


def _short(number, digits, rounding):
    # No more than so many digits.
    drop = _length(number._int) - digits
    if drop <= 0 or not number._int:
        return number
    coefficient, _ = divided(number._int, drop, rounding, number._sign)
    exponent = number._exp + drop
    if _length(coefficient) > digits:
        coefficient //= 10
        exponent += 1
    return _make(number._sign, coefficient, exponent)


def _mode(rounding, context):
    if rounding is None:
        return context.rounding
    if rounding not in ROUNDINGS:
        raise TypeError(
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
            "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
        )
    return rounding


def quantized(a, b, rounding, context):
    rounding = _mode(rounding, context)
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return _make(a._sign, 0, 0, "F") if a._kind and b._kind else _invalid(context)
    least = context.Emin - context.prec + 1
    if not least <= b._exp <= context.Emax:
        return _invalid(context)
    if not a._int:
        return fixed(_make(a._sign, 0, b._exp), context)
    if a.adjusted() > context.Emax or a.adjusted() - b._exp + 1 > context.prec:
        return _invalid(context)
    number = _rescaled(a, b._exp, rounding)
    if number.adjusted() > context.Emax or number._int and _length(number._int) > context.prec:
        return _invalid(context)
    conditions = []
    if number._int and number.adjusted() < context.Emin:
        conditions.append(Subnormal)
    if number._exp > a._exp:
        if order(number, a):
            conditions.append(Inexact)
        conditions.append(Rounded)
    if conditions:
        signal(context, *conditions)
    return fixed(number, context)


def fused(a, b, c, context):
    # One rounding for both operations.
    if a._kind or b._kind:
        if a._kind == "N" or b._kind == "N" or c._kind == "N":
            return nan_of(context, a, b, c)
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if not a._kind and not a._int or not b._kind and not b._int:
            return _invalid(context)
        product = _make(a._sign ^ b._sign, 0, 0, "F")
    else:
        product = _make(a._sign ^ b._sign, a._int * b._int, a._exp + b._exp)
    return add(product, c, context)
