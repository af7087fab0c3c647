# asyncio: futures.

import concurrent.futures as concurrent_futures

from asyncio.events import _callback_text, get_event_loop
from asyncio.exceptions import CancelledError, InvalidStateError

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


class Future:
    __module__ = "_asyncio"

    _asyncio_future_blocking = False
    _word = "Future"

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._exception_tb = None
        self._callbacks = []
        self._cancel_message = None
        self._cancelled_exc = None
        # It ended by an exception that nobody has asked for yet.
        self._unasked = False

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def _info(self):
        parts = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                parts.append(f"exception={self._exception!r}")
            else:
                parts.append(f"result={self._result!r}")
        if self._callbacks:
            texts = [_callback_text(callback, ()) for callback, _ in self._callbacks]
            if len(texts) > 2:
                texts = [texts[0], f"<{len(texts) - 2} more>", texts[-1]]
            parts.append(f"cb=[{', '.join(texts)}]")
        return parts

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._info())}>"

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        error = self._cancelled_exc
        if error is not None:
            self._cancelled_exc = None
            return error
        return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        self._asked_for()
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._call_back()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        return self._state != _PENDING

    def _asked_for(self):
        if self._unasked:
            self._unasked = False
            self._loop._forget_unasked(self)

    def result(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self._asked_for()
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self._asked_for()
        return self._exception

    def _call_back(self):
        callbacks = self._callbacks
        self._callbacks = []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [known for known in self._callbacks if known[0] != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks = kept
        return removed

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        self._call_back()

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._unasked = True
        self._loop._note_unasked(self)
        self._call_back()

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


# CPython has the class twice.
_PyFuture = _CFuture = Future


def isfuture(obj):
    if isinstance(obj, Future):
        return True
    return getattr(type(obj), "_asyncio_future_blocking", None) is not None


def _loop_of(future):
    try:
        ask = future.get_loop
    except AttributeError:
        return future._loop
    return ask()


def _release(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


def _settle(future, result):
    # A timer or the like: the future may have been cancelled meanwhile.
    if not future.cancelled():
        future.set_result(result)


def _take_over(source, target):
    # What one future came to, the other comes to.
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
        return
    error = source.exception()
    if error is None:
        target.set_result(source.result())
        return
    # The exceptions of the two modules have the same names, and mean the same.
    ours = {concurrent_futures.CancelledError: CancelledError, concurrent_futures.InvalidStateError: InvalidStateError}
    if isinstance(target, Future) and type(error) in ours:
        error = ours[type(error)](*error.args)
    target.set_exception(error)


def _chain(source, target):
    # When `source` is done, `target` is; and who cancels `target` cancels `source`. One of the two may be a future of
    # concurrent.futures, whose callbacks run in any thread.
    source_loop = _loop_of(source) if isfuture(source) else None
    target_loop = _loop_of(target) if isfuture(target) else None

    def cancelled(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def finished(source):
        if target.cancelled() and target_loop is not None and target_loop.is_closed():
            return
        if target_loop is None:
            if source.cancelled():
                target.cancel()
            if target.set_running_or_notify_cancel():
                _take_over(source, target)
        elif target_loop is source_loop:
            _take_over(source, target)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_take_over, source, target)

    target.add_done_callback(cancelled)
    source.add_done_callback(finished)


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    assert isinstance(future, concurrent_futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    made = (get_event_loop() if loop is None else loop).create_future()
    _chain(future, made)
    return made
