# asyncio: handlers of signals that the loop calls.

import signal

from asyncio.events import Handle

_handles = {}


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in signal.valid_signals():
        raise ValueError(f"invalid signal number {sig}")


def add(loop, sig, callback, args):
    loop._check_callback(callback, "add_signal_handler")
    _check(sig)
    loop._check_closed()
    handle = Handle(callback, args, loop, None)

    def came(number, frame):
        if not handle._cancelled:
            loop._ready.append(handle)

    try:
        signal.signal(sig, came)
    except ValueError as error:
        raise RuntimeError(str(error)) from None
    except OSError:
        raise RuntimeError(f"sig {sig} cannot be caught") from None
    _handles[(id(loop), int(sig))] = handle


def remove(loop, sig):
    _check(sig)
    handle = _handles.pop((id(loop), int(sig)), None)
    if handle is None:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    return True
