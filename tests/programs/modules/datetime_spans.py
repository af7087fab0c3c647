"""datetime: dates, times, spans, texts and complaints."""
import datetime as module
from datetime import date, datetime, time, timedelta, timezone


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), -d, abs(-d), d * 2, d / 2, d // 3, d * 0.5, d > timedelta(1))
print(timedelta(), repr(timedelta()), bool(timedelta()), timedelta(milliseconds=1500), timedelta(weeks=1), timedelta(seconds=-1), repr(timedelta(seconds=-1)))
print(d / timedelta(hours=1), d // timedelta(hours=1), d % timedelta(hours=1), divmod(d, timedelta(hours=5)), sum([d, d], timedelta()), hash(d) == hash(d + timedelta()))
print(timedelta.max, timedelta.min, timedelta.resolution, timedelta(0.1), timedelta(seconds=1e-7), timedelta(seconds=1.0000005), d == 3)
a = datetime(2024, 2, 28, 23, 30)
print(a, repr(a), a + timedelta(hours=1), a + timedelta(days=2), a - timedelta(days=60), a - datetime(2023, 1, 1), a.isoformat(), a.date(), a.time())
print(a.year, a.month, a.day, a.hour, a.minute, a.second, a.weekday(), a.isoweekday(), a.isocalendar()[:], a.ctime(), a.timetuple()[:6], a.toordinal())
print(a.strftime("%Y-%m-%d %H:%M:%S.%f %a %b %j %% %p|%z|%Z|"), f"{a:%H:%M}", f"{a}", a.replace(year=2020, microsecond=5), a < a + timedelta(1))
print(datetime.fromisoformat("2024-05-06T07:08:09.123456"), datetime.fromisoformat("2024-05-06"), datetime.fromisoformat("2024-05-06 07:08+02:00"), date.fromisoformat("2024-12-31"), time.fromisoformat("04:05"))
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1e9 + 0.25, timezone.utc), datetime(2001, 9, 9, 1, 46, 40, tzinfo=timezone.utc).timestamp())
z = timezone(timedelta(hours=5, minutes=30))
b = datetime(2024, 1, 1, 12, tzinfo=z)
print(b, repr(b), b.astimezone(timezone.utc), b.utcoffset(), b.tzname(), z, repr(timezone.utc), b == b.astimezone(timezone.utc), module.UTC, timezone(timedelta(0), "X"))
print(b.strftime("%z %Z"), datetime.combine(date(2020, 1, 2), time(3, 4)), time(1, 2, 3, 4), repr(time(1)), repr(time(1, 2, 3)), time(5) > time(4), time(1, 2).strftime("%H-%M"), b.timetz(), b.isoformat(timespec="minutes"))
e = date(2024, 2, 29)
print(e, repr(e), e + timedelta(366), e - date(2024, 1, 1), e.replace(day=1), e.strftime("%d/%m/%y"), date.fromordinal(738000), date.min, date.max, e == date(2024, 2, 29), {e: 1}[date(2024, 2, 29)], e.ctime(), sorted([e, date.min])[0])
print(datetime.max, datetime.min, [date(2024, 12, 30).isocalendar()[:], date(2021, 1, 3).isocalendar()[:]], isinstance(a, date), a.date() == date(2024, 2, 28))
now = datetime.now()
print(type(now).__name__, now.tzinfo, datetime.now() - now < timedelta(seconds=5), now.date() == date.today(), datetime.now(timezone.utc).utcoffset(), abs(now.timestamp() - datetime.now().timestamp()) < 5)
for bad in (lambda: date(2024, 2, 30), lambda: date(2024, 13, 1), lambda: date(0, 1, 1), lambda: datetime(2024, 1, 1, 24), lambda: time(0, 60),
            lambda: date(2024, "1", 1), lambda: date(2024.0, 1, 1), lambda: a - b, lambda: a < b, lambda: date.max + timedelta(1),
            lambda: timedelta("1"), lambda: timedelta(1000000000), lambda: date.fromisoformat("2024-1-1"), lambda: timezone(3),
            lambda: timezone(timedelta(1)), lambda: datetime(2024, 1, 1, tzinfo=3), lambda: d / 0,):
    attempt(bad)
