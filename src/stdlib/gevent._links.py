# gevent: what greenlets wait for: those who wait are told in the hub, in the order in which they came.

from greenlet import getcurrent

from gevent._core import Waiter, get_hub
from gevent.exceptions import InvalidSwitchError
from gevent.timeout import Timeout


class Linkable:
    def _begin_links(self):
        # Tuples that are replaced, never changed: nobody is told of them.
        self._links = ()
        self._notifier = None

    def ready(self):
        raise NotImplementedError

    def linkcount(self):
        return len(self._links)

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links += (callback,)
        self._check_and_notify()

    def unlink(self, callback):
        for at, known in enumerate(self._links):
            if known == callback:
                self._links = self._links[:at] + self._links[at + 1 :]
                break

    def _check_and_notify(self):
        if self._links and not self._notifier and self.ready():
            self._notifier = get_hub().loop.run_callback(self._notify_links)

    def _notify_links(self):
        # Who comes while they are told is told the next time.
        for link in self._links:
            if not self.ready():
                break
            if link not in self._links:
                continue
            self.unlink(link)
            try:
                link(self)
            except BaseException as error:
                get_hub().handle_error((link, self), type(error), error, error.__traceback__)
        self._notifier = None
        self._check_and_notify()

    def _wait_core(self, timeout):
        # Whether it came to be ready in time.
        waiter = Waiter(get_hub())
        self.rawlink(waiter.switch)
        limit = Timeout._start_new_or_dummy(timeout)
        try:
            if waiter.get() is not self:
                raise InvalidSwitchError(f"Invalid switch into {getcurrent()!r}")
            return True
        except Timeout as error:
            if error is not limit:
                raise
            return False
        finally:
            limit.cancel()
            self.unlink(waiter.switch)
