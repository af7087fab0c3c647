# time and datetime: reading a moment as a format describes it.

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)
_NAMES = {
    "A": _DAYS,
    "a": tuple([name[:3] for name in _DAYS]),
    "B": _MONTHS,
    "b": tuple([name[:3] for name in _MONTHS]),
    "p": ("am", "pm"),
    "Z": ("utc", "gmt"),
}
# How many digits, the most first, and the least and the largest number they may say.
_NUMBERS = {
    "d": ((2, 1, 31), (1, 1, 9)), "H": ((2, 0, 23), (1, 0, 9)), "I": ((2, 1, 12), (1, 1, 9)), "m": ((2, 1, 12), (1, 1, 9)),
    "j": ((3, 1, 366), (2, 1, 99), (1, 1, 9)), "M": ((2, 0, 59), (1, 0, 9)), "S": ((2, 0, 61), (1, 0, 9)),
    "U": ((2, 0, 53), (1, 0, 9)), "W": ((2, 0, 53), (1, 0, 9)), "V": ((2, 1, 53), (1, 0, 9)), "w": ((1, 0, 6),),
    "u": ((1, 1, 7),), "y": ((2, 0, 99),), "Y": ((4, 0, 9999),), "G": ((4, 0, 9999),),
    "f": ((6, 0, 999999), (5, 0, 99999), (4, 0, 9999), (3, 0, 999), (2, 0, 99), (1, 0, 9)),
}
_JOINT = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_WEEKDAY = "a weekday directive ('%A', '%a', '%w', or '%u')."


def _pieces(format):
    # Letters of directives, texts, and None for room.
    pieces = []
    at = 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter.isspace():
            if not pieces or pieces[-1] != (None, ""):
                pieces.append((None, ""))
        elif letter != "%":
            pieces.append(("", letter.lower()))
        else:
            if at >= len(format):
                raise ValueError(f"stray % in format '{format}'") from None
            letter = format[at]
            at += 1
            if letter in _JOINT:
                pieces.extend(_pieces(_JOINT[letter]))
            elif letter == "%":
                pieces.append(("", "%"))
            elif letter in _NUMBERS or letter in _NAMES or letter == "z":
                pieces.append((letter, ""))
            else:
                raise ValueError(f"'{letter}' is a bad directive in format '{format}'") from None
    return pieces


def _is_number(text):
    return text.isdigit() and text.isascii()


def _offset_end(text, at):
    # Where an offset from UTC ends that begins here.
    if text[at:at + 1] == "Z":
        return at + 1
    if text[at:at + 1] not in ("+", "-") or not _is_number(text[at + 1:at + 3]) or len(text) < at + 3:
        return None
    at += 3
    for needed in (True, False):
        colon = text[at:at + 1] == ":"
        digits = text[at + colon:at + colon + 2]
        if len(digits) == 2 and _is_number(digits) and digits[0] < "6":
            at += colon + 2
        elif needed:
            return None
        else:
            return at
    if text[at:at + 1] == "." and _is_number(text[at + 1:at + 2]):
        at += 2
        end = at + 5
        while at < end and _is_number(text[at:at + 1]):
            at += 1
    return at


def _ends(letter, text, lower, at):
    # All the places where what a directive stands for may end, the likeliest first.
    if letter in _NAMES:
        names = sorted(_NAMES[letter], key=len, reverse=True)
        return [at + len(name) for name in names if lower.startswith(name, at)]
    if letter == "z":
        end = _offset_end(text, at)
        return [] if end is None else [end]
    ends = []
    for width, least, largest in _NUMBERS[letter]:
        digits = text[at:at + width]
        if len(digits) == width and _is_number(digits) and least <= int(digits) <= largest:
            ends.append(at + width)
    if letter == "d" and text[at:at + 1] == " " and _is_number(text[at + 1:at + 2]) and text[at + 1] != "0":
        ends.append(at + 2)
    return ends


def _match(pieces, number, text, lower, at, found):
    # The place behind the last piece, or None; `found` says what the directives stand for.
    while number < len(pieces):
        letter, literal = pieces[number]
        number += 1
        if letter == "":
            if not lower.startswith(literal, at):
                return None
            at += len(literal)
        elif letter is None:
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            while end > at:
                place = _match(pieces, number, text, lower, end, found)
                if place is not None:
                    return place
                end -= 1
            return None
        else:
            for end in _ends(letter, text, lower, at):
                place = _match(pieces, number, text, lower, end, found)
                if place is not None:
                    found.setdefault(letter, text[at:end])
                    return place
            return None
    return at


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _lengths(year):
    return (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _weekday(year, day_of_year):
    return (_before_year(year) + day_of_year + 6) % 7


def _offset(text):
    # Seconds and millionths.
    if text == "Z":
        return 0, 0
    plain = text.replace(":", "")
    if text[3:4] == ":" and len(text) > 6 and text[6] != ":" or text[3:4] != ":" and ":" in text:
        raise ValueError(f"Inconsistent use of : in {text}")
    seconds = int(plain[1:3]) * 3600 + int(plain[3:5]) * 60 + int(plain[5:7] or 0)
    millionths = int((plain[8:] + "000000")[:6])
    return (-seconds, -millionths) if text[0] == "-" else (seconds, millionths)


def _check_weeks(year, iso_year, iso_week, week, weekday, day_of_year):
    if year is None and iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError(f"ISO year directive '%G' must be used with the ISO week directive '%V' and {_WEEKDAY}")
        if day_of_year is not None:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
            )
    elif week is None and iso_week is not None:
        if weekday is None:
            raise ValueError(f"ISO week directive '%V' must be used with the ISO year directive '%G' and {_WEEKDAY}")
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        )


def _day_by_week(year, week, weekday, from_monday):
    first = _weekday(year, 1)
    if not from_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    start = (7 - first) % 7
    return 1 + weekday - first if week == 0 else 1 + start + 7 * (week - 1) + weekday


def read(text, format):
    """The nine fields of a struct_time with the zone's name and offset; millionths of a second; those of the offset."""
    for number, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {number} must be str, not {type(value)}")
    found = {}
    end = _match(_pieces(format), 0, text, text.lower(), 0, found)
    if end is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    get = found.get

    def number(letter, otherwise=None):
        return int(found[letter]) if letter in found else otherwise

    def place(letter):
        return _NAMES[letter].index(found[letter].lower())

    year = number("Y")
    if year is None and "y" in found:
        year = int(found["y"])
        year += 2000 if year <= 68 else 1900
    month = number("m") or (place("B") + 1 if "B" in found else place("b") + 1 if "b" in found else 1)
    day = number("d", 1)
    hour = number("H")
    if hour is None:
        hour = number("I")
        hour = 0 if hour is None else hour % 12 + (12 if get("p", "").lower() == "pm" else 0)
    weekday = place("A") if "A" in found else place("a") if "a" in found else None
    if weekday is None:
        weekday = (number("w") - 1) % 7 if "w" in found else number("u") - 1 if "u" in found else None
    day_of_year = number("j")
    week = number("U", number("W"))
    _check_weeks(year, number("G"), number("V"), week, weekday, day_of_year)
    no_year = year is None
    if no_year:
        year = 1904 if month == 2 and day == 29 else 1900
    if day_of_year is None and weekday is not None:
        if week is not None:
            day_of_year = _day_by_week(year, week, weekday, "W" in found and "U" not in found)
        elif "G" in found:
            year = number("G")
            day_of_year = number("V") * 7 + weekday + 1 - (_weekday(year, 4) + 1 + 3)
    if day_of_year is not None and day_of_year <= 0:
        year -= 1
        day_of_year += 366 if _is_leap(year) else 365
    lengths = _lengths(year)
    if day_of_year is None:
        if day > lengths[month - 1]:
            raise ValueError("day is out of range for month")
        day_of_year = sum(lengths[:month - 1]) + day
    else:
        # The day of a year may be one that only the next year has: it is told as it was read.
        length = 366 if _is_leap(year) else 365
        month, day = 1, day_of_year
        if day > length:
            year += 1
            day -= length
            lengths = _lengths(year)
        while day > lengths[month - 1]:
            day -= lengths[month - 1]
            month += 1
    if weekday is None:
        weekday = _weekday(year, sum(lengths[:month - 1]) + day)
    if no_year and "G" not in found and year == 1904:
        year = 1900
    offset, millionths = _offset(found["z"]) if "z" in found else (None, 0)
    fields = (year, month, day, hour, number("M", 0), number("S", 0), weekday, day_of_year, 0 if "Z" in found else -1)
    return (*fields, get("Z"), offset), int((get("f", "") + "000000")[:6]), millionths
