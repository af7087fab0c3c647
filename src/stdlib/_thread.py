# _thread: what threading is made of. Its threads are threads of the machine, which nobody lists and nobody waits for.

import sys
import threading

LockType = vm_lock
RLock = vm_RLock
allocate = allocate_lock = vm_lock
error = RuntimeError
_local = vm__local
TIMEOUT_MAX = 9223372036.0
_ExceptHookArgs = threading.ExceptHookArgs
_excepthook = threading.__excepthook__

_started = {"count": 0}


class _Started(threading.Thread):
    _unlisted = True

    def __init__(self, function, args, kwargs):
        _started["count"] += 1
        threading.Thread.__init__(self, None, function, f"Dummy-{_started['count']}", args, kwargs, daemon=True)

    def run(self):
        try:
            self._target(*self._args, **self._kwargs)
        except SystemExit:
            raise
        except BaseException as failure:
            vm_keep_quiet(failure)
            text = "Exception ignored in thread started by"
            parts = (type(failure), failure, failure.__traceback__, text, self._target)
            sys.unraisablehook(sys._UnraisableHookArgs(parts))
            raise


def start_new_thread(function, args, kwargs=vm_nothing, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not vm_nothing and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    thread = _Started(function, args, None if kwargs is vm_nothing else kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def get_ident():
    return vm_thread_ident()


def get_native_id():
    return vm_thread_ident()


def stack_size(size=0, /):
    return threading.stack_size(size)


def _count():
    return vm_count_threads() - 1


if vm_mentioned("greenlet", "gevent"):
    get_ident = get_native_id = threading.get_ident
    _local = threading.local

if vm_mentioned("interrupt_main"):
    def interrupt_main(signum=2, /):
        import signal

        if not isinstance(signum, int):
            raise TypeError(f"'{type(signum).__name__}' object cannot be interpreted as an integer")
        if not 1 <= signum < signal.NSIG:
            raise ValueError("signal number out of range")
        if threading.current_thread() is not threading.main_thread():
            raise NotImplementedError("raddle does not model a signal that comes from another thread")
        if callable(signal.getsignal(signum)):
            signal.raise_signal(signum)
