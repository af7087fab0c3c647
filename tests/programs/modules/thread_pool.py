# concurrent.futures: a pool of threads, and futures alone.
import concurrent.futures
import threading
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, ThreadPoolExecutor, as_completed, wait


def square(n):
    time.sleep(n / 5)
    return n * n


def fail():
    raise ValueError("no")


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, [3, 1, 2])))
    print(list(pool.map(pow, [2, 3], [5, 2])))
    futures = {pool.submit(square, n): n for n in (3, 1, 2)}
    for future in as_completed(futures):
        print(futures[future], future.result(), future.done())
    failed = pool.submit(fail)
    try:
        failed.result()
    except ValueError as error:
        print("caught", error, type(failed.exception()).__name__)
    done, not_done = wait([pool.submit(square, 5), pool.submit(square, 1)], return_when=FIRST_COMPLETED)
    print(len(done), len(not_done), [future.result() for future in done])
    ended = wait([pool.submit(square, 3), pool.submit(fail)], return_when=FIRST_EXCEPTION)
    print(len(ended.done), len(ended.not_done))
    future = pool.submit(pow, 2, 10)
    future.add_done_callback(lambda future: print("callback", future.result()))
    future.result()

try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)

names = ThreadPoolExecutor(1, thread_name_prefix="worker")
print(names.submit(lambda: threading.current_thread().name).result())
names.shutdown()

one = ThreadPoolExecutor(max_workers=1)
first = one.submit(time.sleep, 1)
second = one.submit(square, 1)
print(second.cancel(), second.cancelled(), second.done(), second.cancel())
try:
    second.result()
except CancelledError as error:
    print("cancelled", repr(error))
try:
    first.result(timeout=0.1)
except concurrent.futures.TimeoutError as error:
    print("timeout", repr(error), concurrent.futures.TimeoutError is TimeoutError)
print(first.result(), first.cancel())
one.shutdown(cancel_futures=True)

prepared = ThreadPoolExecutor(1, initializer=print, initargs=("prepared",))
print(prepared.submit(lambda: "work").result())

mine = Future()
print(mine.done(), mine.running(), mine.set_running_or_notify_cancel(), mine.running(), mine.cancel())
mine.set_result(5)
print(mine.result(), mine.exception(), mine.done())
try:
    mine.set_result(6)
except concurrent.futures.InvalidStateError as error:
    print(type(error).__name__)
broken = Future()
broken.set_exception(KeyError("k"))
print(repr(broken.exception()))

for wrong in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(1, initializer=3), lambda: wait([], return_when="x")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)

late = ThreadPoolExecutor(2)
late.submit(lambda: (time.sleep(0.5), print("late")))
print("end of the text")
