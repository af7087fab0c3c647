# time: the machine's virtual clock, in nanoseconds, as CPython's functions tell it. Local time is UTC.

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

_BILLION = 1000000000
_STRUCT_TM_ITEMS = 11
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


def sleep(seconds):
    vm_sleep(seconds)


def time():
    return vm_epoch() + vm_clock() / _BILLION


def time_ns():
    return vm_epoch() * _BILLION + vm_clock()


def monotonic():
    return vm_clock() / _BILLION


def monotonic_ns():
    return vm_clock()


def perf_counter():
    return vm_clock() / _BILLION


def perf_counter_ns():
    return vm_clock()


def process_time():
    return vm_process_time() / _BILLION


def process_time_ns():
    return vm_process_time()


def thread_time():
    return vm_run_time() / _BILLION


def thread_time_ns():
    return vm_run_time()


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, dict={}):
        try:
            fields = tuple(sequence)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(fields) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)")
        if len(fields) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(fields)}-sequence given)")
        made = tuple.__new__(cls, fields[:9])
        zone = fields[9:] + tuple([dict.get(name) for name in ("tm_zone", "tm_gmtoff")])[len(fields) - 9:]
        made._zone = zone
        return made

    def __reduce__(self):
        return struct_time, (tuple(self), {"tm_zone": self.tm_zone, "tm_gmtoff": self.tm_gmtoff})

    def __repr__(self):
        text = "time.struct_time("
        for name, value in zip(_FIELDS, self):
            text += (", " if name != "tm_year" else "") + name + "=" + repr(value)
        return text + ")"

    @property
    def tm_year(self):
        return self[0]

    @property
    def tm_mon(self):
        return self[1]

    @property
    def tm_mday(self):
        return self[2]

    @property
    def tm_hour(self):
        return self[3]

    @property
    def tm_min(self):
        return self[4]

    @property
    def tm_sec(self):
        return self[5]

    @property
    def tm_wday(self):
        return self[6]

    @property
    def tm_yday(self):
        return self[7]

    @property
    def tm_isdst(self):
        return self[8]

    @property
    def tm_zone(self):
        return self.__dict__["_zone"][0] if self.__dict__ else "UTC"

    @property
    def tm_gmtoff(self):
        return self.__dict__["_zone"][1] if self.__dict__ else 0


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def _month_lengths(year):
    return (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _seconds(secs):
    if isinstance(secs, float):
        if secs != secs:
            raise ValueError("Invalid value NaN (not a number)")
        whole = int(vm_math("floor", secs)) if secs - secs == 0.0 else 2**63
    elif isinstance(secs, int):
        whole = int(secs)
    elif hasattr(type(secs), "__index__"):
        whole = secs.__index__()
    else:
        raise TypeError(f"'{type(secs).__name__}' object cannot be interpreted as an integer")
    if not -(2**63) <= whole < 2**63:
        raise OverflowError("timestamp out of range for platform time_t")
    if not -67768040609740800 <= whole < 67768036191676800:
        raise OSError(75, "Value too large for defined data type")
    return whole


def gmtime(secs=None):
    seconds = vm_epoch() + vm_clock() // _BILLION if secs is None else _seconds(secs)
    days, second = divmod(seconds, 86400)
    days += _days_before_year(1970)
    year = days * 400 // 146097 + 1
    while days < _days_before_year(year):
        year -= 1
    while days >= _days_before_year(year + 1):
        year += 1
    day_of_year = day = days - _days_before_year(year)
    month = 0
    while day >= _month_lengths(year)[month]:
        day -= _month_lengths(year)[month]
        month += 1
    fields = (year, month + 1, day + 1, second // 3600, second // 60 % 60, second % 60, days % 7, day_of_year + 1, 0)
    return tuple.__new__(struct_time, fields)


def localtime(secs=None):
    return gmtime(secs)


# The least and the largest that each field may say, and what it is called then.
_BOUNDS = (
    (1, 0, 12, "month"), (2, 0, 31, "day of month"), (3, 0, 23, "hour"), (4, 0, 59, "minute"), (5, 0, 61, "seconds"),
    (6, -1, 2147483647, "day of week"), (7, 0, 366, "day of year"),
)


def _checked(t, function):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError(f"{function}(): illegal time tuple argument")
    for field in t:
        if not isinstance(field, int):
            raise TypeError(f"'{type(field).__name__}' object cannot be interpreted as an integer")
        if not -2147483648 <= field <= 2147483647:
            raise OverflowError(f"signed integer is {'less than minimum' if field < 0 else 'greater than maximum'}")
    if t[0] < -2147481748:
        raise OverflowError("year out of range")
    for at, least, largest, name in _BOUNDS:
        if not least <= t[at] <= largest:
            raise ValueError(f"{name} out of range")
    return (t[0], t[1] or 1, t[2] or 1, t[3], t[4], t[5], t[6] % 7, t[7] or 1, t[8])


def mktime(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(t) != 9:
        raise TypeError("mktime(): illegal time tuple argument")
    year, month, day, hour, minute, second = t[0], t[1], t[2], t[3], t[4], t[5]
    year += (month - 1) // 12
    month = (month - 1) % 12
    days = _days_before_year(year) - _days_before_year(1970) + day - 1
    for length in _month_lengths(year)[:month]:
        days += length
    return (days * 86400 + hour * 3600 + minute * 60 + second) / 1


def _padded(number, width, fill):
    text = str(number)
    while len(text) < width:
        text = fill + text
    return text


def asctime(t=None):
    t = localtime() if t is None else _checked(t, "asctime")
    day = _DAYS[t[6]][:3] + " " + _MONTHS[t[1] - 1][:3] + " " + _padded(t[2], 2, " ")
    return day + " " + strftime("%H:%M:%S", t) + " " + str(t[0])


def ctime(secs=None):
    return asctime(localtime(secs))


def strftime(format, t=None):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if "\0" in format:
        raise ValueError("embedded null character")
    t = localtime() if t is None else _checked(t, "strftime")
    text = ""
    at = 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter == "%" and at < len(format):
            letter = format[at]
            at += 1
            if letter in _FLAGS:
                piece, at = _flagged(format, at - 1, t)
                text += piece
            else:
                text += _directive(letter, t)
        else:
            text += letter
    return text


_FLAGS = "-_0^#123456789EO"


def _flagged(format, at, t):
    # What the C library adds: how a field is filled up, how wide it is, and in which letters.
    start = at
    fill = width = ""
    upper = lower = False
    while at < len(format) and format[at] in "-_0^#":
        fill = format[at] if format[at] in "-_0" else fill
        upper = upper or format[at] == "^"
        lower = lower or format[at] == "#"
        at += 1
    while at < len(format) and format[at].isdigit():
        width += format[at]
        at += 1
    if at < len(format) and format[at] in "EO":
        at += 1
    if at >= len(format):
        return "%" + format[start:], at
    letter = format[at]
    text = _directive(letter, t)
    if text == "%" + letter and letter != "%":
        return "%" + format[start:at + 1], at + 1
    number = letter in "CdegGHIjmMSuUVwWyYs"
    if number and fill:
        bare = text.lstrip("0 ") or "0"
        text = bare if fill == "-" else bare.rjust(len(text), " " if fill == "_" else "0")
    if upper or lower and letter in "aAbBh":
        text = text.upper()
    elif lower and letter in "pZ":
        text = text.swapcase()
    if width:
        zeros = fill == "0" or number and not fill and letter not in "ekl"
        text = text.rjust(int(width), "0" if zeros else " ")
    return text, at + 1


def _directive(letter, t):
    if letter == "Y":
        return str(t[0])
    if letter == "m":
        return _padded(t[1], 2, "0")
    if letter == "d":
        return _padded(t[2], 2, "0")
    if letter == "e":
        return _padded(t[2], 2, " ")
    if letter == "H":
        return _padded(t[3], 2, "0")
    if letter == "M":
        return _padded(t[4], 2, "0")
    if letter == "S":
        return _padded(t[5], 2, "0")
    return _seldom_directive(letter, t)


def _iso(t):
    # The year and the week that the day's Thursday is in.
    year, week = t[0], (t[7] - 1 - t[6] + 10) // 7
    if week < 1:
        year -= 1
        week = (t[7] - 1 + (366 if _leap(year) else 365) - t[6] + 10) // 7
    elif week == 53 and t[7] - 1 - t[6] + 3 >= (366 if _leap(year) else 365):
        return year + 1, 1
    return year, week


def _seldom_directive(letter, t):
    if letter == "C":
        return _padded(t[0] // 100, 2, "0")
    if letter == "G":
        return str(_iso(t)[0])
    if letter == "g":
        return _padded(_iso(t)[0] % 100, 2, "0")
    if letter == "V":
        return _padded(_iso(t)[1], 2, "0")
    if letter == "k":
        return _padded(t[3], 2, " ")
    if letter == "l":
        return _padded((t[3] + 11) % 12 + 1, 2, " ")
    if letter == "P":
        return "am" if t[3] < 12 else "pm"
    if letter == "y":
        return _padded(t[0] % 100, 2, "0")
    if letter == "I":
        return _padded((t[3] + 11) % 12 + 1, 2, "0")
    if letter == "p":
        return "AM" if t[3] < 12 else "PM"
    if letter == "j":
        return _padded(t[7], 3, "0")
    if letter == "a":
        return _DAYS[t[6]][:3]
    if letter == "A":
        return _DAYS[t[6]]
    if letter == "b" or letter == "h":
        return _MONTHS[t[1] - 1][:3]
    if letter == "B":
        return _MONTHS[t[1] - 1]
    if letter == "w":
        return str((t[6] + 1) % 7)
    if letter == "u":
        return str(t[6] + 1)
    if letter == "U":
        return _padded((t[7] + 6 - (t[6] + 1) % 7) // 7, 2, "0")
    if letter == "W":
        return _padded((t[7] + 6 - t[6]) // 7, 2, "0")
    if letter == "s":
        return str(int(vm_math("floor", mktime(t))))
    if letter == "z":
        return "+0000"
    if letter == "Z":
        return "UTC"
    if letter == "n":
        return "\n"
    if letter == "t":
        return "\t"
    if letter == "%":
        return "%"
    return _joint_directive(letter, t)


def _joint_directive(letter, t):
    if letter == "c":
        return asctime(t)
    if letter == "x" or letter == "D":
        return strftime("%m/%d/%y", t)
    if letter == "X" or letter == "T":
        return strftime("%H:%M:%S", t)
    if letter == "F":
        return strftime("%Y-%m-%d", t)
    if letter == "R":
        return strftime("%H:%M", t)
    if letter == "r":
        return strftime("%I:%M:%S %p", t)
    return "%" + letter


if vm_mentioned("strptime"):
    import _strptime

    def strptime(data_string, format="%a %b %d %H:%M:%S %Y", /):
        return struct_time(_strptime.read(data_string, format)[0])


if vm_mentioned("clock_", "get_clock_info", "CLOCK_", "getcpuclockid"):
    from types import SimpleNamespace as _namespace

    CLOCK_REALTIME = 0
    CLOCK_MONOTONIC = 1
    CLOCK_PROCESS_CPUTIME_ID = 2
    CLOCK_THREAD_CPUTIME_ID = 3
    CLOCK_MONOTONIC_RAW = 4
    CLOCK_BOOTTIME = 7
    CLOCK_TAI = 11

    _CLOCKS = {0: time_ns, 1: monotonic_ns, 2: process_time_ns, 3: thread_time_ns}
    _CLOCKS.update({4: monotonic_ns, 7: monotonic_ns, 11: time_ns})
    _TOLD = {
        "time": ("clock_gettime(CLOCK_REALTIME)", False, True), "monotonic": ("clock_gettime(CLOCK_MONOTONIC)", True, False),
        "perf_counter": ("clock_gettime(CLOCK_MONOTONIC)", True, False),
        "process_time": ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", True, False),
        "thread_time": ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", True, False),
    }

    def _clock(clk_id):
        if not isinstance(clk_id, int):
            raise TypeError(f"'{type(clk_id).__name__}' object cannot be interpreted as an integer")
        if clk_id not in _CLOCKS:
            raise OSError(22, "Invalid argument")
        return _CLOCKS[clk_id]

    def clock_gettime_ns(clk_id, /):
        return _clock(clk_id)()

    def clock_gettime(clk_id, /):
        return _clock(clk_id)() / _BILLION

    def clock_getres(clk_id, /):
        _clock(clk_id)
        return 1e-09

    def clock_settime_ns(clk_id, time, /):
        # Nobody may set a clock.
        _clock(clk_id)
        raise OSError(22, "Invalid argument") if clk_id else PermissionError(1, "Operation not permitted")

    def clock_settime(clk_id, time, /):
        clock_settime_ns(clk_id, time)

    def get_clock_info(name):
        if name not in _TOLD:
            raise ValueError("unknown clock")
        implementation, monotonic, adjustable = _TOLD[name]
        return _namespace(implementation=implementation, monotonic=monotonic, adjustable=adjustable, resolution=1e-09)
