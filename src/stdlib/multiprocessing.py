# multiprocessing: processes of the machine, each with a memory of its own. They are always forked, whatever the start method
# is called: a child finds the variables as they were when it was started.

import atexit

import multiprocessing.connection as connection
import multiprocessing.context as context
import multiprocessing.process as process
import multiprocessing.queues as queues
import multiprocessing.reduction as reducer
import multiprocessing.reduction as reduction
import multiprocessing.sharedctypes as sharedctypes
import multiprocessing.synchronize as synchronize
from multiprocessing.connection import AuthenticationError, BufferTooShort, Pipe, ProcessError, TimeoutError
from multiprocessing.context import _default_context
from multiprocessing.process import Process, active_children, current_process, parent_process
from multiprocessing.queues import JoinableQueue, Queue, SimpleQueue
from multiprocessing.sharedctypes import Array, RawArray, RawValue, Value
from multiprocessing.synchronize import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

__all__ = [
    "Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event", "JoinableQueue",
    "Lock", "Manager", "Pipe", "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray", "RawValue", "Semaphore",
    "SimpleQueue", "TimeoutError", "Value", "active_children", "allow_connection_pickling", "cpu_count", "current_process",
    "freeze_support", "get_all_start_methods", "get_context", "get_logger", "get_start_method", "log_to_stderr",
    "parent_process", "reducer", "set_executable", "set_forkserver_preload", "set_start_method",
]

Manager = _default_context.Manager
Pool = _default_context.Pool
allow_connection_pickling = _default_context.allow_connection_pickling
cpu_count = _default_context.cpu_count
freeze_support = _default_context.freeze_support
get_all_start_methods = _default_context.get_all_start_methods
get_context = _default_context.get_context
get_logger = _default_context.get_logger
get_start_method = _default_context.get_start_method
log_to_stderr = _default_context.log_to_stderr
set_executable = _default_context.set_executable
set_forkserver_preload = _default_context.set_forkserver_preload
set_start_method = _default_context.set_start_method

if vm_mentioned("Manager", "manager"):
    import multiprocessing.managers as managers
if vm_mentioned("Pool", "pool"):
    import multiprocessing.pool as pool
if vm_mentioned("util"):
    import multiprocessing.util as util
if vm_mentioned("shared_memory", "SharedMemory", "ShareableList"):
    import multiprocessing.shared_memory as shared_memory
if False:
    # It is there once somebody has imported it.
    dummy = None

SUBDEBUG = 5
SUBWARNING = 25

atexit.register(process.exit_children)
