# fnmatch: names of files against patterns of the shell: * ? [seq] [!seq].

import _files
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(_files.fspath(name), _files.fspath(pat))


def fnmatchcase(name, pat):
    return _compiled(pat).match(name) is not None


def filter(names, pat):
    match = _compiled(pat).match
    return [name for name in names if match(name) is not None]


def _compiled(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1"))
    return re.compile(translate(pat))


def translate(pat):
    # The regular expression of a pattern: pieces between stars, of which each but the last is taken where it comes first.
    pieces = [[]]
    at = 0
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == "*":
            if len(pieces) == 1 or pieces[-1]:
                pieces.append([])
        elif letter == "?":
            pieces[-1].append(".")
        elif letter == "[":
            text, at = _set(pat, at)
            pieces[-1].append(text)
        else:
            pieces[-1].append(re.escape(letter))
    texts = ["".join(piece) for piece in pieces]
    made = texts[0]
    if len(texts) > 1:
        for text in texts[1:-1]:
            made += f"(?>.*?{text})"
        made += ".*" + texts[-1]
    return rf"(?s:{made})\Z"


def _set(pat, at):
    # What [ ] at that place becomes, and where the pattern goes on.
    end = at
    if pat[end:end + 1] == "!":
        end += 1
    if pat[end:end + 1] == "]":
        end += 1
    end = pat.find("]", end)
    if end < 0:
        return ("\\[", at)
    inner = pat[at:end]
    if "-" in inner:
        inner = _ranges(inner)
    else:
        inner = inner.replace("\\", r"\\")
    inner = re.sub(r"([&~|])", r"\\\1", inner)
    if not inner:
        return ("(?!)", end + 1)
    if inner == "!":
        return (".", end + 1)
    if inner[0] == "!":
        inner = "^" + inner[1:]
    elif inner[0] in "^[":
        inner = "\\" + inner
    return (f"[{inner}]", end + 1)


def _ranges(inner):
    # Without the ranges that have nothing in them.
    chunks = []
    start = 0
    at = 2 if inner[0] == "!" else 1
    while True:
        at = inner.find("-", at)
        if at < 0:
            break
        chunks.append(inner[start:at])
        start = at + 1
        at += 3
    if inner[start:]:
        chunks.append(inner[start:])
    elif chunks:
        chunks[-1] += "-"
    for place in range(len(chunks) - 1, 0, -1):
        if chunks[place - 1][-1] > chunks[place][0]:
            chunks[place - 1] = chunks[place - 1][:-1] + chunks[place][1:]
            del chunks[place]
    return "-".join([chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks])
