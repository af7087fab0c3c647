# What threading says in programs with greenlets: a greenlet is in the thread that its family belongs to, and shares what
# that thread has for itself.


# Who tells the thread after monkey.patch_thread(), when greenlets are threads of their own.
_green = []


def current_thread():
    if _green:
        return _green[0]()
    thread = vm_current_thread()
    return getattr(thread, "_home_thread", thread)


def get_ident():
    thread = vm_current_thread()
    home = getattr(thread, "_home_thread", None)
    return vm_thread_ident() if home is None else home.ident


_get = object.__getattribute__


class local:
    __module__ = "_thread"
    __qualname__ = "_local"

    def __new__(cls, /, *args, **kwargs):
        new = object.__new__(cls)
        _get(new, "__dict__").update({"_tables": {get_ident(): {}}, "_made_with": (args, kwargs)})
        return new

    def __getattribute__(self, name):
        own = _get(self, "__dict__")
        ident = get_ident()
        table = own["_tables"].get(ident)
        if table is None:
            table = own["_tables"][ident] = {}
            args, kwargs = own["_made_with"]
            try:
                type(self).__init__(self, *args, **kwargs)
            except BaseException:
                del own["_tables"][ident]
                raise
        if name == "__dict__":
            return table
        if name in table:
            return table[name]
        return _get(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            kind = type(self).__name__
            raise AttributeError(f"{kind!r} object attribute '__dict__' is read-only")
        known = getattr(type(self), name, None)
        if hasattr(type(known), "__set__"):
            object.__setattr__(self, name, value)
        else:
            self.__dict__[name] = value

    def __delattr__(self, name):
        table = self.__dict__
        if name not in table:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        del table[name]

