# Processes: names, exit codes, what they say of themselves, and errors of whoever uses them wrongly.
import multiprocessing
import os
import sys
from multiprocessing import Process

numbers = [1]


def nothing():
    pass


def leave(code):
    sys.exit(code)


def change(queue):
    numbers.append(2)
    me = multiprocessing.current_process()
    parent = multiprocessing.parent_process()
    queue.put((numbers, me.name, me.daemon, me.exitcode, me.is_alive(), multiprocessing.active_children()))
    queue.put((parent.name, parent.pid == os.getppid(), me.pid == os.getpid()))


def start_another(queue):
    child = Process(target=nothing)
    try:
        child.start()
        child.join()
        queue.put((child.name, child.exitcode))
    except AssertionError as error:
        queue.put(str(error))


def touch(process, queue):
    for what in (process.join, process.is_alive, process.start):
        try:
            what()
        except AssertionError as error:
            queue.put(str(error))


class Counting(Process):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def run(self):
        sys.exit(self.count)


def attempt(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    print(multiprocessing.current_process().name, multiprocessing.parent_process(), multiprocessing.active_children())
    process = Process(target=nothing)
    print(process.name, process.daemon, process.pid, process.exitcode, process.is_alive())
    print(attempt(process.join), "|", attempt(lambda: process.sentinel), "|", attempt(process.terminate))
    process.start()
    process.join()
    print(process.exitcode, process.is_alive(), "|", attempt(process.start))
    process.close()
    process.close()
    for what in (process.join, process.is_alive, lambda: process.exitcode, process.kill):
        print(attempt(what))
    for code in (0, 3, 300, -1, None, True):
        process = Process(target=leave, args=(code,), name=f"leaves with {code}")
        process.start()
        process.join()
        print(process.name, process.exitcode)
    queue = multiprocessing.Queue()
    process = Process(target=change, args=(queue,))
    process.start()
    print(queue.get(), queue.get(), numbers)
    process.join()
    for daemon in (False, True):
        process = Process(target=start_another, args=(queue,), daemon=daemon)
        process.start()
        print(process.daemon, queue.get())
        process.join()
    other = Process(target=touch, args=(process, queue))
    other.start()
    print([queue.get() for _ in range(3)])
    other.join()
    counting = Counting(5)
    counting.start()
    counting.join()
    print(counting.name, counting.exitcode)
    event = multiprocessing.Event()
    for end in (Process.terminate, Process.kill):
        waiting = Process(target=event.wait)
        waiting.start()
        print(len(multiprocessing.active_children()), attempt(waiting.close))
        end(waiting)
        waiting.join()
        print(waiting.exitcode, multiprocessing.active_children())
    print(attempt(Process, 1), "|", attempt(setattr, process, "name", 1), "|", attempt(setattr, process, "daemon", True))
    for method in ("fork", "spawn"):
        context = multiprocessing.get_context(method)
        print(context.get_start_method(), type(context).__name__, context.Process(target=nothing).name)
    print(attempt(multiprocessing.get_context, "thread"))


if __name__ == "__main__":
    main()
