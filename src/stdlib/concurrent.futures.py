# concurrent.futures: futures, and a pool of threads that work off a queue.

import os
import threading
import time
from queue import Empty, SimpleQueue

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


class BrokenThreadPool(BrokenExecutor):
    pass


class Future:
    def __init__(self):
        self._condition = threading.Condition()
        self._state = _PENDING
        # Whoever waits was told of the cancelling.
        self._told = False
        self._result = None
        self._exception = None
        # Tuples: nobody can write what several threads read there.
        self._waiters = ()
        self._callbacks = ()

    def __repr__(self):
        with self._condition:
            place = f"<{type(self).__name__} at {id(self):#x} state={self._state}"
            if self._state != _FINISHED:
                return place + ">"
            if self._exception is not None:
                return f"{place} raised {type(self._exception).__name__}>"
            return f"{place} returned {type(self._result).__name__}>"

    def _forget(self, waiter):
        self._waiters = (*[known for known in self._waiters if known is not waiter],)

    def _has_ended(self):
        return self._state in (_CANCELLED, _FINISHED)

    def cancel(self):
        with self._condition:
            if self._state in (_RUNNING, _FINISHED):
                return False
            if self._state == _CANCELLED:
                return True
            self._state = _CANCELLED
            self._condition.notify_all()
        self._call_back()
        return True

    def cancelled(self):
        with self._condition:
            return self._state == _CANCELLED

    def running(self):
        with self._condition:
            return self._state == _RUNNING

    def done(self):
        with self._condition:
            return self._has_ended()

    def _call_back(self):
        for callback in self._callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            vm_write(f"exception calling callback for {self!r}\n" + vm_report(error), True)

    def add_done_callback(self, fn):
        with self._condition:
            if not self._has_ended():
                self._callbacks += (fn,)
                return
        self._call(fn)

    def _outcome(self, timeout):
        # Waits for the end, and says whether there was one in time.
        if not self._has_ended():
            self._condition.wait(timeout)
        if self._state == _CANCELLED:
            raise CancelledError()
        if self._state != _FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._outcome(timeout)
                if self._exception is not None:
                    raise self._exception
                return self._result
        finally:
            # The exception's frames know this one: it is not to keep the future alive.
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._outcome(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == _CANCELLED and not self._told:
                self._told = True
                for waiter in self._waiters:
                    waiter.add(self, False)
                return False
            if self._state == _PENDING:
                self._state = _RUNNING
                return True
            vm_write(f"Future {id(self)} in unexpected state: {self._state}\n", True)
            raise RuntimeError("Future in unexpected state")

    def _end(self, result, exception):
        with self._condition:
            if self._has_ended():
                raise InvalidStateError(f"{self._state.upper()}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = _FINISHED
            for waiter in self._waiters:
                waiter.add(self, exception is not None)
            self._condition.notify_all()
        self._call_back()

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, exception):
        self._end(None, exception)


# Waiting for several futures.


class _Waiter:
    # Learns of futures that end, and wakes whoever waits when there are enough: after the first, after the first that has
    # failed, or after so many.
    def __init__(self, until, count):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.until = until
        self.count = count
        self.ended = []

    def add(self, future, failed):
        with self.lock:
            self.ended.append(future)
            self.count -= 1
            if self.until == FIRST_COMPLETED or self.count == 0 or failed and self.until == FIRST_EXCEPTION:
                self.event.set()

    def take(self):
        with self.lock:
            ended = self.ended
            self.ended = []
            self.event.clear()
        return ended


class _Held:
    # The conditions of all the futures, always taken in one order.
    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


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


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    with _Held(fs):
        done = {future for future in fs if _is_over(future)}
        not_done = fs - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION:
            if any([future._state == _FINISHED and future._exception is not None for future in done]):
                return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f"Invalid return condition: {return_when!r}")
        waiter = _Waiter(return_when, len(not_done))
        for future in not_done:
            future._waiters += (waiter,)
    waiter.event.wait(timeout)
    for future in not_done:
        with future._condition:
            future._forget(waiter)
    done.update(waiter.take())
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    deadline = None if timeout is None else time.monotonic() + timeout
    fs = set(fs)
    total = len(fs)
    with _Held(fs):
        ended = [future for future in fs if _is_over(future)]
        pending = fs - set(ended)
        waiter = _Waiter(FIRST_COMPLETED, len(pending))
        for future in pending:
            future._waiters += (waiter,)
    try:
        yield from ended
        while pending:
            left = None
            if deadline is not None:
                left = deadline - time.monotonic()
                if left < 0:
                    raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            waiter.event.wait(left)
            for future in waiter.take():
                pending.discard(future)
                yield future
    finally:
        for future in fs:
            with future._condition:
                future._forget(waiter)


# Pools.


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


class _Work:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = vm_frozen(kwargs)

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


def _work(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException as error:
            vm_write("Exception in initializer:\n" + vm_report(error), True)
            pool._initializer_failed()
            return
    while True:
        item = pool._work_queue.get()
        if item is None:
            # Whoever is told to stop tells the next one.
            pool._work_queue.put(None)
            return
        item.run()
        pool._idle_semaphore.release()


_pools = 0


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        global _pools
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{_pools}"
            _pools += 1
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = ()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _main_has_ended:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._work_queue.put(_Work(future, fn, args, kwargs))
            self._add_worker()
            return future

    def _add_worker(self):
        global _workers
        # An idle worker will do it.
        if self._idle_semaphore.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            name = f"{self._thread_name_prefix}_{count}"
            thread = threading.Thread(name=name, target=_work, args=(self,))
            thread.start()
            self._threads += (thread,)
            _workers += ((thread, self._work_queue),)

    def _cancel_all(self, failure):
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return
            if item is not None:
                if failure is None:
                    item.future.cancel()
                else:
                    item.future.set_exception(failure)

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            self._cancel_all(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                self._cancel_all(None)
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


# When the main thread is done, the workers finish what is in their queues, and end.

_workers = ()
_main_has_ended = False


def _end_workers():
    global _main_has_ended
    _main_has_ended = True
    for _, queue in _workers:
        queue.put(None)
    for thread, _ in _workers:
        thread.join()


vm_at_exit(_end_workers)
