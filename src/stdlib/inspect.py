# inspect: what kind of thing a thing is, as far as programs about threads and coroutines ask.

_FUNCTION = type(lambda: None)
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512

if vm_mentioned("ignature", "getfullargspec", "Parameter", "BoundArguments", "formatannotation", "unwrap"):
    from _inspect_signature import BoundArguments, Parameter, Signature, _empty, formatannotation, signature, unwrap


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return type(object) is _FUNCTION


def ismethod(object):
    return type(object).__name__ == "method" and not isbuiltin(getattr(object, "__func__", len))


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def getmembers(object, predicate=None):
    # What dir() names, with the metaclass's own attributes of enumerations and the like.
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    members.sort(key=lambda pair: pair[0])
    return members


def getmodule(object):
    if ismodule(object):
        return object
    name = getattr(object, "__module__", None)
    return vm_module(name) if isinstance(name, str) else None


def isbuiltin(object):
    return type(object) is type(len)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def ismodule(object):
    return type(object).__name__ == "module"


def isgenerator(object):
    return type(object).__name__ == "generator" and hasattr(object, "gi_frame")


def iscoroutine(object):
    return vm_is_coroutine(object)


def isasyncgen(object):
    return vm_is_async_generator(object)


def isawaitable(object):
    return vm_can_be_awaited(object) or hasattr(type(object), "__await__")


def _flags(object):
    while ismethod(object):
        object = object.__func__
    while not isfunction(object):
        # functools.partial
        object = getattr(object, "func", None)
        if object is None:
            return 0
    return object.__code__.co_flags


def isgeneratorfunction(obj):
    return _flags(obj) & 0x20 != 0


def iscoroutinefunction(obj):
    return _flags(obj) & 0x80 != 0


def isasyncgenfunction(obj):
    return _flags(obj) & 0x200 != 0


def getgeneratorstate(generator):
    if generator.gi_running:
        return "GEN_RUNNING"
    if generator.gi_suspended:
        return "GEN_SUSPENDED"
    return "GEN_CLOSED" if generator.gi_frame is None else "GEN_CREATED"


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return "CORO_RUNNING"
    if coroutine.cr_suspended:
        return "CORO_SUSPENDED"
    return "CORO_CLOSED" if coroutine.cr_frame is None else "CORO_CREATED"


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def getdoc(object):
    # The docstring without the indentation that all its lines but the first have.
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


if vm_mentioned("currentframe", "inspect.stack", "import stack", ", stack"):
    from collections import namedtuple as _namedtuple

    class FrameInfo(_namedtuple("FrameInfo", "frame filename lineno function code_context index")):
        pass

    def currentframe():
        return _frames()[0]

    def stack(context=1):
        # The frame that asks first.
        return [_info(frame, context) for frame in _frames()]

    def _frames():
        tb, frames = vm_stack(), []
        while tb is not None:
            frame = tb.tb_frame
            frame.f_back = frames[0] if frames else None
            frames.insert(0, frame)
            tb = tb.tb_next
        return frames

    def _info(frame, context):
        code = frame.f_code
        line = vm_source_line(frame.f_lineno)
        lines = None if line is None or not context else [line + "\n"]
        return FrameInfo(frame, code.co_filename, frame.f_lineno, code.co_name, lines, None if lines is None else 0)


if vm_mentioned("getfullargspec"):
    from collections import namedtuple as _row_of

    FullArgSpec = _row_of("FullArgSpec", "args varargs varkw defaults kwonlyargs kwonlydefaults annotations")

    def getfullargspec(func):
        # Of a method with what it is bound to, of a wrapper what itself takes.
        try:
            found = signature(func.__func__ if ismethod(func) else func, follow_wrapped=False)
        except Exception as error:
            raise TypeError("unsupported callable") from error
        args, varargs, varkw, defaults, named, named_defaults, annotations = [], None, None, [], [], {}, {}
        if found.return_annotation is not Signature.empty:
            annotations["return"] = found.return_annotation
        for name, parameter in found.parameters.items():
            kind, default = parameter.kind, parameter.default
            if kind == Parameter.VAR_POSITIONAL:
                varargs = name
            elif kind == Parameter.VAR_KEYWORD:
                varkw = name
            elif kind == Parameter.KEYWORD_ONLY:
                named.append(name)
                if default is not Parameter.empty:
                    named_defaults[name] = default
            else:
                args.append(name)
                if default is not Parameter.empty:
                    defaults.append(default)
            if parameter.annotation is not Parameter.empty:
                annotations[name] = parameter.annotation
        return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, named, named_defaults or None, annotations)
