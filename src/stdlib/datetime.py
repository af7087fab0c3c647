# datetime: dates, times and the spans between them, in whole microseconds. Local time is UTC.

import time as _time

if vm_mentioned("strptime"):
    import _strptime

MINYEAR = 1
MAXYEAR = 9999

_SECOND = 1000000
_DAY = 86400 * _SECOND
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _length(year, month):
    return 29 if month == 2 and _leap(year) else _LENGTHS[month - 1]


def _before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _ordinal(year, month, day):
    days = _before_year(year) + day
    for at in range(1, month):
        days += _length(year, at)
    return days


def _from_ordinal(ordinal):
    year = ordinal * 400 // 146097 + 1
    while _before_year(year) >= ordinal:
        year -= 1
    while _before_year(year + 1) < ordinal:
        year += 1
    day = ordinal - _before_year(year)
    month = 1
    while day > _length(year, month):
        day -= _length(year, month)
        month += 1
    return year, month, day


def _whole(value, what=None):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if isinstance(value, int):
        return int(value)
    if not hasattr(type(value), "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _rounded(numerator, denominator):
    # To the nearest whole number, the even one of two.
    whole, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and whole % 2):
        whole += 1
    return whole


def _check_date(year, month, day):
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _length(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    parts = [_whole(part) for part in (hour, minute, second, microsecond)]
    for part, name, limit in zip(parts, ("hour", "minute", "second", "microsecond"), (23, 59, 59, 999999)):
        if not 0 <= part <= limit:
            raise ValueError(f"{name} must be in 0..{limit}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return parts


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


_constants = {}


class _Constant:
    # An attribute of a class that is one of its own objects: a class of the library is not changed when it is there.
    def __init__(self, name):
        self._name = name

    def __get__(self, instance, owner=None):
        return _constants[self._name]


class timedelta:
    min = _Constant("span_min")
    max = _Constant("span_max")
    resolution = _Constant("span")

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        fraction = 0.0
        parts = (
            (days, _DAY, "days"), (seconds, _SECOND, "seconds"), (microseconds, 1, "microseconds"),
            (milliseconds, 1000, "milliseconds"), (minutes, 60 * _SECOND, "minutes"), (hours, 3600 * _SECOND, "hours"),
            (weeks, 7 * _DAY, "weeks"),
        )
        for value, unit, name in parts:
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(vm_math("floor", value))
                total += whole * unit
                fraction += (value - whole) * unit
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if fraction:
            total += round(fraction)
        self._set(total)

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)

    def _set(self, total):
        self._total = total
        days = total // _DAY
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")

    @property
    def days(self):
        return self._total // _DAY

    @property
    def seconds(self):
        return self._total % _DAY // _SECOND

    @property
    def microseconds(self):
        return self._total % _SECOND

    def total_seconds(self):
        return self._total / _SECOND

    def __repr__(self):
        parts = [(name, getattr(self, name)) for name in ("days", "seconds", "microseconds")]
        text = ", ".join([f"{name}={value}" for name, value in parts if value])
        return f"datetime.timedelta({text or '0'})"

    def __str__(self):
        seconds = self.seconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, " + text
        return text + (f".{self.microseconds:06d}" if self.microseconds else "")

    def __add__(self, other):
        return _span(self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _span(self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _span(other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _span(-self._total)

    def __pos__(self):
        return self

    def __abs__(self):
        return _span(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return _span(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return _span(_rounded(self._total * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            if other < 0:
                return _span(_rounded(-self._total, -other))
            return _span(_rounded(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator < 0:
                numerator, denominator = -numerator, -denominator
            return _span(_rounded(self._total * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        return _span(self._total // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return _span(self._total % other._total) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return (self // other, self % other) if isinstance(other, timedelta) else NotImplemented

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._total)

    def __bool__(self):
        return self._total != 0


def _span(total):
    new = timedelta()
    new._set(total)
    return new


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if not -_DAY < offset._total < _DAY:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name), None

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + (_offset_text(self._offset, ":") if self._offset else "")

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is _constants["utc"]:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    utc = _Constant("utc")
    min = _Constant("zone_min")
    max = _Constant("zone_max")


def _offset_text(offset, between):
    if offset is None:
        return ""
    total = offset._total
    sign = "-" if total < 0 else "+"
    seconds, micro = divmod(abs(total), _SECOND)
    text = f"{sign}{seconds // 3600:02d}{between}{seconds // 60 % 60:02d}"
    if seconds % 60 or micro:
        text += f"{between}{seconds % 60:02d}"
    return text + (f".{micro:06d}" if micro else "")


def _clock_text(hour, minute, second, micro, timespec):
    text = f"{hour:02d}"
    if timespec == "auto":
        timespec = "microseconds" if micro else "seconds"
    places = ("hours", "minutes", "seconds", "milliseconds", "microseconds")
    if timespec not in places:
        raise ValueError("Unknown timespec value")
    at = places.index(timespec)
    if at >= 1:
        text += f":{minute:02d}"
    if at >= 2:
        text += f":{second:02d}"
    if at == 3:
        text += f".{micro // 1000:03d}"
    if at == 4:
        text += f".{micro:06d}"
    return text


def _strftime(format, fields, micro, offset, name):
    # What time.strftime does not know comes first.
    text = ""
    at = 0
    while at < len(format):
        pair = format[at:at + 2]
        if pair == "%f":
            text += f"{micro:06d}"
        elif pair == "%z":
            text += _offset_text(offset, "")
        elif pair == "%Z":
            text += name or ""
        elif pair[:1] == "%":
            text += pair
        else:
            text += format[at]
            at -= 1
        at += 2
    return _time.strftime(text, fields)


def _parse_digits(text, what):
    if not text.isdigit():
        raise ValueError(f"Invalid isoformat string: {what!r}")
    return int(text)


def _parse_date(text, whole):
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        parts = (text[:4], text[5:7], text[8:])
    elif len(text) == 8:
        parts = (text[:4], text[4:6], text[6:])
    else:
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    return [_parse_digits(part, whole) for part in parts]


def _parse_time(text, whole):
    zone = None
    if text[-1:] == "Z":
        text, zone = text[:-1], _constants["utc"]
    for sign in "+-":
        if sign in text:
            text, _, rest = text.partition(sign)
            parts = [_parse_digits(part, whole) for part in rest.replace(":", " ").split()]
            if len(parts) == 1 and len(rest) == 4:
                parts = [parts[0] // 100, parts[0] % 100]
            seconds = sum([part * unit for part, unit in zip(parts, (3600, 60, 1))])
            zone = timezone(timedelta(seconds=-seconds if sign == "-" else seconds))
            if not seconds:
                zone = _constants["utc"]
    clock, _, fraction = text.replace(",", ".").partition(".")
    if ":" not in clock:
        clock = ":".join([clock[at:at + 2] for at in range(0, len(clock), 2)])
    parts = clock.split(":")
    if len(parts) > 3 or [part for part in parts if len(part) != 2] or (fraction and len(parts) != 3):
        raise ValueError(f"Invalid isoformat string: {whole!r}")
    numbers = [_parse_digits(part, whole) for part in parts] + [0, 0]
    micro = _parse_digits((fraction + "000000")[:6], whole) if fraction else 0
    return [*numbers[:3], micro, zone]


class date:
    min = _Constant("date_min")
    max = _Constant("date_max")
    resolution = _Constant("day")

    def __init__(self, year, month=None, day=None):
        if isinstance(year, bytes) and month is None and len(year) == 4:
            # As __reduce__ puts it.
            year, month, day = int.from_bytes(year[:2], "big"), year[2], year[3]
        self._year, self._month, self._day = _check_date(year, month, day)

    def __reduce__(self):
        return type(self), (_date_bytes(self),)

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        fields = _time.localtime(t)
        return cls(fields[0], fields[1], fields[2])

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_parse_date(date_string, date_string))

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return (year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.isoweekday())

    def timetuple(self):
        return _time.struct_time(self._fields())

    def _fields(self):
        day = self.toordinal()
        return (self._year, self._month, self._day, 0, 0, 0, self.weekday(), day - _before_year(self._year), -1)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.{type(self).__name__}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        return _strftime(format, self._fields(), 0, None, None)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def __add__(self, other):
        return _day_at(type(self), self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _day_at(type(self), self.toordinal() - other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self.toordinal()

    def _is_like(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._is_like(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._is_like(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._is_like(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._is_like(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._is_like(other) else NotImplemented

    def __hash__(self):
        return hash(self.toordinal())


def _day_at(cls, ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    return cls.fromordinal(ordinal)


def _date_bytes(moment):
    return moment._year.to_bytes(2, "big") + bytes([moment._month, moment._day])


def _time_bytes(moment):
    return bytes([moment._hour, moment._minute, moment._second]) + moment._micro.to_bytes(3, "big")


class time:
    min = _Constant("time_min")
    max = _Constant("time_max")
    resolution = _Constant("span")

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes) and len(hour) == 6:
            # As __reduce__ puts it, with the fold in the first byte.
            tzinfo = minute or None
            minute, second, microsecond = hour[1], hour[2], int.from_bytes(hour[3:], "big")
            hour, fold = hour[0] & 0x7F, hour[0] >> 7
        self._hour, self._minute, self._second, self._micro = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._zone = tzinfo
        self._fold = fold

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._micro)
    tzinfo = property(lambda self: self._zone)
    fold = property(lambda self: self._fold)

    def __reduce_ex__(self, protocol):
        data = _time_bytes(self)
        if self._fold and protocol > 3:
            data = bytes([data[0] | 0x80]) + data[1:]
        return type(self), (data,) if self._zone is None else (data, self._zone)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_parse_time(time_string.removeprefix("T"), time_string))

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._hour, self._minute, self._second, self._micro, timespec)
        return text + _offset_text(self.utcoffset(), ":")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self._hour, self._minute, self._second, self._micro]
        while len(parts) > 2 and not parts[-1]:
            parts.pop()
        text = ", ".join([str(part) for part in parts])
        if self._zone is not None:
            text += f", tzinfo={self._zone!r}"
        return f"datetime.time({text})"

    def strftime(self, format):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)
        return _strftime(format, fields, self._micro, self.utcoffset(), self.tzname())

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(None)

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        return time(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._micro if microsecond is None else microsecond,
            self._zone if tzinfo is True else tzinfo,
        )

    def _key(self):
        offset = self.utcoffset()
        micro = ((self._hour * 60 + self._minute) * 60 + self._second) * _SECOND + self._micro
        return micro - (offset._total if offset is not None else 0)

    def _order(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - other._key()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


_EPOCH = _ordinal(1970, 1, 1) * _DAY


class datetime(date):
    min = _Constant("moment_min")
    max = _Constant("moment_max")
    resolution = _Constant("span")

    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, bytes) and len(year) == 10:
            # As __reduce__ puts it, with the fold in the byte of the month.
            data, tzinfo = year, month
            year, month, day = int.from_bytes(data[:2], "big"), data[2] & 0x7F, data[3]
            fold, hour, minute, second = data[2] >> 7, data[4], data[5], data[6]
            microsecond = int.from_bytes(data[7:], "big")
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._micro = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._zone = tzinfo
        self._fold = fold

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._micro)
    tzinfo = property(lambda self: self._zone)
    fold = property(lambda self: self._fold)

    def __reduce_ex__(self, protocol):
        data = _date_bytes(self) + _time_bytes(self)
        if self._fold and protocol > 3:
            data = data[:2] + bytes([data[2] | 0x80]) + data[3:]
        return type(self), (data,) if self._zone is None else (data, self._zone)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        new = _moment(cls, _EPOCH + _time.time_ns() // 1000)
        return new if tz is None else tz.fromutc(new.replace(tzinfo=tz))

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        numerator, denominator = timestamp.as_integer_ratio()
        new = _moment(cls, _EPOCH + _rounded(numerator * _SECOND, denominator))
        return new if tz is None else tz.fromutc(new.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, zone)

    @classmethod
    def strptime(cls, date_string, format):
        fields, micro, offset_micro = vm_module("_strptime").read(date_string, format)
        name, offset = fields[9:]
        if offset is None:
            return cls(*fields[:6], micro)
        span = timedelta(seconds=offset, microseconds=offset_micro)
        if not span and not name:
            return cls(*fields[:6], micro, timezone.utc)
        return cls(*fields[:6], micro, timezone(span, name) if name else timezone(span))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        length = 10 if "-" in date_string[:5] else 8
        day, clock = date_string[:length], date_string[length + 1:]
        parts = _parse_date(day, date_string)
        return cls(*parts, *(_parse_time(clock, date_string) if clock else ()))

    def _total(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return self.toordinal() * _DAY + seconds * _SECOND + self._micro

    def _utc(self):
        offset = self.utcoffset()
        return self._total() - (0 if offset is None else offset._total)

    def timestamp(self):
        return (self._utc() - _EPOCH) / _SECOND

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._micro)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._micro, self._zone)

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(self)

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(self)

    def dst(self):
        return None if self._zone is None else self._zone.dst(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = _constants["utc"]
        _check_zone(tz)
        return tz.fromutc(_moment(type(self), self._utc()).replace(tzinfo=tz))

    def _fields(self):
        year, month, day, _, _, _, weekday, day_of_year, dst = date._fields(self)
        return (year, month, day, self._hour, self._minute, self._second, weekday, day_of_year, dst)

    def utctimetuple(self):
        return _moment(datetime, self._utc()).timetuple()

    def isoformat(self, sep="T", timespec="auto"):
        clock = _clock_text(self._hour, self._minute, self._second, self._micro, timespec)
        return date.isoformat(self) + sep + clock + _offset_text(self.utcoffset(), ":")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._micro]
        while len(parts) > 5 and not parts[-1]:
            parts.pop()
        text = ", ".join([str(part) for part in parts])
        if self._zone is not None:
            text += f", tzinfo={self._zone!r}"
        return f"datetime.{type(self).__name__}({text})"

    def ctime(self):
        clock = f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}"
        return f"{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} {clock} {self._year:04d}"

    def strftime(self, format):
        return _strftime(format, self._fields(), self._micro, self.utcoffset(), self.tzname())

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._micro if microsecond is None else microsecond,
            self._zone if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _moment(type(self), self._total() + other._total, self._zone)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _moment(type(self), self._total() - other._total, self._zone)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _span(self._utc() - other._utc())

    def _order(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc() - other._utc()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._utc() == other._utc()

    def __lt__(self, other):
        return self._order(other) < 0 if isinstance(other, datetime) else self._other_kind(other)

    def __le__(self, other):
        return self._order(other) <= 0 if isinstance(other, datetime) else self._other_kind(other)

    def __gt__(self, other):
        return self._order(other) > 0 if isinstance(other, datetime) else self._other_kind(other)

    def __ge__(self, other):
        return self._order(other) >= 0 if isinstance(other, datetime) else self._other_kind(other)

    def _other_kind(self, other):
        if isinstance(other, date):
            raise TypeError(f"can't compare datetime.datetime to {_full_name(other)}")
        return NotImplemented

    def __hash__(self):
        return hash(self._utc())


def _full_name(value):
    return f"{type(value).__module__}.{type(value).__qualname__}"


def _moment(cls, total, zone=None):
    day, micro = divmod(total, _DAY)
    if not 1 <= day <= 3652059:
        raise OverflowError("date value out of range")
    seconds, micro = divmod(micro, _SECOND)
    return cls(*_from_ordinal(day), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, zone)


_constants.update({
    "span": _span(1), "day": timedelta(1), "span_min": timedelta(-999999999),
    "span_max": _span(1000000000 * _DAY - 1),
    "utc": timezone(timedelta(0)),
    "zone_min": timezone(timedelta(hours=-23, minutes=-59)), "zone_max": timezone(timedelta(hours=23, minutes=59)),
    "date_min": date(1, 1, 1), "date_max": date(9999, 12, 31),
    "time_min": time(), "time_max": time(23, 59, 59, 999999),
    "moment_min": datetime(1, 1, 1), "moment_max": datetime(9999, 12, 31, 23, 59, 59, 999999),
})
vm_frozen(_constants)
UTC = timezone.utc
