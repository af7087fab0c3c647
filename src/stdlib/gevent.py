# gevent: greenlets that the hub switches between whenever one of them has to wait.

from greenlet import GreenletExit, getcurrent

import gevent.exceptions as exceptions
import gevent.greenlet as greenlet
import gevent.timeout as timeout
from gevent._core import Hub, get_hub, idle, kill, sleep, spawn_raw
from gevent.exceptions import LoopExit
from gevent.greenlet import Greenlet, iwait, joinall, killall, wait
from gevent.timeout import Timeout, with_timeout

__version__ = "23.9.1"
version_info = (23, 9, 1, "final", 0)

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


def reinit(hub=None):
    return None


def fork():
    raise NotImplementedError("gevent.fork(): raddle's processes have no greenlets of their parents; use multiprocessing")


# Those of its modules that the program names.
if vm_mentioned("signal"):
    import gevent.signal as signal
    from gevent.signal import signal_handler
if vm_mentioned("monkey"):
    import gevent.monkey as monkey
if vm_mentioned("event"):
    import gevent.event as event
if vm_mentioned("queue"):
    import gevent.queue as queue
if vm_mentioned("pool"):
    import gevent.pool as pool
if vm_mentioned("lock"):
    import gevent.lock as lock
if vm_mentioned("local"):
    import gevent.local as local
if vm_mentioned("socket"):
    import gevent.socket as socket
if vm_mentioned("server"):
    import gevent.server as server
if vm_mentioned("baseserver"):
    import gevent.baseserver as baseserver
if vm_mentioned("select"):
    import gevent.select as select
if vm_mentioned("threadpool"):
    import gevent.threadpool as threadpool
if vm_mentioned("coros"):
    import gevent.coros as coros
if vm_mentioned("threading"):
    import gevent.threading as threading
if vm_mentioned("thread"):
    import gevent.thread as thread
if vm_mentioned("hub"):
    import gevent.hub as hub
if vm_mentioned("gevent.time", "gevent import time"):
    import gevent.time as time
