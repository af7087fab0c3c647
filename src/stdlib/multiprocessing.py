# multiprocessing: processes of the machine, each with a memory of its own. They are always forked, whatever the start method
# is called: a child finds the variables as they were when it was started.

import atexit
import os

from multiprocessing.connection import Pipe
from multiprocessing.pool import TimeoutError
from multiprocessing.process import (
    Process,
    active_children,
    current_process,
    exit_children as _exit_children,
    parent_process,
)
from multiprocessing.queues import JoinableQueue, Queue, SimpleQueue
from multiprocessing.sharedctypes import Array, RawArray, RawValue, Value
from multiprocessing.synchronize import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore


class ProcessError(Exception):
    __module__ = "multiprocessing.context"


class BufferTooShort(ProcessError):
    __module__ = "multiprocessing.context"


class AuthenticationError(ProcessError):
    __module__ = "multiprocessing.context"

_method = {"now": None}


def cpu_count():
    return os.cpu_count()


def freeze_support():
    pass


def get_all_start_methods():
    return ["fork", "spawn", "forkserver"]


def get_start_method(allow_none=False):
    if _method["now"] is None and allow_none:
        return None
    return _method["now"] or "fork"


def set_start_method(method, force=False):
    if _method["now"] is not None and not force:
        raise RuntimeError("context has already been set")
    _check_method(method)
    _method["now"] = method


def _check_method(method):
    if method is not None and method not in get_all_start_methods():
        raise ValueError(f"cannot find context for {method!r}")


def get_context(method=None):
    _check_method(method)
    return vm_module("multiprocessing")


def get_logger():
    import logging

    return logging.getLogger("multiprocessing")


def log_to_stderr(level=None):
    import logging

    logger = get_logger()
    logger.addHandler(logging.StreamHandler())
    if level:
        logger.setLevel(level)
    return logger


def Manager():
    from multiprocessing.managers import SyncManager

    manager = SyncManager()
    manager.start()
    return manager


def Pool(processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    from multiprocessing.pool import Pool as _Pool

    return _Pool(processes, initializer, initargs, maxtasksperchild)


atexit.register(_exit_children)
