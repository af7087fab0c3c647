# sys.excepthook: what hears of the exception that ends the program.
import sys
import threading


def hook(kind, value, traceback):
    print("hook:", kind.__name__, value, traceback is not None)


def work():
    raise KeyError("in a thread")


threading.excepthook = lambda args: print("thread hook:", args.exc_type.__name__)
print(sys.excepthook is sys.__excepthook__)
sys.excepthook = hook
thread = threading.Thread(target=work)
thread.start()
thread.join()
raise ValueError("the end")
