# asyncio: the event loop. It calls what is ready in the order in which it became so, and then waits in the machine's time
# until the next timer is due or another thread wakes it.

import concurrent.futures as concurrent_futures
import functools
import threading
from queue import Empty, SimpleQueue

from asyncio.coroutines import iscoroutine
from asyncio.events import AbstractEventLoop, Handle, TimerHandle, _get_running_loop, _set_running_loop
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.tasks import Task, ensure_future

_BILLION = 1000000000
# As long as the operating system's clock cannot tell two moments apart; and how finely the waiting is set.
_RESOLUTION = 1e-09
_FINEST_WAIT = 0.001
_LONGEST_WAIT = 24 * 3600


def _stop_with(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        # They leave the loop by themselves.
        return
    future.get_loop().stop()


class BaseEventLoop(AbstractEventLoop):
    __module__ = "asyncio.base_events"

    def __init__(self):
        self._ready = []
        # Timers in the order of their moments, and of those of one moment in the order of their making.
        self._timers = []
        self._cancelled_timers = 0
        self._closed = False
        self._stopping = False
        self._thread_id = None
        # What other threads want to be called; the loop waits here when it has nothing to do.
        self._incoming = SimpleQueue()
        vm_name(self._incoming, "event_loop")
        self._called = False
        # The moment that the loop has waited for: where a search lets time stand still, it is later than the clock's.
        self._reached = 0.0
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._default_executor = None
        self._current_task = None
        self._tasks = []
        self._unasked = []
        self._asyncgens = []

    def __repr__(self):
        name = type(self).__name__
        return f"<{name} running={self.is_running()} closed={self.is_closed()} debug={self.get_debug()}>"

    # Futures and tasks.

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is None:
            return Task(coro, loop=self, name=name, context=context)
        task = self._task_factory(self, coro)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def _alive_tasks(self):
        self._tasks = [task for task in self._tasks if not task.done()]
        return self._tasks

    def _note_unasked(self, future):
        self._unasked.append(future)
        if len(self._tasks) > 256:
            self._alive_tasks()

    def _forget_unasked(self, future):
        self._unasked = [known for known in self._unasked if known is not future]

    def _report_unasked(self):
        # CPython does so when it throws them away, which is not known here: at the latest when all is over.
        for future in self._unasked:
            future._unasked = False
            self.call_exception_handler({
                "message": f"{future._word} exception was never retrieved",
                "exception": future._exception,
                "future": future,
            })
        self._unasked = []

    # What is to be called.

    def time(self):
        return max(vm_clock() / _BILLION, self._reached)

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_callback(self, callback, method):
        if iscoroutine(callback) or getattr(getattr(callback, "__code__", None), "co_flags", 0) & 0x80:
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        if self._thread_id == threading.get_ident():
            return self.call_soon(callback, *args, context=context)
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._incoming.put(handle)
        self._called = True
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        timer = TimerHandle(when, callback, args, self, context)
        timers = self._timers
        low, high = 0, len(timers)
        if timers and timers[-1]._when <= when:
            low = high
        while low < high:
            middle = (low + high) // 2
            if when < timers[middle]._when:
                high = middle
            else:
                low = middle + 1
        timers.insert(low, timer)
        return timer

    def _timer_cancelled(self):
        self._cancelled_timers += 1

    # Running.

    def _take_in(self):
        self._called = False
        try:
            while True:
                self._ready.append(self._incoming.get_nowait())
        except Empty:
            pass

    def _run_once(self):
        if self._called:
            self._take_in()
        timers = self._timers
        if self._cancelled_timers > 100 and self._cancelled_timers * 2 > len(timers):
            self._timers = timers = [timer for timer in timers if not timer._cancelled]
            self._cancelled_timers = 0
        while timers and timers[0]._cancelled:
            timers.pop(0)
            self._cancelled_timers -= 1
        if not self._ready and not self._stopping:
            self._wait(timers)
        if timers:
            end = self.time() + _RESOLUTION
            due = 0
            while due < len(timers) and timers[due]._when < end:
                due += 1
            self._ready.extend(timers[:due])
            del timers[:due]
        ready = self._ready
        count = len(ready)
        at = 0
        try:
            while at < count:
                handle = ready[at]
                at += 1
                if not handle._cancelled:
                    handle._run()
        finally:
            del ready[:at]

    def _patience(self, timers):
        # How long there is nothing to do, and from when on.
        if not timers:
            return None, None
        now = self.time()
        timeout = min(timers[0]._when - now, _LONGEST_WAIT)
        if timeout <= 0:
            return 0, now
        # Whole milliseconds, as the operating system waits: what is due within one is called together.
        return -(-timeout // _FINEST_WAIT) * _FINEST_WAIT, now

    def _wait(self, timers):
        timeout, now = self._patience(timers)
        if timeout == 0:
            return
        try:
            self._ready.append(self._incoming.get(timeout=timeout))
        except Empty:
            self._reached = now + timeout

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        self._check_closed()
        self._check_running()
        self._thread_id = threading.get_ident()
        _set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread_id = None
            _set_running_loop(None)

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        is_new = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_stop_with)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                # What the coroutine raised is on its way already.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_stop_with)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        self._stopping = True

    def is_running(self):
        return self._thread_id is not None

    def is_closed(self):
        return self._closed

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._report_unasked()
        self._closed = True
        self._ready.clear()
        self._timers.clear()
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    # Threads.

    def set_default_executor(self, executor):
        if not isinstance(executor, concurrent_futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            if executor is None:
                executor = concurrent_futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        return wrap_future(executor.submit(func, *args), loop=self)

    async def shutdown_default_executor(self):
        executor = self._default_executor
        if executor is None:
            return
        future = self.create_future()

        def _do_shutdown():
            try:
                executor.shutdown(wait=True)
                if not self.is_closed():
                    self.call_soon_threadsafe(future.set_result, None)
            except Exception as error:
                if not self.is_closed():
                    self.call_soon_threadsafe(future.set_exception, error)

        thread = threading.Thread(target=_do_shutdown)
        thread.start()
        try:
            await future
        finally:
            thread.join()

    # Asynchronous generators.

    def _generator_begins(self, generator):
        self._asyncgens.append(generator)
        if len(self._asyncgens) > 64:
            self._asyncgens = [known for known in self._asyncgens if not vm_has_ended(known)]

    async def shutdown_asyncgens(self):
        closing = [generator for generator in self._asyncgens if not vm_has_ended(generator)]
        self._asyncgens = []
        if not closing:
            return
        from asyncio.tasks import gather
        results = await gather(*[generator.aclose() for generator in closing], return_exceptions=True)
        for result, generator in zip(results, closing):
            if isinstance(result, Exception):
                message = f"an error occurred during closing of asynchronous generator {generator!r}"
                self.call_exception_handler({"message": message, "exception": result, "asyncgen": generator})

    # Exceptions that nobody is there for.

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        text = "\n".join(lines) + "\n"
        error = context.get("exception")
        vm_write(text if error is None else text + vm_report(error), True)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            self.default_exception_handler(context)
            return
        try:
            self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.default_exception_handler({
                "message": "Unhandled error in exception handler",
                "exception": error,
                "context": context,
            })

    # Signals: the handler is called by the loop, when the main thread has sent its process one.

    def add_signal_handler(self, sig, callback, *args):
        _signals().add(self, sig, callback, args)

    def remove_signal_handler(self, sig):
        return _signals().remove(self, sig)

    # Processes.

    async def subprocess_exec(self, protocol_factory, program, *args, **kwargs):
        raise NotImplementedError("raddle runs no other programs")

    async def subprocess_shell(self, protocol_factory, cmd, **kwargs):
        raise NotImplementedError("raddle runs no other programs")


# The program mentions what has to do with sockets, or with signals.
_parts = []


def _signals():
    return _parts[0]


def _begins(generator):
    loop = _get_running_loop()
    if loop is not None:
        loop._generator_begins(generator)


vm_set_async_hook(_begins)


async def to_thread(func, /, *args, **kwargs):
    loop = _get_running_loop()
    return await loop.run_in_executor(None, functools.partial(func, *args, **kwargs))


if vm_mentioned("signal_handler"):
    import asyncio._signals as _signal_part

    _parts.append(_signal_part)
