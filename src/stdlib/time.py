# time: the machine's virtual clock, in nanoseconds, as CPython's functions tell it. Local time is UTC.

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

_BILLION = 1000000000
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
        return "UTC"

    @property
    def tm_gmtoff(self):
        return 0


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def _month_lengths(year):
    return (31, 29 if _leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def gmtime(secs=None):
    seconds = vm_epoch() + vm_clock() // _BILLION if secs is None else int(vm_math("floor", secs))
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
    return struct_time(fields)


def localtime(secs=None):
    return gmtime(secs)


def mktime(t):
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
    if t is None:
        t = localtime()
    day = _DAYS[t[6]][:3] + " " + _MONTHS[t[1] - 1][:3] + " " + _padded(t[2], 2, " ")
    return day + " " + strftime("%H:%M:%S", t) + " " + str(t[0])


def ctime(secs=None):
    return asctime(localtime(secs))


def strftime(format, t=None):
    if t is None:
        t = localtime()
    text = ""
    at = 0
    while at < len(format):
        letter = format[at]
        at += 1
        if letter == "%" and at < len(format):
            text += _directive(format[at], t)
            at += 1
        else:
            text += letter
    return text


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


def _seldom_directive(letter, t):
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
