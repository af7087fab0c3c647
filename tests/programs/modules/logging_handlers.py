"""logging.handlers: a queue between those who log and who writes; records kept in memory."""
import logging
import logging.handlers
import queue
import sys
import threading

log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
log.propagate = False
waiting = queue.Queue()
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("%(levelname)s %(threadName)s %(message)s"))
log.addHandler(logging.handlers.QueueHandler(waiting))
listener = logging.handlers.QueueListener(waiting, out)
log.info("before %d", 1)
print(waiting.qsize())
listener.start()


def work():
    log.warning("from a thread: %s", [1])
    try:
        {}["k"]
    except KeyError:
        log.exception("caught")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
listener.stop()
print(waiting.empty(), thread.is_alive())
quiet = logging.StreamHandler(sys.stdout)
quiet.setLevel(logging.ERROR)
listener = logging.handlers.QueueListener(waiting, quiet, respect_handler_level=True)
listener.start()
log.info("not for this handler")
log.error("for it")
listener.stop()
log.handlers.clear()
memory = logging.handlers.MemoryHandler(3, target=out)
log.addHandler(memory)
log.info("a")
log.info("b")
print(len(memory.buffer))
log.info("c")
print(len(memory.buffer))
log.error("at once")
log.debug("kept")
memory.close()
print(len(memory.buffer), memory)
