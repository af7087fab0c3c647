# Iteration over what the program iterates, and the builtin functions about it (Python/bltinmodule.c).

def vm_list_of(iterable):
    return [*iterable]

class iterator:
    # iter() of an object that has only __getitem__.
    def __init__(self, sequence):
        self._sequence = sequence
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._sequence is None:
            raise StopIteration
        if self._at == 9223372036854775807:
            raise OverflowError("iter index too large")
        try:
            item = self._sequence[self._at]
        except (IndexError, StopIteration):
            self._sequence = None
        else:
            self._at += 1
            return item
        raise StopIteration

vm_iterate_items = iterator
del iterator

class callable_iterator:
    def __init__(self, function, sentinel):
        self._function = function
        self._sentinel = sentinel
        self._done = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._done:
            raise StopIteration
        value = self._function()
        if self._done:
            # The call has come to its end itself.
            raise StopIteration
        if value == self._sentinel:
            self._done = True
            raise StopIteration
        return value

vm_callable_iterator = callable_iterator
del callable_iterator

def vm_iter(obj, *sentinel):
    for end in sentinel:
        if not callable(obj):
            raise TypeError("iter(v, w): v must be callable")
        return vm_callable_iterator(obj, end)
    result = vm_own_method(obj, "__iter__")()
    if not vm_is_iterator(result):
        raise TypeError(f"iter() returned non-iterator of type '{type(result).__name__}'")
    return result

def vm_next(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default

class enumerate:
    def __init__(self, iterable, start=0):
        self._iterator = iter(iterable)
        self._at = vm_index(start)

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self._iterator)
        at = self._at
        self._at = at + 1
        return (at, item)

class zip:
    def __init__(self, *iterables, strict=False):
        iterators = []
        for iterable in iterables:
            if not vm_is_iterable(iterable):
                at = len(iterators) + 1
                raise TypeError(f"'{type(iterable).__name__}' object is not iterable")
            iterators.append(iter(iterable))
        # A tuple: nobody can write what several threads read there.
        self._iterators = (*iterators,)
        self._strict = strict

    def __iter__(self):
        return self

    def __next__(self):
        iterators = self._iterators
        if not iterators:
            raise StopIteration
        row = []
        for iterator in iterators:
            item = vm_next(iterator, vm_nothing)
            if item is vm_nothing:
                if self._strict:
                    self._check(len(row))
                raise StopIteration
            row.append(item)
        return (*row,)

    def _check(self, at):
        if at > 0:
            before = "argument 1" if at == 1 else f"arguments 1-{at}"
            raise ValueError(f"zip() argument {at + 1} is shorter than {before}")
        at = 0
        for iterator in self._iterators:
            if at > 0 and vm_next(iterator, vm_nothing) is not vm_nothing:
                before = "argument 1" if at == 1 else f"arguments 1-{at}"
                raise ValueError(f"zip() argument {at + 1} is longer than {before}")
            at += 1

class map:
    def __init__(self, function, *iterables):
        if not iterables:
            raise TypeError("map() must have at least two arguments.")
        self._function = function
        self._iterators = (*[iter(iterable) for iterable in iterables],)

    def __iter__(self):
        return self

    def __next__(self):
        iterators = self._iterators
        if len(iterators) == 1:
            return self._function(next(iterators[0]))
        return self._function(*[next(iterator) for iterator in iterators])

class filter:
    def __init__(self, function, iterable):
        self._function = function
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        function = self._function
        iterator = self._iterator
        while True:
            item = next(iterator)
            if (item if function is None or function is bool else function(item)):
                return item

class vm_nothing:
    pass

def vm_all(iterable):
    for item in iterable:
        if not item:
            return False
    return True

def vm_any(iterable):
    for item in iterable:
        if item:
            return True
    return False

def vm_sum(iterable, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    total = start
    for item in iterable:
        total = total + item
    return total

def vm_min(args, key, default=vm_nothing):
    return vm_extreme("min", args, key, default)

def vm_max(args, key, default=vm_nothing):
    return vm_extreme("max", args, key, default)

def vm_extreme(name, args, key, default):
    if not args:
        raise TypeError(f"{name} expected at least 1 argument, got 0")
    items = args
    if len(args) == 1:
        items = args[0]
    elif default is not vm_nothing:
        raise TypeError(f"Cannot specify a default for {name}() with multiple positional arguments")
    best = best_key = vm_nothing
    for item in items:
        item_key = item if key is None else key(item)
        if best_key is not vm_nothing:
            if not (item_key < best_key if name == "min" else item_key > best_key):
                continue
        best = item
        best_key = item_key
    if best_key is vm_nothing:
        if default is vm_nothing:
            raise ValueError(f"{name}() arg is an empty sequence")
        return default
    return best

def vm_sorted(iterable, key, reverse):
    items = vm_list_of(iterable)
    items.sort(key=key, reverse=reverse)
    return items
