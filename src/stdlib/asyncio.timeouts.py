# asyncio: a block that is cancelled when its time is over.

from asyncio.events import get_running_loop
from asyncio.exceptions import CancelledError
from asyncio.tasks import current_task

_CREATED = "created"
_ENTERED = "active"
_EXPIRING = "expiring"
_EXPIRED = "expired"
_EXITED = "finished"


class Timeout:
    def __init__(self, when):
        self._state = _CREATED
        self._timer = None
        self._task = None
        self._when = when

    def __repr__(self):
        info = "" if self._state != _ENTERED else f" when={round(self._when, 3) if self._when is not None else None}"
        return f"<Timeout [{self._state}]{info}>"

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state is not _ENTERED:
            if self._state is _CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._time_is_over)
        else:
            self._timer = loop.call_at(when, self._time_is_over)

    def expired(self):
        return self._state in (_EXPIRING, _EXPIRED)

    def _time_is_over(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._timer = None

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state is _EXPIRING:
            self._state = _EXPIRED
            if self._task.uncancel() <= self._cancelling and exc_type is CancelledError:
                # Nobody else has cancelled the task.
                raise TimeoutError from exc_val
        elif self._state is _ENTERED:
            self._state = _EXITED
        return None


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)
