# atexit: what is called at the end, the last first: when the main thread's text is done and all the threads are that it
# waits for.

import sys

__all__ = ["register", "unregister"]

# A tuple: nobody can write what several threads read there.
_callbacks = ()


def register(func, /, *args, **kwargs):
    global _callbacks
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _callbacks += ((func, args, vm_frozen(kwargs)),)
    return func


def unregister(func, /):
    global _callbacks
    gone = [callback for callback in reversed(_callbacks) if callback[0] == func]
    _callbacks = tuple([callback for callback in _callbacks if not _is_among(callback, gone)])


def _is_among(callback, others):
    return any([callback is other for other in others])


def _clear():
    global _callbacks
    _callbacks = ()


def _ncallbacks():
    return len(_callbacks)


def _run_exitfuncs():
    # Those that are registered meanwhile are not called, nor are those that are gone.
    for callback in reversed(_callbacks):
        if not _is_among(callback, _callbacks):
            continue
        func, args, kwargs = callback
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
