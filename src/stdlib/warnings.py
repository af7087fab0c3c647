# warnings: what a program is told without being stopped. The machine does not say from which line warn() is called: the
# line is left out of what is printed, and what CPython says once a line ("default") is said once a text.

import sys

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings",
]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")

defaultaction = "default"
onceregistry = {}
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]

# What the program was told, for warn(); and how often the filters were changed.
_registry = {}
_version = 1


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        if lineno is not None:
            self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __getattr__(self, name):
        if name == "lineno":
            raise AttributeError("raddle does not know the line that a warning comes from")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __str__(self):
        lineno = self.__dict__.get("lineno")
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {lineno}, line : {self.line!r}}}"
        )


def showwarning(message, category, filename, lineno, file=None, line=None):
    _write(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    return _text(WarningMessage(message, category, filename, lineno, None, line))


_own_showwarning = showwarning
_own_formatwarning = formatwarning


def _text(told):
    lineno = told.__dict__.get("lineno")
    place = told.filename if lineno is None else f"{told.filename}:{lineno}"
    text = f"{place}: {told.category.__name__}: {told.message}\n"
    if told.line:
        text += f"  {told.line.strip()}\n"
    if told.source is not None:
        text += f"{told.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def _write(told):
    file = told.file
    if file is None:
        file = sys.stderr
    if formatwarning is _own_formatwarning:
        text = _text(told)
    else:
        lineno = told.__dict__.get("lineno")
        text = formatwarning(told.message, told.category, told.filename, lineno, told.line)
    file.write(text)


# What is done with a warning that is to be shown: catch_warnings may record it.
_show = _write


def _tell(told):
    if showwarning is _own_showwarning:
        _show(told)
        return
    if not callable(showwarning):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    lineno = told.__dict__.get("lineno")
    showwarning(told.message, told.category, told.filename, lineno, told.file, told.line)


# Filters.


def _changed():
    global _version
    _version += 1


_filters_mutated = _changed


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    pattern = module_pattern = None
    if message or module:
        import re

        if message:
            pattern = re.compile(message, re.I)
        if module:
            module_pattern = re.compile(module)
    _add((action, pattern, category, module_pattern, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _changed()


def resetwarnings():
    filters[:] = []
    _changed()


def _matches(item, text, category, module, lineno):
    _, message, wanted, wanted_module, wanted_line = item
    if message is not None:
        if message != text if isinstance(message, str) else not message.match(text):
            return False
    if not issubclass(category, wanted):
        return False
    if wanted_module is not None:
        if wanted_module != module if isinstance(wanted_module, str) else not wanted_module.match(module):
            return False
    if wanted_line == 0:
        return True
    if lineno is None:
        raise ValueError("raddle does not know the line that a warning comes from: a filter asks for it")
    return lineno == wanted_line


# Warnings.


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    _warn(message, category, vm_script(), None, "__main__", _registry, source)


def warn_explicit(
    message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None
):
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if isinstance(message, Warning):
        category = message.__class__
    _warn(message, category, filename, int(lineno), module, {} if registry is None else registry, source)


def _warn(message, category, filename, lineno, module, registry, source):
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    text = str(message) if isinstance(message, Warning) else message
    if not isinstance(message, Warning):
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = defaultaction
    for item in filters:
        if _matches(item, text, category, module, lineno):
            action = item[0]
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[(text, category)] = 1
    elif action == "module":
        registry[key] = 1
        if lineno is not None:
            if registry.get((text, category, 0)):
                return
            registry[(text, category, 0)] = 1
    elif action == "default":
        registry[key] = 1
    elif action != "always":
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item}")
    _tell(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        if module is not None:
            raise ValueError("raddle catches the warnings of the module warnings only")
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"{type(self).__name__}({'record=True' if self._record else ''})"

    def __enter__(self):
        global filters, showwarning, _show
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._kept = (filters, showwarning, _show)
        filters = filters[:]
        _changed()
        log = None
        if self._record:
            log = []
            _show = log.append
            showwarning = _own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning, _show
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters, showwarning, _show = self._kept
        _changed()
