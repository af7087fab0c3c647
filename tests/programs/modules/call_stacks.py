# The calls that run: frames, stacks, and the lines that records of a log know.
import inspect
import io
import logging
import sys
import threading
import traceback


def name_of_caller():
    return sys._getframe(1).f_code.co_name


def asks():
    return name_of_caller(), inspect.currentframe().f_code.co_name, sys._getframe().f_lineno


print(asks())


def outer():
    return inner()


def inner():
    frames = inspect.stack()
    return [(frame.function, frame.lineno) for frame in frames], frames[0].code_context, frames[1][3]


print(outer())
frame = sys._getframe()
print(frame.f_back, frame.f_globals["outer"] is outer)
try:
    sys._getframe(50)
except ValueError as error:
    print(error)


def shows():
    told = io.StringIO()
    traceback.print_stack(file=told)
    # Without the name of the file.
    print([line.split('", ')[-1].strip() for line in told.getvalue().splitlines()])
    return traceback.extract_stack()[-1].name, len(traceback.format_stack(limit=1))


print(shows())
try:
    outer(1)
except TypeError as error:
    print(error.__traceback__.tb_frame.f_code.co_name, error.__traceback__.tb_lineno)

logging.basicConfig(
    stream=sys.stdout, level=logging.DEBUG, format="%(threadName)s %(funcName)s:%(lineno)d %(levelname)s %(message)s"
)


def work():
    logging.info("at work")
    logging.getLogger("a.b").warning("careful", stacklevel=1)


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()


def wrapped(message):
    logging.info(message, stacklevel=2)


def calls():
    wrapped("of the caller")


calls()
records = []
logger = logging.getLogger("kept")
logger.addFilter(records.append)
logger.debug("with its stack", stack_info=True)
print(records[0].stack_info.splitlines()[0], records[0].stack_info.splitlines()[-1], records[0].lineno)
logging.error("at the top")
