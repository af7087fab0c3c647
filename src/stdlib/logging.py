# logging: records, loggers and what the module does for all of them; nobody knows the line that a record comes from.
# Handlers are in _logging_handling.py, formats in _logging_formats.py and _logging_styles.py.

import sys as _sys
import threading as _threading

from _logging_formats import (
    BASIC_FORMAT,
    CRITICAL,
    DEBUG,
    ERROR,
    FATAL,
    INFO,
    NOTSET,
    WARN,
    WARNING,
    _STYLES,
    _TIMES,
    BufferingFormatter,
    Formatter,
    PercentStyle,
    _checkLevel,
    _check_style,
    _default_formatter,
    _levelToName,
    _nameToLevel,
    _note_times,
    addLevelName,
    getLevelName,
    getLevelNamesMapping,
)
from _logging_handling import (
    Filter,
    Filterer,
    Handler,
    NullHandler,
    StreamHandler,
    _Reference,
    _StderrHandler,
    _defaultLastResort,
    _handlerList,
    _handlers,
)

__all__ = [
    "BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "Filter", "Formatter", "Handler", "INFO",
    "LogRecord", "Logger", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName",
    "basicConfig", "critical", "debug", "disable", "error", "exception", "fatal", "getLevelName", "getLogger",
    "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning", "getLogRecordFactory",
    "setLogRecordFactory", "lastResort", "raiseExceptions", "getLevelNamesMapping",
]

if vm_mentioned("'{'", '"{"', "'$'", '"$"', "StrFormatStyle", "StringTemplateStyle", "fileConfig"):
    from _logging_styles import StrFormatStyle, StringTemplateStyle

    _STYLES["{"] = (StrFormatStyle, "{levelname}:{name}:{message}")
    _STYLES["$"] = (StringTemplateStyle, "${levelname}:${name}:${message}")

if vm_mentioned("Adapter", "__all__", "import *"):
    from _logging_adapter import LoggerAdapter

    __all__.append("LoggerAdapter")

if vm_mentioned(
    "FileHandler", "RotatingHandler", "filename=", "filename =", "'filename'", '"filename"', "__all__", "import *"
):
    from _logging_handling import FileHandler

    __all__.append("FileHandler")

lastResort = _defaultLastResort
_PATH = vm_script()
raiseExceptions = True
logThreads = logProcesses = logMultiprocessing = True


# What the library does is whole without it; it is there for programs that change several things at once.
_lock = None


def _acquireLock():
    global _lock
    if _lock is None:
        _lock = _threading.RLock()
    _lock.acquire()


def _releaseLock():
    if _lock is not None:
        _lock.release()


def _at_process():
    return "MainProcess"


if vm_mentioned("multiprocessing", "ProcessPool"):
    def _at_process():
        current = getattr(vm_module("multiprocessing.process"), "current_process", None)
        return "MainProcess" if current is None else current().name


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and args[0] and (isinstance(args[0], dict) or hasattr(type(args[0]), "keys")):
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        if isinstance(pathname, str):
            self.filename = pathname.rsplit("/", 1)[-1]
            self.module = self.filename.rsplit(".", 1)[0]
        else:
            self.filename = pathname
            self.module = "Unknown module"
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        if lineno is not None:
            self.lineno = lineno
        if func is not None:
            self.funcName = func
        self._moment = vm_moment()
        self.thread = _threading.get_ident() if logThreads else None
        self.threadName = _threading.current_thread().name if logThreads else None
        self.processName = _at_process() if logMultiprocessing else None
        self.process = vm_process() if logProcesses else None

    def __repr__(self):
        line = getattr(self, "lineno", None)
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {line}, "{self.msg}">'

    def __getattr__(self, name):
        if name not in _TIMES or "_moment" not in self.__dict__:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        _note_times(self)
        return self.__dict__[name]

    def getMessage(self):
        message = str(self.msg)
        return message % self.args if self.args else message


_logRecordFactory = LogRecord


def setLogRecordFactory(factory):
    global _logRecordFactory
    _logRecordFactory = factory


def getLogRecordFactory():
    return _logRecordFactory


def makeLogRecord(dict):
    record = _logRecordFactory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class PlaceHolder:
    # Stands for a logger that nobody asked for and that would have others below it.
    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap.setdefault(alogger, None)


class Manager:
    def __init__(self, rootnode):
        self.root = rootnode
        self._disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = None
        self.logRecordFactory = None

    @property
    def disable(self):
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        loggers = self.loggerDict
        known = loggers.get(name)
        if known is not None and type(known) is not PlaceHolder:
            return known
        new = (self.loggerClass or _loggerClass)(name)
        # Whoever is first puts it there, and gives it its place among the others.
        loggers.update()
        vm_atomic(True)
        try:
            known = loggers.get(name)
            if known is not None and type(known) is not PlaceHolder:
                return known
            loggers[name] = new
            new.manager = self
            if known is not None:
                self._fixupChildren(known, new)
            self._fixupParents(new)
        finally:
            vm_atomic(False)
        return new

    def _fixupParents(self, alogger):
        above = alogger.name
        parent = None
        while parent is None and "." in above:
            above = above.rpartition(".")[0]
            known = self.loggerDict.get(above)
            if known is None:
                self.loggerDict[above] = PlaceHolder(alogger)
            elif type(known) is PlaceHolder:
                known.append(alogger)
            else:
                parent = known
        alogger.parent = parent or self.root

    def _fixupChildren(self, ph, alogger):
        for child in ph.loggerMap:
            if not child.parent.name.startswith(alogger.name):
                alogger.parent = child.parent
                child.parent = alogger

    def setLoggerClass(self, klass):
        self.loggerClass = _checked_class(klass)

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory


def _exception_of(exc_info):
    if isinstance(exc_info, BaseException):
        return (type(exc_info), exc_info, exc_info.__traceback__)
    return exc_info if isinstance(exc_info, tuple) else _sys.exc_info()


def _log_it(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    if exc_info:
        exc_info = _exception_of(exc_info)
    self.handle(self.makeRecord(self.name, level, _PATH, None, msg, args, exc_info, None, extra))


if vm_mentioned("lineno", "funcName", "stack_info", "stacklevel", "findCaller"):

    def _log_it(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if exc_info:
            exc_info = _exception_of(exc_info)
        path, line, name, stack = self.findCaller(stack_info, stacklevel)
        self.handle(self.makeRecord(self.name, level, path, line, msg, args, exc_info, name, extra, stack))


if vm_mentioned("stack_info"):
    import traceback as _traceback

    def _stack_text():
        return "Stack (most recent call last):\n" + "".join(_traceback.format_stack()).rstrip("\n")


class Logger(Filterer):
    manager = Manager(None)

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            known = record.__dict__
            for key in extra:
                if key in ("message", "asctime", "lineno", "funcName") or key in known:
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                setattr(record, key, extra[key])
        return record

    _log = _log_it

    def findCaller(self, stack_info=False, stacklevel=1):
        line, name = vm_caller(stacklevel) or (0, "(unknown function)")
        return _PATH, line, name, _stack_text() if stack_info else None

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        logger = self
        found = False
        while logger is not None:
            for handler in tuple(logger.handlers):
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found:
            if lastResort:
                if record.levelno >= lastResort.level:
                    lastResort.handle(record)
            elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
                _sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
                self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    # The classes of the library cannot be changed later, and this one is made of them.
    @property
    def root(self):
        return root

    def isEnabledFor(self, level):
        return not self.disabled and self.manager._disable < level and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        if root is not self:
            suffix = self.name + "." + suffix
        return self.manager.getLogger(suffix)

    def __reduce__(self):
        if getLogger(self.name) is not self:
            raise _not_pickled("logger cannot be pickled")
        return getLogger, (self.name,)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    def __init__(self, level):
        Logger.__init__(self, "root", level)

    def __reduce__(self):
        return getLogger, ()


_loggerClass = Logger


def _checked_class(klass):
    if not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
    return klass


def setLoggerClass(klass):
    global _loggerClass
    _loggerClass = _checked_class(klass)


def getLoggerClass():
    return _loggerClass


root = RootLogger(WARNING)
_manager = Logger.manager
_manager.root = root
_not_pickled = TypeError
if vm_mentioned("pickle", "multiprocessing"):
    from pickle import PicklingError as _not_pickled


def _configured_handlers(options):
    handlers = options.pop("handlers", None)
    if handlers is None:
        if "stream" in options and "filename" in options:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in options or "filename" in options:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    errors = options.pop("errors", "backslashreplace")
    encoding = options.pop("encoding", None)
    if handlers is not None:
        return handlers
    filename = options.pop("filename", None)
    mode = options.pop("filemode", "a")
    if not filename:
        return [StreamHandler(options.pop("stream", None))]
    return [FileHandler(filename, mode, encoding=encoding, errors=None if "b" in mode else errors)]


def basicConfig(**kwargs):
    # All of it at once: two threads that log first do not both make a handler.
    root.handlers.__imul__(1)
    vm_atomic(True)
    try:
        if kwargs.pop("force", False):
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = _configured_handlers(kwargs)
        datefmt = kwargs.pop("datefmt", None)
        style = kwargs.pop("style", "%")
        _check_style(style)
        formatter = Formatter(kwargs.pop("format", _STYLES[style][1]), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))
    finally:
        vm_atomic(False)


def getLogger(name=None):
    if not name or isinstance(name, str) and name == root.name:
        return root
    return _manager.getLogger(name)


def critical(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    critical(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    root.manager.disable = level


def shutdown(handlerList=_handlerList):
    for reference in reversed(handlerList[:]):
        try:
            handler = reference()
            if handler:
                _end(handler)
        except:
            if raiseExceptions:
                raise


def _end(handler):
    # A handler that never needed a lock does not get one now.
    if isinstance(handler, Handler) and handler._lock is None and vm_defined_in_library(type(handler), "acquire"):
        handler.flush()
        handler.close()
        return
    try:
        handler.acquire()
        handler.flush()
        handler.close()
    except (OSError, ValueError):
        pass
    finally:
        handler.release()


if vm_mentioned("flush", "close", "Handler)", "handlers", "FileHandler", "Config"):
    import atexit as _atexit

    _atexit.register(shutdown)

if vm_mentioned("logging.weakref"):
    class weakref:
        # Handlers stay until they are closed.
        ref = _Reference

if vm_mentioned("captureWarnings", "__all__", "import *"):
    import warnings as _warnings

    __all__.append("captureWarnings")
    _warnings_showwarning = None

    def _showwarning(message, category, filename, lineno, file=None, line=None):
        if file is not None:
            if _warnings_showwarning is not None:
                _warnings_showwarning(message, category, filename, lineno, file, line)
            return
        text = _warnings.formatwarning(message, category, filename, lineno, line)
        logger = getLogger("py.warnings")
        if not logger.handlers:
            logger.addHandler(NullHandler())
        logger.warning(str(text))

    def captureWarnings(capture):
        global _warnings_showwarning
        if capture and _warnings_showwarning is None:
            _warnings_showwarning = _warnings.showwarning
            _warnings.showwarning = _showwarning
        elif not capture and _warnings_showwarning is not None:
            _warnings.showwarning = _warnings_showwarning
            _warnings_showwarning = None

if False:
    # They are there once somebody has imported them.
    handlers = config = None
