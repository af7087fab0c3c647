"""A hook of threading that fails is told of by the hook of sys."""
import sys
import threading


def hook(args):
    raise ValueError("the hook failed")


def last(kind, value, traceback):
    print(kind.__name__, value)


def fail():
    raise KeyError("k")


threading.excepthook = hook
sys.excepthook = last
sys.stderr = sys.stdout
thread = threading.Thread(target=fail)
thread.start()
thread.join()
