# threading.excepthook: what is called when an exception leaves a thread.
import threading

told = []


def hook(args):
    told.append((args.thread.name, args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None))
    print("hook", args.thread.name, args.exc_value)


old = threading.excepthook
print(old is threading.__excepthook__)
threading.excepthook = hook


def fail(x):
    return 1 / x


threads = [threading.Thread(target=fail, args=(x,), name=f"worker {x}") for x in (0, 1)]
for thread in threads:
    thread.start()
    thread.join()
print(told)


def leave():
    raise SystemExit(3)


thread = threading.Thread(target=leave, name="leaver")
thread.start()
thread.join()
threading.excepthook = old
args = threading.ExceptHookArgs((SystemExit, SystemExit(), None, None))
print(args[0], len(args), args.thread, threading.excepthook(args))
try:
    threading.excepthook(5)
except TypeError as error:
    print(error)
thread = threading.Thread(target=fail, args=(0,), name="last")
thread.start()
thread.join()
print("end", thread.is_alive())
