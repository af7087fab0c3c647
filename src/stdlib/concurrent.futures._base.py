# concurrent.futures._base: futures, waiting for them, and what all pools are.

import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_PENDING = "pending"
_RUNNING = "running"
_CANCELLED = "cancelled"
_FINISHED = "finished"


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    # Its state changes in one go for all other threads; whoever waits for its end does so at an event.
    def __init__(self):
        self._ended = threading.Event()
        self._state = _PENDING
        # Whoever waits was told of the cancelling.
        self._told = False
        self._result = None
        self._exception = None
        # Tuples: nobody can write what several threads read there.
        self._waiters = ()
        self._callbacks = ()

    def __repr__(self):
        self._ended.is_set()
        place = f"<{type(self).__name__} at {id(self):#x} state={self._state}"
        if self._state != _FINISHED:
            return place + ">"
        if self._exception is not None:
            return f"{place} raised {type(self._exception).__name__}>"
        return f"{place} returned {type(self._result).__name__}>"

    def _change(self, before, after, result, exception):
        vm_atomic(True)
        changes = self._state in before
        if changes:
            self._state = after
            self._result = result
            self._exception = exception
        vm_atomic(False)
        return changes

    def cancel(self):
        if self._change((_PENDING,), _CANCELLED, None, None):
            self._ended.set()
            self._call_back()
        return self._state == _CANCELLED

    def cancelled(self):
        return self._ended.is_set() and self._state == _CANCELLED

    def running(self):
        return not self._ended.is_set() and self._state == _RUNNING

    def done(self):
        return self._ended.is_set()

    def _call_back(self):
        for callback in self._callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            vm_write(f"exception calling callback for {self!r}\n" + vm_report(error), True)

    def add_done_callback(self, fn):
        vm_atomic(True)
        waits = self._state in (_PENDING, _RUNNING)
        if waits:
            self._callbacks += (fn,)
        vm_atomic(False)
        if not waits:
            self._call(fn)

    def _outcome(self, timeout):
        # Waits for the end, and says whether there was one in time.
        if not self._ended.wait(timeout):
            raise TimeoutError()
        if self._state == _CANCELLED:
            raise CancelledError()

    def result(self, timeout=None):
        try:
            self._outcome(timeout)
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            # The exception's frames know this one: it is not to keep the future alive.
            self = None

    def exception(self, timeout=None):
        self._outcome(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._change((_PENDING,), _RUNNING, None, None):
            return True
        if self._state == _CANCELLED and not self._told:
            self._told = True
            for waiter in self._waiters:
                waiter.add(self, False)
            return False
        vm_write(f"Future {id(self)} in unexpected state: {self._state}\n", True)
        raise RuntimeError("Future in unexpected state")

    def _end(self, result, exception):
        if not self._change((_PENDING, _RUNNING), _FINISHED, result, exception):
            raise InvalidStateError(f"{self._state.upper()}: {self!r}")
        self._ended.set()
        for waiter in self._waiters:
            waiter.add(self, exception is not None)
        self._call_back()

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, exception):
        self._end(None, exception)


# Waiting for several futures.


class _Waiter:
    # Learns of futures that end, and wakes whoever waits when there are enough: after the first, after the first that has
    # failed, or after so many.
    def __init__(self, until):
        self.event = threading.Event()
        self.until = until
        self.count = 0
        self.ended = []

    def watch(self, futures):
        # Those that are over; it is told of the others.
        vm_atomic(True)
        over = [future for future in futures if _is_over(future)]
        pending = futures - set(over)
        self.count = len(pending)
        for future in pending:
            future._waiters += (self,)
        vm_atomic(False)
        return over, pending

    def add(self, future, failed):
        vm_atomic(True)
        self.ended.append(future)
        self.count -= 1
        enough = self.until == FIRST_COMPLETED or self.count == 0 or failed and self.until == FIRST_EXCEPTION
        vm_atomic(False)
        if enough:
            self.event.set()

    def take(self):
        vm_atomic(True)
        ended = self.ended
        self.ended = []
        vm_atomic(False)
        return ended

    def leave(self, futures):
        vm_atomic(True)
        for future in futures:
            future._waiters = (*[known for known in future._waiters if known is not self],)
        vm_atomic(False)


def _is_over(future):
    return future._state == _FINISHED or future._state == _CANCELLED and future._told


class DoneAndNotDoneFutures(tuple):
    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]


def _is_enough(done, not_done, return_when):
    if return_when == FIRST_COMPLETED and done or not not_done:
        return True
    return return_when == FIRST_EXCEPTION and any([future._exception is not None for future in done])


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    waiter = _Waiter(return_when)
    done, not_done = waiter.watch(fs)
    known = return_when in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
    if known and not _is_enough(done, not_done, return_when):
        waiter.event.wait(timeout)
    waiter.leave(not_done)
    if not known and not_done:
        raise ValueError(f"Invalid return condition: {return_when!r}")
    done = {*done, *waiter.take()}
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    deadline = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    waiter = _Waiter(FIRST_COMPLETED)
    ended, pending = waiter.watch(fs)
    try:
        yield from ended
        while pending:
            left = None
            if deadline is not None:
                left = deadline - time.monotonic()
                if left < 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            waiter.event.wait(left)
            # First cleared, then taken: what ends in between is taken, or rings again.
            waiter.event.clear()
            for future in waiter.take():
                pending.discard(future)
                yield future
    finally:
        waiter.leave(fs)


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        deadline = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(futures, deadline)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(futures, deadline):
    # In the order of the arguments, whichever ends first.
    futures.reverse()
    try:
        while futures:
            future = futures.pop()
            yield future.result(None if deadline is None else deadline - time.monotonic())
    finally:
        for future in futures:
            future.cancel()
