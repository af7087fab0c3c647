# _thread: what threading is made of.
import _thread
import threading
import time

known = threading.enumerate()
lock = _thread.allocate_lock()
print(type(lock) is _thread.LockType, lock.locked(), lock.acquire(False), lock.acquire(False), lock.locked())
print(_thread.error is RuntimeError, threading.ThreadError is RuntimeError, _thread.TIMEOUT_MAX == threading.TIMEOUT_MAX)
lock.release()
try:
    lock.release()
except _thread.error as error:
    print(error)

done = threading.Event()
seen = []


def work(*args, **more):
    with lock:
        seen.append((args, more, _thread.get_ident() == threading.get_ident()))
    done.set()


ident = _thread.start_new_thread(work, (1, 2), {"x": 3})
done.wait()
print(seen, type(ident).__name__, threading.active_count() == len(known))

for args in ((1, ()), (work, [1]), (work, (), 5)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as error:
        print(error)


def leave():
    try:
        _thread.exit()
    finally:
        done.set()


done.clear()
_thread.start_new_thread(leave, ())
done.wait()
time.sleep(0.05)
print("left", threading.enumerate() == known)
print(_thread.stack_size(), threading.stack_size(65536), threading.stack_size(0))
for size in (-1, 1):
    try:
        threading.stack_size(size)
    except ValueError as error:
        print(error)

again = _thread.RLock()
with again, again:
    print(again._is_owned(), again._recursion_count() if hasattr(again, "_recursion_count") else 2)
