# decimal: numbers as people write them, after the General Decimal Arithmetic Specification. The numbers themselves are in
# _decimal_arithmetic.py.

import _decimal_arithmetic as _arithmetic
import _decimal_more as _more
from _decimal_base import (
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    MIN_ETINY,
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    SHOWN_SIGNALS,
    SIGNALS,
    Clamped,
    ConversionSyntax,
    DecimalException,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    FloatOperation,
    Inexact,
    InvalidContext,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
    Underflow,
    _first,
    getcontext,
    setcontext,
)
from _decimal_arithmetic import exactly, fixed, strict
from _decimal_number import Decimal, DecimalTuple

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
    "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
    "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP",
    "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext",
    "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR",
]
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
HAVE_THREADS = True
HAVE_CONTEXTVAR = True


def _flags(given, otherwise):
    if given is None:
        return dict.fromkeys(SIGNALS, False) | otherwise
    if isinstance(given, dict):
        if set(given) != set(SIGNALS):
            raise KeyError("invalid error flag")
        return {key: bool(given[key]) for key in SIGNALS}
    if not isinstance(given, list):
        raise TypeError("argument must be a list or signal dict")
    for key in given:
        if key not in SIGNALS:
            raise KeyError("invalid error flag")
    return {key: key in given for key in SIGNALS}


# The least and the largest that the numbers of a context may be.
_LIMITS = {
    "prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
    "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
    "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
    "capitals": (0, 1, "valid values for capitals are [0, 1]"),
    "clamp": (0, 1, "valid values for clamp are [0, 1]"),
}


class Context:
    _is_context = True

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = _first[0] if _first else None
        self.prec = 28 if prec is None and base is None else base.prec if prec is None else prec
        self.rounding = rounding if rounding is not None else base.rounding if base else ROUND_HALF_EVEN
        self.Emin = -999999 if Emin is None and base is None else base.Emin if Emin is None else Emin
        self.Emax = 999999 if Emax is None and base is None else base.Emax if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _flags(flags, {})
        self.traps = _flags(traps, base.traps if base else {})

    def __setattr__(self, name, value):
        if name in _LIMITS:
            least, most, text = _LIMITS[name]
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not least <= value <= most:
                raise ValueError(text)
        elif name == "rounding":
            _arithmetic._mode(value, self)
            if value is None:
                _arithmetic._mode("", self)
        elif name in ("flags", "traps"):
            if not isinstance(value, dict):
                raise TypeError("argument must be a signal dict")
            if set(value) != set(SIGNALS):
                raise KeyError("invalid error flag")
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __getattr__(self, name):
        raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")

    def __delattr__(self, name):
        raise AttributeError(f"context attribute {name!r} cannot be deleted")

    def __repr__(self):
        flags = ", ".join([key.__name__ for key in SHOWN_SIGNALS if self.flags[key]])
        traps = ", ".join([key.__name__ for key in SHOWN_SIGNALS if self.traps[key]])
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
        )

    def copy(self):
        twin = Context.__new__(Context)
        for name in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp"):
            object.__setattr__(twin, name, getattr(self, name))
        object.__setattr__(twin, "flags", dict(self.flags))
        object.__setattr__(twin, "traps", dict(self.traps))
        return twin

    __copy__ = copy

    def __reduce__(self):
        flags = [key for key in SIGNALS if self.flags[key]]
        traps = [key for key in SIGNALS if self.traps[key]]
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, flags, traps)

    def clear_flags(self):
        for key in SIGNALS:
            self.flags[key] = False

    def clear_traps(self):
        for key in SIGNALS:
            self.traps[key] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return _arithmetic._invalid(self, ConversionSyntax)
        made = exactly(num, self, False)
        if made.is_nan() and len(str(made._int)) > self.prec - self.clamp:
            return _arithmetic._invalid(self, ConversionSyntax)
        return fixed(made, self)

    def create_decimal_from_float(self, f, /):
        return fixed(Decimal.from_float(f), self)

    # The operations, by this context.

    def abs(self, x, /):
        x = strict(x)
        return x._minus(self) if x._sign else x._plus(self)

    def minus(self, x, /):
        return strict(x)._minus(self)

    def plus(self, x, /):
        return strict(x)._plus(self)

    def add(self, x, y, /):
        return _arithmetic.add(strict(x), strict(y), self)

    def subtract(self, x, y, /):
        return _arithmetic.subtract(strict(x), strict(y), self)

    def multiply(self, x, y, /):
        return _arithmetic.multiply(strict(x), strict(y), self)

    def divide(self, x, y, /):
        return _arithmetic.divide(strict(x), strict(y), self)

    def divide_int(self, x, y, /):
        return _arithmetic.divide_int(strict(x), strict(y), self)

    def remainder(self, x, y, /):
        return _arithmetic.remainder(strict(x), strict(y), self)

    def divmod(self, x, y, /):
        return _arithmetic.both_parts(strict(x), strict(y), self)

    def power(self, a, b, modulo=None):
        return _more.power(strict(a), strict(b), modulo, self)

    def fma(self, x, y, z, /):
        return _arithmetic.fused(strict(x), strict(y), strict(z), self)

    def canonical(self, x, /):
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return x

    def copy_decimal(self, x, /):
        return exactly(strict(x))

    def to_sci_string(self, x, /):
        x = strict(x)
        return _arithmetic._text.text_of(x._sign, x._int, x._exp, x._kind, self.capitals)

    def to_eng_string(self, x, /):
        return strict(x).to_eng_string(self)

    def quantize(self, x, y, /):
        return strict(x).quantize(y, None, self)

    def to_integral_exact(self, x, /):
        return strict(x).to_integral_exact(None, self)

    def to_integral_value(self, x, /):
        return strict(x).to_integral_value(None, self)

    to_integral = to_integral_value

    def radix(self):
        return Decimal(10)

    def is_canonical(self, x, /):
        self.canonical(x)
        return True

    def is_finite(self, x, /):
        return strict(x).is_finite()

    def is_infinite(self, x, /):
        return strict(x).is_infinite()

    def is_nan(self, x, /):
        return strict(x).is_nan()

    def is_qnan(self, x, /):
        return strict(x).is_qnan()

    def is_snan(self, x, /):
        return strict(x).is_snan()

    def is_signed(self, x, /):
        return strict(x).is_signed()

    def is_zero(self, x, /):
        return strict(x).is_zero()

    def is_normal(self, x, /):
        return strict(x).is_normal(self)

    def is_subnormal(self, x, /):
        return strict(x).is_subnormal(self)

    def copy_abs(self, x, /):
        return strict(x).copy_abs()

    def copy_negate(self, x, /):
        return strict(x).copy_negate()

    def copy_sign(self, x, y, /):
        return strict(x).copy_sign(y)

    def same_quantum(self, x, y, /):
        return strict(x).same_quantum(y)

    def compare_total(self, x, y, /):
        return strict(x).compare_total(y)

    def compare_total_mag(self, x, y, /):
        return strict(x).compare_total_mag(y)

    def number_class(self, x, /):
        return strict(x).number_class(self)

    def sqrt(self, x, /):
        return _more.sqrt(strict(x), self)

    def exp(self, x, /):
        return _more.exp(strict(x), self)

    def ln(self, x, /):
        return _more.ln(strict(x), self)

    def log10(self, x, /):
        return _more.log10(strict(x), self)

    def logb(self, x, /):
        return strict(x).logb(self)

    def normalize(self, x, /):
        return strict(x).normalize(self)

    def next_minus(self, x, /):
        return strict(x).next_minus(self)

    def next_plus(self, x, /):
        return strict(x).next_plus(self)

    def next_toward(self, x, y, /):
        return strict(x).next_toward(y, self)

    def compare(self, x, y, /):
        return strict(x).compare(y, self)

    def compare_signal(self, x, y, /):
        return strict(x).compare_signal(y, self)

    def max(self, x, y, /):
        return strict(x).max(y, self)

    def max_mag(self, x, y, /):
        return strict(x).max_mag(y, self)

    def min(self, x, y, /):
        return strict(x).min(y, self)

    def min_mag(self, x, y, /):
        return strict(x).min_mag(y, self)

    def remainder_near(self, x, y, /):
        return strict(x).remainder_near(y, self)

    def scaleb(self, x, y, /):
        return strict(x).scaleb(y, self)

    def shift(self, x, y, /):
        return strict(x).shift(y, self)

    def rotate(self, x, y, /):
        return strict(x).rotate(y, self)

    def logical_and(self, x, y, /):
        return strict(x).logical_and(y, self)

    def logical_or(self, x, y, /):
        return strict(x).logical_or(y, self)

    def logical_xor(self, x, y, /):
        return strict(x).logical_xor(y, self)

    def logical_invert(self, x, /):
        return strict(x).logical_invert(self)


DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow])
_first.append(DefaultContext)
BasicContext = Context(
    9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], [InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped]
)
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])
_first.extend((BasicContext, ExtendedContext))


class _ContextManager:
    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._before = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *told):
        setcontext(self._before)


def localcontext(ctx=None, **kwargs):
    context = _arithmetic._context(ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _ContextManager(context)


if vm_mentioned("numbers"):
    import numbers as _numbers

    _numbers.Number.register(Decimal)
