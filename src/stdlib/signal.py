# signal: raddle's programs have no world outside that could send them signals. Handlers are kept, and called when the main
# thread sends its own process a signal.

import threading

from _process import handlers as _handlers, raise_signal as _raise

NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class _Names(type):
    # As the classes of enum.IntEnum are, which cannot be made in the library.
    def __iter__(cls):
        return iter([*_members[cls.__name__].values()])

    def __reversed__(cls):
        return reversed([*_members[cls.__name__].values()])

    def __len__(cls):
        return len(_members[cls.__name__])

    def __contains__(cls, member):
        if not isinstance(member, _Named):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(member).__qualname__}' and '{cls.__class__.__qualname__}'"
            )
        return isinstance(member, cls)

    def __getitem__(cls, name):
        for known in (_members, _aliases):
            if name in known[cls.__name__]:
                return known[cls.__name__][name]
        raise KeyError(name)

    def __getattr__(cls, name):
        for known in (_members, _aliases):
            if name in known[cls.__name__]:
                return known[cls.__name__][name]
        raise AttributeError(name)

    def __repr__(cls):
        return f"<enum '{cls.__name__}'>"

    @property
    def __members__(cls):
        return {**_members[cls.__name__], **_aliases[cls.__name__]}


class _Named(int):
    def __new__(cls, value):
        for member in _members[cls.__name__].values():
            if member == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {int(self)}>"

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(int(self), spec)

    @property
    def name(self):
        for name, member in _members[type(self).__name__].items():
            if member is self:
                return name

    @property
    def value(self):
        return int(self)


class Signals(_Named, metaclass=_Names):
    pass


class Handlers(_Named, metaclass=_Names):
    pass


class Sigmasks(_Named, metaclass=_Names):
    pass


def _make(kind, names):
    made = {}
    for value, name in names:
        made[name] = int.__new__(kind, value)
    return vm_frozen(made)


_SIGNALS = (
    "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM "
    "SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO "
    "SIGPWR SIGSYS"
)
_members = {
    "Signals": _make(Signals, [*enumerate(_SIGNALS.split(), 1), (34, "SIGRTMIN"), (64, "SIGRTMAX")]),
    "Handlers": _make(Handlers, enumerate(["SIG_DFL", "SIG_IGN"])),
    "Sigmasks": _make(Sigmasks, enumerate(["SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"])),
}
(
    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM,
    SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF,
    SIGWINCH, SIGIO, SIGPWR, SIGSYS, SIGRTMIN, SIGRTMAX,
) = _members["Signals"].values()
SIGCLD, SIGIOT, SIGPOLL = SIGCHLD, SIGABRT, SIGIO
SIG_DFL, SIG_IGN = _members["Handlers"].values()
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = _members["Sigmasks"].values()
_aliases = {"Signals": {"SIGCLD": SIGCLD, "SIGIOT": SIGIOT, "SIGPOLL": SIGPOLL}, "Handlers": {}, "Sigmasks": {}}
vm_frozen(_members)
vm_frozen(_aliases)

_TEXTS = (
    "Hangup", "Interrupt", "Quit", "Illegal instruction", "Trace/breakpoint trap", "Aborted", "Bus error",
    "Floating point exception", "Killed", "User defined signal 1", "Segmentation fault", "User defined signal 2", "Broken pipe",
    "Alarm clock", "Terminated", "Stack fault", "Child exited", "Continued", "Stopped (signal)", "Stopped",
    "Stopped (tty input)", "Stopped (tty output)", "Urgent I/O condition", "CPU time limit exceeded",
    "File size limit exceeded", "Virtual timer expired", "Profiling timer expired", "Window changed", "I/O possible",
    "Power failure", "Bad system call",
)
_NOT_SENT = "raddle's programs have no world outside: nobody sends them this signal"


class itimer_error(OSError):
    pass


ItimerError = itimer_error


def _number(value):
    # A signal or a handler that may be given by its number.
    try:
        return int(value)
    except (TypeError, ValueError):
        return value


def _index(value):
    if isinstance(value, int):
        return int(value)
    index = getattr(type(value), "__index__", None)
    if index is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return index(value)


def _in_range(signalnum):
    number = _index(signalnum)
    if not 1 <= number < NSIG:
        raise ValueError("signal number out of range")
    return number


def _shown(handler):
    return Handlers(handler) if handler is not None and not callable(handler) else handler


def default_int_handler(*args):
    if len(args) != 2:
        raise TypeError(f"default_int_handler expected 2 arguments, got {len(args)}")
    if not isinstance(args[0], int):
        raise TypeError(f"'{type(args[0]).__name__}' object cannot be interpreted as an integer")
    raise KeyboardInterrupt


_handlers.setdefault(2, default_int_handler)


def signal(signalnum, handler):
    signalnum = _index(_number(signalnum))
    if not callable(handler):
        handler = _number(handler)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    signalnum = _in_range(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if signalnum in (9, 19, 32, 33):
        raise OSError(22, "Invalid argument")
    before = getsignal(signalnum)
    _handlers[signalnum] = handler
    return before


def getsignal(signalnum):
    number = _in_range(_number(signalnum))
    if number in (32, 33):
        return None
    return _shown(_handlers.get(number, 0))


def raise_signal(signalnum, /):
    number = _index(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, "Invalid argument")
    if number:
        _raise(number)


def pthread_kill(thread_id, signalnum, /):
    number = _index(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, "Invalid argument")
    if number:
        if thread_id != threading.get_ident() and callable(_handlers.get(number)):
            raise NotImplementedError("raddle does not model a signal that comes from another thread")
        _raise(number)


def strsignal(signalnum, /):
    number = _in_range(signalnum)
    if number <= len(_TEXTS):
        return _TEXTS[number - 1]
    return None if number < 34 else f"Real-time signal {number - 34}"


def valid_signals():
    known = {*Signals}
    known.update(range(35, 64))
    return known


def alarm(seconds, /):
    if _index(seconds):
        raise NotImplementedError("signal.alarm(): raddle has no signals that come by themselves; use threading.Timer")
    return 0


def setitimer(which, seconds, interval=0.0, /):
    if which not in (0, 1, 2):
        raise itimer_error(22, "Invalid argument")
    if seconds:
        raise NotImplementedError("signal.setitimer(): raddle has no signals that come by themselves; use threading.Timer")
    return 0.0, 0.0


def getitimer(which, /):
    if which not in (0, 1, 2):
        raise itimer_error(22, "Invalid argument")
    return 0.0, 0.0


def pause():
    # Nothing ends it: the machine sees a thread that waits for ever.
    nobody = threading.Semaphore(0)
    vm_name(nobody, "signal")
    nobody.acquire()


def siginterrupt(signalnum, flag, /):
    _in_range(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    if fd != -1:
        raise NotImplementedError(f"signal.set_wakeup_fd(): {_NOT_SENT}")
    return -1


def sigpending():
    return set()


def pthread_sigmask(how, mask, /):
    mask = {*mask}
    if mask:
        raise NotImplementedError("signal.pthread_sigmask(): raddle's signals come at once and cannot be held back")
    return set()


def sigwait(sigset, /):
    raise NotImplementedError(f"signal.sigwait(): {_NOT_SENT}")
