# gevent.time: time, with a sleep() that lets other greenlets run.

from time import *

from gevent._core import sleep
