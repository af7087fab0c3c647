# Exception groups, and what except* does with them (Objects/exceptions.c, PEP 654).

class BaseExceptionGroup(BaseException):
    def __new__(cls, message, exceptions, /):
        if not isinstance(message, str):
            raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}")
        if not vm_match_sequence(exceptions, 0, True):
            raise TypeError("second argument (exceptions) must be a sequence")
        parts = tuple(exceptions)
        if not parts:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        at = 0
        plain = True
        for part in parts:
            if not isinstance(part, BaseException):
                raise ValueError(f"Item {at} of second argument (exceptions) is not an exception")
            plain = plain and isinstance(part, Exception)
            at += 1
        if cls is BaseExceptionGroup and plain:
            cls = ExceptionGroup
        elif not plain and issubclass(cls, Exception):
            if cls is ExceptionGroup:
                raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
            raise TypeError(f"Cannot nest BaseExceptions in {cls.__name__!r}")
        made = vm_new(cls, (message, exceptions), {})
        made._message = message
        made._exceptions = parts
        return made

    def __init__(self, *args, **kwargs):
        pass

    @property
    def message(self):
        return self._message

    @property
    def exceptions(self):
        return self._exceptions

    def __str__(self):
        count = len(self._exceptions)
        return f"{self._message} ({count} sub-exception{'' if count == 1 else 's'})"

    def __repr__(self):
        return f"{type(self).__name__}({self._message!r}, {list(self._exceptions)!r})"

    def derive(self, exceptions, /):
        return BaseExceptionGroup(self._message, exceptions)

    def subgroup(self, condition, /):
        return vm_split_group(self, vm_group_test(condition))[0]

    def split(self, condition, /):
        return vm_split_group(self, vm_group_test(condition))

    @classmethod
    def __class_getitem__(cls, item):
        return cls

class ExceptionGroup(BaseExceptionGroup, Exception):
    pass

def vm_group_test(condition):
    # A class, a tuple of classes or a function.
    classes = condition if isinstance(condition, tuple) else (condition,)
    if classes and all([isinstance(one, type) and issubclass(one, BaseException) for one in classes]):
        return lambda exception: isinstance(exception, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")

def vm_derived(group, parts):
    if not parts:
        return None
    made = group.derive(parts)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    made.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, "__notes__", None)
    if notes is not None:
        made.__notes__ = list(notes)
    return made

def vm_split_group(exception, test):
    # The part for which the test holds, and the rest, each in the same nest of groups.
    if test(exception):
        return (exception, None)
    if not isinstance(exception, BaseExceptionGroup):
        return (None, exception)
    taken = []
    rest = []
    for part in exception.exceptions:
        match, other = vm_split_group(part, test)
        if match is not None:
            taken.append(match)
        if other is not None:
            rest.append(other)
    return (vm_derived(exception, taken), vm_derived(exception, rest))

def vm_except_star(exception, classes):
    # What a handler takes of what is left.
    for one in classes if isinstance(classes, tuple) else (classes,):
        if not isinstance(one, type) or not issubclass(one, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(one, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exception is None:
        return (None, None)
    if isinstance(exception, BaseExceptionGroup):
        return vm_split_group(exception, lambda part: isinstance(part, classes))
    if isinstance(exception, classes):
        group = BaseExceptionGroup("", (exception,))
        group.__traceback__ = exception.__traceback__
        return (group, None)
    return (None, exception)

def vm_leaves(exception, into):
    if isinstance(exception, BaseExceptionGroup):
        for part in exception.exceptions:
            vm_leaves(part, into)
    elif exception is not None:
        into.append(exception)
    return into

def vm_after_except_star(exception, rest, raised):
    # What goes on behind the handlers: what they raised, and what none of them took.
    if not raised:
        return rest
    if not isinstance(exception, BaseExceptionGroup):
        # It was put into a group for the handler.
        return raised[0] if len(raised) == 1 and raised[0] is exception else vm_new_group(raised, rest)
    again = [] if rest is None else vm_leaves(rest, [])
    own = []
    for one in raised:
        if isinstance(one, BaseExceptionGroup) and vm_is_part(one, exception):
            vm_leaves(one, again)
        else:
            own.append(one)
    if again:
        kept = vm_split_group(exception, lambda part: vm_is_among(part, again))[0]
        if not own:
            return kept
        own.append(kept)
    return own[0] if len(own) == 1 and own[0] is exception else BaseExceptionGroup("", own)

def vm_new_group(raised, rest):
    return BaseExceptionGroup("", raised if rest is None else raised + [rest])

def vm_is_among(exception, known):
    for one in known:
        if one is exception:
            return True
    return False

def vm_is_part(group, whole):
    # Whether a group was raised again as it was handed to the handler: nothing but leaves of the whole, with its past.
    known = vm_leaves(whole, [])
    same = [vm_is_among(leaf, known) for leaf in vm_leaves(group, [])]
    return all(same) and group.__cause__ is whole.__cause__ and group._message == whole._message
