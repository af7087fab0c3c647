# An exception in __del__ goes to a hook, and no further.
import sys
import weakref


class Bad:
    def __del__(self):
        raise ValueError("in __del__")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__name__)


sys.unraisablehook = hook
Bad()
print("goes on")


class Thing:
    pass


def callback(reference):
    raise KeyError("in a callback")


thing = Thing()
reference = weakref.ref(thing, callback)
del thing
print("goes on")
