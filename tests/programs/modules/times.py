"""time: moments as texts and tuples, and clocks that go forward."""
import time


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for moment in (0, 1, 951782400, 1000000000, 1767225600, 1709164800.75, 4102444799, -1, -86400 * 366):
    t = time.gmtime(moment)
    print(moment, tuple(t), time.asctime(t), t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst)
t = time.gmtime(1000000000)
print(t, len(t), t[0], t[:3], t == (2001, 9, 9, 1, 46, 40, 6, 252, 0))
print(time.strftime('%Y-%m-%d %H:%M:%S', t), time.strftime('%y/%m/%d %I:%M %p %j %%', t), time.strftime('%a %A %b %B %w %u', t))
print(time.strftime('%F %T %R %D %e', t), time.strftime('%c|%x|%X', t), time.strftime('%U %W', t), time.strftime('plain', t), time.strftime('', t))
for day in range(0, 400, 37):
    print(time.strftime('%d %b %Y %U %W %j', time.gmtime(1767225600 + day * 86400)), end='; ')
print()
start = time.time(), time.monotonic(), time.perf_counter(), time.process_time(), time.thread_time()
start_ns = time.time_ns(), time.monotonic_ns(), time.perf_counter_ns(), time.process_time_ns()
time.sleep(0.05)
end = time.time(), time.monotonic(), time.perf_counter(), time.process_time(), time.thread_time()
end_ns = time.time_ns(), time.monotonic_ns(), time.perf_counter_ns(), time.process_time_ns()
print([b - a >= 0.049 for a, b in zip(start[:3], end)], end[3] - start[3] < 0.049, end[4] >= start[4], [b > a for a, b in zip(start_ns, end_ns)])
print([type(value).__name__ for value in end + end_ns], abs(time.time() - time.time_ns() / 1e9) < 1)
now = time.time()
print(abs(time.mktime(time.localtime(now)) - now // 1) < 1, len(time.ctime()), time.ctime(now) == time.asctime(time.localtime(now)))
attempt(lambda: time.sleep(-1))
attempt(lambda: time.sleep('1'))
print(time.sleep(0))
