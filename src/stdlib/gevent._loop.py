# gevent: the event loop. It calls what is ready in the order in which it became so, then what the time has come for, then
# those who wait for sockets; and it waits in the machine's time until there is something again.

_BILLION = 1000000000
# How finely the waiting is set.
_FINEST_WAIT = 0.001
# What makes a watcher of a socket, what asks all of them, and what ends that; gevent._io says so.
_sockets = []


def _without(watchers, gone):
    return tuple([watcher for watcher in watchers if watcher is not gone])


class _Callback:
    def __init__(self, function, args):
        self.callback = function
        self.args = args

    def stop(self):
        self.callback = self.args = None

    close = stop

    def __repr__(self):
        text = f"<callback at {id(self):#x}"
        if self.callback is not None:
            text += f" callback={self.callback!r}"
        return text + (" stopped>" if self.args is None else f" args={self.args!r}>")

    @property
    def pending(self):
        return self.callback is not None

    def __bool__(self):
        return self.callback is not None

    def _call(self, hub):
        function, args = self.callback, self.args
        if function is None:
            return
        self.callback = None
        try:
            function(*args)
        except BaseException as error:
            hub.handle_error(self, type(error), error, error.__traceback__)


class _Watcher:
    def __init__(self, loop, ref=True):
        self._loop = loop
        self.ref = ref
        self.callback = None
        self.args = None

    @property
    def active(self):
        return self.callback is not None

    @property
    def pending(self):
        return False

    def start(self, callback, *args, **options):
        if not callable(callback):
            raise TypeError(f"Expected callable, not {callback!r}")
        self.callback = callback
        self.args = args
        self._begin()

    def close(self):
        self.stop()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _call(self, hub):
        function = self.callback
        if function is None:
            return
        try:
            function(*self.args)
        except BaseException as error:
            hub.handle_error(self, type(error), error, error.__traceback__)


class _Timer(_Watcher):
    def __init__(self, loop, after, repeat, ref):
        super().__init__(loop, ref)
        self.after = after
        self.repeat = repeat
        self._when = None

    def _begin(self):
        loop = self._loop
        # As long as callbacks run the clock is looked at; those who were woken by it see one moment.
        if loop._in_callbacks:
            loop.update_now()
        self._set(loop._now + max(self.after, 0))

    def _set(self, when):
        self._when = when
        timers = self._loop._timers
        low, high = 0, len(timers)
        if timers and timers[-1]._when <= when:
            low = high
        while low < high:
            middle = (low + high) // 2
            if when < timers[middle]._when:
                high = middle
            else:
                low = middle + 1
        self._loop._timers = timers[:low] + (self,) + timers[low:]

    def again(self, callback, *args, **options):
        self.stop()
        self.after = self.repeat
        self.start(callback, *args)

    def stop(self):
        self.callback = self.args = None
        if self._when is not None:
            self._when = None
            timers = self._loop._timers
            for at, known in enumerate(timers):
                if known is self:
                    self._loop._timers = timers[:at] + timers[at + 1 :]
                    break

    def _call(self, hub):
        if self._when is None:
            # Who was called before has stopped it.
            return
        self._when = None
        _Watcher._call(self, hub)
        if self._when is None and self.callback is not None:
            if self.repeat:
                self._set(self._loop._now + self.repeat)
            else:
                self.callback = self.args = None


class _Idle(_Watcher):
    def _begin(self):
        self._loop._idlers += (self,)

    def stop(self):
        self.callback = self.args = None
        self._loop._idlers = _without(self._loop._idlers, self)


class _Async(_Watcher):
    # Another thread ends the loop's waiting by it.
    def _begin(self):
        self._loop._asyncs += (self,)

    def stop(self):
        self.callback = self.args = None
        self._loop._asyncs = _without(self._loop._asyncs, self)

    def send(self):
        vm_atomic(True)
        self._loop._sent += (self,)
        vm_atomic(False)
        self._loop._bell.release()
        if self._loop._waker is not None:
            _sockets[2](self._loop._waker)

    send_ignoring_arg = send


class loop:
    default = True
    MAXPRI = 2
    MINPRI = -2

    def __init__(self, hub):
        self._hub = hub
        # Tuples that are replaced, never changed: nobody is told of them.
        self._callbacks = ()
        self._timers = ()
        self._watched = ()
        self._idlers = ()
        self._asyncs = ()
        self._sent = ()
        self._bell = vm_Semaphore(0)
        # An end of the network that is called when another thread has something for the loop.
        self._waker = None
        vm_name(self._bell, "gevent_loop")
        self._in_callbacks = True
        # The moment that the loop has waited for: where a search lets time stand still, it is later than the clock's.
        self._reached = 0.0
        self._now = 0.0
        self.update_now()

    def __repr__(self):
        return f"<loop at {id(self):#x} epoll pending={len(self._callbacks)}>"

    def update_now(self):
        self._now = max(vm_clock() / _BILLION, self._reached)

    update = update_now

    def now(self):
        # As gevent has it: seconds of the calendar.
        return vm_epoch() + self._now

    @property
    def pendingcnt(self):
        return len(self._callbacks)

    @property
    def activecnt(self):
        return len(self._timers) + len(self._watched) + len(self._idlers) + len(self._asyncs)

    def run_callback(self, func, *args):
        callback = _Callback(func, args)
        self._callbacks += (callback,)
        return callback

    def run_callback_threadsafe(self, func, *args):
        callback = self.run_callback(func, *args)
        self._bell.release()
        return callback

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return _Timer(self, after, repeat, ref)

    def idle(self, ref=True, priority=None):
        return _Idle(self, ref)

    def async_(self, ref=True, priority=None):
        return _Async(self, ref)

    def io(self, fd, events, ref=True, priority=None):
        return _sockets[0](self, fd, events, ref)

    def _has_something(self):
        if self._callbacks or self._idlers or self._sent:
            return True
        return any([known.ref for group in (self._timers, self._watched, self._asyncs) for known in group])

    def run(self):
        while self._has_something():
            self._step()

    def _step(self):
        hub = self._hub
        callbacks, self._callbacks = self._callbacks, ()
        # What comes while they run is called in the next step.
        self._in_callbacks = True
        for callback in callbacks:
            callback._call(hub)
        self._in_callbacks = False
        if not self._has_something():
            return
        timeout = 0
        if not self._callbacks and not self._sent:
            timeout = None
            if self._timers:
                # Whole milliseconds, as the operating system waits: what is due within one is called together.
                self.update_now()
                timeout = max(self._timers[0]._when - self._now, 0)
                timeout = -(-timeout // _FINEST_WAIT) * _FINEST_WAIT
            if self._idlers:
                timeout = 0
        begun = self._now
        found, in_time = self._wait(timeout)
        if timeout and not in_time:
            self._reached = begun + timeout
        self.update_now()
        due = 0
        timers = self._timers
        while due < len(timers) and timers[due]._when <= self._now + 1e-09:
            due += 1
        called = timers[:due]
        self._timers = timers[due:]
        for timer in called:
            timer._call(hub)
        for watcher in found:
            watcher._call(hub)
        vm_atomic(True)
        sent, self._sent = self._sent, ()
        vm_atomic(False)
        for watcher in sent:
            watcher._call(hub)
        if self._idlers and not self._callbacks and not called and not found:
            for watcher in self._idlers:
                watcher._call(hub)

    def _wait(self, timeout):
        # Those watchers for whom there is something, and whether something came before the time was over.
        if self._watched:
            found = _sockets[1](self, timeout)
            return found, bool(found or self._sent)
        if timeout == 0:
            return (), False
        if self._asyncs or timeout is None:
            return (), self._bell.acquire(True, timeout)
        vm_sleep(timeout)
        return (), False
