# _io_views shows memory as a memoryview.


def bytes_view(owner, data=None):
    try:
        view = memoryview
    except NameError:
        kind = type(owner).__name__
        raise TypeError(f"a read-write bytes-like object is required, not '{kind}'") from None
    if data is None:
        return view(owner).cast("B")
    made = object.__new__(view)
    made.vm_set(owner, data, "B", 0, (len(data),), (1,), False)
    return made
