# concurrent.futures: futures, and pools of threads and of processes.

import concurrent.futures._base as _base
import concurrent.futures.thread as thread
from concurrent.futures._base import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    InvalidStateError,
    TimeoutError,
    as_completed,
    wait,
)
from concurrent.futures.thread import ThreadPoolExecutor

if vm_mentioned("ProcessPoolExecutor", "process"):
    import concurrent.futures.process as process
    from concurrent.futures.process import ProcessPoolExecutor
