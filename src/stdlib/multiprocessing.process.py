# multiprocessing.process: processes are forked; what one does ends with os._exit, as in CPython.

import atexit
import itertools
import os
import threading

from _process import reseed

_counter = itertools.count(1)
# What a copy does before anything else.
_renew = reseed
# Those that nobody has seen the end of.
_children = ()

# What stands for the running process.
_running = None

# The start method that the program has chosen, or was given when it first needed one.
_method = None


def chosen_method():
    return _method


def choose_method(method):
    global _method
    _method = method


def settled_method():
    if _method is None:
        choose_method("fork")
    return _method


class AuthenticationString(bytes):
    def __reduce__(self):
        raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")


class BaseProcess:
    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=vm_nothing, *, daemon=None):
        assert group is None, "group argument must be None for now"
        count = next(_counter)
        self._identity = _running._identity + (count,)
        self._parent_pid = os.getpid()
        self._parent_name = _running.name
        self._pid = None
        self._closed = False
        self._daemon = _running._daemon if daemon is None else daemon
        self._authkey = _running._authkey
        self._target = target
        self._args = tuple(args)
        self._kwargs = vm_frozen({} if kwargs is vm_nothing else dict(kwargs))
        self._name = name or type(self).__name__ + "-" + ":".join([str(i) for i in self._identity])

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        global _children
        self._check_closed()
        assert self._pid is None, "cannot start a process twice"
        assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
        assert not _running._daemon, "daemonic processes are not allowed to have children"
        _cleanup()
        settled_method()
        pid = vm_fork(self._name)
        if pid == 0:
            vm_end_process(self._bootstrap())
        self._pid = pid
        del self._target, self._args, self._kwargs
        _children += (self,)

    def _bootstrap(self):
        global _parent, _running, _children
        _parent = _ParentProcess(self._parent_name, self._parent_pid)
        _children = ()
        self._pid = None
        _running = self
        _restart_counter()
        _renew()
        try:
            code = self._work()
        finally:
            _join_threads()
        return code

    def _work(self):
        try:
            try:
                self.run()
                return 0
            finally:
                exit_children()
        except SystemExit as error:
            if error.code is None:
                return 0
            if isinstance(error.code, int):
                return error.code & 0xFF
            vm_write(str(error.code) + "\n", True)
            return 1
        except BaseException as error:
            vm_write(f"Process {self._name}:\n" + vm_report(error), True)
            return 1

    def _check(self, what):
        self._check_closed()
        assert self._parent_pid == os.getpid(), what

    def join(self, timeout=None):
        self._check("can only join a child process")
        assert self._pid is not None, "can only join a started process"
        vm_wait_process(self._pid, timeout)
        if vm_exit_code(self._pid) is not None:
            _forget(self)

    def is_alive(self):
        self._check_closed()
        if self is _running:
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        return self._pid is not None and self.exitcode is None

    def terminate(self):
        self._end(15)

    def kill(self):
        self._end(9)

    def _end(self, signal):
        self._check_closed()
        if self._pid is None:
            raise AttributeError("'NoneType' object has no attribute '" + ("kill" if signal == 9 else "terminate") + "'")
        if vm_exit_code(self._pid) is None:
            vm_kill(self._pid, signal)

    def close(self):
        if self._pid is not None and not self._closed:
            if vm_exit_code(self._pid) is None:
                raise ValueError(
                    "Cannot close a process while it is still running. You should first call join() or terminate()."
                )
            _forget(self)
            self._pid = None
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name
        if self is _running:
            vm_name_process(name)

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemonic):
        assert self._pid is None, "process has already started"
        self._daemon = daemonic

    @property
    def exitcode(self):
        self._check_closed()
        if self is _running or self._pid is None:
            return None
        return vm_exit_code(self._pid)

    @property
    def ident(self):
        self._check_closed()
        return os.getpid() if self is _running else self._pid

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        if self._pid is None:
            raise ValueError("process not started")
        return self._pid

    @property
    def authkey(self):
        return self._authkey

    @authkey.setter
    def authkey(self, authkey):
        self._authkey = AuthenticationString(authkey)

    def __repr__(self):
        status = self._status()
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._pid is not None:
            parts.append(f"pid={self._pid}")
        parts += [f"parent={self._parent_pid}", status]
        if status == "stopped" and self.exitcode is not None:
            parts.append(f"exitcode={_NAMES.get(self.exitcode, self.exitcode)}")
        if self._daemon:
            parts.append("daemon")
        return "<" + " ".join(parts) + ">"

    def _status(self):
        if self._closed:
            return "closed"
        if self is _running:
            return "started"
        if self._parent_pid != os.getpid():
            return "unknown"
        if self._pid is None:
            return "initial"
        return "started" if vm_exit_code(self._pid) is None else "stopped"


_NAMES = {
    -1: "-SIGHUP", -2: "-SIGINT", -3: "-SIGQUIT", -6: "-SIGABRT", -9: "-SIGKILL", -10: "-SIGUSR1", -11: "-SIGSEGV",
    -12: "-SIGUSR2", -13: "-SIGPIPE", -14: "-SIGALRM", -15: "-SIGTERM",
}


class _ParentProcess:
    def __init__(self, name, pid):
        self.name = name
        self.pid = self.ident = pid

    def is_alive(self):
        return vm_exit_code(self.pid) is None

    def join(self, timeout=None):
        vm_wait_process(self.pid, timeout)

    def __repr__(self):
        return f"<_ParentProcess name={self.name!r} parent=None unknown>"


_parent = None


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._pid = None
        self._closed = False
        self._daemon = False
        self._authkey = AuthenticationString(b"raddle")

    def close(self):
        pass

    def _status(self):
        return "started"


_running = _MainProcess()


class Process(BaseProcess):
    __module__ = "multiprocessing.context"


class ForkProcess(BaseProcess):
    __module__ = "multiprocessing.context"
    _start_method = "fork"


class SpawnProcess(BaseProcess):
    __module__ = "multiprocessing.context"
    _start_method = "spawn"


class ForkServerProcess(BaseProcess):
    __module__ = "multiprocessing.context"
    _start_method = "forkserver"


def _restart_counter():
    global _counter
    _counter = itertools.count(1)


def _forget(child):
    global _children
    _children = tuple([other for other in _children if other is not child])


def _cleanup():
    for child in _children:
        if vm_exit_code(child._pid) is not None:
            _forget(child)


def _join_threads():
    # As the end of a program, the end of a process waits for its threads that are no daemons, and ends pools. What atexit
    # was told is for the end of a program only.
    atexit._clear()
    if vm_exit_hook is not None:
        vm_exit_hook()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


# The process has come to its end: nobody begins a new one for a daemon that is ended.
_ending = False


def is_ending():
    return _ending


def exit_children():
    # At the end of a process: daemons are ended, others are waited for.
    global _ending
    _ending = True
    for child in _children:
        if child._daemon and vm_exit_code(child._pid) is None:
            vm_kill(child._pid, 15)
    for child in _children:
        if not child._daemon:
            vm_wait_process(child._pid)
        _forget(child)


def current_process():
    return _running


def parent_process():
    return _parent


def active_children():
    _cleanup()
    return list(_children)
