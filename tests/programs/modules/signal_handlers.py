# Handlers that are installed, asked for, and called when the main thread sends its process a signal.
import os
import signal
import threading

print(signal.SIGINT, repr(signal.SIGINT), signal.SIGTERM.name, signal.SIGTERM.value, signal.Signals(15).name)
print(repr(signal.SIG_DFL), repr(signal.SIG_IGN), repr(signal.SIG_BLOCK), signal.SIGINT == 2, f"{signal.SIGUSR1}")
print(signal.Signals["SIGHUP"] is signal.SIGHUP, signal.SIGCLD is signal.SIGCHLD, isinstance(signal.SIGINT, int))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGTERM)))
print(repr(signal.getsignal(signal.SIGPIPE)), signal.getsignal(32), signal.NSIG)
print([signal.strsignal(number) for number in (1, 2, 9, 15, 32, 34, 64)])
known = signal.valid_signals()
print(len(known), signal.SIGKILL in known, 40 in known, 32 in known)


def handler(number, frame):
    print("handler", number, repr(signal.Signals(number)), threading.current_thread().name)


print(signal.signal(signal.SIGINT, handler) is signal.default_int_handler)
print(signal.getsignal(2) is handler, signal.signal(2, handler) is handler)
signal.raise_signal(signal.SIGINT)
os.kill(os.getpid(), signal.SIGINT)
print(repr(signal.signal(signal.SIGINT, signal.SIG_IGN)) == repr(handler))
signal.raise_signal(signal.SIGINT)
print("ignored", repr(signal.signal(signal.SIGINT, signal.default_int_handler)))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args)
try:
    os.kill(os.getpid(), signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt again")

for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGHUP, signal.SIGCHLD):
    signal.signal(number, handler)
    signal.raise_signal(number)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
signal.raise_signal(signal.SIGCHLD)
signal.raise_signal(signal.SIGWINCH)
os.kill(os.getpid(), 0)


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(f"signal {number}")


signal.signal(signal.SIGTERM, stop)
try:
    for step in range(5):
        print("step", step)
        if step == 1:
            os.kill(os.getpid(), signal.SIGTERM)
except Stop as error:
    print("stopped by", error)


def in_thread():
    try:
        signal.signal(signal.SIGINT, handler)
    except ValueError as error:
        print("ValueError:", error)
    print(signal.getsignal(signal.SIGTERM) is stop)


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()


def attempt(what, *args):
    try:
        print(what.__name__, what(*args))
    except (ValueError, TypeError, OSError) as error:
        print(what.__name__, type(error).__name__, error)


attempt(signal.signal, 0, handler)
attempt(signal.signal, 65, handler)
attempt(signal.signal, signal.SIGKILL, handler)
attempt(signal.signal, signal.SIGSTOP, signal.SIG_IGN)
attempt(signal.signal, 2, 5)
attempt(signal.signal, 2, "text")
attempt(signal.getsignal, 99)
attempt(signal.getsignal, "x")
attempt(signal.raise_signal, 99)
attempt(signal.raise_signal, "x")
attempt(signal.strsignal, 0)
attempt(signal.Signals, 99)
attempt(signal.Handlers, 2)
attempt(signal.alarm, 0)
attempt(signal.getitimer, signal.ITIMER_REAL)
attempt(signal.setitimer, signal.ITIMER_REAL, 0)
attempt(signal.siginterrupt, 2, False)
attempt(signal.default_int_handler, 1)
attempt(signal.set_wakeup_fd, -1)
print(signal.ItimerError, issubclass(signal.ItimerError, OSError))
