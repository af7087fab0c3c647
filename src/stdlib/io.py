# io: files in the machine's memory, and texts and bytes that behave like files.

import _files
from _io_base import (
    DEFAULT_BUFFER_SIZE, BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation, as_index as _index,
)
from _io_buffered import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter, FileIO
from _io_decoding import IncrementalNewlineDecoder
from _io_memory import BytesIO, StringIO
from _io_text import TextIOWrapper

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "IncrementalNewlineDecoder", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]

# The size of a block of the file system.
_BLOCK = 4096


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, (str, bytes, int)):
        if not hasattr(type(file), "__fspath__"):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
        file = _files.text_of(file)
    for name, value in (("mode", mode), ("encoding", encoding), ("errors", errors), ("newline", newline)):
        if not isinstance(value, str) and (value is not None or name == "mode"):
            kind = "str" if name == "mode" else "str or None"
            given = "None" if value is None else type(value).__name__
            raise TypeError(f"open() argument '{name}' must be {kind}, not {given}")
    buffering = _index(buffering)
    letters = set(mode)
    if letters - set("rwaxbt+") or len(letters) < len(mode):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in letters
    if binary and "t" in letters:
        raise ValueError("can't have text and binary mode at once")
    kinds = letters & set("rwax")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, kinds.pop() + ("+" if "+" in letters else ""), closefd, opener)
    try:
        line_buffering = buffering == 1 and not binary
        if buffering == 0:
            if binary:
                return raw
            raise ValueError("can't have unbuffered text I/O")
        if buffering < 2:
            # The size of a block of the file system; texts wait in pieces of DEFAULT_BUFFER_SIZE in front of it.
            buffering = _BLOCK
        if "+" in letters:
            buffer = BufferedRandom(raw, buffering)
        else:
            buffer = BufferedReader(raw, buffering) if "r" in letters else BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        text.mode = mode
        return text
    except BaseException:
        raw.close()
        raise


def open_code(path):
    return open(path, "rb")
