# decimal: what can go wrong, how numbers are rounded, and the context of each thread.

import threading as _threading

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
ROUNDINGS = (
    ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP,
)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


# In the order in which one of several is raised, and in which a context shows them.
SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
# The order of a context's own text.
SHOWN_SIGNALS = (
    Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow,
)
_SHOWN = {ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext}


def signal(context, *conditions):
    """Notes what has happened; raises it if the context has a trap for it."""
    flags = context.flags
    trapped = []
    for condition in conditions:
        flag = InvalidOperation if condition in _SHOWN else condition
        if not flags[flag]:
            flags[flag] = True
        if context.traps[flag]:
            trapped.append(condition)
    if trapped:
        trapped.sort(key=lambda condition: -1 if condition in _SHOWN else SIGNALS.index(condition))
        raise (InvalidOperation if trapped[0] in _SHOWN else trapped[0])(trapped)


_local = _threading.local()
# What a thread begins with: decimal.py puts DefaultContext here.
_first = []


def getcontext():
    try:
        return _local.context
    except AttributeError:
        _local.context = made = _first[0].copy()
        return made


def setcontext(context, /):
    if not hasattr(context, "_is_context"):
        raise TypeError("argument must be a context")
    if context in _first or any([context is one for one in _first]):
        context = context.copy()
    _local.context = context


def divided(coefficient, digits, rounding, sign):
    """The coefficient without its last digits, rounded, and whether it is not the same number."""
    if digits <= 0:
        return coefficient, False
    if digits > 50 and coefficient.bit_length() < 3 * digits:
        # Nothing but a trace is left.
        coefficient, digits = (1 if coefficient else 0), 2
    unit = 10**digits
    whole, rest = divmod(coefficient, unit)
    if not rest:
        return whole, False
    if rounding == ROUND_HALF_EVEN:
        up = 2 * rest > unit or 2 * rest == unit and whole % 2
    elif rounding == ROUND_HALF_UP:
        up = 2 * rest >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = 2 * rest > unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = whole % 5 == 0
    return whole + 1 if up else whole, True
