# logging: loggers, handlers and formatters. There are no files here, and nobody knows the line that a record comes from.

import sys as _sys
import threading as _threading
import time as _time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_level_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_levels = {
    "CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0,
}
_start = vm_moment()
_PATH = vm_script()
_FILE = _PATH.rsplit("/", 1)[-1]
_TIMES = ("created", "msecs", "relativeCreated")
_UNKNOWN = ("funcName", "lineno")
raiseExceptions = True
logThreads = logProcesses = logMultiprocessing = True


def getLevelNamesMapping():
    return _levels.copy()


def getLevelName(level):
    name = _level_names.get(level)
    if name is None:
        name = _levels.get(level)
    return f"Level {level}" if name is None else name


def addLevelName(level, levelName):
    _level_names[level] = levelName
    _levels[levelName] = level


def _level(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _levels:
        raise ValueError(f"Unknown level: {level!r}")
    return _levels[level]


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.rsplit("/", 1)[-1]
        self.module = self.filename.rsplit(".", 1)[0]
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        if lineno is not None:
            self.lineno = lineno
        if func is not None:
            self.funcName = func
        self._moment = vm_moment()
        self.thread = _threading.get_ident()
        self.threadName = _threading.current_thread().name
        self.processName = "MainProcess"
        self.process = 4242

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


def _note_times(record):
    # Only now does somebody look at the clock: at what it said when the record was made.
    known = record.__dict__
    if "created" not in known:
        vm_clock()
        nanoseconds = known["_moment"]
        known["created"] = vm_epoch() + nanoseconds / 1000000000
        known["msecs"] = nanoseconds // 1000000 % 1000 + 0.0
        known["relativeCreated"] = (nanoseconds - _start) / 1000000


_factory = LogRecord


def setLogRecordFactory(factory):
    global _factory
    _factory = factory


def getLogRecordFactory():
    return _factory


def makeLogRecord(dict):
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


# Styles of formats: the fields that a format names, and how it is filled in.

def _percent_fields(text):
    fields = []
    at = text.find("%(")
    while at >= 0:
        end = text.find(")", at)
        if end < 0:
            break
        name = text[at + 2:end]
        rest = text[end + 1:].lstrip("#0+- ").lstrip("0123456789*").lstrip(".").lstrip("0123456789*")
        if name.replace("_", "a").isalnum() and rest[:1] and rest[0] in "diouxefgcrsa%":
            fields.append(name)
        at = text.find("%(", at + 2)
    return fields


def _brace_fields(text):
    fields = []
    rest = text.replace("{{", "").replace("}}", "")
    while "{" in rest:
        before, _, rest = rest.partition("{")
        field, closed, rest = rest.partition("}")
        if "}" in before or not closed:
            raise ValueError("invalid format: expected '}' before end of string")
        for letter in "!:.[":
            field = field.partition(letter)[0]
        if not field or field.isdigit():
            raise ValueError(f"invalid field name/expression: {field!r}")
        fields.append(field)
    if "}" in rest:
        raise ValueError("invalid format: Single '}' encountered in format string")
    return fields


def _dollar_parts(text):
    # Pieces of text and names of fields by turns.
    parts = []
    piece = ""
    at = 0
    while at < len(text):
        if text[at] != "$":
            piece += text[at]
            at += 1
            continue
        if text[at + 1:at + 2] == "$":
            piece += "$"
            at += 2
            continue
        start = at + 2 if text[at + 1:at + 2] == "{" else at + 1
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] == "_"):
            end += 1
        if end == start:
            raise ValueError("invalid format: bare '$' not allowed")
        parts.extend((piece, text[start:end]))
        piece = ""
        at = end + 1 if start == at + 2 else end
    parts.append(piece)
    return parts


class PercentStyle:
    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    _mark = "%"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults
        self._timed = any([name in self._fmt for name in _TIMES])

    def _fields(self):
        return _percent_fields(self._fmt)

    def usesTime(self):
        return self._fmt.find("%(asctime)") >= 0

    def validate(self):
        if not self._fields():
            raise ValueError(f"Invalid format '{self._fmt}' for '{self._mark}' style")

    def _fill(self, values):
        return self._fmt % values

    def format(self, record):
        if self._timed:
            _note_times(record)
        values = record.__dict__
        if self._defaults:
            values = self._defaults | values
        try:
            return self._fill(values)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


class StrFormatStyle(PercentStyle):
    default_format = "{message}"
    asctime_format = "{asctime}"
    _mark = "{"

    def _fields(self):
        return _brace_fields(self._fmt)

    def usesTime(self):
        return self._fmt.find("{asctime") >= 0

    def validate(self):
        if not self._fields():
            raise ValueError("invalid format: no fields")

    def _fill(self, values):
        return self._fmt.format(**values)


class StringTemplateStyle(PercentStyle):
    default_format = "${message}"
    asctime_format = "${asctime}"
    _mark = "$"

    def _fields(self):
        return _dollar_parts(self._fmt)[1::2]

    def usesTime(self):
        return "asctime" in self._fields()

    def validate(self):
        if not self._fields():
            raise ValueError("invalid format: no fields")

    def _fill(self, values):
        parts = _dollar_parts(self._fmt)
        parts[1::2] = [str(values[name]) for name in parts[1::2]]
        return "".join(parts)


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


class Formatter:
    converter = _time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError("Style must be one of: %s" % ",".join(_STYLES))
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt
        for name in _UNKNOWN:
            if name in self._style._fields() and name not in (defaults or ()):
                raise ValueError(f"raddle does not know the {name} of a record: leave it out of the format")

    def formatTime(self, record, datefmt=None):
        moment = type(self).converter(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        text = _time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        text = "NoneType: None" if ei[1] is None else vm_report(ei[1])
        return text[:-1] if text[-1:] == "\n" else text

    def formatStack(self, stack_info):
        return stack_info

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text += record.exc_text if text[-1:] == "\n" else "\n" + record.exc_text
        if record.stack_info:
            text += ("" if text[-1:] == "\n" else "\n") + self.formatStack(record.stack_info)
        return text


_default_formatter = Formatter()


class BufferingFormatter:
    def __init__(self, linefmt=None):
        self.linefmt = linefmt if linefmt else _default_formatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)


class Filter:
    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
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


_handlers = []


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _level(level)
        self.formatter = None
        # What the library itself writes is one text, which nobody can divide. The lock is for what the program does.
        self._lock = None
        for name in ("emit", "format", "handle"):
            if not vm_defined_in_library(type(self), name):
                self.createLock()
        _handlers.append(self)

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    name = property(get_name, set_name)

    def createLock(self):
        if self._lock is None:
            self._lock = _threading.RLock()

    @property
    def lock(self):
        self.createLock()
        return self._lock

    def acquire(self):
        self.lock.acquire()

    def release(self):
        self.lock.release()

    def setLevel(self, level):
        self.level = _level(level)

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
        if self in _handlers:
            _handlers.remove(self)

    def handleError(self, record):
        if not raiseExceptions or not _sys.stderr:
            return
        error = vm_handled()
        text = "--- Logging error ---\n"
        if error is not None:
            text += vm_report(error)
        _sys.stderr.write(text + f"Message: {record.msg!r}\nArguments: {record.args}\n")

    def __repr__(self):
        return f"<{self.__class__.__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
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


class _StderrHandler(Handler):
    # Writes to whatever is sys.stderr at the time.
    terminator = "\n"

    def emit(self, record):
        try:
            _sys.stderr.write(self.format(record) + self.terminator)
        except Exception:
            self.handleError(record)

    def __repr__(self):
        return f"<_StderrHandler {_sys.stderr.name} ({getLevelName(self.level)})>"


lastResort = _StderrHandler(WARNING)
_handlers.clear()


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        pass


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _level(level)

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
        record = _factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            known = record.__dict__
            for key in extra:
                if key in ("message", "asctime", "lineno", "funcName") or key in known:
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                setattr(record, key, extra[key])
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if stack_info:
            raise TypeError("raddle does not tell the stack of a record: leave stack_info out")
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = _sys.exc_info()
        self.handle(self.makeRecord(self.name, level, _PATH, None, msg, args, exc_info, None, extra))

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
            elif raiseExceptions and not _manager.emittedNoHandlerWarning:
                _sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
                _manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    # The classes of the library cannot be changed later, and these are made of them.
    @property
    def root(self):
        return root

    @property
    def manager(self):
        return _manager

    def isEnabledFor(self, level):
        return not self.disabled and _manager.disable < level and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        if root is not self:
            suffix = self.name + "." + suffix
        return _manager.getLogger(suffix)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
    def __init__(self, level):
        Logger.__init__(self, "root", level)


class Manager:
    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = None

    def getLogger(self, name):
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        loggers = self.loggerDict
        known = loggers.get(name)
        if known is not None:
            return known
        new = (self.loggerClass or _logger_class)(name)
        # Whoever is first puts it there, and gives it its place among the others.
        loggers.update()
        vm_atomic(True)
        try:
            known = loggers.setdefault(name, new)
            if known is new:
                self._place(new, name)
        finally:
            vm_atomic(False)
        return known

    def _place(self, new, name):
        parent = None
        above = name
        while parent is None and "." in above:
            above = above.rpartition(".")[0]
            parent = self.loggerDict.get(above)
        new.parent = parent or self.root
        for other in self.loggerDict.values():
            if other.name.startswith(name + ".") and len(other.parent.name if other.parent is not self.root else "") < len(name):
                other.parent = new

    def setLoggerClass(self, klass):
        self.loggerClass = _checked_class(klass)


_logger_class = Logger


def _checked_class(klass):
    if not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
    return klass


def setLoggerClass(klass):
    global _logger_class
    _logger_class = _checked_class(klass)


def getLoggerClass():
    return _logger_class


class handlers:
    # What the module logging.handlers shows: it needs the classes above, and is an attribute of this module.

    class QueueHandler(Handler):
        __module__ = "logging.handlers"
        __qualname__ = "QueueHandler"

        def __init__(self, queue):
            Handler.__init__(self)
            self.queue = queue
            self.listener = None

        def enqueue(self, record):
            self.queue.put_nowait(record)

        def prepare(self, record):
            text = self.format(record)
            record = makeLogRecord(record.__dict__)
            record.message = record.msg = text
            record.args = record.exc_info = record.exc_text = record.stack_info = None
            return record

        def emit(self, record):
            try:
                self.enqueue(self.prepare(record))
            except Exception:
                self.handleError(record)

    class QueueListener:
        __module__ = "logging.handlers"
        __qualname__ = "QueueListener"

        _sentinel = None

        def __init__(self, queue, *handlers, respect_handler_level=False):
            self.queue = queue
            self.handlers = handlers
            self._thread = None
            self.respect_handler_level = respect_handler_level

        def dequeue(self, block):
            return self.queue.get(block)

        def start(self):
            self._thread = thread = _threading.Thread(target=self._monitor)
            thread.daemon = True
            thread.start()

        def prepare(self, record):
            return record

        def handle(self, record):
            record = self.prepare(record)
            for handler in self.handlers:
                if not self.respect_handler_level or record.levelno >= handler.level:
                    handler.handle(record)

        def _monitor(self):
            counts = hasattr(self.queue, "task_done")
            while True:
                record = self.dequeue(True)
                if record is self._sentinel:
                    if counts:
                        self.queue.task_done()
                    break
                self.handle(record)
                if counts:
                    self.queue.task_done()

        def enqueue_sentinel(self):
            self.queue.put_nowait(self._sentinel)

        def stop(self):
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None

    class BufferingHandler(Handler):
        __module__ = "logging.handlers"
        __qualname__ = "BufferingHandler"

        def __init__(self, capacity):
            Handler.__init__(self)
            self.capacity = capacity
            self.buffer = []
            self.createLock()

        def shouldFlush(self, record):
            return len(self.buffer) >= self.capacity

        def emit(self, record):
            self.buffer.append(record)
            if self.shouldFlush(record):
                self.flush()

        def flush(self):
            with self.lock:
                self.buffer.clear()

        def close(self):
            try:
                self.flush()
            finally:
                Handler.close(self)

    class MemoryHandler(BufferingHandler):
        __module__ = "logging.handlers"
        __qualname__ = "MemoryHandler"

        def __init__(self, capacity, flushLevel=ERROR, target=None, flushOnClose=True):
            handlers.BufferingHandler.__init__(self, capacity)
            self.flushLevel = flushLevel
            self.target = target
            self.flushOnClose = flushOnClose

        def shouldFlush(self, record):
            return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

        def setTarget(self, target):
            with self.lock:
                self.target = target

        def flush(self):
            with self.lock:
                if self.target:
                    for record in self.buffer:
                        self.target.handle(record)
                    self.buffer.clear()

        def close(self):
            try:
                if self.flushOnClose:
                    self.flush()
            finally:
                with self.lock:
                    self.target = None
                    handlers.BufferingHandler.close(self)


root = RootLogger(WARNING)
_manager = Manager(root)


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def manager(self):
        return self.logger.manager

    @property
    def name(self):
        return self.logger.name

    def __repr__(self):
        logger = self.logger
        return f"<{self.__class__.__name__} {logger.name} ({getLevelName(logger.getEffectiveLevel())})>"


def _configure(handlers, stream, format, datefmt, style, level):
    if style not in _STYLES:
        raise ValueError("Style must be one of: %s" % ",".join(_STYLES))
    if handlers is None:
        handlers = [StreamHandler(stream)]
    formatter = Formatter(_STYLES[style][1] if format is None else format, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


_OPTIONS = ("force", "encoding", "errors", "handlers", "stream", "filename", "filemode", "format", "datefmt", "style", "level")


def basicConfig(**kwargs):
    # All of it at once: two threads that log first do not both make a handler.
    root.handlers.__imul__(1)
    vm_atomic(True)
    try:
        if kwargs.get("force"):
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        if kwargs.get("filename") is not None:
            if kwargs.get("stream") is not None:
                raise ValueError("'stream' and 'filename' should not be specified together")
            raise ValueError("raddle has no files to log to: leave filename out, and it is stderr")
        handlers = kwargs.get("handlers")
        if handlers is not None and kwargs.get("stream") is not None:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        unknown = [name for name in kwargs if name not in _OPTIONS]
        if unknown:
            raise ValueError("Unrecognised argument(s): " + ", ".join(unknown))
        get = kwargs.get
        _configure(handlers, get("stream"), get("format"), get("datefmt"), get("style", "%"), get("level"))
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
    _manager.disable = _level(level)


def shutdown(handlerList=_handlers):
    for handler in reversed(handlerList[:]):
        handler.flush()
        handler.close()
