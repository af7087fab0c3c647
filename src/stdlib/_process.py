# _process: processes as os and multiprocessing see them. A fork copies this process's memory and the thread that asks for it.

from threading import Semaphore

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


def kill(pid, signal, /):
    if signal == 0:
        if vm_exit_code(pid) is not None:
            raise ProcessLookupError(3, "No such process")
    elif signal not in (2, 3, 6, 9, 14, 15):
        raise NotImplementedError("raddle knows no signal but those that end a process")
    elif pid == vm_process():
        vm_end_process(-signal)
    else:
        vm_kill(pid, signal)


def _exit(status):
    vm_end_process(status & 0xFF)
