# gevent.monkey: modules of the library get what gevent has in the places of what would make all greenlets wait.

import time

from gevent._core import sleep

saved = {}
_patched = {}


class MonkeyPatchWarning(RuntimeWarning):
    pass


def patch_item(module, attr, newitem):
    kept = saved.setdefault(module.__name__, {})
    if attr not in kept:
        kept[attr] = getattr(module, attr, None)
    setattr(module, attr, newitem)


def remove_item(module, attr):
    kept = saved.setdefault(module.__name__, {})
    kept.setdefault(attr, getattr(module, attr, None))
    delattr(module, attr)


def get_original(mod_name, item_name):
    if isinstance(item_name, str):
        return _original(mod_name, item_name)
    return [_original(mod_name, name) for name in item_name]


def _original(mod_name, name):
    kept = saved.get(mod_name, {})
    if name in kept:
        return kept[name]
    module = vm_module(mod_name)
    if module is None:
        raise ImportError(f"gevent.monkey.get_original(): {mod_name} is not imported")
    return getattr(module, name)


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def patch_module(target_module, source_module, items=None):
    if items is None:
        items = getattr(source_module, "__implements__", None)
        if items is None:
            raise AttributeError(f"{source_module.__name__!r} does not have __implements__")
    for name in items:
        patch_item(target_module, name, getattr(source_module, name))
    return True


def patch_time():
    patch_item(time, "sleep", sleep)


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True, existing_locks=True, _warnings=None):
    import _greenlet_threads
    import _thread
    import atexit
    import queue
    import threading as standard

    import gevent._queues as queues
    import gevent.thread as thread
    import gevent.threading as green

    if is_module_patched("threading"):
        return
    for name in (
        "Thread", "Timer", "Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore", "Barrier", "current_thread",
        "currentThread", "enumerate", "active_count", "activeCount", "get_ident",
    ):
        if threading:
            patch_item(standard, name, getattr(green, name))
    if Event and threading:
        patch_item(standard, "Event", green.Event)
    if _threading_local and threading:
        patch_item(standard, "local", green.local)
    patch_item(_thread, "allocate_lock", thread.allocate_lock)
    patch_item(_thread, "allocate", thread.allocate_lock)
    patch_item(_thread, "LockType", thread.LockType)
    patch_item(_thread, "RLock", green.RLock)
    patch_item(_thread, "start_new_thread", thread.start_new_thread)
    patch_item(_thread, "start_new", thread.start_new_thread)
    patch_item(_thread, "get_ident", thread.get_ident)
    if threading:
        standard._green_thread = green.Thread
        _greenlet_threads._green.append(green.current_thread)
        atexit.register(green._wait_for_all)
        patch_item(queue, "SimpleQueue", queues.SimpleQueue)
        pools = vm_module("concurrent.futures.thread")
        if pools is not None:
            patch_item(pools, "SimpleQueue", queues.SimpleQueue)


def patch_queue():
    import queue

    import gevent._queues as queues

    patch_item(queue, "SimpleQueue", queues.SimpleQueue)


def patch_os():
    return None


def patch_dns():
    # Names are known at once on raddle's network.
    return None


def patch_builtins():
    return None


def patch_contextvars():
    return None


def patch_signal():
    return None


def patch_subprocess():
    return None


def patch_ssl(_warnings=None, _first_time=True):
    return None


def patch_sys(stdin=True, stdout=True, stderr=True):
    return None


if vm_mentioned("socket", "select", "http", "urllib", "requests", "asyncio"):
    import gevent.select as _green_select
    import gevent.socket as _green_socket
    import select as _select
    import socket as _socket


def patch_socket(dns=True, aggressive=True):
    green = vm_module("gevent.socket")
    if green is None:
        return
    standard = vm_module("socket")
    for name in ("socket", "SocketType", "create_connection", "create_server", "socketpair", "fromfd"):
        patch_item(standard, name, getattr(green, name))


def patch_select(aggressive=True):
    green = vm_module("gevent.select")
    if green is None:
        return
    standard = vm_module("select")
    # What select, poll, epoll, the selectors and socketserver all wait with.
    patch_item(standard, "_wait", green._wait)


def patch_selectors(aggressive=True):
    patch_select()


def patch_all(
    socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True, subprocess=True, sys=False,
    aggressive=True, Event=True, builtins=True, signal=True, queue=True, contextvars=True, **kwargs,
):
    if time:
        patch_time()
    if thread:
        patch_thread(Event=Event)
    if socket:
        patch_socket()
    if select:
        patch_select()
    if queue:
        patch_queue()
    return True
