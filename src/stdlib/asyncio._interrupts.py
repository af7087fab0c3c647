# asyncio: the first SIGINT cancels the main task, the next one interrupts the program.

import signal
import threading

from asyncio.exceptions import CancelledError


def run_interruptible(loop, task):
    count = 0

    def interrupted(number, frame):
        nonlocal count
        count += 1
        if count == 1 and not task.done():
            task.cancel()
            loop.call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt()

    is_main = threading.current_thread() is threading.main_thread()
    takes = is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if takes:
        signal.signal(signal.SIGINT, interrupted)
    try:
        return loop.run_until_complete(task)
    except CancelledError:
        if count > 0 and task.uncancel() == 0:
            raise KeyboardInterrupt() from None
        raise
    finally:
        if takes and signal.getsignal(signal.SIGINT) is interrupted:
            signal.signal(signal.SIGINT, signal.default_int_handler)
