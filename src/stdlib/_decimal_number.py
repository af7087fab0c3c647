# decimal: the class of the numbers.

import _decimal_arithmetic as _arithmetic
import _decimal_more as _more
import _decimal_text as _text
from _decimal_arithmetic import (
    _compared,
    _context,
    _is_nan,
    _length,
    _make,
    _mode,
    _of_float,
    _rescaled,
    _short,
    add,
    both_parts,
    divide,
    divide_int,
    exactly,
    fixed,
    fused,
    multiply,
    nan_of,
    negated,
    operand,
    order,
    quantized,
    remainder,
    strict,
    subtract,
)
from _decimal_base import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    DivisionByZero,
    Inexact,
    Rounded,
    getcontext,
    signal,
)

_MODULUS = 2305843009213693951


class DecimalTuple(tuple):
    _fields = __match_args__ = ("sign", "digits", "exponent")
    __module__ = "decimal"

    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return f"DecimalTuple(sign={self[0]!r}, digits={self[1]!r}, exponent={self[2]!r})"

    def __reduce__(self):
        return DecimalTuple, tuple(self)

    def _replace(self, **values):
        return DecimalTuple(**(dict(zip(self._fields, self)) | values))

    def _asdict(self):
        return dict(zip(self._fields, self))


class Decimal:
    __module__ = "decimal"
    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        made = exactly(value, context)
        if cls is not Decimal:
            other = object.__new__(cls)
            other._sign, other._int, other._exp, other._kind = made._sign, made._int, made._exp, made._kind
            return other
        return made

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            made = operand(f)
        elif isinstance(f, float):
            made = _of_float(f)
        else:
            raise TypeError("argument must be int or float")
        return made if cls is Decimal else cls(made)

    # What it looks like.

    def __str__(self):
        return _text.text_of(self._sign, self._int, self._exp, self._kind, getcontext().capitals)

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        capitals = _context(context).capitals
        return _text.text_of(self._sign, self._int, self._exp, self._kind, capitals, True)

    def as_tuple(self):
        if self._kind == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self._kind:
            return DecimalTuple(self._sign, tuple([int(digit) for digit in str(self._int or "")]), self._kind)
        return DecimalTuple(self._sign, tuple([int(digit) for digit in _text.digits_of(self._int)]), self._exp)

    def __format__(self, specifier, context=None, /):
        context = _context(context)
        spec = _text.read_spec(specifier)
        if self._kind:
            if spec.zero:
                spec.fill, spec.align = " ", ">"
            body = _text.text_of(0, self._int, 0, self._kind) + ("%" if spec.type == "%" else "")
            return _text.spaced(self._sign, body, spec)
        number = self
        kind = spec.type or "g"
        if kind == "%":
            number = _make(number._sign, number._int, number._exp + 2)
        precision = spec.precision
        rounding = context.rounding
        if precision is not None:
            if kind in "eE":
                number = _short(number, precision + 1, rounding)
            elif kind in "fF%":
                number = _rescaled(number, -precision, rounding)
            elif _length(number._int) > precision:
                number = _short(number, precision or 1, rounding)
        if kind in "fF%" and number._exp > 0:
            number = _rescaled(number, 0, rounding)
        sign = number._sign
        if spec.no_minus_zero and not number._int:
            sign = 0
        digits = _text.digits_of(number._int)
        exponent = number._exp
        if kind in "eE" and number._int and precision is not None:
            extra = max(0, precision + 1 - len(digits))
            digits += "0" * extra
            exponent -= extra
        return _text.written(sign, digits, exponent, spec, context.capitals)

    # What it is.

    def __bool__(self):
        return bool(self._kind) or self._int != 0

    def __hash__(self):
        if self._kind == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == "n":
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        hashed = self._int * pow(10, self._exp, _MODULUS) % _MODULUS
        if self._sign:
            hashed = -hashed
        return -2 if hashed == -1 else hashed

    def __int__(self):
        if self._kind == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self._kind:
            raise ValueError("cannot convert NaN to integer")
        number = self._int * 10**self._exp if self._exp >= 0 else self._int // 10 ** min(-self._exp, _length(self._int) + 1)
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == "n":
            return float("-nan" if self._sign else "nan")
        return float(_text.text_of(self._sign, self._int, self._exp, self._kind))

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def _to_int(self, rounding):
        return int(self) if self._kind else int(_rescaled(self, max(self._exp, 0), rounding))

    def __round__(self, n=None):
        if n is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)

    def as_integer_ratio(self):
        if self._kind == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        numerator, denominator = self._int, 1
        if self._exp >= 0:
            numerator *= 10**self._exp
        else:
            denominator = 10**-self._exp
            a, b = numerator, denominator
            while b:
                a, b = b, a % b
            numerator, denominator = numerator // a, denominator // a
        return (-numerator if self._sign else numerator), denominator

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    # Order.

    def __eq__(self, other):
        found = _compared(self, other, True)
        return found if found is NotImplemented else found == 0

    def __lt__(self, other):
        found = _compared(self, other, False)
        return found if found is NotImplemented else found is not None and found < 0

    def __le__(self, other):
        found = _compared(self, other, False)
        return found if found is NotImplemented else found is not None and found <= 0

    def __gt__(self, other):
        found = _compared(self, other, False)
        return found if found is NotImplemented else found is not None and found > 0

    def __ge__(self, other):
        found = _compared(self, other, False)
        return found if found is NotImplemented else found is not None and found >= 0

    # Arithmetic.

    def __neg__(self):
        return self._minus(getcontext())

    def _minus(self, context):
        nan = nan_of(context, self) if self._kind else None
        if nan is not None:
            return nan
        if not self._kind and not self._int and context.rounding != ROUND_FLOOR:
            return fixed(self.copy_abs(), context)
        return fixed(negated(self), context)

    def __pos__(self):
        return self._plus(getcontext())

    def _plus(self, context):
        nan = nan_of(context, self) if self._kind else None
        if nan is not None:
            return nan
        if not self._kind and not self._int and context.rounding != ROUND_FLOOR:
            return fixed(self.copy_abs(), context)
        return fixed(_make(self._sign, self._int, self._exp, self._kind), context)

    def __abs__(self):
        context = getcontext()
        return self._minus(context) if self._sign else self._plus(context)

    def __add__(self, other):
        other = operand(other)
        return NotImplemented if other is None else add(self, other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = operand(other)
        return NotImplemented if other is None else subtract(self, other, getcontext())

    def __rsub__(self, other):
        other = operand(other)
        return NotImplemented if other is None else subtract(other, self, getcontext())

    def __mul__(self, other):
        other = operand(other)
        return NotImplemented if other is None else multiply(self, other, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = operand(other)
        return NotImplemented if other is None else divide(self, other, getcontext())

    def __rtruediv__(self, other):
        other = operand(other)
        return NotImplemented if other is None else divide(other, self, getcontext())

    def __floordiv__(self, other):
        other = operand(other)
        return NotImplemented if other is None else divide_int(self, other, getcontext())

    def __rfloordiv__(self, other):
        other = operand(other)
        return NotImplemented if other is None else divide_int(other, self, getcontext())

    def __mod__(self, other):
        other = operand(other)
        return NotImplemented if other is None else remainder(self, other, getcontext())

    def __rmod__(self, other):
        other = operand(other)
        return NotImplemented if other is None else remainder(other, self, getcontext())

    def __divmod__(self, other):
        other = operand(other)
        return NotImplemented if other is None else both_parts(self, other, getcontext())

    def __rdivmod__(self, other):
        other = operand(other)
        return NotImplemented if other is None else both_parts(other, self, getcontext())

    def __pow__(self, other, modulo=None):
        other = operand(other)
        if other is None:
            return NotImplemented
        return _more.power(self, other, modulo, getcontext())

    def __rpow__(self, other):
        other = operand(other)
        return NotImplemented if other is None else _more.power(other, self, None, getcontext())

    # Methods of arithmetic.

    def fma(self, other, third, context=None):
        return fused(self, strict(other), strict(third), _context(context))

    def remainder_near(self, other, context=None):
        return _more.remainder_near(self, strict(other), _context(context))

    def sqrt(self, context=None):
        return _more.sqrt(self, _context(context))

    def exp(self, context=None):
        return _more.exp(self, _context(context))

    def ln(self, context=None):
        return _more.ln(self, _context(context))

    def log10(self, context=None):
        return _more.log10(self, _context(context))

    def logb(self, context=None):
        context = _context(context)
        nan = nan_of(context, self)
        if nan is not None:
            return nan
        if self._kind:
            return _make(0, 0, 0, "F")
        if not self._int:
            signal(context, DivisionByZero)
            return _make(1, 0, 0, "F")
        return fixed(operand(self.adjusted()), context)

    def quantize(self, exp, rounding=None, context=None):
        return quantized(self, strict(exp), rounding, _context(context))

    def normalize(self, context=None):
        context = _context(context)
        nan = nan_of(context, self)
        if nan is not None:
            return nan
        number = fixed(self, context)
        if number._kind:
            return number
        if not number._int:
            return _make(number._sign, 0, 0)
        coefficient, exponent = number._int, number._exp
        most = context.Emax - context.prec + 1 if context.clamp else context.Emax
        while coefficient % 10 == 0 and exponent < most:
            coefficient //= 10
            exponent += 1
        return _make(number._sign, coefficient, exponent)

    def to_integral_value(self, rounding=None, context=None):
        context = _context(context)
        nan = nan_of(context, self)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return _make(self._sign, self._int, self._exp, self._kind)
        return _rescaled(self, 0, _mode(rounding, context))

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = _context(context)
        number = self.to_integral_value(rounding, context)
        if not self._kind and self._exp < 0:
            if order(number, self):
                signal(context, Inexact, Rounded)
            elif self._int:
                signal(context, Rounded)
        return number

    def same_quantum(self, other, context=None):
        other = strict(other)
        if self._kind or other._kind:
            return self._kind == other._kind or _is_nan(self) and _is_nan(other)
        return self._exp == other._exp

    def adjusted(self):
        return 0 if self._kind else self._exp + _length(self._int) - 1

    def canonical(self):
        return self

    def radix(self):
        return Decimal(10)

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return negated(self)

    def copy_sign(self, other, context=None):
        return _make(strict(other)._sign, self._int, self._exp, self._kind)

    def compare(self, other, context=None):
        other = strict(other)
        nan = nan_of(_context(context), self, other)
        return operand(order(self, other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        return _more.compare_signal(self, strict(other), _context(context))

    def compare_total(self, other, context=None):
        return operand(_more.total_order(self, strict(other)))

    def compare_total_mag(self, other, context=None):
        return operand(_more.total_order(self.copy_abs(), strict(other).copy_abs()))

    def max(self, other, context=None):
        return _more.best(self, strict(other), _context(context), 1, False)

    def min(self, other, context=None):
        return _more.best(self, strict(other), _context(context), -1, False)

    def max_mag(self, other, context=None):
        return _more.best(self, strict(other), _context(context), 1, True)

    def min_mag(self, other, context=None):
        return _more.best(self, strict(other), _context(context), -1, True)

    def next_plus(self, context=None):
        return _more.neighbour(self, _context(context), 0)

    def next_minus(self, context=None):
        return _more.neighbour(self, _context(context), 1)

    def next_toward(self, other, context=None):
        return _more.next_toward(self, strict(other), _context(context))

    def scaleb(self, other, context=None):
        return _more.scaleb(self, strict(other), _context(context))

    def shift(self, other, context=None):
        return _more.moved(self, strict(other), _context(context), False)

    def rotate(self, other, context=None):
        return _more.moved(self, strict(other), _context(context), True)

    def logical_and(self, other, context=None):
        return _more.logical(self, strict(other), _context(context), lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return _more.logical(self, strict(other), _context(context), lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return _more.logical(self, strict(other), _context(context), lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        context = _context(context)
        return _more.logical(self, _make(0, (10**context.prec - 1) // 9, 0), context, lambda a, b: a ^ b)

    def number_class(self, context=None):
        if self._kind:
            return {"N": "sNaN", "n": "NaN", "F": "-Infinity" if self._sign else "+Infinity"}[self._kind]
        sign = "-" if self._sign else "+"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def is_canonical(self):
        return True

    def is_finite(self):
        return not self._kind

    def is_infinite(self):
        return self._kind == "F"

    def is_nan(self):
        return _is_nan(self)

    def is_qnan(self):
        return self._kind == "n"

    def is_snan(self):
        return self._kind == "N"

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._int

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() >= _context(context).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() < _context(context).Emin


_arithmetic.Decimal = Decimal
