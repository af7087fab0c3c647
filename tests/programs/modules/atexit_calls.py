"""atexit: what is called at the end, behind the threads, the last first."""
import atexit
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from time import sleep


def told(*args, **keywords):
    print("told", args, keywords)


@atexit.register
def first():
    print("first registered, last called")


atexit.register(told, 1, two=2)
print(atexit.register(told, "unregistered") is told)
atexit.unregister(told)
atexit.register(told, "again", key="word")


def fails():
    raise ValueError("at the end")


def leaves():
    sys.exit(3)


def registers():
    print("registers another, that is not called")
    atexit.register(told, "late")


class Same:
    def __call__(self):
        print("same")

    def __eq__(self, other):
        return isinstance(other, Same)


atexit.register(Same())
atexit.register(Same())
atexit.unregister(Same())
for function in (fails, leaves, registers):
    atexit.register(function)
try:
    atexit.register(3)
except TypeError as error:
    print(error)


def work():
    sleep(0.05)
    print("thread")


def shown(unraisable):
    print("ignored:", unraisable.exc_type.__name__, unraisable.exc_value, unraisable.err_msg, unraisable.object.__name__)


sys.unraisablehook = shown
pool = ThreadPoolExecutor(1)
pool.submit(lambda: (sleep(0.02), print("pool")))
threading.Thread(target=work).start()
daemon = threading.Thread(target=lambda: (sleep(1), print("never")), daemon=True)
daemon.start()
atexit.register(lambda: print("threads are done"))
print("the text is done")
