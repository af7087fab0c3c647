# threading: threads are the machine's, and so are the primitives; what calls the program is written here.

Lock = vm_lock
RLock = vm_RLock
Condition = vm_Condition
Semaphore = vm_Semaphore
BoundedSemaphore = vm_BoundedSemaphore
Event = vm_Event
BrokenBarrierError = vm_BrokenBarrierError
ThreadError = RuntimeError
local = vm__local
TIMEOUT_MAX = 9223372036.0


class ExceptHookArgs(tuple):
    def __repr__(self):
        parts = zip(("exc_type", "exc_value", "exc_traceback", "thread"), self)
        return "_thread._ExceptHookArgs(" + ", ".join([f"{name}={part!r}" for name, part in parts]) + ")"

    @property
    def exc_type(self):
        return self[0]

    @property
    def exc_value(self):
        return self[1]

    @property
    def exc_traceback(self):
        return self[2]

    @property
    def thread(self):
        return self[3]


def excepthook(args, /):
    if not isinstance(args, ExceptHookArgs):
        raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    thread = get_ident() if args.thread is None else args.thread.name
    vm_write(f"Exception in thread {thread}:\n" + vm_report(args.exc_value), True)


__excepthook__ = excepthook
# Whether some threads of the machine may be greenlets of other threads.
_in_greenlets = False


class Thread(vm__Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f"Thread-{vm_next_thread()}"
            if target is not None:
                target_name = getattr(target, "__name__", None)
                if target_name is not None:
                    name += f" ({target_name})"
        if daemon is None and _in_greenlets:
            daemon = current_thread().daemon
        self._begin(str(name), daemon)
        self._target = target
        self._args = args
        self._kwargs = vm_frozen({}) if kwargs is None else kwargs

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def _run_hooked(self):
        # How a thread runs in a program that may put a hook of its own in the place of excepthook.
        try:
            self.run()
        except BaseException as error:
            hook = excepthook
            if hook is not __excepthook__:
                vm_keep_quiet(error)
                try:
                    hook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
                except BaseException as failure:
                    tell = getattr(__excepthook__, "_failed", None)
                    if tell is None:
                        vm_write("Exception in threading.excepthook:\n" + vm_report(failure), True)
                    else:
                        tell(failure)
            raise


if vm_mentioned("excepthook"):

    def _hook_failed(failure):
        import sys

        sys.stderr.write("Exception in threading.excepthook:\n")
        sys.excepthook(type(failure), failure, failure.__traceback__)

    excepthook._failed = _hook_failed


# What monkey.patch_thread() puts in the place of Thread; who has imported Thread before gets it, too.
_green_thread = None

if vm_mentioned("monkey"):

    class Thread(Thread):
        def __new__(cls, *args, **kwargs):
            if _green_thread is not None and cls.__name__ == "Thread":
                return _green_thread(*args, **kwargs)
            return vm__Thread.__new__(cls)


class _MainThread(Thread):
    def __init__(self):
        self._adopt_main()


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else vm_frozen([])
        self.kwargs = kwargs if kwargs is not None else vm_frozen({})
        self.finished = vm__TimerEvent(self)

    def cancel(self):
        self.finished._cancel()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        # A step of its own only where somebody waits for it.
        if not self.finished._finish_unseen():
            self.finished.set()


class Barrier(vm__Barrier):
    def __init__(self, parties, action=None, timeout=None):
        self._begin(parties, action is not None)
        self._action = action
        self._timeout = timeout

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        index = self._arrive(timeout)
        if index is ...:
            try:
                self._action()
            except BaseException:
                self.abort()
                raise
            index = self._open()
        return index

    @property
    def parties(self):
        return self._parties()

    @property
    def n_waiting(self):
        return self._inside()

    @property
    def broken(self):
        return self._is_broken()


def current_thread():
    return vm_current_thread()


def currentThread():
    return vm_current_thread()


def main_thread():
    return vm_main_thread()


def get_ident():
    return vm_thread_ident()


def get_native_id():
    return vm_thread_ident()


_stack = {"size": 0}


def stack_size(size=0, /):
    before = _stack["size"]
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    _stack["size"] = size
    return before


def enumerate():
    return vm_alive_threads()


def active_count():
    return len(vm_alive_threads())


def activeCount():
    return len(vm_alive_threads())


if vm_mentioned("greenlet", "gevent"):
    from _greenlet_threads import current_thread, get_ident, local

    _in_greenlets = True
    currentThread = current_thread
    get_native_id = get_ident

_MainThread()

if vm_mentioned("__all__"):
    __all__ = [
        "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock",
        "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError",
        "local", "stack_size", "excepthook", "ExceptHookArgs", "get_native_id",
    ]
