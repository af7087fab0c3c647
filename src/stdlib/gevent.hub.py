# gevent.hub: the names under which programs know the hub.

from greenlet import GreenletExit, getcurrent, greenlet

from gevent._core import Hub, Waiter, get_hub, get_hub_if_exists, idle, kill, set_hub, sleep, spawn_raw
from gevent.exceptions import (
    BlockingSwitchOutError,
    ConcurrentObjectUseError,
    HubDestroyed,
    InvalidSwitchError,
    InvalidThreadUseError,
    LoopExit,
)
from gevent.greenlet import Greenlet, iwait, wait
from gevent.timeout import Timeout
