# multiprocessing.context: the names of multiprocessing once more, as methods of objects that stand for a way to start
# processes. All ways are one here: processes are forked, and a child finds the variables as they were when it was started.

import os

import multiprocessing.connection as _connection
import multiprocessing.process as _process
import multiprocessing.queues as _queues
import multiprocessing.sharedctypes as _sharedctypes
import multiprocessing.synchronize as _synchronize
from multiprocessing.connection import AuthenticationError, BufferTooShort, ProcessError, TimeoutError
from multiprocessing.process import ForkProcess, ForkServerProcess, Process, SpawnProcess


class BaseContext:
    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    current_process = staticmethod(_process.current_process)
    parent_process = staticmethod(_process.parent_process)
    active_children = staticmethod(_process.active_children)

    def cpu_count(self):
        return os.cpu_count()

    def freeze_support(self):
        pass

    def Manager(self):
        return started_manager(self.get_context())

    def Pipe(self, duplex=True):
        return _connection.Pipe(duplex)

    def Lock(self):
        return _synchronize.Lock(ctx=self)

    def RLock(self):
        return _synchronize.RLock(ctx=self)

    def Condition(self, lock=None):
        return _synchronize.Condition(lock, ctx=self)

    def Semaphore(self, value=1):
        return _synchronize.Semaphore(value, ctx=self)

    def BoundedSemaphore(self, value=1):
        return _synchronize.BoundedSemaphore(value, ctx=self)

    def Event(self):
        return _synchronize.Event(ctx=self)

    def Barrier(self, parties, action=None, timeout=None):
        return _synchronize.Barrier(parties, action, timeout, ctx=self)

    def Queue(self, maxsize=0):
        return _queues.Queue(maxsize, ctx=self)

    def JoinableQueue(self, maxsize=0):
        return _queues.JoinableQueue(maxsize, ctx=self)

    def SimpleQueue(self):
        return _queues.SimpleQueue(ctx=self)

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        return _pool.Pool(processes, initializer, initargs, maxtasksperchild, self.get_context())

    def RawValue(self, typecode_or_type, *args):
        return _sharedctypes.RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        return _sharedctypes.RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        return _sharedctypes.Value(typecode_or_type, *args, lock=lock, ctx=self)

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        return _sharedctypes.Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self)

    def get_logger(self):
        import logging

        logger = logging.getLogger("multiprocessing")
        logger.propagate = False
        return logger

    def log_to_stderr(self, level=None):
        import logging

        logger = self.get_logger()
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
        logger.addHandler(handler)
        if level:
            logger.setLevel(level)
        return logger

    def allow_connection_pickling(self):
        pass

    def set_executable(self, executable):
        pass

    def set_forkserver_preload(self, module_names):
        pass

    def get_context(self, method=None):
        if method is None:
            return self
        found = _contexts.get(method)
        if found is None:
            raise ValueError(f"cannot find context for {method!r}")
        return found

    def get_start_method(self, allow_none=False):
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError("cannot set start method of concrete context")


class DefaultContext(BaseContext):
    Process = Process

    def get_context(self, method=None):
        if method is not None:
            return super().get_context(method)
        return _contexts[_process.settled_method()]

    def get_start_method(self, allow_none=False):
        return _process.chosen_method() if allow_none else _process.settled_method()

    def set_start_method(self, method, force=False):
        if _process.chosen_method() is not None and not force:
            raise RuntimeError("context has already been set")
        if method is None and force:
            _process.choose_method(None)
            return
        self.get_context(method)
        _process.choose_method(method)

    def get_all_start_methods(self):
        return ["fork", "spawn", "forkserver"]


class ForkContext(BaseContext):
    _name = "fork"
    Process = ForkProcess


class SpawnContext(BaseContext):
    _name = "spawn"
    Process = SpawnProcess


class ForkServerContext(BaseContext):
    _name = "forkserver"
    Process = ForkServerProcess


_contexts = {"fork": ForkContext(), "spawn": SpawnContext(), "forkserver": ForkServerContext()}
_default_context = DefaultContext()


# These are there for programs that speak of them.
if vm_mentioned("Pool", "pool"):
    import multiprocessing.pool as _pool
if vm_mentioned("Manager", "manager"):

    def started_manager(context=None):
        from multiprocessing.managers import SyncManager

        manager = SyncManager(ctx=context)
        manager.start()
        return manager
