# gevent: greenlets that the hub starts, and that say how they ended.

from greenlet import GreenletExit, greenlet

from gevent._core import Waiter, get_hub
from gevent._links import Linkable
from gevent.timeout import Timeout

_NEW, _STARTED, _CANCELLED = 0, 2, 3
_numbered = 0


class _SpawnedLink:
    # Who wants to know of an end is called in a greenlet of its own.
    def __init__(self, callback):
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self.callback = callback

    def wants(self, source):
        return True

    def __call__(self, source):
        if self.wants(source):
            greenlet(self.callback, get_hub()).switch(source)

    def __eq__(self, other):
        return self.callback == getattr(other, "callback", other)

    __hash__ = None


class _SuccessLink(_SpawnedLink):
    def wants(self, source):
        return source.successful()


class _FailureLink(_SpawnedLink):
    def wants(self, source):
        return not source.successful()


class Greenlet(Linkable, greenlet):
    value = None
    args = ()
    kwargs = {}

    def __init__(self, run=None, *args, **kwargs):
        greenlet.__init__(self, None, get_hub())
        if run is not None:
            if not callable(run):
                raise TypeError("The run argument or self._run must be callable")
            self._run = run
        if args:
            self.args = args
        if kwargs:
            self.kwargs = kwargs
        self._begin_links()
        self._failure = None
        self._over = False
        self._stage = _NEW
        self._event = None
        self._info = None
        self._number = None
        self._own_name = None

    def _run(self):
        return None

    @classmethod
    def spawn(cls, *args, **kwargs):
        new = cls(*args, **kwargs)
        new.start()
        return new

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if cls is Greenlet and not args:
            raise TypeError("spawn_later must be passed a callable")
        new = cls(*args, **kwargs)
        new.start_later(seconds)
        return new

    @property
    def _carrier_name(self):
        return self._own_name

    @property
    def minimal_ident(self):
        global _numbered
        # Numbers do not come back: when a greenlet is thrown away is not known here.
        if self._number is None:
            self._number = _numbered
            _numbered += 1
        return self._number

    @property
    def name(self):
        return self._own_name or f"Greenlet-{self.minimal_ident}"

    @name.setter
    def name(self, value):
        self._own_name = value

    @property
    def loop(self):
        return get_hub().loop

    def __bool__(self):
        return self._stage == _STARTED and not self._over

    @property
    def started(self):
        return bool(self) or self._event is not None

    @property
    def dead(self):
        return self._phase == 2 or self._over or self._stage == _CANCELLED

    def ready(self):
        return self.dead or self._over

    def successful(self):
        return self._over and self._failure is None

    @property
    def exception(self):
        return self._failure

    @property
    def exc_info(self):
        failure = self._failure
        if failure is None:
            return (None, None, None) if self._over else ()
        return type(failure), failure, failure.__traceback__

    def __repr__(self):
        name = " "
        if self._own_name is not None or self._number is not None:
            name = f' "{self.name}" '
        text = f"<{type(self).__name__}{name}at {id(self):#x}"
        info = self._formatinfo()
        return f"{text}: {info}>" if info else text + ">"

    def _formatinfo(self):
        if self._info is None:
            function = self._run
            around = getattr(function, "__self__", None)
            if around is self:
                name = "_run"
            elif around is not None:
                name = repr(function)
            else:
                name = getattr(function, "__name__", "") or repr(function)
            parts = [repr(arg)[:50] for arg in self.args]
            parts += [f"{key}={repr(value)[:50]}" for key, value in self.kwargs.items()]
            self._info = f"{name}({', '.join(parts)})" if parts else name
        return self._info

    # Its life.

    def start(self):
        if self._stage == _NEW and self._event is None:
            self._event = get_hub().loop.run_callback(self.switch)

    def start_later(self, seconds):
        if self._stage == _NEW and self._event is None:
            self._event = get_hub().loop.timer(seconds)
            self._event.start(self.switch)

    def _cancel_start(self):
        if self._event is not None:
            self._event.stop()
            self._event = None

    def switch(self, *args, **kwargs):
        self._cancel_start()
        return greenlet.switch(self, *args, **kwargs)

    def throw(self, *args):
        self._cancel_start()
        if self._phase == 0 and self._stage == _NEW:
            # It ends before it has begun.
            self._stage = _CANCELLED
            try:
                greenlet.throw(self, *args)
            finally:
                self._end_before_start(*args)
            return
        greenlet.throw(self, *args)

    def _end_before_start(self, failure=GreenletExit, value=None, traceback=None):
        if self._over:
            return
        self._stage = _CANCELLED
        if isinstance(failure, type):
            failure = failure() if value is None else value
        self._report_failure(failure)

    def run(self):
        self._cancel_start()
        self._stage = _STARTED
        self._formatinfo()
        try:
            result = self._run(*self.args, **self.kwargs)
        except BaseException as failure:
            self._report_failure(failure)
            return
        self._report_result(result)

    def _report_result(self, result):
        self.value = result
        self._over = True
        self._check_and_notify()

    def _report_failure(self, failure):
        if isinstance(failure, GreenletExit):
            self._report_result(failure)
            return
        self._failure = failure
        self._over = True
        self._check_and_notify()
        get_hub().handle_error(self, type(failure), failure, failure.__traceback__)

    # Waiting for its end.

    def join(self, timeout=None):
        if not self.ready():
            self._wait_core(timeout)

    def get(self, block=True, timeout=None):
        if not self.ready():
            if not block:
                raise Timeout()
            if not self._wait_for_end(timeout):
                raise Timeout(timeout)
        if self._failure is not None:
            raise self._failure
        return self.value

    def _wait_for_end(self, timeout):
        return self._wait_core(timeout)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        self._cancel_start()
        if self.dead:
            self._end_before_start(exception)
            return
        if self._phase == 0:
            self._end_before_start(exception)
            return
        waiter = Waiter() if block else None
        get_hub().loop.run_callback(_kill, self, exception, waiter)
        if waiter is not None:
            waiter.get()
            self.join(timeout)

    def link(self, callback, SpawnedLink=_SpawnedLink):
        self.rawlink(SpawnedLink(callback))

    def link_value(self, callback, SpawnedLink=_SuccessLink):
        self.link(callback, SpawnedLink)

    def link_exception(self, callback, SpawnedLink=_FailureLink):
        self.link(callback, SpawnedLink)

    def unlink(self, callback):
        Linkable.unlink(self, callback)

    def unlink_all(self):
        self._links = ()

    def has_links(self):
        return len(self._links)


def _kill(killed, exception, waiter):
    try:
        killed.throw(exception)
    except BaseException as error:
        get_hub().handle_error(killed, type(error), error, error.__traceback__)
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    if not raise_error:
        return wait(greenlets, timeout, count)
    done = []
    for ended in iwait(greenlets, timeout, count):
        failure = getattr(ended, "exception", None)
        if failure is not None:
            raise failure
        done.append(ended)
    return done


def iwait(objects, timeout=None, count=None):
    # What they wait for, in the order in which it comes.
    objects = [*objects]
    hub = get_hub()
    count = len(objects) if count is None else min(count, len(objects))
    waiter = _Several(hub)
    limit = None
    if timeout is not None:
        limit = hub.loop.timer(timeout)
        limit.start(waiter.switch, _over)
    try:
        for one in objects:
            one.rawlink(waiter.switch)
        for _ in range(count):
            came = waiter.get()
            if came is _over:
                return
            yield came
    finally:
        if limit is not None:
            limit.close()
        for one in objects:
            one.unlink(waiter.switch)


_over = object()


class _Several(Waiter):
    def __init__(self, hub):
        super().__init__(hub)
        self._came = ()

    def switch(self, value=None):
        self._came += (value,)
        if self.greenlet is not None:
            Waiter.switch(self, None)

    def get(self):
        while not self._came:
            Waiter.get(self)
        first = self._came[0]
        self._came = self._came[1:]
        return first


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        return get_hub().join(timeout=timeout)
    return [*iwait(objects, timeout, count)]


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    alive = []
    for one in [*greenlets]:
        if isinstance(one, Greenlet):
            if one._phase == 0:
                one._cancel_start()
                one._end_before_start(exception)
            elif not one.dead:
                alive.append(one)
        elif not one.dead:
            alive.append(one)
    if not alive:
        return
    hub = get_hub()
    waiter = Waiter(hub) if block else None
    hub.loop.run_callback(_kill_all, alive, exception, waiter)
    if waiter is None:
        return
    limit = Timeout._start_new_or_dummy(timeout)
    try:
        left = waiter.get()
        if left:
            joinall(left)
    except Timeout as error:
        if error is not limit:
            raise
    finally:
        limit.cancel()


def _kill_all(greenlets, exception, waiter):
    left = []
    for one in greenlets:
        if not one.dead:
            try:
                one.throw(exception)
            except BaseException as error:
                get_hub().handle_error(one, type(error), error, error.__traceback__)
            if not one.dead and isinstance(one, Greenlet):
                left.append(one)
    if waiter is not None:
        waiter.switch(left)


def rawlink_all(greenlets, callback):
    for one in greenlets:
        one.rawlink(callback)
