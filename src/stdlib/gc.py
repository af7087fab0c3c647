# gc: only circles have to be collected; what nothing refers to has gone by then.

__all__ = ["collect", "disable", "enable", "freeze", "get_count", "get_threshold", "isenabled", "set_threshold", "unfreeze"]

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

callbacks = []
garbage = []

_enabled = True
_threshold = (700, 10, 10)


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    return vm_collect()


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_count():
    return (0, 0, 0)


def freeze():
    pass


def unfreeze():
    pass
