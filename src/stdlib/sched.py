# sched: events that are run in the order of their times, by a clock and a way to wait that the program gives.

import threading
import time as _time


class Event(tuple):
    def __repr__(self):
        names = ("time", "priority", "sequence", "action", "argument", "kwargs")
        return "Event(" + ", ".join([f"{name}={part!r}" for name, part in zip(names, self)]) + ")"

    @property
    def time(self):
        return self[0]

    @property
    def priority(self):
        return self[1]

    @property
    def sequence(self):
        return self[2]

    @property
    def action(self):
        return self[3]

    @property
    def argument(self):
        return self[4]

    @property
    def kwargs(self):
        return self[5]

    # Events are compared by when they are due; which was made first decides between equal ones.
    def __eq__(self, other):
        return self[:3] == other[:3]

    def __ne__(self, other):
        return self[:3] != other[:3]

    def __lt__(self, other):
        return self[:3] < other[:3]

    def __le__(self, other):
        return self[:3] <= other[:3]

    def __gt__(self, other):
        return self[:3] > other[:3]

    def __ge__(self, other):
        return self[:3] >= other[:3]

    def __hash__(self):
        return hash(self[:3])


class scheduler:
    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self._made = 0
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=vm_nothing):
        if kwargs is vm_nothing:
            kwargs = {}
        with self._lock:
            event = Event((time, priority, self._made, action, argument, kwargs))
            self._made += 1
            at = len(self._queue)
            while at > 0 and event < self._queue[at - 1]:
                at -= 1
            self._queue.insert(at, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=vm_nothing):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                due = event.time <= now
                if due:
                    self._queue.pop(0)
            if due:
                event.action(*event.argument, **event.kwargs)
                # Whoever else is ready may go now.
                self.delayfunc(0)
            elif blocking:
                self.delayfunc(event.time - now)
            else:
                return event.time - now

    @property
    def queue(self):
        with self._lock:
            return self._queue[:]
