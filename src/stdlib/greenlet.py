# greenlet: each greenlet is a thread of the machine that runs only when it has the baton, a lock. All greenlets of one thread
# are a family with one baton; each waits for its turn at a condition of its own, so that handing over is one step, and exactly
# one of them can run at any time. What is handed over: an exception to raise, or None, and the arguments of switch(). A trace
# function is told of it, with the greenlet that it comes from.

# It makes the object of the main thread.
import threading

__version__ = "3.0.3"


class error(Exception):
    pass


class GreenletExit(BaseException):
    pass


_NEW, _ACTIVE, _DEAD = 0, 1, 2
_counted = 0


class _Carrier(vm__Thread):
    # The machine's thread under a greenlet: to the program it is the thread that the family belongs to.
    _unlisted = True

    def __init__(self, carried, name):
        self._begin(name, True)
        self._greenlet = carried
        self._home_thread = carried._family._thread

    def run(self):
        with self._greenlet._family._lock:
            self._greenlet._live()

    _run_hooked = run


def _next_name():
    global _counted
    vm_atomic(True)
    _counted += 1
    number = _counted
    vm_atomic(False)
    return f"Greenlet-{number}"


def getcurrent():
    try:
        return vm_current_thread()._greenlet
    except AttributeError:
        return _adopt(vm_current_thread())


def _adopt(thread):
    # The greenlet that a thread is from its beginning.
    main = greenlet.__new__(greenlet)
    main._phase = _ACTIVE
    main._family = main
    main._thread = thread
    main._parent = None
    main._hub = None
    main._tracer = None
    main._lock = vm_lock()
    main._turn = vm_Condition(main._lock)
    vm_name(main._lock, "baton")
    vm_name(main._turn, f"turn of {thread.name}")
    thread._greenlet = main
    main._lock.acquire()
    return main


class greenlet:
    GreenletExit = GreenletExit
    error = error

    # The name of the thread under it, where it is not to be a number.
    _carrier_name = None

    def __new__(cls, *args, **kwargs):
        new = object.__new__(cls)
        new._phase = _NEW
        new._turn = None
        new._given = None
        new._message = None
        new._origin = None
        return new

    def __init__(self, run=None, parent=None):
        if self._phase != _NEW:
            return
        if parent is None:
            parent = getcurrent()
        elif not isinstance(parent, greenlet):
            raise TypeError(f"GreenletChecker: Expected any type of greenlet, not {type(parent).__name__}")
        self._parent = parent
        self._family = parent._family
        self._given = run

    def __getattr__(self, name):
        # What was given to be run, until it runs.
        if name == "run" and self._given is not None:
            return self._given
        kind = type(self)
        shown = "greenlet.greenlet" if kind is greenlet else kind.__name__
        raise AttributeError(f"{shown!r} object has no attribute {name!r}")

    @staticmethod
    def getcurrent():
        return getcurrent()

    def __repr__(self):
        kind = type(self)
        text = f"<{kind.__module__}.{kind.__name__} object at {id(self):#x} (otid={id(self._family):#x})"
        if self._phase == _NEW:
            return text + " pending>"
        if self._phase == _DEAD:
            return text + " dead>"
        text += " current active started" if self is getcurrent() else " suspended active started"
        return text + (" main>" if self._parent is None else ">")

    def __bool__(self):
        return self._phase == _ACTIVE

    @property
    def dead(self):
        return self._phase == _DEAD

    @property
    def parent(self):
        return self._parent

    @parent.setter
    def parent(self, parent):
        if not isinstance(parent, greenlet):
            raise TypeError(f"GreenletChecker: Expected any type of greenlet, not {type(parent).__name__}")
        if self._family is self:
            raise AttributeError("cannot set the parent of a main greenlet")
        if parent._family is not self._family:
            raise ValueError("parent cannot be on a different thread")
        above = parent
        while above is not None:
            if above is self:
                raise ValueError("cyclic parent chain")
            above = above._parent
        self._parent = parent

    @parent.deleter
    def parent(self):
        raise AttributeError("can't delete attribute")

    @property
    def gr_frame(self):
        raise NotImplementedError("greenlet.gr_frame: raddle shows no frames of other greenlets")

    def switch(self, /, *args, **kwargs):
        return _transfer(getcurrent(), self, (None, args, kwargs))

    def throw(self, typ=GreenletExit, val=None, tb=None, /):
        failure = _exception_of(typ, val, tb)
        if self._phase != _ACTIVE:
            # It has nowhere to be raised: what follows is what would follow an end by it.
            current = getcurrent()
            _check_family(current, self)
            above = self._parent
            self._phase = _DEAD
            return _transfer(current, above, _outcome_of(failure))
        return _transfer(getcurrent(), self, (failure, (), {}))

    def _live(self):
        # What the thread under it does.
        failure, args, kwargs = self._message
        self._message = None
        origin, self._origin = self._origin, None
        try:
            _trace(self, origin, failure)
            if failure is not None:
                raise failure
            run = self.run
            self._given = None
            outcome = None, (run(*args, **kwargs),), {}
        except BaseException as raised:
            outcome = _outcome_of(raised)
        self._phase = _DEAD
        target = _living(self._parent)
        target._message = outcome
        target._origin = self
        target._wake()

    def _wake(self):
        if self._phase != _NEW:
            self._turn.notify()
            return
        self._phase = _ACTIVE
        name = self._carrier_name or _next_name()
        self._turn = vm_Condition(self._family._lock)
        vm_name(self._turn, f"turn of {name}")
        _Carrier(self, name).start()


def _outcome_of(failure):
    # What the parent of a greenlet that ended by an exception is given.
    if isinstance(failure, GreenletExit):
        return None, (failure,), {}
    return failure, (), {}


def _exception_of(typ, val, tb):
    if isinstance(typ, BaseException):
        if val is not None:
            raise TypeError("instance exception may not have a separate value")
        failure = typ
    elif isinstance(typ, type) and issubclass(typ, BaseException):
        if isinstance(val, typ):
            failure = val
        elif val is None:
            failure = typ()
        else:
            failure = typ(*val) if isinstance(val, tuple) else typ(val)
    else:
        raise TypeError(f"exceptions must be classes, or instances, not {type(typ).__name__}")
    return failure if tb is None else failure.with_traceback(tb)


def _trace(target, origin, failure):
    tracer = target._family._tracer
    if tracer is not None:
        tracer("switch" if failure is None else "throw", (origin, target))


def settrace(callback):
    family = getcurrent()._family
    before = family._tracer
    family._tracer = callback
    return before


def gettrace():
    return getcurrent()._family._tracer


def _living(target):
    while target._phase == _DEAD:
        target = target._parent
    return target


def _check_family(current, target):
    if target._family is not current._family:
        raise error("Cannot switch to a different thread")


def _transfer(current, target, message):
    _check_family(current, target)
    target = _living(target)
    if target is not current:
        if target._phase == _NEW and not hasattr(target, "run"):
            raise AttributeError("run")
        target._message = message
        target._origin = current
        target._wake()
        while current._message is None:
            current._turn.wait()
        message = current._message
        current._message = None
        origin, current._origin = current._origin, None
        _trace(current, origin, message[0])
    failure, args, kwargs = message
    if failure is not None:
        raise failure
    if kwargs:
        return (args, kwargs) if args else kwargs
    return args[0] if len(args) == 1 else args
