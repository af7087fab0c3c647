# complex (Objects/complexobject.c), for programs that mention it or write an imaginary number.

if vm_mentioned("complex", "cmath", "0j", "1j", "2j", "3j", "4j", "5j", "6j", "7j", "8j", "9j", ".j", "0J", "1J", "2J", "3J", "4J", "5J", "6J", "7J", "8J", "9J", ".J", "numbers", "import ast", "from ast", ", ast", "'ast'", '"ast"'):
    class complex:
        __slots__ = ("real", "imag")

        def __new__(cls, real=0, imag=vm_nothing):
            if isinstance(real, str):
                if imag is not vm_nothing:
                    raise TypeError("complex() can't take second arg if first is a string")
                real, imag = vm_complex_literal(real)
                return vm_complex_of(real, imag, cls)
            if imag is vm_nothing:
                if type(real) is complex and cls is complex:
                    return real
                return vm_complex_of(*vm_complex_parts(real, "first "), cls)
            elif isinstance(imag, str):
                raise TypeError("complex() second arg can't be a string")
            first = vm_complex_parts(real, "first ")
            second = vm_complex_parts(imag, "second ")
            # What is no complex number has no other part, be it zero.
            whole = first[0] - second[1] if isinstance(imag, complex) else first[0]
            rest = first[1] + second[0] if first[1] != 0 or isinstance(real, complex) else second[0]
            return vm_complex_of(whole, rest, cls)

        def __init__(self, real=0, imag=0):
            pass

        def __setattr__(self, name, value):
            if name in ("real", "imag"):
                raise AttributeError("readonly attribute")
            object.__setattr__(self, name, value)

        def __repr__(self):
            imag = vm_short_float(self.imag)
            if self.real == 0 and vm_math_of_two("copysign", 1.0, self.real) > 0:
                return imag + "j"
            sign = "" if imag[0] == "-" else "+"
            return f"({vm_short_float(self.real)}{sign}{imag}j)"

        def __format__(self, spec):
            return vm_complex_format(self, spec)

        def __hash__(self):
            total = hash(self.real) + 1000003 * hash(self.imag)
            total = (total + (1 << 63)) % (1 << 64) - (1 << 63)
            return -2 if total == -1 else total

        def __bool__(self):
            return self.real != 0 or self.imag != 0

        def __complex__(self):
            return vm_complex_of(self.real, self.imag, complex)

        def __eq__(self, other):
            if isinstance(other, complex):
                return self.real == other.real and self.imag == other.imag
            if isinstance(other, (int, float)):
                return self.imag == 0 and self.real == other
            return NotImplemented

        def __ne__(self, other):
            same = complex.__eq__(self, other)
            return NotImplemented if same is NotImplemented else not same

        def __neg__(self):
            return vm_complex_of(-self.real, -self.imag, complex)

        def __pos__(self):
            return vm_complex_of(self.real, self.imag, complex)

        def __abs__(self):
            size = vm_math_of_two("hypot", self.real, self.imag)
            if size == vm_infinity and abs(self.real) != vm_infinity and abs(self.imag) != vm_infinity:
                raise OverflowError("absolute value too large")
            return size

        def conjugate(self):
            return vm_complex_of(self.real, -self.imag, complex)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        def __reduce__(self):
            return (type(self), (self.real, self.imag))

        def __getnewargs__(self):
            return (self.real, self.imag)

        def __add__(self, other):
            other = vm_as_complex(other)
            if other is None:
                return NotImplemented
            return vm_complex_of(self.real + other[0], self.imag + other[1], complex)

        __radd__ = __add__

        def __sub__(self, other):
            other = vm_as_complex(other)
            if other is None:
                return NotImplemented
            return vm_complex_of(self.real - other[0], self.imag - other[1], complex)

        def __rsub__(self, other):
            other = vm_as_complex(other)
            if other is None:
                return NotImplemented
            return vm_complex_of(other[0] - self.real, other[1] - self.imag, complex)

        def __mul__(self, other):
            other = vm_as_complex(other)
            if other is None:
                return NotImplemented
            a, b, c, d = self.real, self.imag, other[0], other[1]
            return vm_complex_of(a * c - b * d, a * d + b * c, complex)

        __rmul__ = __mul__

        def __truediv__(self, other):
            other = vm_as_complex(other)
            if other is None:
                return NotImplemented
            return vm_complex_quotient((self.real, self.imag), other)

        def __rtruediv__(self, other):
            other = vm_as_complex(other)
            if other is None:
                return NotImplemented
            return vm_complex_quotient(other, (self.real, self.imag))

        def __pow__(self, other, modulus=None):
            if modulus is not None:
                raise ValueError("complex modulo")
            parts = vm_as_complex(other)
            if parts is None:
                return NotImplemented
            return vm_complex_power((self.real, self.imag), parts)

        def __rpow__(self, other, modulus=None):
            parts = vm_as_complex(other)
            if parts is None:
                return NotImplemented
            return vm_complex_power(parts, (self.real, self.imag))

    vm_infinity = float("inf")

    def vm_complex_of(real, imag, cls):
        made = object.__new__(cls)
        object.__setattr__(made, "real", real)
        object.__setattr__(made, "imag", imag)
        return made

    def vm_imaginary(imag):
        return vm_complex_of(0.0, imag, complex)

    def vm_as_complex(value):
        # The two parts of a number, as floats.
        if isinstance(value, complex):
            return (value.real, value.imag)
        if isinstance(value, (int, float)):
            return (float(value), 0.0)
        return None

    def vm_complex_parts(value, which):
        parts = vm_as_complex(value)
        if parts is not None:
            return parts
        method = vm_own_method(value, "__complex__") if which == "first " else None
        if method is not None:
            result = method()
            if not isinstance(result, complex):
                raise TypeError(f"__complex__ returned non-complex (type {type(result).__name__})")
            return (result.real, result.imag)
        if vm_own_method(value, "__float__") is not None or vm_own_method(value, "__index__") is not None:
            return (float(value), 0.0)
        kind = type(value).__name__
        if which == "first ":
            raise TypeError(f"complex() first argument must be a string or a number, not '{kind}'")
        raise TypeError(f"complex() second argument must be a number, not '{kind}'")

    def vm_short_float(number):
        text = repr(number)
        return text[:-2] if text.endswith(".0") else text

    def vm_complex_quotient(a, b):
        # By the larger part of the divisor, as C does it (Smith's way).
        if b[0] == 0 and b[1] == 0:
            raise ZeroDivisionError("complex division by zero")
        if abs(b[0]) >= abs(b[1]):
            ratio = b[1] / b[0]
            size = b[0] + b[1] * ratio
            return vm_complex_of((a[0] + a[1] * ratio) / size, (a[1] - a[0] * ratio) / size, complex)
        if abs(b[1]) >= abs(b[0]):
            ratio = b[0] / b[1]
            size = b[0] * ratio + b[1]
            return vm_complex_of((a[0] * ratio + a[1]) / size, (a[1] * ratio - a[0]) / size, complex)
        return vm_complex_of(float("nan"), float("nan"), complex)

    def vm_complex_power(a, b):
        if b[1] == 0 and b[0] == int(b[0]) and -100 <= b[0] <= 100:
            times = int(b[0])
            power, factor = vm_complex_of(1.0, 0.0, complex), vm_complex_of(a[0], a[1], complex)
            left = abs(times)
            while left:
                if left & 1:
                    power = power * factor
                left >>= 1
                if left:
                    factor = factor * factor
            if times < 0:
                if a[0] == 0 and a[1] == 0:
                    raise ZeroDivisionError("0.0 to a negative or complex power")
                return vm_complex_quotient((1.0, 0.0), (power.real, power.imag))
            return power
        if b[0] == 0 and b[1] == 0:
            return vm_complex_of(1.0, 0.0, complex)
        if a[0] == 0 and a[1] == 0:
            if b[1] != 0 or b[0] < 0:
                raise ZeroDivisionError("0.0 to a negative or complex power")
            return vm_complex_of(0.0, 0.0, complex)
        size = vm_math_of_two("hypot", a[0], a[1])
        length = size ** b[0]
        angle = vm_math_of_two("atan2", a[1], a[0])
        phase = angle * b[0]
        if b[1] != 0:
            length /= vm_math("exp", angle * b[1])
            phase += b[1] * vm_math("log", size)
        return vm_complex_of(length * vm_math("cos", phase), length * vm_math("sin", phase), complex)

    def vm_complex_literal(text):
        refusal = "complex() arg is a malformed string"
        text = text.strip()
        if text[:1] == "(" and text[-1:] == ")":
            text = text[1:-1].strip()
        try:
            if text[-1:] not in ("j", "J"):
                return (float(text), 0.0)
            text = text[:-1]
            # The sign that parts the two is not that of an exponent.
            at = len(text) - 1
            while at > 0 and (text[at] not in "+-" or text[at - 1] in "eE"):
                at -= 1
            imag = text[max(at, 0):]
            imag = float(imag + "1" if imag in ("", "+", "-") else imag)
            return (float(text[:at]) if at > 0 else 0.0, imag)
        except ValueError:
            raise ValueError(refusal) from None

    def vm_complex_format(number, spec):
        if not spec:
            return str(number)
        if spec[0] == "%" and len(spec) > 1:
            raise ValueError(f"Invalid format specifier '{spec}' for object of type 'complex'")
        fill, align, rest = " ", ">", spec
        if len(rest) > 1 and rest[1] in "<>^=":
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[0] in "<>^=":
            align, rest = rest[0], rest[1:]
        if align == "=":
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
        sign = ""
        if rest[:1] in ("+", "-", " ") and rest:
            sign, rest = rest[0], rest[1:]
        if rest[:1] == "0":
            raise ValueError("Zero padding is not allowed in complex format specifier")
        width = ""
        while rest[:1].isdigit():
            width, rest = width + rest[0], rest[1:]
        if rest and rest[-1] not in "eEfFgGn" and (rest[-1].isalpha() or rest[-1] == "%"):
            raise ValueError(f"Unknown format code '{rest[-1]}' for object of type 'complex'")
        if rest and rest[-1].isalpha():
            text = format(number.real, sign + rest) + format(number.imag, "+" + rest) + "j"
        elif rest:
            short = [format(part, way + rest + "g") for part, way in ((number.real, sign), (number.imag, "+"))]
            plain = number.real == 0 and vm_math_of_two("copysign", 1.0, number.real) > 0
            text = format(number.imag, sign + rest + "g") + "j" if plain else f"({short[0]}{short[1]}j)"
        else:
            text = (sign if sign in ("+", " ") and repr(number)[0] not in "(-" else "") + str(number)
        return format(text, fill + align + width) if width else text
