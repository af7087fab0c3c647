# concurrent.futures.thread: a pool of threads that work off a queue.

import os
import threading
from queue import Empty, SimpleQueue

from concurrent.futures._base import BrokenExecutor, Executor, Future


class BrokenThreadPool(BrokenExecutor):
    pass


class _Work:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = vm_frozen(kwargs)
        # It came when the pool had been closed: nobody is to do it.
        self.refused = False
        # Viewers know it, and the future, as the call that it is.
        vm_name_call(self, fn, args)
        vm_name_call(future, fn, args)

    def run(self):
        if self.refused or not self.future.set_running_or_notify_cancel():
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
            pool._broken = "A thread initializer failed, the thread pool is not usable anymore"
            pool._cancel_all(BrokenThreadPool(pool._broken))
            return
    while True:
        item = pool._work_queue.get()
        if item is None:
            # Whoever is told to stop tells the next one.
            pool._work_queue.put(None)
            return
        item.run()
        pool._idle += 1


_pools = 0


class ThreadPoolExecutor(Executor):
    # What CPython does under locks of its own is done here between two operations, where no other thread gets in: so there is
    # nothing to see but what the program does.
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
        # So many workers have done their work, and nobody has counted on them since.
        self._idle = 0
        self._threads = ()
        # Who shuts the pool down waits here for threads that are about to be started.
        self._begun = None
        self._broken = False
        self._shutdown = False
        self._joined = False
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        # A fork copies the pool, but none of its threads.
        self._process = vm_process()

    def _refuse(self):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _main_has_ended:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")

    def submit(self, fn, /, *args, **kwargs):
        self._refuse()
        future = Future()
        work = _Work(future, fn, args, kwargs)
        self._work_queue.put(work)
        # It may have been closed before the work came in.
        work.refused = bool(self._broken or self._shutdown or _main_has_ended)
        self._refuse()
        thread = self._new_worker()
        if thread is not None:
            thread.start()
            begun, self._begun = self._begun, None
            if begun is not None:
                begun.set()
        return future

    def _new_worker(self):
        global _workers
        # An idle worker will do it.
        vm_atomic(True)
        count = len(self._threads)
        thread = None
        if self._idle > 0:
            self._idle -= 1
        elif count < self._max_workers:
            name = f"{self._thread_name_prefix}_{count}"
            thread = threading.Thread(name=name, target=_work, args=(self,))
            self._threads += (thread,)
            _workers += ((thread, self),)
        vm_atomic(False)
        return thread

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

    def _join(self, thread):
        while thread.ident is None:
            self._begun = begun = threading.Event()
            begun.wait()
        thread.join()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            self._cancel_all(None)
        self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                self._join(thread)
            self._joined = True


# When the main thread is done, the workers finish what is in their queues, and end.

_workers = ()
_main_has_ended = False


def _end_workers():
    global _main_has_ended
    _main_has_ended = True
    told = ()
    own = [(thread, pool) for thread, pool in _workers if pool._process == vm_process()]
    for _, pool in own:
        if not pool._shutdown and pool not in told:
            told += (pool,)
            pool._work_queue.put(None)
    for thread, pool in own:
        if not pool._joined:
            pool._join(thread)


vm_at_exit(_end_workers)
