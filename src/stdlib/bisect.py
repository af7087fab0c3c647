# bisect: places in lists that are in order.

# Comparing these calls nothing of the program: finding the place and putting the item there is one operation.
_PLAIN = frozenset((int, float, bool, str, bytes, tuple))


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    # The place behind every item that is not larger.
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    if key is None:
        while lo < hi:
            middle = (lo + hi) // 2
            if x < a[middle]:
                hi = middle
            else:
                lo = middle + 1
        return lo
    while lo < hi:
        middle = (lo + hi) // 2
        if x < key(a[middle]):
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    # The place before every item that is not smaller.
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    if key is None:
        while lo < hi:
            middle = (lo + hi) // 2
            if a[middle] < x:
                lo = middle + 1
            else:
                hi = middle
        return lo
    while lo < hi:
        middle = (lo + hi) // 2
        if key(a[middle]) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def _insert(find, a, x, lo, hi, key):
    if not hasattr(a, "insert"):
        find(a, x if key is None else key(x), lo, hi, key=key)
    if key is not None:
        a.insert(find(a, key(x), lo, hi, key=key), x)
    elif type(a) is list and type(x) in _PLAIN:
        # A change that changes nothing: before it, others can go.
        a.__imul__(1)
        vm_atomic(True)
        try:
            a.insert(find(a, x, lo, hi), x)
        finally:
            vm_atomic(False)
    else:
        a.insert(find(a, x, lo, hi), x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    _insert(bisect_right, a, x, lo, hi, key)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    _insert(bisect_left, a, x, lo, hi, key)


bisect = bisect_right
insort = insort_right
