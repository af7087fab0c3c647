# asyncio: which event loop is whose, and what a loop is told to call.

import threading


class Handle:
    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = context
        self._cancelled = False

    def __repr__(self):
        parts = [type(self).__name__]
        if self._cancelled:
            parts.append("cancelled")
        if self._callback is not None:
            parts.append(_callback_text(self._callback, self._args))
        return f"<{' '.join(parts)}>"

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            text = _callback_text(self._callback, self._args)
            message = f"Exception in callback {text}"
            self._loop.call_exception_handler({"message": message, "exception": error, "handle": self})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_cancelled()
        super().cancel()


def _callback_text(function, args):
    # As functions of the program are shown in the texts of handles and futures.
    while hasattr(function, "func") and not hasattr(function, "__code__"):
        function = function.func
    name = getattr(function, "__qualname__", None) or repr(function)
    given = "" if args is None else ", ".join([repr(arg) for arg in args])
    code = getattr(function, "__code__", None)
    place = ""
    if code is not None and not code.co_filename.startswith("<raddle "):
        place = f" at {code.co_filename}:{code.co_firstlineno}"
    return f"{name}({given}){place}"


class AbstractEventLoop:
    pass


if vm_mentioned("AbstractEventLoop"):
    from asyncio.abstract import AbstractEventLoop


class AbstractServer:
    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class _Running(threading.local):
    # The loop that runs in this thread, and the one that get_event_loop() gives.
    loop = None
    current = None
    was_set = False


_running = _Running()
# What makes a loop; the module that has it says so.
_factory = []


def _get_running_loop():
    return _running.loop


def _set_running_loop(loop):
    _running.loop = loop


def get_running_loop():
    loop = _running.loop
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError("raddle runs no other programs whose end a watcher could tell")

    def set_child_watcher(self, watcher):
        raise NotImplementedError("raddle runs no other programs whose end a watcher could tell")


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        main = threading.current_thread() is threading.main_thread()
        if _running.current is None and not _running.was_set and main:
            self.set_event_loop(self.new_event_loop())
        if _running.current is None:
            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return _running.current

    def set_event_loop(self, loop):
        _running.was_set = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        _running.current = loop

    def new_event_loop(self):
        return _factory[0]()


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    __module__ = "asyncio.unix_events"


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


# None until somebody asks for it.
_event_loop_policy = None


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        kind = type(policy).__name__
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{kind}'")
    _event_loop_policy = policy


def get_event_loop():
    loop = _running.loop
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
