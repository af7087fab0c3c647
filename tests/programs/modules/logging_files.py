"""logging: handlers that write files, and files that grow old; warnings in logs; the last words at the end."""
import logging
import logging.handlers
import os
import tempfile
import warnings

folder = tempfile.mkdtemp()
os.chdir(folder)
log = logging.getLogger("files")
log.propagate = False
handler = logging.handlers.RotatingFileHandler("a.log", maxBytes=40, backupCount=2)
handler.setFormatter(logging.Formatter("%(levelname)s:%(message)s"))
log.addHandler(handler)
for number in range(9):
    log.warning("line %d of it", number)
log.removeHandler(handler)
handler.close()
for name in sorted(os.listdir(".")):
    with open(name) as file:
        print(name, repr(file.read()))
logging.basicConfig(filename="b.log", filemode="w", format="%(message)s", level="INFO")
logging.info("first")
logging.debug("not this")
with open("b.log") as file:
    print(file.read(), end="")
logging.captureWarnings(True)
warnings.warn_explicit("careful", UserWarning, "some.py", 3)
with open("b.log") as file:
    print(file.read().splitlines()[1])
logging.captureWarnings(False)
late = logging.FileHandler("d.log", delay=True, encoding="utf-8")
print(late.stream, os.path.exists("d.log"), os.path.basename(late.baseFilename), late.mode)
late.emit(logging.makeLogRecord({"msg": "é"}))
late.close()
with open("d.log", encoding="utf-8") as file:
    print(file.read(), end="")
timed = logging.handlers.TimedRotatingFileHandler("t.log", when="S", interval=5, backupCount=1, utc=True)
weekly = logging.handlers.TimedRotatingFileHandler("t.log", when="W2", utc=True)
nightly = logging.handlers.TimedRotatingFileHandler("t.log", when="midnight", utc=True)
for moment in (0, 1700000000, 1700259200):
    print(timed.computeRollover(moment), weekly.computeRollover(moment), nightly.computeRollover(moment))
for when in ("Q", "W", "W9"):
    try:
        logging.handlers.TimedRotatingFileHandler("t.log", when=when)
    except ValueError as error:
        print(error)
for name in ("t.log.2026-01-01_00-00-00", "t.log.2026-01-01_00-00-05", "t.log.xx"):
    open(name, "w").close()
print([os.path.basename(name) for name in timed.getFilesToDelete()])
watched = logging.handlers.WatchedFileHandler("w.log")
watched.emit(logging.makeLogRecord({"msg": "one"}))
os.rename("w.log", "w.old")
watched.emit(logging.makeLogRecord({"msg": "two"}))
watched.close()
for name in ("w.log", "w.old"):
    with open(name) as file:
        print(name, file.read(), end="")
memory = logging.handlers.MemoryHandler(10, target=logging.FileHandler("m.log"))
memory.emit(logging.makeLogRecord({"msg": "kept", "levelno": 10}))
print(os.path.getsize("m.log"), len(memory.buffer))
logging.shutdown()
print(os.path.getsize("m.log"), len(memory.buffer))


class Own(logging.Handler):
    def emit(self, record):
        print("own", record.getMessage())

    def close(self):
        print("closed at the end")
        super().close()


log.addHandler(Own())
log.error("for %s", "own")
