# os: what can be said without an operating system, the files in the machine's memory, and processes of the machine.
# Nothing here reaches a real file, a real process or the network.

import _files
import os.path as path
from _process import (
    WCONTINUED,
    WEXITSTATUS,
    WIFEXITED,
    WIFSIGNALED,
    WNOHANG,
    WTERMSIG,
    WUNTRACED,
    _exit,
    fork,
    kill,
    wait,
    waitpid,
    waitstatus_to_exitcode,
)

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

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000
O_CLOEXEC, O_SYNC = 0o2000000, 0o4010000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

environ = _files.environ


def getpid():
    return vm_process()


def getppid():
    return vm_parent()


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def cpu_count():
    return 4


def getenv(key, default=None):
    return environ.get(key, default)


def getlogin():
    return "user"


def urandom(size):
    if size < 0:
        raise ValueError("negative argument not allowed")
    return bytes([vm_random_below([], 256) for _ in range(size)])


def strerror(code):
    return _files._TEXTS.get(code, f"Unknown error {code}")


class PathLike:
    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, "__fspath__") or NotImplemented
        return NotImplemented

    def __class_getitem__(cls, item):
        try:
            return vm_GenericAlias(cls, item)
        except NameError:
            return cls


fspath = _files.fspath


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def _path(value, function, others=""):
    # The path as it was given, but without an object around it.
    if isinstance(value, (str, bytes)):
        return value
    if not hasattr(type(value), "__fspath__"):
        kind = type(value).__name__
        raise TypeError(f"{function}: path should be string, bytes{others or ' or'} os.PathLike, not {kind}")
    return fspath(value)


def _or_descriptor(value, function):
    # The same, or what is open under a number.
    if isinstance(value, int):
        try:
            return _files.by_number(value)
        except OSError:
            raise _files.mistake(9, value) from None
    if not isinstance(value, (str, bytes)) and not hasattr(type(value), "__fspath__"):
        kind = type(value).__name__
        raise TypeError(f"{function}: path should be string, bytes, os.PathLike or integer, not {kind}")
    return fspath(value)


# What is known of a file.

_KINDS = {"file": 0o100000, "folder": 0o040000, "null": 0o020000}
_NAMES = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime")


class stat_result(tuple):
    def __repr__(self):
        parts = [f"{field}={value}" for field, value in zip(_NAMES, self)]
        return f"os.stat_result({', '.join(parts)})"

    @property
    def st_mode(self):
        return self[0]

    @property
    def st_ino(self):
        return self[1]

    @property
    def st_dev(self):
        return self[2]

    @property
    def st_nlink(self):
        return self[3]

    @property
    def st_uid(self):
        return self[4]

    @property
    def st_gid(self):
        return self[5]

    @property
    def st_size(self):
        return self[6]

    @property
    def st_atime(self):
        return self.st_atime_ns / 1000000000

    @property
    def st_mtime(self):
        return self.st_mtime_ns / 1000000000

    @property
    def st_ctime(self):
        return self.st_ctime_ns / 1000000000

    @property
    def st_blksize(self):
        return 4096

    @property
    def st_blocks(self):
        return (self[6] + 4095) // 4096 * 8


def _result(found):
    (kind, mode, number, owner, *times), size = found
    links = 2 if kind == "folder" else 1
    facts = (mode | _KINDS[kind], number, 65024, links, owner, owner, size)
    result = stat_result(facts + (*[time // 1000000000 for time in times],))
    result.st_atime_ns, result.st_mtime_ns, result.st_ctime_ns = times
    return result


def stat(path, *, follow_symlinks=True):
    known = _or_descriptor(path, "stat")
    if isinstance(known, (str, bytes)):
        return _result(_files.stat(known))
    return fstat(path)


def lstat(path):
    return _result(_files.stat(_path(path, "lstat")))


def fstat(fd):
    opened = _files.by_number(fd)
    if opened._disk_number is None:
        return stat_result((0o020620, 3, 24, 1, 1000, 5, 0, 0, 0, 0))
    return _result(_files._disk.stat_of(opened._disk_number))


def access(path, mode, *, effective_ids=False, follow_symlinks=True):
    return _files.allows(_path(path, "access"), mode)


def chmod(path, mode, *, follow_symlinks=True):
    _files.set_mode(_path(path, "chmod", ", integer or"), mode & 0o7777)


def utime(path, times=None, *, ns=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        ns = (int(times[0] * 1000000000), int(times[1] * 1000000000))
    _files.set_times(_path(path, "utime"), ns)


def umask(mask):
    return _files.set_mask(mask)


# Folders.

def getcwd():
    return _files.here()


def getcwdb():
    return _files.here().encode()


def chdir(path):
    _files.enter(_path(path, "chdir"))


def mkdir(path, mode=0o777):
    _files.make_folder(_path(path, "mkdir"), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    text = fsdecode(name)
    above = path.dirname(text.rstrip("/") or "/")
    if above and not path.exists(above):
        try:
            makedirs(above, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if path.basename(text) == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(text):
            raise


def rmdir(path):
    _files.remove_folder(_path(path, "rmdir"))


def removedirs(name):
    rmdir(name)
    above = path.dirname(fsdecode(name).rstrip("/"))
    while above:
        try:
            rmdir(above)
        except OSError:
            break
        above = path.dirname(above)


def listdir(path=None):
    if path is None:
        path = curdir
    elif not isinstance(path, (str, bytes)):
        if not hasattr(type(path), "__fspath__"):
            kind = type(path).__name__
            raise TypeError(f"listdir: path should be string, bytes, os.PathLike, integer or None, not {kind}")
        path = fspath(path)
    names = _files.names_in(path)
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return self.stat().st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, folder):
        self._folder = folder
        self._names = iter(listdir(folder))

    def __iter__(self):
        return self

    def __next__(self):
        return DirEntry(self._folder, next(self._names))

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self._names = iter(())


def scandir(path=None):
    return _Scan(curdir if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    return _walk(fspath(top), topdown, onerror)


def _walk(top, topdown, onerror):
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if path.isdir(path.join(top, name))]
    others = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, others
    for name in folders:
        yield from _walk(path.join(top, name), topdown, onerror)
    if not topdown:
        yield top, folders, others


# Files.

def remove(path):
    _files.remove(_path(path, "remove"))


def unlink(path):
    _files.remove(_path(path, "unlink"))


def rename(src, dst):
    _files.rename(_path(src, "rename"), _path(dst, "rename"))


def replace(src, dst):
    _files.rename(_path(src, "replace"), _path(dst, "replace"))


def renames(old, new):
    above = path.dirname(fsdecode(new))
    if above and not path.exists(above):
        makedirs(above)
    rename(old, new)
    above = path.dirname(fsdecode(old))
    if above:
        try:
            removedirs(above)
        except OSError:
            pass


def truncate(path, length):
    opened = _or_descriptor(path, "truncate")
    if isinstance(opened, (str, bytes)):
        opened = _files.open_file(opened, O_WRONLY)
    _truncate(opened, length)


def ftruncate(fd, length):
    _truncate(_files.by_number(fd), length)


def _truncate(opened, length):
    if not opened._writes or opened._disk_number is None:
        raise _files.mistake(22)
    opened.rest(True)
    vm_atomic(True)
    try:
        opened.truncate(length)
    finally:
        vm_atomic(False)


# Open files by their numbers.

def _descriptor(fd):
    if not isinstance(fd, int):
        raise TypeError(f"'{type(fd).__name__}' object cannot be interpreted as an integer")
    return _files.by_number(fd)


def open(path, flags, mode=0o777):
    return _files.number(_files.open_file(_path(path, "open"), flags, mode))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    import io
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def read(fd, n, /):
    opened = _descriptor(fd)
    if not opened._reads:
        raise _files.mistake(9)
    if n < 0:
        raise _files.mistake(22)
    opened.rest(False)
    vm_atomic(True)
    try:
        return opened.read(n)
    finally:
        vm_atomic(False)


def write(fd, data, /):
    opened = _descriptor(fd)
    data = vm_as_bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    if not opened._writes:
        raise _files.mistake(9)
    if opened._disk_number is None:
        return opened.write(data)
    opened.rest(True)
    vm_atomic(True)
    try:
        return opened.write(data)
    finally:
        vm_atomic(False)


def lseek(fd, position, how, /):
    opened = _descriptor(fd)
    opened.rest(False)
    vm_atomic(True)
    try:
        return opened.seek(position, how)
    finally:
        vm_atomic(False)


def close(fd):
    _files.release(_descriptor(fd))


def fsync(fd):
    _descriptor(fd)


fdatasync = fsync


def isatty(fd, /):
    return False


class terminal_size(tuple):
    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"

    @property
    def columns(self):
        return self[0]

    @property
    def lines(self):
        return self[1]


def get_terminal_size(fd=1, /):
    # What the program prints goes to no terminal of its own.
    raise _files.mistake(25)


# What few programs ask for.

if vm_mentioned("os.times", "times_result", "import times", ", times"):
    from _os_rare import times, times_result
if vm_mentioned("sched_", "getloadavg", "device_encoding", "_fspath", "uname", "defpath", "get_exec_path", "getpg"):
    from _os_rare import (
        defpath,
        device_encoding,
        get_exec_path,
        getloadavg,
        getpgrp,
        sched_getaffinity,
        sched_yield,
        uname,
        uname_result,
    )

    _fspath = fspath
if vm_mentioned("setuid", "seteuid", "setgid", "setegid", "setreuid", "setregid"):
    from _os_rare import setegid, seteuid, setgid, setregid, setreuid, setuid
if vm_mentioned("execv", "execl"):
    from _os_rare import execl, execle, execlp, execlpe, execv, execve, execvp, execvpe
if vm_mentioned("os.__all__"):
    __all__ = [_name for _name in dir(vm_module("os")) if not _name.startswith("_")]
