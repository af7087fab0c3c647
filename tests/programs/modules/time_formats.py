"""time: formats of moments, both ways; bounds; clocks."""
import time

MOMENTS = [0, 86399, 951782400, 1700000000, 1709164800, 4102444799, -1, -86400 * 365, 1e9 + 0.7, -0.5]
for seconds in MOMENTS:
    t = time.gmtime(seconds)
    print(tuple(t), time.asctime(t), time.strftime("%G-W%V-%u %U %W %j %C %g %y %k %l %P %e|%x|%X|%c|%D|%F|%R|%r|%T|%h|%n|%t|%%", t))
t = time.gmtime(1704445506)
for format in ["%-d", "%-m/%-d/%-H", "%_d|%_m|%_j", "%03d", "%^a %^B", "%#p %#a", "%10Y|%-10Y|%5a|%-5a", "%E", "%Ey %Od", "%e%-e", "%q%", "%-I:%M", "%0e", "%_H", "%3S"]:
    print(format, repr(time.strftime(format, t)))
READ = [
    ("2023-11-14 22:13:20", "%Y-%m-%d %H:%M:%S"), ("14 Nov 2023", "%d %b %Y"), ("Tuesday, November 14, 2023", "%A, %B %d, %Y"),
    ("11/14/23 10:13 PM", "%m/%d/%y %I:%M %p"), ("12 am", "%I %p"), ("12 pm", "%I %p"), ("318 2023", "%j %Y"),
    ("2023 46 2", "%Y %W %w"), ("2023 46 0", "%Y %U %w"), ("2023-W46-2", "%G-W%V-%u"), ("2020-W53-5", "%G-W%V-%u"), ("1112", "%d%m"), ("111", "%m%d"),
    ("Feb 29", "%b %d"), ("UTC", "%Z"), ("12:30 +0130", "%H:%M %z"), ("12:30 -01:30:15", "%H:%M %z"), ("Z", "%z"),
    ("Tue Nov 14 22:13:20 2023", "%c"), ("68 69", "%y %d"), ("68", "%y"), ("69", "%y"), ("  7 x", " %d x"), ("a\t b", "a b"), ("JAN", "%b"),
    ("may", "%b"), ("may", "%B"), ("%5", "%%%d"), ("0 0 2023", "%w %W %Y"),
    ("2023", "%Y-%m"), ("2023-13", "%Y-%m"), ("2023-01-01x", "%Y-%m-%d"), ("31 2 2023", "%d %m %Y"), ("1", "%D"), ("1", "%d %"),
    ("2023 5", "%G %V"), ("5", "%V"), ("2023 5 1", "%Y %V %w"), ("", "%d"), ("5 5 2023", "%G %j %V"), ("12:30 +1:30", "%H:%M %z"), ("29 2 2023", "%d %m %Y"),
]
for text, format in READ:
    try:
        got = time.strptime(text, format)
        print(text, "|", format, tuple(got), got.tm_zone, got.tm_gmtoff)
    except Exception as error:
        print(text, "|", format, type(error).__name__, error)
print(time.strptime("Thu Jan  1 00:00:00 1970"))
for call in [
    lambda: time.strftime("%Y", (1900, 13, 1, 0, 0, 0, 0, 1, -1)), lambda: time.strftime("%Y", (1900, 1, 32, 0, 0, 0, 0, 1, -1)),
    lambda: time.asctime((1900, 1, 1, 24, 0, 0, 0, 1, -1)), lambda: time.asctime((1900, 1, 1, 0, 60, 0, 0, 1, -1)),
    lambda: time.asctime((1900, 1, 1, 0, 0, 62, 0, 1, -1)), lambda: time.asctime((1900, 1, 1, 0, 0, 0, -2, 1, -1)),
    lambda: time.asctime((1900, 1, 1, 0, 0, 0, 0, 367, -1)), lambda: time.asctime(0), lambda: time.asctime(()),
    lambda: time.strftime(b"%S"), lambda: time.strftime("%S\0"), lambda: time.gmtime(1e200), lambda: time.gmtime(float("nan")),
    lambda: time.gmtime("1"), lambda: time.localtime(2**60), lambda: time.ctime(2**70), lambda: time.struct_time((1, 2)),
    lambda: time.struct_time(range(12)), lambda: time.struct_time(5), lambda: time.get_clock_info("x"), lambda: time.strptime(b"1", "%d"),
    lambda: time.clock_gettime(99), lambda: time.mktime(5), lambda: time.mktime((1, 2)), lambda: time.strptime("1", 5), lambda: time.strftime("", (1.5,) * 9),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
s = time.struct_time((2000, 1, 2, 3, 4, 5, 6, 7, 8, "AB", 3600))
print(s, len(s), s.tm_zone, s.tm_gmtoff, time.struct_time(range(9)).tm_zone, s == (2000, 1, 2, 3, 4, 5, 6, 7, 8), s.n_fields)
info = time.get_clock_info("monotonic")
print(info.monotonic, info.adjustable, time.get_clock_info("time").adjustable)
print(time.clock_gettime(time.CLOCK_MONOTONIC) <= time.monotonic(), type(time.clock_gettime_ns(time.CLOCK_REALTIME)).__name__, time.clock_getres(time.CLOCK_REALTIME))
