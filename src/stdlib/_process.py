# _process: processes as os and multiprocessing see them. A fork copies this process's memory and the thread that asks for it.

from threading import Semaphore, current_thread, main_thread

# Children that nobody has waited for yet, and what is released when one of them ends.
_children = ()
_ended = None


def fork():
    global _children, _ended
    if _ended is None:
        _ended = vm_common(Semaphore(0))
        vm_watch_children(_ended)
    pid = vm_fork(f"process {vm_next_process()}")
    if pid == 0:
        _children, _ended = (), None
        reseed()
    else:
        _children += (pid,)
    return pid


def reseed():
    # A copy is to draw other random numbers than its original.
    shared = getattr(vm_module("random"), "_shared", None)
    if shared is not None and shared._state:
        shared._state = type(shared._state)()


def _status(code):
    # As wait() tells it: the number of a signal, or the exit code in the second byte.
    return -code if code < 0 else (code & 0xFF) << 8


def _reaped():
    for pid in _children:
        code = vm_exit_code(pid)
        if code is not None:
            _forget(pid)
            return pid, _status(code)
    return None


def wait():
    while True:
        if not _children:
            raise ChildProcessError(10, "No child processes")
        _ended.acquire()
        found = _reaped()
        if found is not None:
            return found


WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8


def waitpid(pid, options, /):
    if pid <= 0:
        if options & WNOHANG:
            if not _children:
                raise ChildProcessError(10, "No child processes")
            return _reaped() or (0, 0)
        return wait()
    if pid not in _children:
        raise ChildProcessError(10, "No child processes")
    if not options & WNOHANG:
        vm_wait_process(pid)
    code = vm_exit_code(pid)
    if code is None:
        return 0, 0
    _forget(pid)
    return pid, _status(code)


def _forget(pid):
    global _children
    _children = tuple([other for other in _children if other != pid])


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    return status & 0x7F


def waitstatus_to_exitcode(status):
    return -WTERMSIG(status) if WIFSIGNALED(status) else WEXITSTATUS(status)


# What is called when a signal comes, by its number: 0 does what the system does, 1 nothing. Without an entry it is 0.
handlers = {13: 1, 25: 1}
# What the system does not end a process for, and what it stops one for.
_HARMLESS = (17, 18, 23, 28)
_STOPPING = (19, 20, 21, 22)
_ENDING = (2, 3, 6, 9, 14, 15)


def _interrupt(number, frame):
    raise KeyboardInterrupt


def raise_signal(number):
    handler = handlers.get(number, _interrupt if number == 2 else 0)
    if handler == 1 or handler == 0 and number in _HARMLESS:
        return
    if handler == 0:
        if number in _STOPPING:
            raise NotImplementedError("raddle does not model processes that are stopped and go on later")
        vm_end_process(-number)
    if current_thread() is not main_thread():
        raise NotImplementedError(
            "raddle does not model a signal whose handler another thread runs: only the main thread can send its process one"
        )
    handler(number, None)


def kill(pid, signal, /):
    if not isinstance(pid, int) or not isinstance(signal, int):
        other = signal if isinstance(pid, int) else pid
        raise TypeError(f"'{type(other).__name__}' object cannot be interpreted as an integer")
    if signal == 0:
        if pid != vm_process() and vm_exit_code(pid) is not None:
            raise ProcessLookupError(3, "No such process")
    elif not 0 < signal < 65:
        raise OSError(22, "Invalid argument")
    elif pid == vm_process():
        raise_signal(int(signal))
    elif signal not in _ENDING:
        raise NotImplementedError("raddle knows no signal for another process but those that end it")
    else:
        vm_kill(pid, int(signal))


def _exit(status):
    vm_end_process(status & 0xFF)
