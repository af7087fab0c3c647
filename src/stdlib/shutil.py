# shutil: copying, moving and removing files and whole folders.

import fnmatch
import os

__all__ = [
    "copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
    "SpecialFileError", "SameFileError", "ignore_patterns", "disk_usage", "which", "get_terminal_size",
]

_COPY_SIZE = 65536


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


def copyfileobj(fsrc, fdst, length=0):
    length = length or _COPY_SIZE
    while True:
        piece = fsrc.read(length)
        if not piece:
            break
        fdst.write(piece)


def copyfile(src, dst, *, follow_symlinks=True):
    import io
    if os.path.exists(dst) and os.path.exists(src) and os.path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    with io.open(src, "rb") as source:
        try:
            with io.open(dst, "wb") as target:
                copyfileobj(source, target)
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from error
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, os.stat(src).st_mode & 0o7777)


def copystat(src, dst, *, follow_symlinks=True):
    known = os.stat(src)
    os.utime(dst, ns=(known.st_atime_ns, known.st_mtime_ns))
    os.chmod(dst, known.st_mode & 0o7777)


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def ignore(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)

    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    names = os.listdir(src)
    ignored = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source, target = os.path.join(src, name), os.path.join(dst, name)
        try:
            if os.path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    def fail(function, path, error):
        if ignore_errors:
            return
        if onerror is None:
            raise error
        onerror(function, path, (type(error), error, error.__traceback__))

    def empty(folder):
        try:
            names = os.listdir(folder)
        except OSError as error:
            fail(os.scandir, folder, error)
            names = []
        for name in names:
            inner = os.path.join(folder, name)
            if os.path.isdir(inner):
                empty(inner)
                continue
            try:
                os.unlink(inner)
            except OSError as error:
                fail(os.unlink, inner, error)
        try:
            os.rmdir(folder)
        except OSError as error:
            fail(os.rmdir, folder, error)

    path = os.fspath(path)
    try:
        os.lstat(path)
    except OSError as error:
        fail(os.lstat, path, error)
        return
    empty(path)


def move(src, dst, copy_function=copy2):
    target = dst
    if os.path.isdir(dst):
        if os.path.samefile(src, dst):
            os.rename(src, dst)
            return
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    if os.path.isdir(src) and (os.path.abspath(target) + "/").startswith(os.path.abspath(src) + "/"):
        raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
    os.rename(src, target)
    return target


class _usage(tuple):
    def __repr__(self):
        return f"usage(total={self[0]}, used={self[1]}, free={self[2]})"

    @property
    def total(self):
        return self[0]

    @property
    def used(self):
        return self[1]

    @property
    def free(self):
        return self[2]


def disk_usage(path):
    # The machine's disk has a gigabyte.
    used = 0
    for folder, _, names in os.walk("/"):
        used += 4096 + sum([os.path.getsize(os.path.join(folder, name)) for name in names])
    os.stat(path)
    return _usage((1 << 30, used, (1 << 30) - used))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def is_there(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if is_there(cmd) else None
    folders = os.environ.get("PATH", os.path.defpath) if path is None else path
    for folder in folders.split(os.pathsep):
        if folder:
            name = os.path.join(folder, cmd)
            if is_there(name):
                return name
    return None


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name, default in (("COLUMNS", fallback[0]), ("LINES", fallback[1])):
        try:
            size = int(os.environ[name])
        except (KeyError, ValueError):
            size = 0
        sizes.append(size if size > 0 else default)
    return os.terminal_size(sizes)
