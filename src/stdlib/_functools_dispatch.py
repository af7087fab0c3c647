# How singledispatch of functools finds its function: by the classes that annotations name, and by the order of classes with
# abstract ones among them (C3).

_Union = type(int | str)


def _is_union(cls):
    return isinstance(cls, _Union) or getattr(cls, "_name", None) == "Union" and hasattr(cls, "__args__")


_BUILTIN = (object, int, float, bool, str, bytes, list, tuple, dict, set, frozenset, range, slice, type)
_BUILTIN_CLASSES = {kind.__name__: kind for kind in _BUILTIN}
_BUILTIN_CLASSES["None"] = type(None)


def _classes(annotation, function):
    # The classes that an annotation names; the machine leaves one that is more than a name as its text.
    if annotation is None:
        return (type(None),)
    if _is_union(annotation):
        return annotation.__args__
    if not isinstance(annotation, str):
        return (annotation,)
    return [_named(name, function.__globals__) for name in _parts(annotation)]


def _parts(text):
    # The names in "A | B", "Union[A, B]", "Optional[A]".
    head, bracket, rest = text.partition("[")
    head = head.rpartition(".")[2].strip()
    if not bracket or head not in ("Union", "Optional"):
        return [text] if bracket else [name.strip() for name in text.split("|")]
    parts, depth = [""], 0
    for char in rest.rstrip()[:-1]:
        depth += (char == "[") - (char == "]")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [name.strip() for name in parts] + (["None"] if head == "Optional" else [])


def _named(name, known):
    if "[" in name:
        return name
    first, *rest = name.split(".")
    if first not in known:
        return _BUILTIN_CLASSES.get(name, name)
    found = known[first]
    for part in rest:
        found = getattr(found, part)
    return found


def _merged(orders):
    # The order of bases that keeps each of the orders (C3).
    result = []
    while True:
        orders = [order for order in orders if order]
        if not orders:
            return result
        for order in orders:
            first = order[0]
            if not any([first in other[1:] for other in orders]):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(first)
        orders = [order[1:] if order[0] == first else order for order in orders]


def _c3_mro(cls, abcs=None):
    # The order of a class with abstract ones, each before the first class that is not of it.
    # (What the abstract classes of the library have in common is none of CPython's.)
    bases = [base for base in cls.__bases__ if base.__name__ != "_Abstract"]
    if not bases and cls is not object:
        bases = [object]
    boundary = 0
    for at in range(len(bases), 0, -1):
        if hasattr(bases[at - 1], "__abstractmethods__"):
            boundary = at
            break
    abcs = list(abcs) if abcs else []
    abstract = [base for base in abcs if issubclass(cls, base) and not any([issubclass(part, base) for part in bases])]
    abcs = [base for base in abcs if base not in abstract]
    groups = (bases[:boundary], abstract, bases[boundary:])
    orders = [_c3_mro(base, abcs) for group in groups for base in group]
    return _merged([[cls], *orders, *[list(group) for group in groups]])


def _compose_mro(cls, types):
    own = cls.__mro__
    types = [kind for kind in types if kind not in own and hasattr(kind, "__mro__") and _is_subclass(cls, kind)]
    types = [kind for kind in types if not any([kind is not other and kind in other.__mro__ for other in types])]
    order = []
    for kind in types:
        found = []
        for sub in kind.__subclasses__():
            if sub not in own and _is_subclass(cls, sub):
                found.append([part for part in sub.__mro__ if part in types])
        found.sort(key=len, reverse=True)
        for part in [part for sub in found for part in sub] or [kind]:
            if part not in order:
                order.append(part)
    return _c3_mro(cls, abcs=order)


def _find_implementation(cls, registry):
    # The nearest of the class and its bases, abstract ones after the class that makes them bases.
    known = registry.get(cls)
    if known is not None:
        return known
    own = cls.__mro__
    match = None
    for kind in _compose_mro(cls, registry) if any([kind not in own for kind in registry]) else own:
        if match is not None:
            # Another abstract class beside it is as good.
            if kind in registry and kind not in own and match not in own and not issubclass(match, kind):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {kind}")
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def _is_subclass(cls, base):
    try:
        return issubclass(cls, base)
    except TypeError:
        return False
