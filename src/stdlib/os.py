# os: what can be said without an operating system. Nothing here reaches a file, a process or the network.

import os.path as path

name = "posix"
sep = "/"
altsep = None
linesep = "\n"
pathsep = ":"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
error = OSError

_PID = 4242

environ = {"HOME": "/home/user", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "user"}


def getpid():
    return _PID


def getppid():
    return _PID - 1


def cpu_count():
    return 4


def getenv(key, default=None):
    return environ.get(key, default)


def getcwd():
    return "/home/user"


def getlogin():
    return "user"


def urandom(size):
    if size < 0:
        raise ValueError("negative argument not allowed")
    return bytes([vm_random_below([], 256) for _ in range(size)])


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    raise TypeError(f"expected str, bytes or os.PathLike object, not {path.__class__.__name__}")
