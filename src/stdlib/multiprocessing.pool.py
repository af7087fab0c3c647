# multiprocessing.pool: workers that take calls from a queue and put what comes out into another, and a thread of the parent
# that hands the results out.

import itertools
import os
import threading
from queue import Empty, SimpleQueue as _LocalQueue

from multiprocessing.connection import TimeoutError
from multiprocessing.process import ForkProcess, is_ending
from multiprocessing.queues import SimpleQueue
from multiprocessing.reduction import receive

_MOST_AT_ONCE = 256

_INIT, _RUN, _CLOSE, _TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"


class RemoteTraceback(Exception):
    def __init__(self, text):
        self._text = text

    def __str__(self):
        return self._text


def _apply_each(function, calls, starred):
    return [function(*call) if starred else function(call) for call in calls]


def _run_task(task):
    function, args, kwargs = task
    try:
        return True, function(*args, **kwargs), None
    except Exception as error:
        return False, error, vm_report(error)


def worker(tasks, results, initializer=None, initargs=(), most=None):
    if initializer is not None:
        initializer(*initargs)
    done = 0
    while most is None or done < most:
        task = tasks.get()
        if task is None:
            break
        number, call = task[0], task[1:]
        outcome = _run_task(call)
        try:
            results.put((number, *outcome))
        except Exception as error:
            results.put((number, False, MaybeEncodingError(error, outcome[1]), None))
        done += 1


class MaybeEncodingError(Exception):
    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return f"Error sending result: '{self.value}'. Reason: '{self.exc}'"


class ApplyResult:
    def __init__(self, pool, callback, error_callback):
        self._pool = pool
        self._number = next(pool._numbers)
        self._event = threading.Event()
        self._callback = callback
        self._error_callback = error_callback
        self._success = None
        self._value = None
        pool._remember(self)

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _take(self, part, success, value):
        self._finish(success, value)

    def _finish(self, success, value):
        self._success, self._value = success, value
        if success and self._callback:
            self._callback(value)
        if not success and self._error_callback:
            self._error_callback(value)
        self._pool._forget(self._number)
        self._event.set()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, pool, chunksize, length, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._success = True
        self._value = [None] * length
        self._chunksize = chunksize
        self._left = (length + chunksize - 1) // chunksize if length else 0
        if not self._left:
            self._pool._forget(self._number)
            self._event.set()

    def _take(self, part, success, value):
        self._left -= 1
        if success and self._success:
            start = part * self._chunksize
            self._value[start : start + self._chunksize] = value
        elif not success and self._success:
            self._success, self._value = False, value
        if self._left == 0:
            self._finish(self._success, self._value)


class IMapIterator:
    # Results in order; those that come too early wait.
    def __init__(self, pool, chunked):
        self._pool = pool
        self._number = next(pool._numbers)
        self._ready = _LocalQueue()
        self._early = {}
        self._next = 0
        self._length = None
        self._handed = 0
        self._chunked = chunked
        # So many tasks may be under way: the iterable may have no end.
        self._room = threading.Semaphore(_MOST_AT_ONCE)
        pool._remember(self)

    def _take(self, part, success, value):
        if part is None:
            self._length = value
            self._check_end()
        else:
            self._take_part(part, success, value)

    def _take_part(self, part, success, value):
        self._early[part] = (success, value)
        while self._next in self._early:
            self._give(*self._early.pop(self._next))

    def _give(self, success, value):
        self._next += 1
        self._room.release()
        for item in value if success and self._chunked else [value]:
            self._ready.put((success, item))
        self._check_end()

    def _check_end(self):
        if self._length == self._next:
            self._pool._forget(self._number)
            self._ready.put(None)

    def __iter__(self):
        return self

    def next(self, timeout=None):
        try:
            found = self._ready.get(timeout=timeout)
        except Empty:
            raise TimeoutError from None
        if found is None:
            self._ready.put(None)
            raise StopIteration
        success, value = found
        if success:
            return value
        raise value

    def __next__(self):
        return self.next()


class IMapUnorderedIterator(IMapIterator):
    def _take_part(self, part, success, value):
        self._give(success, value)


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        # What several threads know is replaced, and never changed.
        self._pool = ()
        self._cache = {}
        self._numbers = itertools.count()
        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._context = context
        self._processes = processes
        self._initializer, self._initargs, self._most = initializer, initargs, maxtasksperchild
        self._state = _RUN
        self._begin()

    def _begin(self):
        self._tasks = SimpleQueue()
        self._results = SimpleQueue()
        # So many workers were started, and so many have ended.
        self._begun = self._ended = 0
        for _ in range(self._processes):
            self._add_worker()
        self._start_handler()

    def _start_handler(self):
        # CPython has three threads for what one does here: the next thread of the program is the fourth.
        vm_next_thread()
        vm_next_thread()
        self._handler = threading.Thread(target=self._hand_out, daemon=True)
        self._handler.name = "result handler"
        self._handler.start()

    def _add_worker(self):
        process = self.Process(
            target=worker, args=(self._tasks, self._results, self._initializer, self._initargs, self._most)
        )
        process.name = process.name.replace("Process", "PoolWorker")
        process.daemon = True
        # An end of the queue that only the new process holds: when it ends, however that may be, the handler reads so.
        end = vm_pipe_end(self._results)
        process.start()
        vm_pipe_close(self._results, end)
        self._pool += (process,)
        self._begun += 1

    def _remember(self, result):
        vm_atomic(True)
        self._cache = {**self._cache, result._number: result}
        vm_atomic(False)

    def _forget(self, number):
        vm_atomic(True)
        self._cache = {known: result for known, result in self._cache.items() if known != number}
        vm_atomic(False)

    def Process(self, **kwds):
        return (ForkProcess if self._context is None else self._context.Process)(**kwds)

    def _hand_out(self):
        # Works off the results until every worker has ended: `...` comes when one has.
        while self._ended < self._begun:
            message = vm_SimpleQueue.get(self._results)
            if message is ...:
                self._ended += 1
                self._replace()
            else:
                self._give(*receive(message))

    def _give(self, place, success, value, report):
        number, part = place
        result = self._cache.get(number)
        if result is not None:
            if report is not None:
                value.__cause__ = RemoteTraceback(f'\n"""\n{report}"""')
            result._take(part, success, value)

    def _replace(self):
        # New ones take the places of those that have done their share, or died, while there is something to do.
        if is_ending():
            return
        for process in self._pool:
            if process.exitcode is not None and (self._state == _RUN or self._state == _CLOSE and self._cache):
                self._pool = tuple([other for other in self._pool if other is not process])
                self._add_worker()
                if self._state == _CLOSE:
                    # Those that the queue was closed for have taken the signs of its end: this one gets its own.
                    self._tasks.put(None)

    def _check_running(self):
        if self._state != _RUN:
            raise ValueError("Pool not running")

    def _submit(self, number, part, function, args, kwargs):
        self._tasks.put(((number, part), function, args, kwargs))

    def apply(self, func, args=(), kwds=vm_nothing):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds=vm_nothing, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        try:
            self._submit(result._number, 0, func, tuple(args), {} if kwds is vm_nothing else kwds)
        except Exception as error:
            # As in CPython, it is the result that fails.
            result._take(0, False, error)
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, chunksize, None, None, False).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, chunksize, None, None, True).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, chunksize, callback, error_callback, False)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, chunksize, callback, error_callback, True)

    def _map_async(self, func, iterable, chunksize, callback, error_callback, starred):
        self._check_running()
        calls = list(iterable)
        if chunksize is None:
            chunksize, more = divmod(len(calls), len(self._pool) * 4)
            chunksize += bool(more)
        result = MapResult(self, chunksize or 1, len(calls), callback, error_callback)
        for part in range(result._left):
            chunk = calls[part * chunksize : (part + 1) * chunksize]
            try:
                self._submit(result._number, part, _apply_each, (func, chunk, starred), {})
            except Exception as error:
                result._take(part, False, error)
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize}")
        result = kind(self, chunksize > 1)
        # As in CPython, it is another thread that asks the iterable for its items.
        args = result, func, iterable, chunksize
        threading.Thread(target=self._feed, args=args, name="task handler", daemon=True).start()
        return result

    def _feed(self, result, func, iterable, chunksize):
        parts = 0
        try:
            items = iter(iterable)
            while chunk := list(itertools.islice(items, chunksize)):
                result._room.acquire()
                if self._state == _TERMINATE:
                    return
                if chunksize == 1:
                    self._submit(result._number, parts, func, (chunk[0],), {})
                else:
                    self._submit(result._number, parts, _apply_each, (func, chunk, False), {})
                parts += 1
        except Exception as error:
            self._results.put(((result._number, parts), False, error, None))
            parts += 1
        # No part: that is how many there are.
        self._results.put(((result._number, None), True, parts, None))

    def close(self):
        if self._state == _RUN:
            self._state = _CLOSE
            for _ in range(self._processes):
                self._tasks.put(None)

    def terminate(self):
        self._state = _TERMINATE
        workers = self._pool
        for process in workers:
            process.terminate()
        for process in workers:
            process.join()

    def join(self):
        if self._state == _RUN:
            raise ValueError("Pool is still running")
        if self._state not in (_CLOSE, _TERMINATE):
            raise ValueError("In unknown state")
        if threading.current_thread() is not self._handler:
            self._handler.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, *exc):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        return f"<multiprocessing.pool.{type(self).__name__} state={self._state} pool_size={len(self._pool)}>"


class ThreadPool(Pool):
    # The same with threads of this process: nothing is copied.
    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    def _begin(self):
        self._tasks = _LocalQueue()
        self._results = _LocalQueue()
        for _ in range(self._processes):
            thread = threading.Thread(target=self._work, daemon=True)
            # It has the name of what it does in CPython.
            thread.name = thread.name.replace("_work", "worker")
            self._pool += (thread,)
            thread.start()
        self._start_handler()

    def _work(self):
        try:
            worker(self._tasks, self._results, self._initializer, self._initargs)
        finally:
            self._results.put(None)

    def _hand_out(self):
        left = self._processes
        while left:
            outcome = self._results.get()
            if outcome is None:
                left -= 1
            else:
                # There is no other process that the exception comes from.
                self._give(*outcome[:3], None)

    def terminate(self):
        # Whoever is at work finishes that.
        running, self._state = self._state, _TERMINATE
        try:
            while True:
                self._tasks.get_nowait()
        except Empty:
            pass
        if running in (_RUN, _CLOSE):
            for _ in range(self._processes):
                self._tasks.put(None)
