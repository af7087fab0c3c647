# asyncio: tasks, an event loop, and what tasks share. Each part has a module of its own, as in CPython.

import asyncio.base_events as base_events
import asyncio.coroutines as coroutines
import asyncio.events as events
import asyncio.exceptions as exceptions
import asyncio.futures as futures
import asyncio.locks as locks
import asyncio.queues as queues
import asyncio.runners as runners
import asyncio.taskgroups as taskgroups
import asyncio.tasks as tasks
import asyncio.timeouts as timeouts
import asyncio.unix_events as unix_events
from asyncio.base_events import BaseEventLoop, to_thread
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (
    AbstractEventLoop,
    AbstractEventLoopPolicy,
    DefaultEventLoopPolicy,
    Handle,
    TimerHandle,
    _get_running_loop,
    _set_running_loop,
    get_event_loop,
    get_event_loop_policy,
    get_running_loop,
    new_event_loop,
    set_event_loop,
    set_event_loop_policy,
)
from asyncio.exceptions import (
    BrokenBarrierError,
    CancelledError,
    IncompleteReadError,
    InvalidStateError,
    LimitOverrunError,
    SendfileNotAvailableError,
    TimeoutError,
)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Task,
    all_tasks,
    as_completed,
    create_task,
    current_task,
    ensure_future,
    gather,
    run_coroutine_threadsafe,
    shield,
    sleep,
    wait,
    wait_for,
)
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.unix_events import SelectorEventLoop, _UnixSelectorEventLoop

# What has to do with sockets, where the program mentions it.
if vm_mentioned("tream", "connection", "start_server", "start_unix_server"):
    import asyncio.streams as streams
    from asyncio.streams import (
        StreamReader,
        StreamReaderProtocol,
        StreamWriter,
        open_connection,
        open_unix_connection,
        start_server,
        start_unix_server,
    )
if vm_mentioned("Server"):
    from asyncio.events import AbstractServer
    from asyncio.servers import Server
if vm_mentioned("rotocol"):
    import asyncio.protocols as protocols
    from asyncio.protocols import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol
if vm_mentioned("ransport"):
    import asyncio.transports as transports
    from asyncio.transports import (
        BaseTransport,
        DatagramTransport,
        ReadTransport,
        SubprocessTransport,
        Transport,
        WriteTransport,
    )
if vm_mentioned("trsock"):
    import asyncio.trsock as trsock
if vm_mentioned("selector_events"):
    import asyncio.selector_events as selector_events
if vm_mentioned("ChildWatcher", "child_watcher"):
    from asyncio.watchers import (
        AbstractChildWatcher,
        FastChildWatcher,
        MultiLoopChildWatcher,
        PidfdChildWatcher,
        SafeChildWatcher,
        ThreadedChildWatcher,
        get_child_watcher,
        set_child_watcher,
    )
