# decimal: exponentials and logarithms, to as many digits as are wanted. Numbers are whole here, in units of 10**-places.

from _decimal_text import length as _length


def _atanh_of_inverse(number, unit):
    # atanh(1/number): 1/n + 1/(3n³) + ...
    term = unit // number
    total = term
    square = number * number
    divisor = 3
    while term:
        term //= square
        total += term // divisor
        divisor += 2
    return total


def _log_of_ten(places):
    unit = 10 ** (places + 8)
    total = 46 * _atanh_of_inverse(31, unit) + 34 * _atanh_of_inverse(49, unit) + 20 * _atanh_of_inverse(161, unit)
    return total // 10**8


def _root(number):
    # The whole square root.
    if not number:
        return 0
    root = 1 << (number.bit_length() + 1) // 2
    while True:
        nearer = (root + number // root) // 2
        if nearer >= root:
            return root
        root = nearer


def log_in(coefficient, exponent, places):
    """ln(coefficient · 10**exponent), exact to about one unit."""
    work = places + 12 + _length(abs(exponent) + 1)
    unit = 10**work
    digits = _length(coefficient)
    # Between 1 and 10, then nearer to 1 by square roots.
    shift = work - digits + 1
    number = coefficient * 10**shift if shift >= 0 else coefficient // 10**-shift
    power = exponent + digits - 1
    if 2 * number > 6 * unit:
        number //= 10
        power += 1
    doublings = 0
    while abs(number - unit) * 64 > unit:
        number = _root(number * unit)
        doublings += 1
    fraction = (number - unit) * unit // (number + unit)
    square = fraction * fraction // unit
    term = total = fraction
    divisor = 3
    while term:
        term = term * square // unit if term >= 0 else -(-term * square // unit)
        total += term // divisor if term >= 0 else -(-term // divisor)
        divisor += 2
    total = (total << doublings + 1) + power * _log_of_ten(work)
    return total // 10 ** (work - places)


def exp_in(number, places):
    """e**(number · 10**-places) for a number of units, as a coefficient and an exponent."""
    work = places + 12
    unit = 10**work
    number *= 10**12
    ten = _log_of_ten(work + _length(abs(number) // unit + 1) + 2)
    extra = _length(abs(number) // unit + 1) + 2
    power = number * 10**extra // ten
    rest = (number * 10**extra - power * ten) // 10**extra
    halvings = 8
    rest >>= halvings
    term = total = unit
    divisor = 1
    while term:
        term = term * rest // (unit * divisor)
        total += term
        divisor += 1
    for _ in range(halvings):
        total = total * total // unit
    return total, power - work


def settled(coefficient, digits, wanted):
    """Whether a coefficient that is wrong by a few units in its last places is rounded the same whatever it is."""
    extra = digits - wanted
    if extra < 3:
        return False
    rest = coefficient % 10**extra
    half = 5 * 10 ** (extra - 1)
    return 100 < rest < 10**extra - 100 and abs(rest - half) > 100
