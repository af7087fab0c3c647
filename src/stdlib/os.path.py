# os.path: names of files as texts, as on POSIX, and what is in the machine's memory under these names.

import _files

sep = "/"
altsep = None
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def _text(p):
    if isinstance(p, str):
        return p
    p = _files.fspath(p)
    if isinstance(p, bytes):
        raise TypeError("Can't mix strings and bytes in path components")
    return p


def _bytes(function, *paths):
    # What the function gives for paths that are bytes.
    if not all([isinstance(path, bytes) for path in paths]):
        raise TypeError("Can't mix strings and bytes in path components")
    found = function(*[path.decode() for path in paths])
    if isinstance(found, tuple):
        return (*[part.encode() for part in found],)
    return found.encode()


def split(p):
    if isinstance(p, bytes):
        return _bytes(split, p)
    p = _text(p)
    cut = p.rfind("/") + 1
    head = p[:cut]
    bare = head.rstrip("/")
    return (bare if bare else head, p[cut:])


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def join(a, *p):
    if isinstance(a, bytes):
        return _bytes(join, a, *p)
    a = _text(a)
    for part in p:
        if not isinstance(part, str):
            if not isinstance(part, bytes) and not hasattr(type(part), "__fspath__"):
                kind = type(part).__name__
                raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {kind!r}")
            part = _text(part)
        if part.startswith("/"):
            a = part
        elif not a or a.endswith("/"):
            a += part
        else:
            a += "/" + part
    return a


def splitext(p):
    if isinstance(p, bytes):
        return _bytes(splitext, p)
    p = _text(p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    # A name that is all dots up to here is hidden, and has no extension.
    if dot > start and p[start:dot].strip("."):
        return (p[:dot], p[dot:])
    return (p, "")


def splitdrive(p):
    p = _files.fspath(p)
    return (p[:0], p)


def isabs(s):
    s = _files.fspath(s)
    return s.startswith("/" if isinstance(s, str) else b"/")


def normcase(s):
    return _files.fspath(s)


def normpath(path):
    if isinstance(path, bytes):
        return _bytes(normpath, path)
    path = _text(path)
    if not path:
        return "."
    root = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    parts = []
    for part in path.split("/"):
        if not part or part == ".":
            continue
        leaves = part == ".." and not (parts and parts[-1] == "..")
        if leaves and parts:
            parts.pop()
        elif not leaves or not root:
            parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path):
    if isinstance(path, bytes):
        return _bytes(abspath, path)
    return normpath(join(_files.here(), path))


def realpath(filename, *, strict=False):
    if strict:
        _files.check(_files.fspath(filename))
    return abspath(filename)


def relpath(path, start=None):
    if isinstance(path, bytes):
        return _bytes(relpath, path) if start is None else _bytes(relpath, path, start)
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath("." if start is None else start).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    same = 0
    while same < len(here) and same < len(there) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_text(part) for part in m]
    first, last = min(m), max(m)
    at = 0
    while at < len(first) and first[at] == last[at]:
        at += 1
    return first[:at]


def commonpath(paths):
    paths = [_files.fspath(path) for path in paths]
    if paths and isinstance(paths[0], bytes):
        return _bytes(lambda *texts: commonpath(texts), *paths)
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = [path.startswith("/") for path in paths]
    if any(absolute) and not all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    rows = [[part for part in path.split("/") if part and part != "."] for path in paths]
    first, last = min(rows), max(rows)
    at = 0
    while at < len(first) and at < len(last) and first[at] == last[at]:
        at += 1
    return ("/" if absolute[0] else "") + "/".join(first[:at])


def expanduser(path):
    if isinstance(path, bytes):
        return _bytes(expanduser, path)
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        return _files.environ.get("HOME", "/home/user").rstrip("/") + path[1:] or "/"
    return path


def expandvars(path):
    if isinstance(path, bytes):
        return _bytes(expandvars, path)
    path = _text(path)
    if "$" not in path:
        return path
    variables = _files.environ
    made = ""
    at = 0
    while True:
        dollar = path.find("$", at)
        if dollar < 0:
            return made + path[at:]
        made += path[at:dollar]
        end = dollar + 1
        if path[end:end + 1] == "{":
            end = path.find("}", end) + 1
            name = path[dollar + 2:end - 1]
        else:
            while path[end:end + 1] == "_" or path[end:end + 1].isascii() and path[end:end + 1].isalnum():
                end += 1
            name = path[dollar + 1:end]
        if end > dollar + 1 and name in variables:
            made += variables[name]
            at = end
        else:
            made += "$"
            at = dollar + 1


# What is there.

def _kind(path):
    # Of what kind that is what is under the name or the number, or None.
    if not isinstance(path, (str, bytes, int)) and not hasattr(type(path), "__fspath__"):
        kind = type(path).__name__
        raise TypeError(f"stat: path should be string, bytes, os.PathLike or integer, not {kind}")
    try:
        if isinstance(path, int):
            opened = _files.by_number(path)
            return None if opened._disk_number is None else opened._kind
        return _files.kind(path)
    except (OSError, ValueError):
        return None


def exists(path):
    return _kind(path) is not None


lexists = exists


def isfile(path):
    return _kind(path) == "file"


def isdir(s):
    return _kind(s) == "folder"


def islink(path):
    _files.fspath(path)
    return False


def ismount(path):
    return abspath(path) == "/"


def _facts(path):
    # Kind, mode, number, owner and times.
    if isinstance(path, int):
        return _files._disk.facts_of(_files.by_number(path)._disk_number)
    return _files.facts(_files.fspath(path))


def getsize(filename):
    if isinstance(filename, int):
        return _files._disk.size_of(_files.by_number(filename)._disk_number)
    return _files.size(_files.fspath(filename))


def getmtime(filename):
    return _facts(filename)[5] / 1000000000


def getatime(filename):
    return _facts(filename)[4] / 1000000000


def getctime(filename):
    return _facts(filename)[6] / 1000000000


def samefile(f1, f2):
    return _facts(f1)[2] == _facts(f2)[2]


def sameopenfile(fp1, fp2):
    return _facts(fp1)[2] == _facts(fp2)[2]


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev
