# repr and str of what the program describes, and of containers and exceptions that hold such objects.

def vm_repr(obj):
    return vm_repr_within(obj, None)

def vm_repr_within(obj, around):
    method = vm_own_method(obj, "__repr__")
    if method is not None:
        result = method()
        if not isinstance(result, str):
            raise TypeError(f"__repr__ returned non-string (type {type(result).__name__})")
        return result
    text = vm_plain_repr(obj)
    if text is not None:
        return text
    if isinstance(obj, int):
        raise ValueError(f"Exceeds the limit ({vm_most_digits(None)} digits) for integer string conversion; "
                         "use sys.set_int_max_str_digits() to increase the limit")
    if around is None:
        # A method of the program may have asked, in the middle of the text of a container around.
        around = vm_shown_around()
    for known in around:
        if known is obj:
            return vm_cycle_text(obj)
    around.append(obj)
    text = vm_repr_content(obj, around)
    around.pop()
    return text

def vm_repr_content(obj, around):
    kind = vm_kind(obj)
    base = vm_base(obj)
    if kind == "list":
        return "[" + vm_repr_row(base, around) + "]"
    if kind == "tuple":
        row = vm_repr_row(base, around)
        return f"({row},)" if len(base) == 1 else f"({row})"
    if kind == "dict":
        return "{" + vm_repr_pairs(base.items(), around) + "}"
    if kind == "set":
        row = "{" + vm_repr_row(base, around) + "}"
        name = type(obj).__name__
        return row if name == "set" else f"{name}({row})"
    if isinstance(obj, BaseException):
        return f"{type(obj).__name__}({vm_repr_row(obj.args, around)})"
    return vm_repr_other(obj, around)

def vm_repr_other(obj, around):
    name = type(obj).__name__
    if name == "method":
        return f"<bound method {obj.__func__.__qualname__} of {vm_repr_within(obj.__self__, around)}>"
    if name == "dict_items":
        row = ", ".join([f"({vm_repr_row(item, around)})" for item in obj])
        return f"dict_items([{row}])"
    if name == "dict_keys" or name == "dict_values":
        return f"{name}([{vm_repr_row(obj, around)}])"
    if name == "slice":
        return f"slice({vm_repr_row((obj.start, obj.stop, obj.step), around)})"
    return vm_by_class(obj)

def vm_repr_row(items, around):
    text = ""
    for item in items:
        if text:
            text += ", "
        text += vm_repr_within(item, around)
    return text

def vm_repr_pairs(items, around):
    text = ""
    for key, value in items:
        if text:
            text += ", "
        text += vm_repr_within(key, around) + ": " + vm_repr_within(value, around)
    return text

def vm_cycle_text(obj):
    kind = vm_kind(obj)
    if kind == "list":
        return "[...]"
    if kind == "dict":
        return "{...}"
    return "(...)" if kind == "tuple" else f"{type(obj).__name__}(...)"

def vm_str(obj):
    method = vm_own_method(obj, "__str__")
    if method is not None:
        result = method()
        if not isinstance(result, str):
            raise TypeError(f"__str__ returned non-string (type {type(result).__name__})")
        return result
    if isinstance(obj, BaseException):
        return vm_exception_str(obj)
    return repr(obj)

def vm_exception_str(exception):
    args = exception.args
    if not args:
        return ""
    if len(args) == 1:
        return repr(args[0]) if isinstance(exception, KeyError) else str(args[0])
    return repr(args)
