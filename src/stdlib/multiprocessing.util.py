# multiprocessing.util: what other parts of multiprocessing, and some programs, are built with: its log, calls that wait for an
# object's end or for that of the program, and what is done again in a copied process.

import atexit
import itertools
import os
import threading
import weakref

import multiprocessing.process as _process
from multiprocessing.context import _default_context
from multiprocessing.process import active_children, current_process

__all__ = [
    "sub_debug", "debug", "info", "sub_warning", "get_logger", "log_to_stderr", "get_temp_dir", "register_after_fork",
    "is_exiting", "Finalize", "ForkAwareThreadLock", "ForkAwareLocal", "SUBDEBUG", "SUBWARNING",
]

NOTSET = 0
SUBDEBUG = 5
DEBUG = 10
INFO = 20
SUBWARNING = 25
LOGGER_NAME = "multiprocessing"
DEFAULT_LOGGING_FORMAT = "[%(levelname)s/%(processName)s] %(message)s"

_ending = False

get_logger = _default_context.get_logger
log_to_stderr = _default_context.log_to_stderr


def sub_debug(msg, *args):
    get_logger().log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    get_logger().log(DEBUG, msg, *args)


def info(msg, *args):
    get_logger().log(INFO, msg, *args)


def sub_warning(msg, *args):
    get_logger().log(SUBWARNING, msg, *args)


def get_temp_dir():
    import tempfile

    return tempfile.gettempdir()


def is_exiting():
    return _ending


# What is done in a copied process, in the order in which it was asked for; an object that is gone is left out.

_afterfork_registry = weakref.WeakValueDictionary()
_order = itertools.count()


def register_after_fork(obj, func):
    _afterfork_registry[next(_order), id(obj), func] = obj


def _run_after_forkers():
    for (_, _, func), obj in sorted(_afterfork_registry.items(), key=lambda item: item[0][0]):
        try:
            func(obj)
        except Exception as error:
            info("after forker raised exception %s", error)


def _renew(before=_process._renew):
    before()
    _finalizers.clear()
    _run_after_forkers()


_process._renew = _renew


# Calls that are made once: when their object ends, when somebody asks for them, or when the program ends.

_finalizers = {}
_numbers = itertools.count()


class Finalize:
    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        if exitpriority is not None and not isinstance(exitpriority, int):
            raise TypeError(f"Exitpriority ({exitpriority!r}) must be None or int, not {type(exitpriority)!s}")
        if obj is None and exitpriority is None:
            raise ValueError("Without object, exitpriority cannot be None")
        self._weakref = None if obj is None else weakref.ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_numbers))
        self._pid = os.getpid()
        _finalizers[self._key] = self

    def __call__(self, wr=None):
        if _finalizers.pop(self._key, None) is None:
            return None
        callback, args, kwargs = self._callback, self._args, self._kwargs
        self._forget()
        # In a copied process it is not this one's to make.
        return callback(*args, **kwargs) if self._pid == os.getpid() else None

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = self._key = None

    def cancel(self):
        if _finalizers.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        return self._key in _finalizers

    def __repr__(self):
        if self._callback is None:
            return f"<{type(self).__name__} object, dead>"
        text = f"<{type(self).__name__} object, callback={getattr(self._callback, '__name__', self._callback)}"
        if self._args:
            text += f", args={self._args}"
        if self._kwargs:
            text += f", kwargs={self._kwargs}"
        if self._key[0] is not None:
            text += f", exitpriority={self._key[0]}"
        return text + ">"


def _run_finalizers(minpriority=None):
    # The highest first, and of equals the latest.
    wanted = [key for key in _finalizers if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
    for key in sorted(wanted, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception as error:
                vm_write(vm_report(error), True)
    if minpriority is None:
        _finalizers.clear()


def _exit_function():
    global _ending
    if not _ending:
        _ending = True
        _run_finalizers(0)
        _process.exit_children()
        _run_finalizers()


atexit.register(_exit_function)


class ForkAwareThreadLock:
    def __init__(self):
        self._renew()
        register_after_fork(self, ForkAwareThreadLock._renew)

    def _renew(self):
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)


class ForkAwareLocal(threading.local):
    def __init__(self):
        register_after_fork(self, lambda local: local.__dict__.clear())

    def __reduce__(self):
        return type(self), ()
