"""logging: levels, names, formats, handlers, filters, adapters, threads."""
import logging
import sys
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format="%(levelname)s:%(name)s:%(threadName)s:%(message)s")
logging.debug("one %d", 1)
logging.info("two %s %s", "a", [2])
logging.warning("three %(x)s", {"x": 3})
logging.error("100%")
logging.critical({"any": "object"})
logging.log(15, "between")
log = logging.getLogger("app.db")
app = logging.getLogger("app")
print(log, app, logging.getLogger(), log.parent is app, app.parent is logging.root, logging.getLogger("app") is app)
app.setLevel("WARNING")
log.info("not seen")
log.warning("seen")
print(log.getEffectiveLevel(), log.level, log.isEnabledFor(20), log.getChild("x").name, log.hasHandlers(), logging.getLogger("root") is logging.root)
try:
    1 / 0
except ZeroDivisionError:
    log.exception("it failed for %s", "me")
    log.error("and again", exc_info=True)
log.error("none", exc_info=True)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname:>8}|{name}|{message}", style="{"))
h.setLevel(logging.ERROR)
app.addHandler(h)
app.addHandler(h)
app.propagate = False
log.warning("too low for the handler")
log.error("in braces")
h.setFormatter(logging.Formatter("$levelname ${name}! $$ $message", style="$"))
log.error("in dollars")
print(h, logging.NullHandler(), len(app.handlers), logging.Handler())


class Kept(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


kept = Kept()
app.removeHandler(h)
app.addHandler(kept)
app.setLevel(logging.DEBUG)
app.addFilter(lambda record: "secret" not in record.getMessage())
kept.addFilter(logging.Filter("app"))
app.info("open")
app.info("secret")
log.info("child, not filtered by the parent: secret")
print(kept.lines)


def work(n):
    log.info("from %d", n)


threads = [threading.Thread(target=work, args=(n,), name=f"w{n}") for n in range(3)]
kept.setFormatter(logging.Formatter("%(threadName)s %(message)s %(levelno)d %(filename)s %(module)s"))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([line.split(" ")[:3] for line in sorted(kept.lines[2:])])
adapter = logging.LoggerAdapter(log, {"who": "ann"})
kept.setFormatter(logging.Formatter("%(who)s: %(message)s"))
adapter.warning("hello")
print(kept.lines[-1], adapter, adapter.isEnabledFor(10))
logging.addLevelName(25, "NOTICE")
print(logging.getLevelName(25), logging.getLevelName("NOTICE"), logging.getLevelName(33), logging.getLevelName("ERROR"), logging.getLevelName("x"))
logging.log(25, "noticed")
logging.disable(logging.ERROR)
logging.error("disabled")
logging.critical("not disabled")
logging.disable(logging.NOTSET)
attempt(lambda: app.setLevel("loud"))
attempt(lambda: app.setLevel(1.5))
attempt(lambda: app.log("x", "y"))
attempt(lambda: logging.getLogger(3))
attempt(lambda: logging.Formatter("nothing"))
attempt(lambda: logging.Formatter("%(x)s", style="?"))
attempt(lambda: logging.Formatter("no fields", style="{"))
attempt(lambda: log.info("x", extra={"message": 1}))
attempt(lambda: logging.basicConfig(force=True, nonsense=1))
attempt(lambda: logging.Handler().emit(None))
logging.basicConfig(force=True, stream=sys.stdout, format="%(message)s", datefmt="%H")
logging.info("default level is kept")
record = logging.makeLogRecord({"msg": "made %s", "args": ("here",), "levelname": "X", "name": "n"})
print(record.getMessage(), logging.Formatter("%(name)s %(levelname)s").format(record))
f = logging.Formatter("%(asctime)s %(message)s", "%Y")
print(f.usesTime(), len(logging.Formatter().formatTime(record)), len(f.format(record)))
