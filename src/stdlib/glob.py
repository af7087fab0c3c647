# glob: the files whose names match a pattern.

import fnmatch
import os

__all__ = ["escape", "glob", "iglob"]

_MAGIC = "*?["


def has_magic(s):
    return any([letter in s for letter in _MAGIC])


def escape(pathname):
    for letter in "[?*":
        pathname = pathname.replace(letter, "\0" + letter)
    parts = pathname.split("\0")
    return parts[0] + "".join([f"[{part[0]}]{part[1:]}" for part in parts[1:]])


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return [found for found in iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                                     include_hidden=include_hidden)]


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if dir_fd is not None:
        raise NotImplementedError("raddle opens no folders: glob has no dir_fd")
    pathname = os.fspath(pathname)
    root = "" if root_dir is None else os.fspath(root_dir)
    skips = recursive and pathname[:2] == "**"
    for found in _find(root, pathname, recursive, include_hidden):
        if skips and not found:
            # The folder itself has no name.
            skips = False
            continue
        yield found


def _find(root, pathname, recursive, hidden):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        there = os.path.join(root, pathname)
        if name and os.path.lexists(there) or not name and os.path.isdir(there):
            yield pathname
        return
    if not folder:
        yield from _names(root, "", name, recursive, hidden)
        return
    folders = _find(root, folder, recursive, hidden) if folder != pathname and has_magic(folder) else [folder]
    for known in folders:
        for found in _names(root, known, name, recursive, hidden):
            yield os.path.join(known, found)


def _names(root, folder, pattern, recursive, hidden):
    # The names in the folder that match the last part of a pattern.
    there = os.path.join(root, folder)
    if not has_magic(pattern):
        if os.path.lexists(os.path.join(there, pattern)) if pattern else os.path.isdir(there):
            yield pattern
        return
    if recursive and pattern == "**":
        if not there or os.path.isdir(there):
            yield ""
            yield from _below(there, hidden)
        return
    names = _listed(there)
    if not hidden and pattern[0] != ".":
        names = [name for name in names if name[0] != "."]
    yield from fnmatch.filter(names, pattern)


def _listed(folder):
    try:
        return os.listdir(folder or os.curdir)
    except OSError:
        return []


def _below(folder, hidden):
    for name in _listed(folder):
        if hidden or name[0] != ".":
            yield name
            for found in _below(os.path.join(folder, name), hidden):
                yield os.path.join(name, found)
