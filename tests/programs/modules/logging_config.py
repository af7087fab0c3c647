"""logging.config: loggers as a dictionary or a file describes them."""
import io
import logging
import logging.config
import logging.handlers
import sys

CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
        "braces": {"format": "{levelname:>8} | {message}", "style": "{"},
        "own": {"()": "__main__.Shout", "mark": "!"},
    },
    "filters": {"only_app": {"name": "app"}, "odd": {"()": "__main__.Odd", "rest": 1}},
    "handlers": {
        "a_memory": {"class": "logging.handlers.MemoryHandler", "capacity": 10, "target": "out"},
        "out": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stdout"},
        "loud": {"class": "logging.StreamHandler", "formatter": "own", "level": "ERROR", "stream": "ext://sys.stdout"},
        "braced": {"class": "logging.StreamHandler", "formatter": "braces", "filters": ["odd"], "stream": "cfg://streams.out"},
    },
    "streams": {"out": "ext://sys.stdout"},
    "loggers": {
        "app": {"level": "DEBUG", "handlers": ["out", "loud"], "propagate": False},
        "app.db": {"level": "WARNING", "handlers": ["a_memory"]},
        "odd": {"handlers": ["braced"], "level": 10, "propagate": False, "filters": ["odd"]},
    },
    "root": {"level": "INFO", "handlers": ["out"]},
}


class Shout(logging.Formatter):
    def __init__(self, mark):
        super().__init__("%(message)s")
        self.mark = mark

    def format(self, record):
        return super().format(record).upper() + self.mark


class Odd(logging.Filter):
    def __init__(self, rest):
        super().__init__()
        self.rest = rest

    def filter(self, record):
        return record.args[0] % 2 == self.rest


before = logging.getLogger("before")
logging.config.dictConfig(CONFIG)
logging.getLogger("app").debug("start %d", 1)
logging.getLogger("app").error("failed")
logging.getLogger("app.db").warning("kept in memory")
print("flushed now")
logging._handlers["a_memory"].flush()
for number in range(4):
    logging.getLogger("odd").info("number %d", number)
before.info("still used: %s", before.disabled)
print(sorted(logging._handlers))
print([type(handler).__name__ for handler in logging.getLogger("app").handlers])
print(CONFIG["handlers"]["out"]["class"])

logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"out": {"level": "ERROR"}}, "root": {"level": "DEBUG"}})
logging.getLogger("app").warning("not for out")
print(logging.root.level, logging._handlers["out"])

logging.config.dictConfig({"version": 1, "root": {"handlers": []}})
print(before.disabled, logging.getLogger("app").disabled, logging.root.handlers)

MISTAKES = [
    {},
    {"version": 2},
    {"version": 1, "handlers": {"h": {"class": "logging.NoHandler"}}},
    {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
    {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "level": "NONE"}}},
    {"version": 1, "loggers": {"l": {"handlers": ["none"]}}},
    {"version": 1, "root": {"filters": ["none"]}},
    {"version": 1, "incremental": True, "handlers": {"none": {"level": 1}}},
    {"version": 1, "formatters": {"f": {"format": "{x", "style": "{"}}},
]
for mistake in MISTAKES:
    try:
        logging.config.dictConfig(mistake)
    except ValueError as error:
        print(repr(error), "<-", type(error.__cause__).__name__, error.__cause__)

FILE = """
[loggers]
keys=root,parser

[handlers]
keys=console,memory

[formatters]
keys=short

[logger_root]
level=WARNING
handlers=console

[logger_parser]
level=DEBUG
handlers=memory
propagate=0
qualname=compiler.parser

[handler_console]
class=StreamHandler
formatter=short
args=(sys.stdout,)

[handler_memory]
class=handlers.MemoryHandler
level=INFO
args=(10, ERROR)
target=console

[formatter_short]
format=%(levelname)s ++ %(message)s
datefmt=
"""
logging.config.fileConfig(io.StringIO(FILE), disable_existing_loggers=False)
logging.warning("to the console")
parser = logging.getLogger("compiler.parser")
parser.debug("too low")
parser.info("waits")
print("not yet")
parser.error("and goes")
print(parser.handlers, parser.propagate)
sys.stdout.flush()
