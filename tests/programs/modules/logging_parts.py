"""logging: the tree of loggers, styles and their mistakes, names of levels, records, handlers by name."""
import io
import logging
import pickle
import sys

deep = logging.getLogger("a.b.c")
print(sorted(logging.root.manager.loggerDict), type(logging.root.manager.loggerDict["a"]).__name__, deep.parent)
middle = logging.getLogger("a.b")
print(deep.parent, middle.parent, logging.getLogger("a").getChild("b") is middle, middle.parent)
print(pickle.loads(pickle.dumps(deep)) is deep, pickle.loads(pickle.dumps(logging.root)) is logging.root)
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(26), logging.getLevelNamesMapping()["NOTICE"])
record = logging.LogRecord("n", logging.INFO, "/p/file.py", 7, "%(x)d of %(y)s", ({"x": 1, "y": "z"},), None, "work")
print(record.getMessage(), record.module, record.filename, record)
for style, text in [("%", "%(levelname)-8s|%(message)s"), ("{", "{levelname:>8}|{message!r:*^20}"), ("$", "$levelname|${message} $$")]:
    print(logging.Formatter(text, style=style).format(record))
for style, text in [
    ("%", "%(message)Z"), ("%", "none"), ("%", "%(asctime)*3s"), ("{", "{name-thing}"), ("{", "none"), ("{", "{x!aa:15}"), ("{", "{x!Z}"),
    ("{", "{x:.2ff}"), ("{", "{x"), ("{", "x}"), ("{", "{foo.!a:d}"), ("$", "$bar $$$"), ("$", "foo"), ("$", "${x"), ("q", "x"),
]:
    try:
        logging.Formatter(text, style=style)
        print(style, text, "is right")
    except ValueError as error:
        print(style, text, error)
print(logging.Formatter("%(message)s %(user)s", defaults={"user": "nobody"}).format(record))
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.name = "mine"
print(logging._handlers["mine"] is handler, handler.get_name(), len(logging._handlerList) > 0)
handler.name = "other"
print(sorted(logging._handlers), handler)
handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
middle.addHandler(handler)
deep.warning("up the tree")
middle.propagate = False
print(deep.hasHandlers(), stream.getvalue(), end="")
adapter = logging.LoggerAdapter(deep, {"ip": 1})
adapter.error("by the adapter")
print(adapter, stream.getvalue().splitlines()[-1])


def only_short(record):
    return len(record.getMessage()) < 6


handler.addFilter(only_short)
deep.error("short")
deep.error("too long for it")
print(stream.getvalue().splitlines()[-1])
logging.disable("ERROR")
print(deep.isEnabledFor(logging.ERROR), deep.isEnabledFor(logging.CRITICAL), logging.root.manager.disable)
logging.disable(logging.NOTSET)
lines = logging.BufferingFormatter(logging.Formatter("<%(message)s>"))
print(lines.format([logging.makeLogRecord({"msg": "one"}), logging.makeLogRecord({"msg": "two"})]), repr(lines.format([])))
for call in [
    lambda: deep.setLevel("NONE"), lambda: deep.setLevel(1.5), lambda: deep.log("x", "y"), lambda: logging.getLogger(5),
    lambda: logging.setLoggerClass(int), lambda: logging.basicConfig(stream=stream, filename="x"), lambda: logging.basicConfig(nothing=1, force=True),
    lambda: deep.makeRecord("n", 1, "f", 1, "m", (), None, extra={"name": 1}), lambda: logging.Handler().emit(record), lambda: logging.disable("NONE"),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
logging._acquireLock()
logging._releaseLock()
logging.lastResort.setLevel("ERROR")
print(logging.lastResort.level, isinstance(logging.lastResort, logging.StreamHandler), sys.stderr.name)
handler.close()
print(sorted(logging._handlers))
