# asyncio: what is a coroutine, and how one is named.


def iscoroutine(obj):
    return vm_is_coroutine(obj)


def iscoroutinefunction(func):
    while not hasattr(func, "__code__"):
        # functools.partial, and methods of it.
        inner = getattr(func, "func", None)
        if inner is None:
            return False
        func = inner
    return func.__code__.co_flags & 0x80 != 0


def _format_coroutine(coro):
    code = coro.cr_code
    name = f"{coro.__qualname__}()"
    frame = coro.cr_frame
    if frame is None:
        return f"{name} done, defined at {code.co_filename}:{code.co_firstlineno}"
    line = frame.f_lineno
    return f"{name} running at {code.co_filename}:{code.co_firstlineno if line is None else line}"
