# traceback: what the interpreter prints of exceptions, in parts. The machine has no frames to look at: there is no way
# to the stack of a thread that has raised nothing, and lines come from the text of a traceback.

import sys

__all__ = [
    "extract_tb", "format_exception", "format_exception_only", "format_list", "format_tb", "print_exc", "format_exc",
    "print_exception", "print_tb", "FrameSummary", "StackSummary", "TracebackException", "print_list",
]

_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
_SHOWN = 3


class _Nothing:
    def __repr__(self):
        return "<implicit>"


_nothing = _Nothing()


class _Carrier(BaseException):
    # Takes a traceback to where it is written.
    pass


class FrameSummary:
    def __init__(
        self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
        end_colno=None,
    ):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._line = line
        # The marks below the line.
        self._marks = ""

    @property
    def line(self):
        # There are no files to look for a line in.
        if self._line is None:
            return None if self.lineno is None else ""
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (
                self.filename == other.filename and self.lineno == other.lineno and self.name == other.name
                and self.locals == other.locals
            )
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4


class StackSummary(list):
    @classmethod
    def from_list(klass, a_list):
        result = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f"    {frame_summary.line}\n{frame_summary._marks}"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        result = []
        last = None
        count = 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                if count > _SHOWN:
                    result.append(_repeated(count - _SHOWN))
                last = place
                count = 0
            count += 1
            if count <= _SHOWN:
                result.append(text)
        if count > _SHOWN:
            result.append(_repeated(count - _SHOWN))
        return result


def _repeated(more):
    return f"  [Previous line repeated {more} more time{'' if more == 1 else 's'}]\n"


def _stack(tb, limit):
    stack = StackSummary()
    if tb is None:
        return stack
    lines = vm_traceback_text(_Carrier().with_traceback(tb)).split("\n")
    # Without the headline, and the line of the carrier with what is behind it.
    for line in lines[1:-2]:
        if line.startswith('  File "'):
            filename, _, rest = line[8:].rpartition('", line ')
            number, _, name = rest.partition(", in ")
            stack.append(FrameSummary(filename, int(number), name))
        elif line.startswith("  [Previous line repeated "):
            stack.extend([stack[-1]] * int(line.split()[3]))
        elif stack[-1]._line is None:
            stack[-1]._line = line[4:]
        else:
            stack[-1]._marks += line + "\n"
    if limit is not None:
        if limit >= 0:
            del stack[limit:]
        else:
            del stack[:limit]
    return stack


class TracebackException:
    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
        compact=False, _seen=None,
    ):
        if capture_locals:
            raise ValueError("raddle's tracebacks have no frames: their local variables cannot be captured")
        # Which exceptions are on their way to be shown: a circle ends where it began.
        seen = _seen if _seen is not None else []
        seen.append(exc_value)
        self.stack = _stack(exc_traceback, limit)
        self.exc_type = exc_type
        self._str = _text_of(exc_value, "exception", str)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        self.__cause__ = self.__context__ = None
        self.__suppress_context__ = False if exc_value is None else exc_value.__suppress_context__
        if exc_value is None:
            return
        options = {"limit": limit, "_seen": seen}
        cause = exc_value.__cause__
        if cause is not None and not _is_among(cause, seen):
            self.__cause__ = TracebackException(type(cause), cause, cause.__traceback__, **options)
        context = exc_value.__context__
        needed = not compact or self.__cause__ is None and not exc_value.__suppress_context__
        if context is not None and needed and not _is_among(context, seen):
            self.__context__ = TracebackException(type(context), context, context.__traceback__, **options)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield _last_line(None, self._str)
            return
        module = self.exc_type.__module__
        name = self.exc_type.__qualname__
        if module not in ("__main__", "builtins"):
            name = f"{module if isinstance(module, str) else '<unknown>'}.{name}"
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _last_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _text_of(note, "note", str).split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield _text_of(notes, "__notes__", repr) + "\n"

    def _format_syntax_error(self, name):
        suffix = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        if self.lineno is not None and self.text is not None:
            whole = self.text.rstrip("\n")
            shown = whole.lstrip(" \n\f")
            yield f"    {shown}\n"
            if self.offset is not None:
                offset = self.offset
                end = self.end_offset if self.end_offset not in (None, 0) else offset
                if offset == end or end == -1:
                    end = offset + 1
                begin = offset - 1 - (len(whole) - len(shown))
                if begin >= 0:
                    space = "".join([letter if letter.isspace() else " " for letter in shown[:begin]])
                    yield f"    {space}{'^' * (end - offset)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{suffix}\n"

    def format(self, *, chain=True):
        links = [(self, None)]
        while chain:
            last = links[-1][0]
            if last.__cause__ is not None:
                links.append((last.__cause__, _CAUSE))
            elif last.__context__ is not None and not last.__suppress_context__:
                links.append((last.__context__, _CONTEXT))
            else:
                break
        for one, words in reversed(links):
            yield from one._format_one()
            if words is not None:
                yield words

    def _format_one(self):
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True):
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end="")


def _is_among(value, seen):
    for one in seen:
        if one is value:
            return True
    return False


def _text_of(value, what, function):
    try:
        return function(value)
    except BaseException:
        return f"<{what} {function.__name__}() failed>"


def _last_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


def _value_and_tb(exc, value, tb):
    if (value is _nothing) != (tb is _nothing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _nothing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def print_exception(exc, /, value=_nothing, tb=_nothing, limit=None, file=None, chain=True):
    value, tb = _value_and_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_nothing, tb=_nothing, limit=None, chain=True):
    value, tb = _value_and_tb(exc, value, tb)
    return [*TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain)]


def format_exception_only(exc, /, value=_nothing):
    if value is _nothing:
        value = exc
    return [*TracebackException(type(value), value, None, compact=True).format_exception_only()]


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def extract_tb(tb, limit=None):
    return _stack(tb, limit)


def extract_stack(f=None, limit=None):
    stack = _stack(vm_stack(), None if limit is None else -limit)
    for summary in stack:
        # Frames that run know their lines, and no more.
        summary._marks = ""
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file=file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    if file is None:
        file = sys.stderr
    for line in format_list(extracted_list):
        print(line, file=file, end="")


def format_tb(tb, limit=None):
    return _stack(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(_stack(tb, limit), file=file)
