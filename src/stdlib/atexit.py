# atexit: what is called at the end, the last first: when the main thread's text is done and all the threads are that it
# waits for.

import sys

__all__ = ["register", "unregister"]

_callbacks = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _callbacks.append((func, args, vm_frozen(kwargs)))
    return func


def unregister(func, /):
    for at in range(len(_callbacks) - 1, -1, -1):
        if _callbacks[at] is not None and _callbacks[at][0] == func:
            _callbacks[at] = None


def _clear():
    # Another list: a forked process has no business with the one that it was copied with.
    global _callbacks
    _callbacks = []


def _ncallbacks():
    return len([callback for callback in _callbacks if callback is not None])


def _run_exitfuncs():
    # Those that are registered meanwhile are not called.
    for at in range(len(_callbacks) - 1, -1, -1):
        if at >= len(_callbacks) or _callbacks[at] is None:
            continue
        func, args, kwargs = _callbacks[at]
        try:
            func(*args, **kwargs)
        except BaseException as error:
            told = (type(error), error, error.__traceback__, "Exception ignored in atexit callback", func)
            sys.unraisablehook(sys._UnraisableHookArgs(told))
    _clear()


def _run():
    me = vm_current_thread()
    waiting = True
    while waiting:
        waiting = [thread for thread in vm_alive_threads() if thread is not me and not thread.daemon]
        for thread in waiting:
            thread.join()
    _run_exitfuncs()


vm_at_exit(_run, True)
