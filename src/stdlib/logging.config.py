# logging.config: loggers, handlers and formatters as a dictionary or a file describes them. A class that the description
# names is looked for in the modules that the program has loaded. Nobody listens for descriptions on a socket.

import logging as _logging
import logging.handlers as _handlers

DEFAULT_LOGGING_CONFIG_PORT = _handlers.DEFAULT_TCP_LOGGING_PORT + 10


def _module(name):
    found = vm_module(name)
    if found is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return found


def _resolve(name):
    first, *rest = name.split(".")
    used = first
    found = _module(first)
    for part in rest:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            _module(used)
            found = getattr(found, part)
    return found


def _is_identifier(text):
    return isinstance(text, str) and text.isidentifier() and text.isascii()


def _word(text):
    # A word with room around it, and what follows.
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:].lstrip()


def _copied(value):
    if isinstance(value, dict):
        return {key: _copied(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_copied(part) for part in value]
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple([_copied(part) for part in value])
    return value


def _clearExistingHandlers():
    _logging._handlers.clear()
    _logging.shutdown(_logging._handlerList[:])
    _logging._handlerList.clear()


def _children_of(name, existing):
    return [other for other in existing if other.startswith(name + ".")]


def _handle_existing_loggers(existing, child_loggers, disable_existing):
    # Loggers that the description does not name are put out of use; those below a named one start afresh.
    loggers = _logging.root.manager.loggerDict
    for name in existing:
        logger = loggers[name]
        if isinstance(logger, _logging.PlaceHolder):
            continue
        if name in child_loggers:
            logger.setLevel(_logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable_existing


class BaseConfigurator:
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(_module)

    def __init__(self, config):
        # The caller's dictionary stays as it is.
        self.config = _copied(config)

    def resolve(self, s):
        first, *rest = s.split(".")
        used = first
        try:
            found = self.importer(first)
            for part in rest:
                used += "." + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, part)
            return found
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        name, rest = _word(value)
        if not name:
            raise ValueError(f"Unable to convert {value!r}")
        found = self._take(self.config, name)
        while rest:
            at = rest
            name, rest = _word(rest[1:])
            closed = rest.startswith("]")
            if not name or at[0] not in ".[" or at[0] == "[" and not closed:
                raise ValueError(f"Unable to convert {value!r} at {at!r}")
            if at[0] == "[":
                rest = rest[1:].lstrip()
                if name.isdigit():
                    try:
                        found = self._take(found, int(name))
                        continue
                    except (TypeError, KeyError):
                        pass
            found = self._take(found, name)
        return found

    def _take(self, container, key):
        # What the texts ext://… and cfg://… stand for takes their place.
        value = container[key]
        if isinstance(value, str):
            converted = self.convert(value)
            if converted is not value and isinstance(container, (dict, list)):
                container[key] = converted
            return converted
        return value

    def _get(self, container, key, default=None):
        return self._take(container, key) if key in container else default

    def convert(self, value):
        if isinstance(value, str) and "://" in value:
            prefix, _, suffix = value.partition("://")
            converter = self.value_converters.get(prefix)
            return getattr(self, converter)(suffix) if converter else value
        return value

    def _converted(self, value):
        if isinstance(value, dict):
            return {key: self._converted(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._converted(part) for part in value]
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return tuple([self._converted(part) for part in value])
        return self.convert(value)

    def _options(self, config):
        return {key: self._converted(config[key]) for key in config if _is_identifier(key)}

    def configure_custom(self, config):
        factory = self.convert(config.pop("()"))
        if not callable(factory):
            factory = self.resolve(factory)
        properties = config.pop(".", None)
        result = factory(**self._options(config))
        self._set_properties(result, properties)
        return result

    def _set_properties(self, result, properties):
        for name, value in (properties or {}).items():
            setattr(result, name, self._converted(value))

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        version = self._take(config, "version")
        if version != 1:
            raise ValueError(f"Unsupported version: {version}")
        incremental = config.pop("incremental", False)
        _logging._acquireLock()
        try:
            if incremental:
                self._change()
            else:
                self._replace()
        finally:
            _logging._releaseLock()

    def _each(self, part, does):
        # Every entry of a part of the description; what goes wrong is told with the entry's name.
        entries = self._get(self.config, part, {})
        for name in list(entries):
            try:
                does(name, entries)
            except Exception as error:
                raise ValueError(f"Unable to configure {part[:-1]} {name!r}") from error

    def _change(self):
        for name, entry in self._get(self.config, "handlers", {}).items():
            if name not in _logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                level = entry.get("level")
                if level:
                    _logging._handlers[name].setLevel(_logging._checkLevel(level))
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error
        self._each("loggers", lambda name, entries: self.configure_logger(name, self._take(entries, name), True))
        self._configure_root_of_all(True)

    def _configure_root_of_all(self, incremental):
        root = self._get(self.config, "root")
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _replace(self):
        disable_existing = self.config.pop("disable_existing_loggers", True)
        _clearExistingHandlers()

        def format(name, entries):
            entries[name] = self.configure_formatter(self._take(entries, name))

        def filter(name, entries):
            entries[name] = self.configure_filter(self._take(entries, name))

        self._each("formatters", format)
        self._each("filters", filter)
        self._configure_handlers(self._get(self.config, "handlers", {}))
        existing = sorted(_logging.root.manager.loggerDict)
        children = []

        def log(name, entries):
            if name in existing:
                children.extend(_children_of(name, existing))
                existing.remove(name)
            self.configure_logger(name, self._take(entries, name))

        self._each("loggers", log)
        _handle_existing_loggers(existing, children, disable_existing)
        self._configure_root_of_all(False)

    def _configure_handlers(self, handlers):
        waiting = sorted(handlers)
        for last in (False, True):
            later = []
            for name in waiting:
                try:
                    handler = self.configure_handler(self._take(handlers, name))
                    handler.name = name
                    handlers[name] = handler
                except Exception as error:
                    if last or "target not configured yet" not in str(error.__cause__):
                        raise ValueError(f"Unable to configure handler {name!r}") from error
                    later.append(name)
            waiting = later

    def configure_formatter(self, config):
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        kind = self._get(config, "class")
        kind = _resolve(kind) if kind else _logging.Formatter
        arguments = [self._get(config, "format"), self._get(config, "datefmt"), self._get(config, "style", "%")]
        if "validate" in config:
            arguments.append(self._take(config, "validate"))
        return kind(*arguments)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else _logging.Filter(self._get(config, "name", ""))

    def add_filters(self, filterer, filters):
        for filter in filters:
            try:
                if not callable(filter) and not callable(getattr(filter, "filter", None)):
                    filter = self._take(self._take(self.config, "filters"), filter)
                filterer.addFilter(filter)
            except Exception as error:
                raise ValueError(f"Unable to add filter {filter!r}") from error

    def _factory_of(self, config, whole):
        if "()" in config:
            factory = self.convert(config.pop("()"))
            return factory if callable(factory) else self.resolve(factory)
        factory = self.convert(config.pop("class"))
        if not callable(factory):
            factory = self.resolve(factory)
        if issubclass(factory, _handlers.MemoryHandler) and "target" in config:
            try:
                target = self._take(self._take(self.config, "handlers"), config["target"])
                if not isinstance(target, _logging.Handler):
                    config.update(whole)
                    raise TypeError("target not configured yet")
                config["target"] = target
            except Exception as error:
                raise ValueError(f"Unable to set target handler {config['target']!r}") from error
        return factory

    def configure_handler(self, config):
        whole = dict(config)
        formatter = self.convert(config.pop("formatter", None))
        if formatter:
            try:
                formatter = self._take(self._take(self.config, "formatters"), formatter)
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level = self.convert(config.pop("level", None))
        filters = self._converted(config.pop("filters", None))
        factory = self._factory_of(config, whole)
        properties = config.pop(".", None)
        options = self._options(config)
        try:
            result = factory(**options)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            options["strm"] = options.pop("stream")
            result = factory(**options)
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(_logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        self._set_properties(result, properties)
        return result

    def add_handlers(self, logger, handlers):
        for handler in handlers:
            try:
                logger.addHandler(self._take(self._take(self.config, "handlers"), handler))
            except Exception as error:
                raise ValueError(f"Unable to add handler {handler!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        level = self._get(config, "level")
        if level is not None:
            logger.setLevel(_logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        self.add_handlers(logger, self._converted(self._get(config, "handlers") or ()))
        self.add_filters(logger, self._converted(self._get(config, "filters") or ()))

    def configure_logger(self, name, config, incremental=False):
        logger = _logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = self._get(config, "propagate")
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(_logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


if vm_mentioned("fileConfig"):
    import _logging_ini as _ini

    def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
        sections = _ini.sections_of(fname, defaults, encoding)
        names = _names(sections["formatters"]["keys"])
        formatters = {name: _make_formatter(sections["formatter_" + name]) for name in names}
        _logging._acquireLock()
        try:
            _clearExistingHandlers()
            handlers = _make_handlers(sections, formatters)
            _set_loggers(sections, handlers, disable_existing_loggers)
        finally:
            _logging._releaseLock()

    def _names(text):
        return [name.strip() for name in text.split(",")] if text else []

    def _named(text):
        # A class by its name in logging, or with its module's name.
        found = _logging
        for part in text.split("."):
            found = getattr(found, part, None)
        return _resolve(text) if found is None else found

    def _make_formatter(section):
        kind = section.get("class")
        kind = _resolve(kind) if kind else _logging.Formatter
        return kind(section.raw("format"), section.raw("datefmt"), section.raw("style", "%"))

    def _make_handlers(sections, formatters):
        handlers = {}
        targets = []
        for name in _names(sections["handlers"]["keys"]):
            section = sections["handler_" + name]
            kind = _named(section["class"])
            arguments = _ini.value_of(section.get("args", "()"), _logging)
            options = _ini.value_of(section.get("kwargs", "{}"), _logging)
            handlers[name] = handler = kind(*arguments, **options)
            handler.name = name
            if "level" in section:
                handler.setLevel(section["level"])
            if section.get("formatter", ""):
                handler.setFormatter(formatters[section["formatter"]])
            if issubclass(kind, _handlers.MemoryHandler) and section.get("target", ""):
                targets.append((handler, section["target"]))
        for handler, target in targets:
            handler.setTarget(handlers[target])
        return handlers

    def _set_loggers(sections, handlers, disable_existing):
        names = _names(sections["loggers"]["keys"])
        names.remove("root")
        _set_logger(_logging.root, sections["logger_root"], handlers)
        existing = sorted(_logging.root.manager.loggerDict)
        children = []
        for name in names:
            section = sections["logger_" + name]
            qualified = section["qualname"]
            propagate = int(section.get("propagate", 1))
            logger = _logging.getLogger(qualified)
            if qualified in existing:
                children.extend(_children_of(qualified, existing))
                existing.remove(qualified)
            logger.propagate = propagate
            logger.disabled = 0
            _set_logger(logger, section, handlers)
        _handle_existing_loggers(existing, children, disable_existing)

    def _set_logger(logger, section, handlers):
        if "level" in section:
            logger.setLevel(section["level"])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in _names(section["handlers"]):
            logger.addHandler(handlers[name])


_logging.config = vm_module("logging.config")
