# Greenlets that the hub starts: order, results, failures, links, kills.
import gevent
from gevent import Greenlet, GreenletExit

# What fails is looked at below: nothing is printed of it.
gevent.get_hub().NOT_ERROR = (Exception, gevent.GreenletExit)


def work(name, steps, pause=0):
    for step in range(steps):
        print(name, step)
        gevent.sleep(pause)
    return name * 2


print("nobody runs before the first waiting")
first = gevent.spawn(work, "a", 3)
second = gevent.spawn(work, "b", 2)
print(first.started, first.ready(), bool(first), first.dead)
gevent.joinall([first, second])
print(first.value, second.value, first.ready(), first.successful(), first.dead, bool(first))

# Times: who sleeps less is done first.
sleepers = [gevent.spawn(work, f"s{n}", 1, n / 10) for n in (3, 1, 2)]
print([one.value for one in gevent.iwait(sleepers)])
later = gevent.spawn_later(0.2, print, "later")
print(gevent.joinall([later], timeout=0.1), later.ready())
print(len(gevent.wait([later])))


# Failures: a traceback on stderr, and the program goes on.
def fails():
    raise ValueError("bad")


failed = gevent.spawn(fails)
failed.join()
print(failed.successful(), repr(failed.exception), failed.value)
try:
    failed.get()
except ValueError as error:
    print("get:", error)
try:
    gevent.joinall([gevent.spawn(work, "c", 1), gevent.spawn(fails)], raise_error=True)
except ValueError as error:
    print("joinall:", error)

# Links.
linked = gevent.spawn(work, "d", 1)
linked.link(lambda g: print("link", g.value))
linked.link_value(lambda g: print("link_value", g.value))
linked.link_exception(lambda g: print("never"))
linked.join()
gevent.sleep(0)
linked.link(lambda g: print("link of one that has ended", g.value))
gevent.sleep(0)


# Kills.
def stubborn():
    try:
        gevent.sleep(10)
    except GreenletExit:
        print("told to end")
        raise
    finally:
        print("cleaned up")


killed = gevent.spawn(stubborn)
gevent.sleep(0)
killed.kill()
print(repr(killed.value), killed.successful(), killed.dead)
unborn = gevent.spawn(work, "never", 1)
unborn.kill()
print(repr(unborn.value), unborn.ready())


class Stop(Exception):
    pass


def stoppable():
    try:
        gevent.sleep(10)
    except Stop as stop:
        return f"stopped {stop}"


several = [gevent.spawn(stoppable) for _ in range(3)]
gevent.sleep(0)
gevent.killall(several, Stop("now"))
print([one.value for one in several])


class Counter(Greenlet):
    def __init__(self, limit):
        Greenlet.__init__(self)
        self.limit = limit

    def _run(self):
        total = 0
        for number in range(self.limit):
            total += number
            gevent.sleep(0)
        return total


counter = Counter(5)
counter.start()
print(counter.get(), type(counter).__name__)

# Who is who.
print(gevent.getcurrent() is gevent.get_hub().parent, gevent.spawn(lambda: gevent.getcurrent().dead).get())
named = gevent.spawn(work, "x", 0)
named.name = "my greenlet"
print(named.name, repr(named).startswith('<Greenlet "my greenlet" at 0x'), repr(named).endswith(": work('x', 0)>"))
raw = gevent.spawn_raw(print, "raw")
gevent.sleep(0)
print(raw.dead)
try:
    gevent.spawn(5)
except TypeError as error:
    print("TypeError")
try:
    gevent.get_hub().switch()
except gevent.LoopExit as error:
    print(str(error).splitlines()[0])
