# decimal: numbers as texts, both ways, and in formats.

_LETTERS = "eEfFgGn%"
_MANY = 10**4000


def length(number):
    """How many digits it has."""
    if number < _MANY:
        return len(str(number))
    digits = (number.bit_length() - 1) * 30103 // 100000
    while 10**digits <= number:
        digits += 1
    while 10 ** (digits - 1) > number:
        digits -= 1
    return digits


def digits_of(number):
    """The text of a whole number, however long."""
    parts = []
    while number >= _MANY:
        number, rest = divmod(number, _MANY)
        parts.append(str(rest).rjust(4000, "0"))
    parts.append(str(number))
    return "".join(reversed(parts))


def number_of(digits):
    """The whole number that a text of digits says, however long."""
    if len(digits) <= 4000:
        return int(digits)
    number = 0
    for at in range(0, len(digits), 4000):
        part = digits[at:at + 4000]
        number = number * 10 ** len(part) + int(part)
    return number


def parsed(text):
    """Sign, coefficient, exponent and kind of what a text says; None when it says nothing."""
    text = text.strip().replace("_", "")
    sign = 1 if text.startswith("-") else 0
    if text[:1] in ("-", "+"):
        text = text[1:]
    lower = text.lower()
    if lower in ("inf", "infinity"):
        return sign, 0, 0, "F"
    if lower.startswith(("nan", "snan")):
        kind = "N" if lower[0] == "s" else "n"
        digits = text[4 if kind == "N" else 3:]
        if digits and not digits.isdecimal():
            return None
        return sign, int(digits or 0), 0, kind
    mantissa, mark, exponent = text, "", "0"
    at = lower.find("e")
    if at >= 0:
        mantissa, mark, exponent = text[:at], "e", text[at + 1:]
    unsigned = exponent[1:] if exponent[:1] in ("-", "+") else exponent
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not digits.isdecimal() or not unsigned.isdecimal():
        return None
    return sign, number_of(digits), int(exponent) - len(fraction), ""


def text_of(sign, coefficient, exponent, kind, capitals=1, engineering=False):
    minus = "-" if sign else ""
    if kind == "F":
        return minus + "Infinity"
    if kind:
        return minus + ("sNaN" if kind == "N" else "NaN") + (str(coefficient) if coefficient else "")
    digits = digits_of(coefficient)
    left = exponent + len(digits)
    if exponent <= 0 and left > -6:
        place = left
    elif not engineering:
        place = 1
    elif not coefficient:
        place = (left + 1) % 3 - 1
    else:
        place = (left - 1) % 3 + 1
    text = _placed(digits, place)
    if left != place:
        text += f"{'E' if capitals else 'e'}{left - place:+d}"
    return minus + text


def _placed(digits, place):
    # Digits with a point so many places from the left.
    if place <= 0:
        return "0." + "0" * -place + digits
    if place >= len(digits):
        return digits + "0" * (place - len(digits))
    return digits[:place] + "." + digits[place:]


class Spec:
    pass


def read_spec(text):
    spec = Spec()
    spec.fill, spec.align, spec.sign, spec.zero, spec.width, spec.comma, spec.precision = " ", ">", "-", False, 0, "", None
    at = 0
    aligned = False
    if len(text) > 1 and text[1] in "<>=^":
        spec.fill, spec.align, at, aligned = text[0], text[1], 2, True
    elif text[:1] and text[0] in "<>=^":
        spec.align, at, aligned = text[0], 1, True
    if text[at:at + 1] and text[at] in "+- ":
        spec.sign = text[at]
        at += 1
    spec.no_minus_zero = text[at:at + 1] == "z"
    at += spec.no_minus_zero
    at += text[at:at + 1] == "#"
    if text[at:at + 1] == "0":
        if aligned:
            raise ValueError("invalid format string")
        spec.zero, spec.fill, spec.align = True, "0", "="
        at += 1
    start = at
    while text[at:at + 1].isdigit():
        at += 1
    spec.width = int(text[start:at] or 0)
    if text[at:at + 1] == ",":
        spec.comma = ","
        at += 1
    if text[at:at + 1] == ".":
        start = at = at + 1
        while text[at:at + 1].isdigit():
            at += 1
        if at == start:
            raise ValueError("invalid format string")
        spec.precision = int(text[start:at])
    spec.type = text[at:at + 1]
    if spec.type and spec.type not in _LETTERS or len(text) > at + 1:
        raise ValueError("invalid format string")
    return spec


def grouped(whole, spec, minimum):
    # Threes with commas, and zeros in front up to a width.
    if not spec.comma:
        return whole.rjust(minimum, "0")
    parts = []
    while True:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
        if not whole:
            break
    text = ",".join(parts)
    while len(text) < minimum:
        lead = len(text.partition(",")[0])
        text = "0" + ("," if lead == 3 else "") + text
        if lead == 3 and len(text) > minimum + 1:
            break
    return text


def spaced(minus, body, spec):
    sign = "-" if minus else "" if spec.sign == "-" else spec.sign
    if spec.align == "=":
        return sign + body.rjust(spec.width - len(sign), spec.fill)
    text = sign + body
    if spec.align == "<":
        return text.ljust(spec.width, spec.fill)
    if spec.align == ">":
        return text.rjust(spec.width, spec.fill)
    left = (spec.width - len(text)) // 2
    return (spec.fill * left + text).ljust(spec.width, spec.fill)


def written(sign, digits, exponent, spec, capitals):
    """A finite number, rounded already, as the format has it."""
    kind = spec.type or "g"
    left = exponent + len(digits)
    if kind in "eE":
        place = 1
    elif kind in "fF%":
        place = left
    else:
        place = left if exponent <= 0 and left > -6 else 1
    if kind in "eE" and spec.precision is not None and not digits.strip("0"):
        place = 1 - spec.precision
    text = _placed(digits, place)
    whole, point, fraction = text.partition(".")
    tail = point + fraction
    if left != place or kind in "eE":
        letter = "E" if kind in "EG" or not spec.type and capitals else "e"
        tail += f"{letter}{left - place:+d}"
    if kind == "%":
        tail += "%"
    signed = 1 if sign or spec.sign != "-" else 0
    minimum = max(1, spec.width - signed - len(tail)) if spec.zero else 1
    return spaced(sign, grouped(whole, spec, minimum) + tail, spec)
