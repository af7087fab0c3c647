# _re_search: where in a text an expression is tried.

from _re_compiler import ANYTHING, END, WIDE, Compiler, parts_of
from _re_parser import FULL, width


def _no_skip(least):
    return lambda s, i, n: i if i + least <= n else -1


def _find_skip(text, least):
    def skip(s, i, n):
        return s.find(text, i) if i + least <= n else -1

    return skip


def _index_skip(code, least):
    def skip(s, i, n):
        if i + least > n:
            return -1
        try:
            return s.index(code, i)
        except ValueError:
            return -1

    return skip


def _scan_skip(scan, least):
    def skip(s, i, n):
        i = scan(s, i, n)
        return i if i + least <= n and i < n else -1

    return skip


def _begin_skip(least):
    return lambda s, i, n: i if i == 0 and least <= n else -1


def _line_skip(least):
    def skip(s, i, n):
        if i:
            i = s.find(10, i - 1) + 1
            if not i:
                return -1
        return i if i + least <= n else -1

    return skip


def _skip(compiler, parts, mask, least):
    # Where the next attempt is worth while.
    begins = parts[0] if parts else ("none",)
    if begins[0] == "at" and begins[1] == "begin":
        return _begin_skip(least)
    if begins[0] == "at" and begins[1] == "line_begin" and not compiler.wide:
        return _line_skip(least)
    if begins[0] == "str" or begins[0] == "lit":
        codes = begins[1] if begins[0] == "str" else begins[1:]
        if compiler.wide:
            return _index_skip(codes[0], least)
        return (lambda s, i, n: -1) if max(codes) > 255 else _find_skip(bytes(codes), least)
    if mask & END or mask & FULL == FULL:
        return _no_skip(least)
    if compiler.wide:
        # Beyond Latin-1, the attempt says whether it is one of the set.
        return _scan_skip(compiler.scan(("set", FULL ^ mask & FULL, None if mask & WIDE else True)), least)
    if not mask:
        return lambda s, i, n: -1
    only = compiler.only(mask)
    if only is not None:
        return _find_skip(bytes([only]), least)
    return _scan_skip(compiler.scan(("set", FULL ^ mask & FULL, True)), least)


def make(node, count, wide, mode):
    # The functions that try at a place, and that look for a place. Both give None, or where the match begins and ends,
    # where its groups do, and the group that was closed last. `mode`: "search", "full" up to the end of the text, or
    # "advance" with more than an empty text.
    compiler = Compiler(count, wide)
    if mode == "full":
        whole = ("seq", (node, ("at", "string_end")))
    else:
        whole = ("seq", (node, ("advance",))) if mode == "advance" else node
    entry = compiler.build(whole, None, ANYTHING, True, False)
    least = width(node)[0]
    skip = _skip(compiler, parts_of(node), compiler.first(whole, ANYTHING), least)
    ends = 2 * count + 2
    blank = (-1,) * (3 * count)

    def attempt(s, i, n):
        if i + least > n:
            return None
        g = [0, n, *blank, i]
        j = entry(s, i, g)
        if j < 0:
            return None
        return (i, j, *g[2:ends], g[0])

    if not count:
        def search(s, i, n):
            g = [0, n, i]
            while True:
                i = skip(s, i, n)
                if i < 0:
                    return None
                g[2] = i
                j = entry(s, i, g)
                if j >= 0:
                    return (i, j, 0)
                i += 1
    else:
        def search(s, i, n):
            while True:
                i = skip(s, i, n)
                if i < 0:
                    return None
                g = [0, n, *blank, i]
                j = entry(s, i, g)
                if j >= 0:
                    return (i, j, *g[2:ends], g[0])
                i += 1

    return (attempt, search)
