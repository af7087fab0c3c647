# logging: filters and handlers.

import sys as _sys
import threading as _threading

from _logging_formats import NOTSET, WARNING, _checkLevel, _default_formatter, getLevelName


class Filter:
    __module__ = "logging"

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    __module__ = "logging"

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for filter in tuple(self.filters):
            passes = filter.filter(record) if hasattr(filter, "filter") else filter(record)
            if not passes:
                return False
        return True


# By name, and in the order in which they were made: what is in the list tells its handler when it is called.
_handlers = {}
_handlerList = []


class _Reference:
    def __init__(self, handler):
        self._handler = handler

    def __call__(self):
        return self._handler


class Handler(Filterer):
    __module__ = "logging"

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        # What the library itself writes is one text, which nobody can divide. The lock is for what the program does.
        self._lock = None
        for name in ("emit", "format", "handle", "createLock"):
            if not vm_defined_in_library(type(self), name):
                self.createLock()
                break
        _handlerList.append(_Reference(self))

    def get_name(self):
        return self._name

    def set_name(self, name):
        _handlers.pop(self._name, None)
        self._name = name
        if name:
            _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        if self._lock is None:
            self._lock = _threading.RLock()

    @property
    def lock(self):
        if self._lock is None:
            self.createLock()
        return self._lock

    @lock.setter
    def lock(self, lock):
        self._lock = lock

    def acquire(self):
        if self.lock:
            self.lock.acquire()

    def release(self):
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        passes = self.filter(record)
        if passes:
            if self._lock is None:
                self.emit(record)
            else:
                with self._lock:
                    self.emit(record)
        return passes

    def flush(self):
        pass

    def close(self):
        self._closed = True
        if self._name and _handlers.get(self._name) is self:
            _handlers.pop(self._name, None)
        for reference in _handlerList[:]:
            if reference() is self:
                try:
                    _handlerList.remove(reference)
                except ValueError:
                    # Somebody else was faster.
                    pass

    def handleError(self, record):
        if not vm_module("logging").raiseExceptions or not _sys.stderr:
            return
        error = vm_handled()
        text = "--- Logging error ---\n"
        if error is not None:
            text += vm_report(error)
        _sys.stderr.write(text + f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def __repr__(self):
        return f"<{self.__class__.__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    __module__ = "logging"

    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = _sys.stderr if stream is None else stream
        if not isinstance(self.stream, type(_sys.__stderr__)):
            self.createLock()

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            text = self.format(record)
            self.stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        if stream is self.stream:
            return None
        before = self.stream
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        if name:
            name += " "
        return f"<{self.__class__.__name__} {name}({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
    __module__ = "logging"

    # Writes to whatever is sys.stderr at the time.
    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return _sys.stderr


_defaultLastResort = _StderrHandler(WARNING)
_handlerList.clear()

if vm_mentioned(
    "FileHandler", "RotatingHandler", "filename=", "filename =", "'filename'", '"filename"', "__all__", "import *"
):
    import io as _io
    import os.path as _path

    class FileHandler(StreamHandler):
        __module__ = "logging"

        def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
            self.baseFilename = _path.abspath(filename)
            self.mode = mode
            self.encoding = encoding if "b" in mode else _io.text_encoding(encoding)
            self.errors = errors
            self.delay = delay
            self._builtin_open = _io.open
            if delay:
                Handler.__init__(self)
                self.stream = None
                self.createLock()
            else:
                StreamHandler.__init__(self, self._open())

        def _open(self):
            return self._builtin_open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

        def close(self):
            with self.lock:
                try:
                    if self.stream:
                        try:
                            self.flush()
                        finally:
                            stream = self.stream
                            self.stream = None
                            if hasattr(stream, "close"):
                                stream.close()
                finally:
                    StreamHandler.close(self)

        def emit(self, record):
            if self.stream is None and (self.mode != "w" or not self._closed):
                self.stream = self._open()
            if self.stream:
                StreamHandler.emit(self, record)

        def __repr__(self):
            return f"<{self.__class__.__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class NullHandler(Handler):
    __module__ = "logging"

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        pass
