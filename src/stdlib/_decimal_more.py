# decimal: roots, powers, exponentials, logarithms, and the operations that few programs use.

import _decimal_functions as _functions
from _decimal_base import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    Clamped,
    DivisionImpossible,
    DivisionUndefined,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    signal,
)
from _decimal_arithmetic import (
    _invalid,
    _is_nan,
    _length,
    _make,
    _overflow,
    add,
    fixed,
    nan_of,
    operand,
    order,
    plain,
    quotient,
)


def _evenly(number, context):
    # As the context has it, but rounded to the nearest.
    before = context.rounding
    if before == ROUND_HALF_EVEN:
        return fixed(number, context)
    twin = context.copy()
    twin.rounding = ROUND_HALF_EVEN
    twin.flags = context.flags
    twin.traps = context.traps
    return fixed(number, twin)


def _inexact(sign, coefficient, exponent, context):
    # A number that is never exact: nothing of it is told by its last digits.
    return _evenly(_make(sign, coefficient * 10 + 1, exponent - 1), context)


def sqrt(a, context):
    nan = nan_of(context, a)
    if nan is not None:
        return nan
    if a._kind and not a._sign:
        return plain(a)
    if not a._kind and not a._int:
        return fixed(_make(a._sign, 0, a._exp >> 1), context)
    if a._sign:
        return _invalid(context)
    digits = context.prec + 1
    exponent, coefficient = a._exp >> 1, a._int
    if a._exp & 1:
        coefficient *= 10
    shift = digits - (_length(coefficient) + 1) // 2
    exact = True
    if shift >= 0:
        coefficient *= 100**shift
    else:
        coefficient, rest = divmod(coefficient, 100**-shift)
        exact = not rest
    root = _functions._root(coefficient)
    if exact and root * root == coefficient:
        root = root // 10**shift if shift >= 0 else root * 10**-shift
        return _evenly(_make(0, root, exponent), context)
    if root % 5 == 0:
        root += 1
    return _evenly(_make(0, root, exponent - shift), context)


def remainder_near(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if a._kind:
        return _invalid(context)
    if not b._kind and not b._int:
        return _invalid(context, InvalidOperation if a._int else DivisionUndefined)
    if b._kind:
        return fixed(a, context)
    exponent = min(a._exp, b._exp)
    if not a._int:
        return fixed(_make(a._sign, 0, exponent), context)
    apart = a.adjusted() - b.adjusted()
    if apart >= context.prec + 1:
        return _invalid(context, DivisionImpossible)
    if apart <= -2:
        return fixed(_make(a._sign, a._int * 10 ** (a._exp - exponent), exponent), context)
    first, second = a._int * 10 ** (a._exp - exponent), b._int * 10 ** (b._exp - exponent)
    whole, rest = divmod(first, second)
    if 2 * rest + (whole & 1) > second:
        rest -= second
        whole += 1
    if whole >= 10**context.prec:
        return _invalid(context, DivisionImpossible)
    return fixed(_make(a._sign ^ (rest < 0), abs(rest), exponent), context)


def exp(a, context):
    nan = nan_of(context, a)
    if nan is not None:
        return nan
    if a._kind:
        return _make(0, 0, 0) if a._sign else plain(a)
    if not a._int:
        return _make(0, 1, 0)
    return _exp_of(a._sign, a._int, a._exp, context)


def _exp_of(sign, coefficient, exponent, context):
    prec = context.prec
    size = exponent + _length(coefficient)
    if size > _length((max(context.Emax, context.prec - context.Emin) + 1) * 3):
        if sign:
            return _tiny(context)
        signal(context, Overflow, Inexact, Rounded)
        return _make(0, 0, 0, "F")
    if size < -prec - 1:
        # One, and a trace more or less.
        return _inexact(0, 10 ** (prec + 1) - 1 if sign else 10 ** (prec + 1), -prec - 1, context)
    extra = 6
    while True:
        places = prec + extra + max(size, 0)
        shift = exponent + places
        units = coefficient * 10**shift if shift >= 0 else coefficient // 10**-shift
        result, at = _functions.exp_in(-units if sign else units, places)
        digits = _length(result)
        drop = digits - prec - extra + 2
        result, at, digits = result // 10**drop, at + drop, digits - drop
        if _functions.settled(result, digits, prec):
            return _inexact(0, result, at, context)
        extra += prec + 6


def _tiny(context):
    signal(context, Underflow, Subnormal, Inexact, Rounded, Clamped)
    return _make(0, 0, context.Emin - context.prec + 1)


def _log(a, context, of_ten):
    # Digits until it is clear how the last is rounded.
    prec = context.prec
    extra = 6
    while True:
        places = prec + extra + max(0, -_size_of_log(a))
        number = _functions.log_in(a._int, a._exp, places)
        if of_ten:
            number = number * 10**places // _functions._log_of_ten(places)
        digits = _length(abs(number))
        if _functions.settled(abs(number), digits, prec):
            return _inexact(number < 0, abs(number), -places, context)
        extra += prec + 6


def _size_of_log(a):
    # About the exponent of the logarithm of a number near one.
    if a.adjusted() not in (0, -1):
        return 0
    apart = abs(a._int - 10**-a._exp) if a._exp < 0 else a._int * 10**a._exp - 1
    return min(0, _length(apart) + min(a._exp, 0)) if apart else 0


def _log_special(a, context):
    nan = nan_of(context, a)
    if nan is not None:
        return nan
    if not a._kind and not a._int:
        return _make(1, 0, 0, "F")
    if a._sign:
        return _invalid(context)
    return _make(0, 0, 0, "F") if a._kind else None


def ln(a, context):
    special = _log_special(a, context)
    if special is not None:
        return special
    if order(a, operand(1)) == 0:
        return _make(0, 0, 0)
    return _log(a, context, False)


def log10(a, context):
    special = _log_special(a, context)
    if special is not None:
        return special
    text = str(a._int)
    if text.rstrip("0") == "1":
        return fixed(operand(a.adjusted()), context)
    return _log(a, context, True)


def _is_whole(a):
    if a._kind or a._exp >= 0 or not a._int:
        return not a._kind
    return a.adjusted() >= 0 and a._int % 10**-a._exp == 0


def _modular(a, b, modulo, context):
    c = operand(modulo)
    if c is None:
        kinds = f"'decimal.Decimal', 'decimal.Decimal', '{type(modulo).__name__}'"
        raise TypeError(f"unsupported operand type(s) for ** or pow(): {kinds}")
    nan = nan_of(context, a, b, c)
    if nan is not None:
        return nan
    whole = _is_whole(a) and _is_whole(b) and _is_whole(c)
    if not whole or b._sign and b._int or not c._int or c.adjusted() >= context.prec or not a._int and not b._int:
        return _invalid(context)
    modulus = abs(int(c))
    sign = a._sign and int(b) % 2
    return _make(sign, pow(abs(int(a)), int(b), modulus), 0)


def power(a, b, modulo, context):
    if modulo is not None:
        return _modular(a, b, modulo, context)
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if not b._kind and not b._int:
        return _make(0, 1, 0) if a._kind or a._int else _invalid(context)
    whole = _is_whole(b)
    odd = whole and b.adjusted() <= 400 and int(b) % 2 == 1
    sign = 1 if a._sign and odd else 0
    if a._sign and (a._kind or a._int) and not whole and not (b._kind and False):
        return _invalid(context)
    if not a._kind and not a._int:
        return _make(sign, 0, 0, "F") if b._sign else _make(sign, 0, 0)
    if a._kind:
        return _make(sign, 0, 0) if b._sign else _make(sign, 0, 0, "F")
    against_one = order(a.copy_abs(), operand(1))
    if against_one == 0:
        return _power_of_one(sign, whole, a, b, context)
    if b._kind:
        return _make(0, 0, 0) if b._sign == (against_one > 0) else _make(0, 0, 0, "F")
    if whole and b.adjusted() <= 9:
        exact = _whole_power(sign, a, int(b), context)
        if exact is not None:
            return exact
    exact = None if whole else _root_power(a, b, context)
    if exact is not None:
        return exact
    return _any_power(sign, a, b, against_one, context)


def _power_of_one(sign, whole, a, b, context):
    if b._kind or not whole:
        signal(context, Inexact, Rounded)
        return _make(0, 10 ** (context.prec - 1), 1 - context.prec)
    if a._int == 1 and not a._exp or b._sign:
        return _make(sign, 1, 0)
    exponent = a._exp * min(int(b), context.prec)
    if exponent < 1 - context.prec:
        signal(context, Rounded)
        exponent = 1 - context.prec
    return _make(sign, 10**-exponent if exponent < 0 else 1, min(exponent, 0))


def _whole_power(sign, a, n, context):
    # By multiplication, when the digits are not too many.
    coefficient, exponent, zeros = a._int, a._exp, 0
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
        zeros += 1
    if n > 0 and coefficient == 1:
        zeros = min(zeros * n, context.prec)
        return fixed(_make(sign, 10**zeros, exponent * n - zeros), context)
    if n > 0:
        coefficient, exponent = a._int, a._exp
    if coefficient != 1 and _length(coefficient) * abs(n) > 20000:
        return None
    result = coefficient ** abs(n)
    if n > 0:
        return fixed(_make(sign, result, exponent * n), context)
    return fixed(_make(sign, *quotient(1, result, exponent * n, context.prec)), context)


def _root_power(a, b, context):
    # Exact powers such as 4 ** 0.5 and 8 ** 1.5: shown with all the digits that there is room for.
    numerator, denominator = b.as_integer_ratio()
    if denominator > 64 or abs(numerator) > 64 * context.prec:
        return None
    coefficient, exponent = a._int, a._exp
    while coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    shift = -exponent % denominator
    coefficient, exponent = coefficient * 10**shift, exponent - shift
    if exponent % denominator:
        return None
    root = _whole_root(coefficient, denominator)
    if root is None:
        return None
    exponent //= denominator
    if _length(root) * abs(numerator) > 4 * context.prec + 40:
        return None
    result = root ** abs(numerator)
    exponent *= numerator
    if numerator < 0:
        unit = context.prec + _length(result) + 2
        quotient_, rest = divmod(10**unit, result)
        if rest:
            return None
        result, exponent = quotient_, exponent - unit
        while result % 10 == 0:
            result //= 10
            exponent += 1
    digits = _length(result)
    if digits > context.prec:
        return fixed(_make(0, result, exponent), context)
    extra = context.prec - digits
    signal(context, Inexact, Rounded)
    return fixed(_make(0, result * 10**extra, exponent - extra), context)


def _whole_root(number, degree):
    if degree == 1:
        return number
    guess = 1 << number.bit_length() // degree + 1
    while True:
        nearer = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if nearer >= guess:
            return guess if guess**degree == number else None
        guess = nearer


def _any_power(sign, a, b, against_one, context):
    # e to the power of b times the logarithm of a.
    prec = context.prec
    down = b._sign == (against_one > 0)
    size = max(b.adjusted(), 0) + _length(abs(a.adjusted()) + 1) + 2
    if b.adjusted() > _length(max(context.Emax, -context.Emin)) + prec + 2:
        return _tiny_power(sign, down, context)
    extra = 8
    while True:
        places = prec + extra + 2 * size + max(0, -_size_of_log(a))
        log = _functions.log_in(a._int, a._exp, places)
        shift = b._exp
        product = log * b._int * 10**shift if shift >= 0 else log * b._int // 10**-shift
        if b._sign:
            product = -product
        if _length(abs(product)) - places > _length(max(context.Emax, prec - context.Emin)) + 2:
            return _tiny_power(sign, down, context)
        if not product or _length(abs(product)) < places - prec - 1:
            near = 10 ** (prec + 1) - 1 if down else 10 ** (prec + 1)
            return fixed(_make(sign, near * 10 + 1, -prec - 2), context)
        result, at = _functions.exp_in(product, places)
        digits = _length(result)
        drop = digits - prec - extra + 2
        result, at, digits = result // 10**drop, at + drop, digits - drop
        if _functions.settled(result, digits, prec):
            return fixed(_make(sign, result * 10 + 1, at - 1), context)
        if extra > 4 * prec + 60:
            # All those nines or zeros: it is exact.
            wide = _quiet(context, prec=prec + 5, Emin=-(10**17), Emax=10**17)
            return fixed(_evenly(_make(sign, result, at), wide), context)
        extra += prec + 8


def _tiny_power(sign, down, context):
    if not down:
        return _overflow(sign, context)
    return fixed(_make(sign, 1, context.Emin - context.prec - 5), context)


# Order.


def compare_signal(a, b, context):
    if _is_nan(a) or _is_nan(b):
        for number in (a, b):
            if number._kind == "N":
                return nan_of(context, number)
        signal(context, InvalidOperation)
        return nan_of(context, a, b)
    return operand(order(a, b))


def total_order(a, b):
    """The order of all representations."""
    if a._sign != b._sign:
        return -1 if a._sign else 1
    sign = -1 if a._sign else 1
    kinds = ["", "F", "N", "n"]
    if _is_nan(a) or _is_nan(b):
        if a._kind != b._kind:
            return sign if kinds.index(a._kind) > kinds.index(b._kind) else -sign
        return sign * ((a._int > b._int) - (a._int < b._int))
    found = order(a, b)
    if found:
        return found
    return sign * ((a._exp > b._exp) - (a._exp < b._exp)) if not a._kind else 0


def best(a, b, context, wanted, by_size):
    if a._kind or b._kind:
        quiet = (a._kind == "n") + (b._kind == "n")
        if a._kind == "N" or b._kind == "N" or quiet == 2:
            return nan_of(context, a, b)
        if quiet:
            return fixed(b if a._kind == "n" else a, context)
    found = order(a.copy_abs(), b.copy_abs()) if by_size else order(a, b)
    if not found:
        found = total_order(a, b)
    return fixed(a if found == wanted or not found else b, context)


# Neighbours, digits and exponents.


def _quiet(context, **changes):
    twin = context.copy()
    twin.traps = dict.fromkeys(context.traps, False)
    for name, value in changes.items():
        setattr(twin, name, value)
    return twin


def neighbour(a, context, down):
    nan = nan_of(context, a)
    if nan is not None:
        return nan
    if a._kind:
        if a._sign == down:
            return plain(a)
        return _make(1 - down, 10**context.prec - 1, context.Emax - context.prec + 1)
    quiet = _quiet(context, rounding=ROUND_FLOOR if down else ROUND_CEILING)
    near = fixed(a, quiet)
    if near._kind or order(near, a):
        return near
    return add(a, _make(down, 1, context.Emin - context.prec), quiet)


def next_toward(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    found = order(a, b)
    if not found:
        return a.copy_sign(b)
    result = neighbour(a, context, 1 if found > 0 else 0)
    if result._kind:
        signal(context, Overflow, Inexact, Rounded)
    elif result.adjusted() < context.Emin:
        conditions = [Underflow, Subnormal, Inexact, Rounded]
        if not result._int:
            conditions.append(Clamped)
        signal(context, *conditions)
    return result


def scaleb(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    if b._kind or b._exp != 0 or abs(int(b)) > 2 * (context.Emax + context.prec):
        return _invalid(context)
    if a._kind:
        return plain(a)
    return fixed(_make(a._sign, a._int, a._exp + int(b)), context)


def moved(a, b, context, around):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    prec = context.prec
    if b._kind or b._exp != 0 or abs(int(b)) > prec:
        return _invalid(context)
    if a._kind:
        return plain(a)
    by = int(b)
    digits = str(a._int).rjust(prec, "0")[-prec:]
    if around:
        by %= prec
        digits = digits[by:] + digits[:by]
    elif by < 0:
        digits = digits[:by]
    else:
        digits = (digits + "0" * by)[-prec:]
    return _make(a._sign, int(digits or 0), a._exp)


def logical(a, b, context, function):
    digits = []
    for number in (a, b):
        text = str(number._int)
        if number._kind or number._sign or number._exp or text.strip("01"):
            return _invalid(context)
        digits.append(text.rjust(context.prec, "0")[-context.prec:])
    return _make(0, int("".join([str(function(int(one), int(two))) for one, two in zip(*digits)])), 0)
