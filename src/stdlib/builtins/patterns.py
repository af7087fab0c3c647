# What `match` asks of values (Python/ceval.c, PEP 634).

vm_self_matching = (bool, bytes, dict, float, frozenset, int, list, set, str, tuple)

# The abstract classes of collections.abc, once somebody has imported it.
vm_abstract_classes = {}

def vm_know_abstract(name, cls):
    vm_abstract_classes[name] = cls

def vm_collection_kind(cls):
    # The nearest of the classes that it is made from that is a sequence or a mapping says what it is.
    for base in cls.__mro__:
        if base in (list, tuple, range):
            return "sequence"
        if base is dict:
            return "mapping"
        if base in (str, bytes):
            return ""
        for name, abstract in vm_abstract_classes.items():
            if base is abstract or base in abstract._registry:
                return "sequence" if name.endswith("Sequence") else "mapping"
    return ""

def vm_match_sequence(subject, count, more):
    kind = type(subject)
    if kind is not list and kind is not tuple and vm_collection_kind(kind) != "sequence":
        return False
    length = len(subject)
    return length >= count if more else length == count

def vm_match_mapping(subject, keys, rest):
    # The values of the keys, and behind them what is left if that is asked for; None where there is no match.
    if type(subject) is not dict and vm_collection_kind(type(subject)) != "mapping":
        return None
    if not keys and not rest:
        return ()
    if len(subject) < len(keys):
        return None
    values = []
    seen = []
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.append(key)
        value = subject.get(key, vm_nothing)
        if value is vm_nothing:
            return None
        values.append(value)
    if rest:
        left = dict(subject)
        for key in keys:
            del left[key]
        values.append(left)
    return (*values,)

def vm_match_class(subject, cls, count, names):
    # The values of the sub-patterns; None where there is no match.
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a type")
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if count:
        whole = False
        try:
            known = cls.__match_args__
        except AttributeError:
            known = ()
            whole = vm_is_self_matching(cls)
        if not isinstance(known, tuple):
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(known).__name__})")
        allowed = 1 if whole else len(known)
        if count > allowed:
            s = "" if allowed == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {allowed} positional sub-pattern{s} ({count} given)")
        if whole:
            values.append(subject)
        else:
            for name in known[:count]:
                if not isinstance(name, str):
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
                if not vm_take_attribute(subject, cls, name, seen, values):
                    return None
    for name in names:
        if not vm_take_attribute(subject, cls, name, seen, values):
            return None
    return (*values,)

def vm_is_self_matching(cls):
    for base in (*vm_self_matching, bytearray):
        if issubclass(cls, base):
            return True
    return False

def vm_take_attribute(subject, cls, name, seen, values):
    if name in seen:
        raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
    seen.append(name)
    value = vm_getattr(subject, name, vm_nothing)
    if value is vm_nothing:
        return False
    values.append(value)
    return True
