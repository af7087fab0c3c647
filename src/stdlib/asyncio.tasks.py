# asyncio: tasks, and what waits for several of them.

import concurrent.futures as concurrent_futures
import functools

from asyncio.coroutines import _format_coroutine, iscoroutine, iscoroutinefunction
from asyncio.events import _get_running_loop, get_event_loop, get_running_loop
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.futures import Future, _chain, _loop_of, _release, _settle, isfuture

FIRST_COMPLETED = concurrent_futures.FIRST_COMPLETED
FIRST_EXCEPTION = concurrent_futures.FIRST_EXCEPTION
ALL_COMPLETED = concurrent_futures.ALL_COMPLETED

_counted = 0


def _next_name():
    global _counted
    vm_atomic(True)
    _counted += 1
    number = _counted
    vm_atomic(False)
    return f"Task-{number}"


class Task(Future):
    __module__ = "_asyncio"

    _word = "Task"

    def __init__(self, coro, *, loop=None, name=None, context=None):
        super().__init__(loop=loop)
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._name = _next_name() if name is None else str(name)
        self._coro = coro
        self._context = context
        self._must_cancel = False
        self._cancels = 0
        self._fut_waiter = None
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, context=context)

    def _info(self):
        parts = super()._info()
        if self._cancels and not self.done():
            parts[0] = "cancelling"
        parts.insert(1, f"name={self._name!r}")
        parts.insert(2, f"coro=<{_format_coroutine(self._coro)}>")
        if self._fut_waiter is not None:
            parts.insert(3, f"wait_for={self._fut_waiter!r}")
        return parts

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        self._asked_for()
        if self.done():
            return False
        self._cancels += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        # It is told when it goes on.
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def get_stack(self, *, limit=None):
        frame = self._coro.cr_frame
        return [] if frame is None else [frame]

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _step(self, error=None):
        if self.done():
            raise InvalidStateError(f"_step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        around = loop._current_task
        loop._current_task = self
        try:
            if error is None:
                result = self._coro.send(None)
            else:
                result = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                # It was cancelled when it had nothing left to do.
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except CancelledError as cancelled:
            self._cancelled_exc = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as leaving:
            super().set_exception(leaving)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait_for(result)
        finally:
            loop._current_task = around

    def _wait_for(self, result):
        # The coroutine waits for what it handed out.
        loop = self._loop
        blocking = getattr(result, "_asyncio_future_blocking", None)
        wrong = None
        if blocking is None:
            if result is None:
                loop.call_soon(self._step, context=self._context)
                return
            if hasattr(result, "gi_frame"):
                wrong = f"yield was used instead of yield from for generator in task {self!r} with {result!r}"
            else:
                wrong = f"Task got bad yield: {result!r}"
        elif _loop_of(result) is not loop:
            wrong = f"Task {self!r} got Future {result!r} attached to a different loop"
        elif not blocking:
            wrong = f"yield was used instead of yield from in task {self!r} with {result!r}"
        elif result is self:
            wrong = f"Task cannot await on itself: {self!r}"
        if wrong is not None:
            loop.call_soon(self._step, RuntimeError(wrong), context=self._context)
            return
        result._asyncio_future_blocking = False
        result.add_done_callback(self.task_wakeup, context=self._context)
        self._fut_waiter = result
        if self._must_cancel and result.cancel(msg=self._cancel_message):
            self._must_cancel = False

    def task_wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


# CPython has the class twice.
_PyTask = _CTask = Task


def current_task(loop=None):
    return (get_running_loop() if loop is None else loop)._current_task


def all_tasks(loop=None):
    return set((get_running_loop() if loop is None else loop)._alive_tasks())


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not _loop_of(coro_or_future):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if getattr(type(coro_or_future), "__await__", None) is None:
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
    return (get_event_loop() if loop is None else loop).create_task(coro_or_future)


async def _wrap_awaitable(awaitable):
    return await awaitable


class _Bare:
    def __await__(self):
        # A task that hands out nothing lets all others run once.
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _Bare()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _settle, future, result)
    try:
        return await future
    finally:
        timer.cancel()


class _GatheringFuture(Future):
    # What gather() returns: who cancels it cancels what it waits for.
    __module__ = "asyncio.tasks"

    def __init__(self, children, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        told = [child.cancel(msg=msg) for child in self._children]
        if True in told:
            self._cancel_requested = True
            return True
        return False



def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        empty = get_event_loop().create_future()
        empty.set_result([])
        return empty
    loop = None
    known = []
    children = []
    for given in coros_or_futures:
        found = None
        for before, future in known:
            if before is given:
                found = future
        if found is None:
            found = ensure_future(given, loop=loop)
            if loop is None:
                loop = _loop_of(found)
            known.append((given, found))
        children.append(found)
    ended = 0
    outer = _GatheringFuture(children, loop)

    def one_is_done(future):
        nonlocal ended
        ended += 1
        if outer.done():
            if not future.cancelled():
                # Somebody has asked for it.
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if ended < len(known):
            return
        results = []
        for child in children:
            if child.cancelled():
                results.append(CancelledError("" if child._cancel_message is None else child._cancel_message))
            else:
                error = child.exception()
                results.append(child.result() if error is None else error)
        if outer._cancel_requested:
            outer.set_exception(future._make_cancelled_error())
        else:
            outer.set_result(results)

    for _, future in known:
        future.add_done_callback(one_is_done)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    futures = []
    for future in fs:
        if iscoroutine(future):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
        if future not in futures:
            futures.append(future)
    loop = get_running_loop()
    waiter = loop.create_future()
    left = len(futures)
    timer = None if timeout is None else loop.call_later(timeout, _release, waiter)

    def one_is_done(future):
        nonlocal left
        left -= 1
        failed = not future.cancelled() and future.exception() is not None
        enough = return_when == FIRST_COMPLETED or (return_when == FIRST_EXCEPTION and failed)
        if left <= 0 or enough:
            if timer is not None:
                timer.cancel()
            _release(waiter)

    for future in futures:
        future.add_done_callback(one_is_done)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in futures:
            future.remove_done_callback(one_is_done)
    done, pending = set(), set()
    for future in futures:
        (done if future.done() else pending).add(future)
    return done, pending


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()
    release = functools.partial(_release, waiter)
    future.add_done_callback(release)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(release)


async def _in_time(future, loop):
    # The time is over: the future is cancelled, unless it comes to something at the last moment.
    await _cancel_and_wait(future, loop)
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError() from error


async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        return fut.result() if fut.done() else await _in_time(fut, loop)
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)
    release = functools.partial(_release, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(release)
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        return await _in_time(fut, loop)
    finally:
        timer.cancel()


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    # The queue knows tasks.
    from asyncio.queues import Queue
    done = Queue()
    loop = get_event_loop()
    todo = []
    seen = []
    for given in fs:
        if given not in seen:
            seen.append(given)
            todo.append(ensure_future(given, loop=loop))
    timer = None

    def time_is_over():
        for future in todo:
            future.remove_done_callback(one_is_done)
            done.put_nowait(None)
        todo.clear()

    def one_is_done(future):
        if not todo:
            return
        todo.remove(future)
        done.put_nowait(future)
        if not todo and timer is not None:
            timer.cancel()

    async def _wait_for_one():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(one_is_done)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, time_is_over)
    for _ in range(len(todo)):
        yield _wait_for_one()


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = _loop_of(inner).create_future()

    def inner_is_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
            return
        error = inner.exception()
        if error is not None:
            outer.set_exception(error)
        else:
            outer.set_result(inner.result())

    def outer_is_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_is_done)

    inner.add_done_callback(inner_is_done)
    outer.add_done_callback(outer_is_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent_futures.Future()

    def begin():
        try:
            _chain(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(begin)
    return future
