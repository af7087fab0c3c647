# os: what few programs ask for.

import _files
import os.path as _path


def _text(name):
    return name.decode() if isinstance(name, bytes) else name


class times_result(tuple):
    __module__ = "posix"
    n_fields = n_sequence_fields = 5
    __match_args__ = ("user", "system", "children_user", "children_system", "elapsed")
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    children_user = property(lambda self: self[2])
    children_system = property(lambda self: self[3])
    elapsed = property(lambda self: self[4])

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(self.__match_args__, self)]
        return "posix.times_result(" + ", ".join(parts) + ")"


def times():
    return times_result((vm_process_time() / 1000000000, 0.0, 0.0, 0.0, vm_clock() / 1000000000))

defpath = "/bin:/usr/bin"


def sched_getaffinity(pid, /):
    return set(range(4))


def sched_yield():
    vm_sleep(0)


def getloadavg():
    return (0.0, 0.0, 0.0)


def device_encoding(fd):
    return None


def get_exec_path(env=None):
    path = (_files.environ if env is None else env).get("PATH")
    return (defpath if path is None else path).split(":")


def getpgrp():
    return vm_process()


def uname():
    return uname_result(("Linux", "raddle", "6.1.0", "#1 SMP", "x86_64"))


class uname_result(tuple):
    __module__ = "posix"
    __match_args__ = ("sysname", "nodename", "release", "version", "machine")
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(self.__match_args__, self)]
        return "posix.uname_result(" + ", ".join(parts) + ")"

# Nobody becomes anybody else here.


def _become(*ids):
    for number in ids:
        if not hasattr(type(number), "__index__"):
            raise TypeError(f"uid should be integer, not {type(number).__name__}")
        if number.__index__() < -1:
            raise OverflowError("uid is less than minimum")
        if number.__index__() > 4294967295:
            raise OverflowError("uid is greater than maximum")
    if any([number.__index__() not in (-1, 1000) for number in ids]):
        raise PermissionError(1, "Operation not permitted")


def setuid(uid, /):
    _become(uid)


def setreuid(ruid, euid, /):
    _become(ruid, euid)

setgid = seteuid = setegid = setuid
setregid = setreuid

# There are no programs but this one.


def _run_file(function, path, args, env=None):
    path = _files.fspath(path)
    if not isinstance(args, (list, tuple)):
        raise TypeError(f"{function}() arg 2 must be a tuple or list")
    if not args:
        raise ValueError(f"{function}() arg 2 must not be empty")
    if not args[0]:
        raise ValueError(f"{function}() arg 2 first element cannot be empty")
    for key, value in (env or {}).items():
        if "\0" in _text(key) or "\0" in _text(value):
            raise ValueError("embedded null byte")
        if "=" in _text(key):
            raise ValueError("illegal environment variable name")
    if _path.exists(path):
        raise PermissionError(13, "Permission denied", path)
    raise FileNotFoundError(2, "No such file or directory", path)


def execv(path, argv, /):
    _run_file("execv", path, argv)


def execve(path, argv, env):
    _run_file("execve", path, argv, env)


def execvp(file, args):
    _run_file("execv", file, args)


def execvpe(file, args, env):
    _run_file("execve", file, args, env)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])
