# os.path: names of files as texts, as on POSIX. Nothing here looks whether there are such files.

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"

_HERE = "/home/user"


def split(p):
    cut = p.rfind("/") + 1
    head = p[:cut]
    bare = head.rstrip("/")
    return (bare if bare else head, p[cut:])


def basename(p):
    return p[p.rfind("/") + 1:]


def dirname(p):
    return split(p)[0]


def join(a, *p):
    for part in p:
        if part.startswith("/"):
            a = part
        elif not a or a.endswith("/"):
            a += part
        else:
            a += "/" + part
    return a


def splitext(p):
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    # A name that is all dots up to here is hidden, and has no extension.
    if dot > start and p[start:dot].strip("."):
        return (p[:dot], p[dot:])
    return (p, "")


def isabs(s):
    return s.startswith("/")


def normpath(path):
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
    return normpath(join(_HERE, path))


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    at = 0
    while at < len(first) and first[at] == last[at]:
        at += 1
    return first[:at]
