# How inspect tells what a function takes.

import enum as _enum


class _empty:
    __module__ = "inspect"


class _Kind(_enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return _DESCRIPTIONS[self]


_DESCRIPTIONS = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")


def formatannotation(annotation, base_module=None):
    if type(annotation).__module__ == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _Kind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _Kind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _Kind.VAR_POSITIONAL
    KEYWORD_ONLY = _Kind.KEYWORD_ONLY
    VAR_KEYWORD = _Kind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _Kind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and kind in (_Kind.VAR_POSITIONAL, _Kind.VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=vm_nothing, kind=vm_nothing, annotation=vm_nothing, default=vm_nothing):
        return type(self)(
            self._name if name is vm_nothing else name,
            self._kind if kind is vm_nothing else kind,
            default=self._default if default is vm_nothing else default,
            annotation=self._annotation if annotation is vm_nothing else annotation,
        )

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return {_Kind.VAR_POSITIONAL: "*", _Kind.VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        mine = (self._name, self._kind, self._default, self._annotation)
        return mine == (other._name, other._kind, other._default, other._annotation)


class BoundArguments:
    __module__ = "inspect"
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_Kind.VAR_KEYWORD, _Kind.KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _Kind.VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        named = False
        for name, parameter in self._signature.parameters.items():
            if not named:
                named = parameter.kind in (_Kind.VAR_KEYWORD, _Kind.KEYWORD_ONLY)
                if not named and name not in self.arguments:
                    named = True
                    continue
            if not named or name not in self.arguments:
                continue
            if parameter.kind == _Kind.VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind == _Kind.VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind == _Kind.VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in self.arguments.items()]
        return f"<{type(self).__name__} ({', '.join(parts)})>"


class Signature:
    __module__ = "inspect"
    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found = {}
        kind, defaults = _Kind.POSITIONAL_ONLY, False
        for parameter in parameters or ():
            if parameter.kind < kind:
                order = f"{kind.description} parameter before {parameter.kind.description} parameter"
                raise ValueError(f"wrong parameter order: {order}")
            kind = parameter.kind
            if kind in (_Kind.POSITIONAL_ONLY, _Kind.POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    defaults = True
                elif defaults:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in found:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            found[parameter.name] = parameter
        self._parameters = found
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        made = _of(obj, cls, follow_wrapped)
        return _with_values(made, obj, globals, locals) if eval_str else made

    @property
    def parameters(self):
        from types import MappingProxyType

        return MappingProxyType(self._parameters)

    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=vm_nothing, return_annotation=vm_nothing):
        return type(self)(
            self._parameters.values() if parameters is vm_nothing else parameters,
            return_annotation=self._return_annotation if return_annotation is vm_nothing else return_annotation,
        )

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        given = list(args)
        kwargs = dict(kwargs)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _Kind.VAR_POSITIONAL:
                if given:
                    arguments[name] = tuple(given)
                    given = []
            elif kind == _Kind.VAR_KEYWORD:
                continue
            elif kind != _Kind.KEYWORD_ONLY and given:
                if name in kwargs and kind != _Kind.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = given.pop(0)
            elif kind != _Kind.POSITIONAL_ONLY and name in kwargs:
                if given:
                    raise TypeError("too many positional arguments")
                arguments[name] = kwargs.pop(name)
            elif kind == _Kind.POSITIONAL_ONLY and name in kwargs and not self._takes_names():
                raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
            elif parameter.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if given:
            raise TypeError("too many positional arguments")
        if kwargs:
            rest = [name for name, parameter in self._parameters.items() if parameter.kind == _Kind.VAR_KEYWORD]
            if not rest:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest[0]] = kwargs
        return BoundArguments(self, arguments)

    def _takes_names(self):
        return any([parameter.kind == _Kind.VAR_KEYWORD for parameter in self._parameters.values()])

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        named = lambda it: {name: one for name, one in it._parameters.items() if one.kind == _Kind.KEYWORD_ONLY}
        order = lambda it: [one for one in it._parameters.values() if one.kind != _Kind.KEYWORD_ONLY]
        same = self._return_annotation == other._return_annotation and order(self) == order(other)
        return same and named(self) == named(other)

    def __str__(self):
        parts = []
        positional_only, star = False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _Kind.POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                parts.append("/")
                positional_only = False
            if kind == _Kind.VAR_POSITIONAL:
                star = False
            elif kind == _Kind.KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(parameter))
        if positional_only:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


def _with_values(made, obj, globals, locals):
    # The signature with what the texts among its annotations name.
    from _annotations import evaluated

    obj = unwrap(obj)
    if globals is None:
        function = obj.__init__ if isinstance(obj, type) else getattr(obj, "func", obj)
        globals = getattr(function, "__globals__", {})
    value = lambda text: evaluated(text, globals, locals) if isinstance(text, str) else text
    parameters = [one.replace(annotation=value(one.annotation)) for one in made.parameters.values()]
    return made.replace(parameters=parameters, return_annotation=value(made.return_annotation))


def unwrap(func, *, stop=None):
    seen = [func]
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any([func is one for one in seen]):
            raise ValueError(f"wrapper loop when unwrapping {seen[0]!r}")
        seen.append(func)
    return func


def _of(obj, cls, follow_wrapped=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if type(obj).__name__ == "method" and hasattr(obj, "__func__"):
        return _without_first(_of(obj.__func__, cls, follow_wrapped))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda one: hasattr(one, "__signature__"))
        if type(obj).__name__ == "method" and hasattr(obj, "__func__"):
            return _of(obj, cls, follow_wrapped)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    if type(obj) is type(_of):
        return _of_function(obj, cls)
    if type(obj).__name__ == "partial" and hasattr(obj, "keywords"):
        return _of_partial(obj, cls, follow_wrapped)
    if isinstance(obj, type):
        kind = type(obj)
        if kind is not type and type(kind.__call__) is type(_of):
            return _without_first(_of(kind.__call__, cls, follow_wrapped))
        for name in ("__new__", "__init__"):
            for base in obj.__mro__:
                found = base.__dict__.get(name) if base is not object else None
                if found is not None:
                    found = getattr(found, "__func__", found)
                    if type(found) is type(_of):
                        return _without_first(_of(found, cls, follow_wrapped))
                    raise ValueError(f"no signature found for builtin type {obj!r}")
        if object in obj.__bases__ or all([base.__module__ != "builtins" for base in obj.__mro__[:-1]]):
            return cls()
        raise ValueError(f"no signature found for builtin type {obj!r}")
    call = getattr(type(obj), "__call__", None)
    if type(call) is type(_of):
        return _without_first(_of(call, cls, follow_wrapped))
    if type(obj) is type(len):
        raise ValueError(f"no signature found for builtin {obj!r}")
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _of_function(func, cls):
    code = func.__code__
    names = code.co_varnames
    positional, first_keyword = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    defaults, named_defaults = func.__defaults__ or (), func.__kwdefaults__ or {}
    annotations = getattr(func, "__annotations__", None) or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for at, name in enumerate(names[:positional]):
        kind = _Kind.POSITIONAL_ONLY if at < code.co_posonlyargcount else _Kind.POSITIONAL_OR_KEYWORD
        behind = at - (positional - len(defaults))
        add(name, kind, defaults[behind] if behind >= 0 else _empty)
    more = first_keyword
    if code.co_flags & 0x04:
        add(names[more], _Kind.VAR_POSITIONAL)
        more += 1
    for name in names[positional:first_keyword]:
        add(name, _Kind.KEYWORD_ONLY, named_defaults.get(name, _empty))
    if code.co_flags & 0x08:
        add(names[more], _Kind.VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters:
        raise ValueError("invalid method signature")
    if parameters[0].kind in (_Kind.VAR_KEYWORD, _Kind.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind != _Kind.VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_partial(obj, cls, follow_wrapped):
    whole = _of(obj.func, cls, follow_wrapped)
    try:
        bound = whole.bind_partial(*obj.args, **obj.keywords).arguments
    except TypeError as error:
        raise ValueError(f"partial object {obj!r} has incorrect arguments") from error
    parameters = []
    named = False
    for name, parameter in whole.parameters.items():
        kind = parameter.kind
        if name in bound and kind not in (_Kind.VAR_POSITIONAL, _Kind.VAR_KEYWORD):
            if kind == _Kind.POSITIONAL_ONLY:
                continue
            if name not in obj.keywords:
                continue
            named = named or kind == _Kind.POSITIONAL_OR_KEYWORD
            parameter = parameter.replace(default=bound[name], kind=_Kind.KEYWORD_ONLY)
        elif named:
            if kind == _Kind.POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_Kind.KEYWORD_ONLY)
            elif kind == _Kind.VAR_POSITIONAL:
                continue
        parameters.append(parameter)
    return whole.replace(parameters=parameters)
