# atexit: what is called at the end, the last first: when the main thread's text is done and all the threads are that it
# waits for.

import sys

__all__ = ["register", "unregister"]

_callbacks = []
# What else was to be done at the end: pools end their workers.
_before = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    hook = vm_exit_hook
    if hook is not _run and not _is_running:
        if hook is not None and hook not in _before:
            _before.append(hook)
        vm_at_exit(_run)
    _callbacks.append((func, args, vm_frozen(kwargs)))
    return func


def unregister(func, /):
    for at in range(len(_callbacks) - 1, -1, -1):
        if _callbacks[at] is not None and _callbacks[at][0] == func:
            _callbacks[at] = None


def _clear():
    _callbacks.clear()


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
    _callbacks.clear()


_is_running = False


def _run():
    global _is_running
    _is_running = True
    for hook in _before:
        hook()
    me = vm_current_thread()
    waiting = True
    while waiting:
        waiting = [thread for thread in vm_alive_threads() if thread is not me and not thread.daemon]
        for thread in waiting:
            thread.join()
    _run_exitfuncs()
