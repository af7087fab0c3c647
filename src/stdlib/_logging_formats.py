# logging: the names of levels, and how a record becomes a text. (logging.py is the module itself.)

import time as _time

_start = vm_moment()
_TIMES = ("created", "msecs", "relativeCreated")


def _note_times(record):
    # Only now does somebody look at the clock: at what it said when the record was made.
    known = record.__dict__
    if "created" not in known:
        vm_clock()
        nanoseconds = known["_moment"]
        known["created"] = vm_epoch() + nanoseconds / 1000000000
        known["msecs"] = nanoseconds // 1000000 % 1000 + 0.0
        known["relativeCreated"] = (nanoseconds - _start) / 1000000


# A style of formats: the fields that a format names, and how it is filled in. Two more are in _logging_styles.py.

def _behind_width(text, at):
    # A star or a number.
    if text[at:at + 1] == "*":
        return at + 1
    while text[at:at + 1].isdigit():
        at += 1
    return at


def _percent_fields(text):
    fields = []
    at = text.find("%(")
    while at >= 0:
        end = text.find(")", at)
        if end < 0:
            break
        name = text[at + 2:end]
        end += 1
        while text[end:end + 1] and text[end] in "#0+- ":
            end += 1
        end = _behind_width(text, end)
        if text[end:end + 1] == "." and (text[end + 1:end + 2] == "*" or text[end + 1:end + 2].isdigit()):
            end = _behind_width(text, end + 1)
        if name.replace("_", "a").isalnum() and text[end:end + 1] and text[end] in "diouxefgcrsaDIOUXEFGCRSA%":
            fields.append(name)
        at = text.find("%(", at + 2)
    return fields


class PercentStyle:
    __module__ = "logging"
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

    def _format(self, values):
        return self._fmt % values

    def format(self, record):
        if self._timed:
            _note_times(record)
        values = record.__dict__
        if self._defaults:
            values = self._defaults | values
        try:
            return self._format(values)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}")


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {"%": (PercentStyle, BASIC_FORMAT)}

def _check_style(style):
    if style not in _STYLES:
        raise ValueError("Style must be one of: %,{,$")


class Formatter:
    __module__ = "logging"
    converter = _time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        _check_style(style)
        self._style = _STYLES[style][0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def _converter(self):
        # The functions of `time` are not bound to an object, a function of the program in a class is.
        if "converter" in self.__dict__:
            return self.__dict__["converter"]
        converter = type(self).converter
        return self.converter if getattr(converter, "__module__", None) != "time" else converter

    def formatTime(self, record, datefmt=None):
        moment = self._converter()(record.created)
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
    __module__ = "logging"

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


# Levels.

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_levelToName = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_nameToLevel = {
    "CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0,
}


def getLevelNamesMapping():
    return _nameToLevel.copy()


def getLevelName(level):
    name = _levelToName.get(level)
    if name is None:
        name = _nameToLevel.get(level)
    return f"Level {level}" if name is None else name


def addLevelName(level, levelName):
    _levelToName.update()
    vm_atomic(True)
    try:
        _levelToName[level] = levelName
        _nameToLevel[levelName] = level
    finally:
        vm_atomic(False)


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _nameToLevel:
        raise ValueError(f"Unknown level: {level!r}")
    return _nameToLevel[level]


if vm_mentioned("__all__"):
    for _function in (getLevelNamesMapping, getLevelName, addLevelName):
        _function.__module__ = "logging"
