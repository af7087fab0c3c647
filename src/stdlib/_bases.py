# Bases of a class that stand for others.


def vm_prepare_bases(name, bases, keywords):
    resolved = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(type(base), "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
            continue
        found = base.__mro_entries__(bases)
        if not isinstance(found, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(found)
    resolved = tuple(resolved)
    metaclass, namespace, keywords = vm_prepare_class(name, resolved, keywords)
    namespace["__orig_bases__"] = bases
    return (metaclass, namespace, keywords, resolved)
