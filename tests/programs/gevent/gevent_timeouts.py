# Timeouts, events and results that greenlets wait for.
import gevent
from gevent import Timeout
from gevent.event import AsyncResult, Event


def show(text, function, *args, **kwargs):
    try:
        print(text, function(*args, **kwargs))
    except (Timeout, ValueError, RuntimeError) as error:
        print(text, type(error).__name__, error)


show("sleep", gevent.with_timeout, 0.1, gevent.sleep, 1)
show("value", gevent.with_timeout, 0.1, gevent.sleep, 1, timeout_value="too late")
show("quick", gevent.with_timeout, 1, lambda: "in time")
try:
    with Timeout(0.1):
        gevent.sleep(1)
except Timeout as timeout:
    print("timeout", timeout, timeout.seconds)
with Timeout(0.1, False) as silent:
    gevent.sleep(1)
    print("not reached")
print(silent, silent.pending)
try:
    with Timeout(0.1, ValueError("my own")):
        gevent.sleep(1)
except ValueError as error:
    print("ValueError", error)
outer = Timeout.start_new(0.1)
try:
    with Timeout(0.5):
        gevent.sleep(1)
except Timeout as timeout:
    print("the outer one", timeout is outer)
unused = Timeout(1)
print(str(unused), unused.pending, str(Timeout(2, "text")), repr(str(Timeout())))
unused.start()
print(unused.pending)
unused.cancel()
print(unused.pending)

# Events.
event = Event()
print(event.is_set(), event.wait(0.05))


def waits(name):
    print(name, "waits")
    print(name, event.wait())


waiting = [gevent.spawn(waits, name) for name in "abc"]
gevent.sleep(0)
event.set()
print("set")
gevent.joinall(waiting)
print(event.wait(), event.ready())
event.clear()
print(event.is_set())

# Results.
result = AsyncResult()
gevent.spawn_later(0.1, result.set, "here")
print(result.ready(), result.value)
show("get in time", result.get, timeout=0.05)
show("get", result.get)
print(result.ready(), result.successful(), result.value, result.get_nowait())
broken = AsyncResult()
broken.set_exception(ValueError("broken"))
show("broken", broken.get)
print(broken.successful(), repr(broken.exception))
show("empty", AsyncResult().get_nowait)
from_link = AsyncResult()
gevent.spawn(lambda: 42).link(from_link)
show("linked", from_link.get)
greenlet = gevent.spawn(gevent.sleep, 5)
show("greenlet", greenlet.get, timeout=0.1)
show("not blocking", greenlet.get, block=False)
greenlet.kill()
mixed = [Event(), AsyncResult(), gevent.spawn(gevent.sleep, 0.2)]
gevent.spawn_later(0.1, mixed[1].set)
gevent.spawn_later(0.3, mixed[0].set)
print([mixed.index(one) for one in gevent.iwait(mixed)])
print(len(gevent.wait([Event(), gevent.spawn(int)], timeout=0.1)))
