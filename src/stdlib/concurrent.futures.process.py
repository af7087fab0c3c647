# concurrent.futures.process: a pool of processes. Calls go to them through a queue that all of them read; a thread of the
# parent, the manager, fills it, takes what comes back, and learns when one of them dies.

import itertools
import os
import threading

from concurrent.futures._base import BrokenExecutor, Executor, Future
from multiprocessing.process import ForkProcess
from multiprocessing.queues import Queue
from multiprocessing.reduction import post, receive

# So many calls wait in the queue beside those that the processes are at: these cannot be cancelled any more.
EXTRA_QUEUED_CALLS = 1


class BrokenProcessPool(BrokenExecutor):
    pass


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _quoted(report):
    return f'\n"""\n{report}"""'


class _Outcomes(vm_SimpleQueue):
    # What the manager reads: outcomes, None where somebody wakes it, and ... where a process has ended.
    def __init__(self):
        super().__init__()
        vm_common(self)


def _answer(outcomes, number, success, value, report=None):
    try:
        message = post((number, success, value, report))
    except BaseException as error:
        message = post((number, False, error, vm_report(error)))
    outcomes.put(message)


def _process_worker(calls, outcomes, initializer, initargs, most=None):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException as error:
            # It ends, and with that breaks the pool.
            vm_write("Exception in initializer:\n" + vm_report(error), True)
            return
    done = 0
    while True:
        call = calls.get()
        if call is None:
            return
        number, function, args, kwargs = call
        try:
            value = function(*args, **kwargs)
        except BaseException as error:
            _answer(outcomes, number, False, error, vm_report(error))
        else:
            _answer(outcomes, number, True, value)
        done += 1
        if done == most:
            outcomes.put(post((None, True, os.getpid(), None)))
            return


def _process_chunk(function, chunk):
    return [function(*args) for args in chunk]


def _flattened(lists):
    for items in lists:
        items.reverse()
        while items:
            yield items.pop()


def _manage(pool):
    while True:
        pool._feed()
        if pool._is_done():
            pool._end_workers()
            return
        message = pool._outcomes.get()
        if message is None:
            continue
        if message is ...:
            if pool._lost_one():
                pool._break(None)
                return
            continue
        try:
            outcome = receive(message)
        except BaseException as error:
            # Nobody can tell whose it was.
            pool._break(vm_report(error))
            return
        pool._take(*outcome)


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._mp_context = mp_context
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._most = max_tasks_per_child
        self._processes = {}
        # A fork copies the pool, but not its manager.
        self._process = vm_process()
        self._manager = None
        self._shutdown = False
        self._cancel_all = False
        self._broken = False
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        # Calls that nobody has looked at yet, and by number those that have no outcome yet, which the manager knows alone.
        self._waiting = ()
        self._pending = {}
        self._calls = Queue(max_workers + EXTRA_QUEUED_CALLS)
        self._outcomes = _Outcomes()

    # What the program calls.

    def submit(self, fn, /, *args, **kwargs):
        return self._submit(fn, args, fn, args, kwargs)

    def _submit(self, shown, shown_args, fn, args, kwargs):
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _main_has_ended:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            vm_name_call(future, shown, shown_args)
            vm_atomic(True)
            self._waiting += ((future, fn, args, vm_frozen(kwargs)),)
            vm_atomic(False)
            if self._manager is None:
                self._begin()
            else:
                self._outcomes.put(None)
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        calls = iter(zip(*iterables))
        return _flattened(_Chunks(self, fn).map(calls, chunksize, timeout))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._cancel_all = cancel_futures
            self._shutdown = True
            manager = self._manager
        if manager is not None:
            self._outcomes.put(None)
            if wait:
                manager.join()

    # Under the lock.

    def _begin(self):
        global _managers
        for _ in range(self._max_workers):
            self._add_worker()
        self._manager = threading.Thread(target=_manage, args=(self,), daemon=True)
        self._manager.name = "executor manager"
        _managers += ((self._manager, self),)
        self._manager.start()

    def _add_worker(self):
        kind = ForkProcess if self._mp_context is None else self._mp_context.Process
        args = (self._calls, self._outcomes, self._initializer, self._initargs, self._most)
        process = kind(target=_process_worker, args=args)
        # An end of the queue that only the new process holds: when it ends, however that may be, the manager reads so.
        end = vm_pipe_end(self._outcomes)
        process.start()
        vm_pipe_close(self._outcomes, end)
        self._processes[process.pid] = process

    # In the manager.

    def _take_waiting(self, most):
        vm_atomic(True)
        taken, self._waiting = self._waiting[:most], self._waiting[most:]
        vm_atomic(False)
        return taken

    def _feed(self):
        if self._cancel_all:
            self._cancel_all = False
            for future, *_ in self._take_waiting(None):
                future.cancel()
        while not self._calls.full():
            taken = self._take_waiting(1)
            if not taken:
                break
            ((future, *call),) = taken
            if not future.set_running_or_notify_cancel():
                continue
            number = next(self._numbers)
            try:
                self._calls._put(post((number, *call)))
            except Exception as error:
                error.__cause__ = _RemoteTraceback(_quoted(vm_report(error)))
                future.set_exception(error)
            else:
                self._pending[number] = future

    def _take(self, number, success, value, report):
        if number is None:
            # A process has had its share of calls.
            self._processes.pop(value).join()
            if self._pending or self._waiting or not self._shutdown:
                self._add_worker()
            return
        future = self._pending.pop(number)
        if success:
            future.set_result(value)
        else:
            value.__cause__ = _RemoteTraceback(_quoted(report))
            future.set_exception(value)

    def _is_done(self):
        return (self._shutdown or _main_has_ended) and not self._pending and not self._waiting

    def _lost_one(self):
        return any([process.exitcode is not None for process in self._processes.values()])

    def _end_workers(self):
        for _ in self._processes:
            self._calls.put(None)
        for process in list(self._processes.values()):
            process.join()
        self._processes = {}

    def _break(self, cause):
        self._broken = "A child process terminated abruptly, the process pool is not usable anymore"
        text = "A process in the process pool was terminated abruptly while the future was running or pending."
        failure = BrokenProcessPool(text)
        if cause is not None:
            failure.__cause__ = _RemoteTraceback(f"\n'''\n{cause}'''")
        pending, self._pending = self._pending, {}
        for future in [*pending.values(), *[future for future, *_ in self._take_waiting(None)]]:
            if not future.cancelled():
                future.set_exception(failure)
        for process in self._processes.values():
            process.terminate()
        for process in list(self._processes.values()):
            process.join()
        self._processes = {}


class _Chunks(Executor):
    # Submits several calls as one.
    def __init__(self, pool, function):
        self._pool = pool
        self._function = function

    def map(self, calls, size, timeout):
        chunks = iter(lambda: tuple(itertools.islice(calls, size)), ())
        return super().map(self._function, chunks, timeout=timeout)

    def submit(self, function, chunk):
        shown = chunk[0] if len(chunk) == 1 else (chunk,)
        return self._pool._submit(function, shown, _process_chunk, (function, chunk), {})


# When the main thread is done, the processes finish what there is, and end.

_managers = ()
_main_has_ended = False


def _end_pools():
    global _main_has_ended
    _main_has_ended = True
    own = [(manager, pool) for manager, pool in _managers if pool._process == vm_process()]
    for _, pool in own:
        pool._outcomes.put(None)
    for manager, _ in own:
        manager.join()


vm_at_exit(_end_pools)
