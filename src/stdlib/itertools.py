# itertools: iterators made of iterators.
#
# What CPython does in C without a call into the program is one operation here, too: an iterator over builtin things is
# `_quiet`, and its step is taken as a whole. One that calls the program changes what it keeps by single operations.

import operator as _operator
from _itertools_rows import _Iterator, combinations, combinations_with_replacement, permutations, product

_MAXSIZE = 9223372036854775807
_missing = object()
_BUILTIN = frozenset((
    vm_list_iterator, vm_list_reverseiterator, vm_tuple_iterator, vm_bytes_iterator, vm_bytearray_iterator,
    vm_str_ascii_iterator, vm_str_iterator, vm_range_iterator, vm_longrange_iterator, vm_set_iterator, vm_reversed,
    vm_dict_keyiterator, vm_dict_valueiterator, vm_dict_itemiterator, vm_dict_reversekeyiterator,
    vm_dict_reversevalueiterator, vm_dict_reverseitemiterator,
))


def _of_source(take):
    # The iterator that this takes from; an empty one, where all is taken.
    return iter(()) if take is None else take.__self__


def _check_state(state, *kinds):
    if not isinstance(state, tuple):
        raise TypeError("state is not a tuple")
    if len(state) != len(kinds):
        raise TypeError(f"function takes exactly {len(kinds)} arguments ({len(state)} given)")
    for at in range(len(kinds)):
        if not isinstance(state[at], kinds[at]):
            raise TypeError(f"argument {at + 1} must be {kinds[at].__name__}, not {type(state[at]).__name__}")


def _is_quiet(iterator):
    kind = type(iterator)
    return kind in _BUILTIN or kind in _OWN and iterator._quiet


def _take_of(iterator, quiet):
    # Within a step that is taken as a whole, that of another of ours is a part of it.
    return iterator._step if quiet and type(iterator) in _OWN else iterator.__next__


def _open(iterable, quiet=True):
    # What takes the next item, and whether nothing calls the program.
    iterator = iter(iterable)
    quiet = quiet and _is_quiet(iterator)
    return _take_of(iterator, quiet), quiet


def _open_all(iterables):
    iterators = [iter(iterable) for iterable in iterables]
    quiet = all([_is_quiet(iterator) for iterator in iterators])
    # A tuple: nobody can write what several threads read there.
    return (*[_take_of(iterator, quiet) for iterator in iterators],), quiet


def _is_number(value):
    return isinstance(value, (int, float)) or any([hasattr(value, name) for name in ("__index__", "__int__", "__float__", "__complex__")])


class count(_Iterator):
    def _start(self, start=0, step=1):
        if not _is_number(start) or not _is_number(step):
            raise TypeError("a number is required")
        if isinstance(start, int) and isinstance(step, int) and step == 1:
            start, step = start + 0, 1
        self._at = start
        self._by = step
        self._quiet = type(start) in (int, float) and type(step) in (int, float)

    def _step(self):
        at = self._at
        self._at = at + self._by
        return at

    def __repr__(self):
        if isinstance(self._by, int) and self._by == 1:
            return f"{type(self).__name__}({self._at!r})"
        return f"{type(self).__name__}({self._at!r}, {self._by!r})"

    def __reduce__(self):
        if isinstance(self._by, int) and self._by == 1:
            return (type(self), (self._at,))
        return (type(self), (self._at, self._by))


class cycle(_Iterator):
    def _start(self, iterable, /):
        self._take, self._quiet = _open(iterable)
        self._saved = []
        self._at = 0
        self._is_saved = False

    def _step(self):
        saved = self._saved
        if self._take is not None:
            try:
                item = self._take()
                if not self._is_saved:
                    saved.append(item)
                return item
            except StopIteration:
                self._take = None
                # From here on nothing of the program is called.
                self._quiet = True
        if not saved:
            raise StopIteration
        at = self._at
        self._at = at + 1 if at + 1 < len(saved) else 0
        return saved[at]

    def __reduce__(self):
        if self._take is None:
            return type(self), (iter(self._saved[self._at:]),), (self._saved[:], 1)
        return type(self), (_of_source(self._take),), (self._saved[:], int(self._is_saved))

    def __setstate__(self, state):
        _check_state(state, list, int)
        self._saved = state[0]
        self._is_saved = bool(state[1])


class repeat(_Iterator):
    def _start(self, object, times=_missing):
        self._object = object
        self._left = None
        if times is not _missing:
            self._left = iter(range(_operator.index(times)))

    def _step(self):
        if self._left is not None:
            next(self._left)
        return self._object

    def __next__(self):
        if self._left is not None:
            next(self._left)
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left.__length_hint__()

    def __repr__(self):
        if self._left is None:
            return f"{type(self).__name__}({self._object!r})"
        return f"{type(self).__name__}({self._object!r}, {self._left.__length_hint__()})"

    def __reduce__(self):
        if self._left is None:
            return (type(self), (self._object,))
        return (type(self), (self._object, self._left.__length_hint__()))


class accumulate(_Iterator):
    def _start(self, iterable, func=None, *, initial=None):
        self._take, self._quiet = _open(iterable, func is None)
        self._func = func
        self._initial = initial
        self._total = _missing

    def _step(self):
        initial = self._initial
        if initial is not None:
            self._initial = None
            self._total = initial
            return initial
        item = self._take()
        total = self._total
        if total is not _missing:
            item = total + item if self._func is None else self._func(total, item)
        self._total = item
        return item

    def __reduce__(self):
        source = _of_source(self._take)
        if self._initial is not None:
            return _with_initial, (type(self), source, self._func, self._initial)
        return type(self), (source, self._func), None if self._total is _missing else (self._total,)

    def __setstate__(self, state):
        if state:
            self._total, = state


def _with_initial(cls, source, function, initial):
    return cls(source, function, initial=initial)


# What is read without a call into the program.
_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
_PLAIN = frozenset((list, tuple, str, bytes, dict, set, frozenset, range) + _VIEWS)


class chain(_Iterator):
    def _start(self, *iterables):
        self._begin(iterables)

    def _begin(self, iterables):
        self._outer = iter(iterables).__next__
        # What takes from the iterables that are being read: more than one, if threads have opened them at once.
        self._line = []
        kind = type(iterables)
        self._quiet = kind is str or (kind is tuple or kind is list) and all([_is_plain(part) for part in iterables])

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._begin(iterable)
        return self

    def _step(self):
        line = self._line
        while True:
            if not line:
                line.append(_take_of(iter(self._outer()), self._quiet))
            try:
                take = line[0]
            except IndexError:
                continue
            try:
                return take()
            except StopIteration:
                self._end(take)

    def __reduce__(self):
        if self._line:
            return type(self), (), (self._outer.__self__, self._line[0].__self__)
        return type(self), (), (self._outer.__self__,)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("state is not a tuple")
        if not 1 <= len(state) <= 2:
            raise TypeError(f"function takes at {'least 1 argument' if not state else 'most 2 arguments'} ({len(state)} given)")
        if not all([hasattr(type(part), "__next__") for part in state]):
            raise TypeError("Arguments must be iterators.")
        self._outer = state[0].__next__
        self._line = [part.__next__ for part in state[1:]]
        self._quiet = False

    def _end(self, take):
        if self._quiet:
            del self._line[0]
            return
        self._line.__imul__(1)
        vm_atomic(True)
        if self._line and self._line[0] is take:
            del self._line[0]
        vm_atomic(False)


def _is_plain(iterable):
    return type(iterable) in _PLAIN or _is_quiet(iterable)


class compress(_Iterator):
    def _start(self, data, selectors):
        (self._data, self._selectors), self._quiet = _open_all((data, selectors))

    def _step(self):
        while True:
            item = self._data()
            if self._selectors():
                return item

    def __reduce__(self):
        return type(self), (_of_source(self._data), _of_source(self._selectors))


class dropwhile(_Iterator):
    _quiet = False

    def _start(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)
        self._started = False

    def __next__(self):
        if self._started:
            return next(self._iterator)
        for item in self._iterator:
            if not self._predicate(item):
                self._started = True
                return item
        raise StopIteration

    def __reduce__(self):
        return type(self), (self._predicate, self._iterator), self._started

    def __setstate__(self, state):
        self._started = bool(state)


class takewhile(_Iterator):
    _quiet = False

    def _start(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)
        self._done = False

    def __next__(self):
        if not self._done:
            item = next(self._iterator)
            if self._predicate(item):
                return item
            self._done = True
        raise StopIteration

    def __reduce__(self):
        return type(self), (self._predicate, self._iterator), self._done

    def __setstate__(self, state):
        self._done = bool(state)


class filterfalse(_Iterator):
    def _start(self, function, iterable, /):
        self._take, self._quiet = _open(iterable, function is None or function is bool)
        self._function = function

    def _step(self):
        function = self._function
        while True:
            item = self._take()
            if not (item if function is None else function(item)):
                return item

    def __reduce__(self):
        return type(self), (self._function, _of_source(self._take))


class starmap(_Iterator):
    _quiet = False

    def _start(self, function, iterable, /):
        self._function = function
        self._iterator = iter(iterable)

    def __next__(self):
        return self._function(*next(self._iterator))

    def __reduce__(self):
        return type(self), (self._function, self._iterator)


class pairwise(_Iterator):
    def _start(self, iterable, /):
        self._take, self._quiet = _open(iterable)
        self._before = _missing

    def _step(self):
        if self._take is None:
            raise StopIteration
        before = self._before
        try:
            if before is _missing:
                before = self._take()
                self._before = before
                if self._take is None:
                    # It came back here while it was asked for an item, and ended.
                    self._before = _missing
                    raise StopIteration
            item = self._take()
        except StopIteration:
            self._take = None
            raise
        self._before = item
        return (before, item)


class zip_longest(_Iterator):
    def _start(self, *iterables, fillvalue=None):
        takes, self._quiet = _open_all(iterables)
        self._takes = [*takes]
        self._left = len(takes)
        self._fill = fillvalue

    def _step(self):
        takes = self._takes
        if not self._left:
            raise StopIteration
        row = []
        for at in range(len(takes)):
            item = self._fill
            take = takes[at]
            if take is not None:
                try:
                    item = take()
                except StopIteration:
                    takes[at] = None
                    self._left -= 1
                    if not self._left:
                        raise
                except BaseException:
                    self._left = 0
                    raise
            row.append(item)
        return (*row,)

    def __reduce__(self):
        return type(self), tuple([() if take is None else take.__self__ for take in self._takes]), self._fill

    def __setstate__(self, state):
        self._fill = state


def _place(value, is_stop):
    if value is None:
        return None
    try:
        value = _operator.index(value)
    except TypeError:
        value = -1
    if not 0 <= value <= _MAXSIZE:
        what = "Stop argument for islice()" if is_stop and not value < -1 else "Indices for islice()"
        raise ValueError(f"{what} must be None or an integer: 0 <= x <= sys.maxsize.")
    return value


class islice(_Iterator):
    def _start(self, iterable, /, *limits):
        if not 1 <= len(limits) <= 3:
            bound = "at least 2 arguments" if not limits else "at most 4 arguments"
            raise TypeError(f"islice expected {bound}, got {len(limits) + 1}")
        start, step = 0, 1
        stop = _place(limits[0 if len(limits) == 1 else 1], True)
        if len(limits) > 1:
            start = _place(limits[0], False) or 0
            if len(limits) == 3 and limits[2] is not None:
                try:
                    step = _operator.index(limits[2])
                except TypeError:
                    step = 0
                if not 1 <= step <= _MAXSIZE:
                    raise ValueError("Step for islice() must be a positive integer or None.")
        self._take, self._quiet = _open(iterable)
        self._wanted = start
        self._stop = stop
        self._by = step
        self._at = 0

    def _step(self):
        if self._take is None:
            raise StopIteration
        stop = self._stop
        wanted = self._wanted
        try:
            while self._at < wanted:
                self._take()
                self._at += 1
            if stop is not None and wanted >= stop:
                raise StopIteration
            item = self._take()
        except StopIteration:
            self._take = None
            raise
        self._at += 1
        wanted += self._by
        self._wanted = wanted if stop is None or wanted < stop else stop
        return item

    def __reduce__(self):
        if self._take is None:
            return type(self), (iter(()), 0), 0
        return type(self), (self._take.__self__, self._wanted, self._stop, self._by), self._at

    def __setstate__(self, state):
        self._at = _operator.index(state)


# tee: every item is in a cell of its own, with the cell that comes after it. An empty one is still to be read.


class _tee(_Iterator):
    def _start(self, iterable=(), /):
        if isinstance(iterable, _tee):
            self._take, self._quiet, self._cell = iterable._take, iterable._quiet, iterable._cell
        else:
            self._take, self._quiet = _open(iterable)
            self._cell = []

    def _step(self):
        cell = self._cell
        if len(cell) < 2:
            if self._quiet:
                cell.extend((self._take(), []))
            else:
                self._fill(cell)
        self._cell = cell[1]
        return cell[0]

    def _fill(self, cell):
        # While the program is asked for the item, something stands in the cell.
        cell.__imul__(1)
        vm_atomic(True)
        try:
            if len(cell) == 1:
                raise RuntimeError("cannot re-enter the tee iterator")
            if not cell:
                cell.append(_missing)
            else:
                return
        finally:
            vm_atomic(False)
        try:
            item = self._take()
        except BaseException:
            cell.clear()
            raise
        cell[:] = (item, [])

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if not n:
        return ()
    iterator = iter(iterable)
    copy = getattr(iterator, "__copy__", None)
    if copy is None:
        iterator = _tee(iterator)
        copy = iterator.__copy__
    return (iterator, *[copy() for _ in range(n - 1)])


class groupby(_Iterator):
    def _start(self, iterable, key=None):
        self._take, self._quiet = _open(iterable, key is None)
        self._function = key
        # The key of the group that was given out last, and the item that comes next, with its key.
        self._wanted = self._key = self._item = _missing
        self._group = None

    def _advance(self):
        item = self._take()
        key = item if self._function is None else self._function(item)
        self._item = item
        self._key = key

    def _step(self):
        self._group = None
        while self._key is _missing or self._wanted is not _missing and self._wanted == self._key:
            self._advance()
        self._wanted = self._key
        group = _grouper(self, self._key)
        self._group = group
        return (self._key, group)

    def __reduce__(self):
        made = (_of_source(self._take), self._function)
        if self._item is _missing or self._wanted is _missing:
            return type(self), made
        return type(self), made, (self._item, self._wanted, self._key)

    def __setstate__(self, state):
        _check_state(state, object, object, object)
        self._item, self._wanted, self._key = state


class _grouper(_Iterator):
    def _start(self, parent, key):
        self._parent = parent
        self._wanted = key
        self._quiet = parent._quiet

    def _step(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._item is _missing:
            parent._advance()
        if not (self._wanted is parent._key or self._wanted == parent._key):
            raise StopIteration
        item = parent._item
        parent._item = _missing
        return item

    def __reduce__(self):
        if self._parent._group is not self:
            return iter, ((),)
        return _grouper, (self._parent, self._wanted), True

    def __setstate__(self, state):
        # It is the group that the other one gave out last.
        self._parent._group = self


# Those whose step is theirs. A subclass of the program may do something else.
_OWN = frozenset((
    count, cycle, repeat, accumulate, chain, compress, filterfalse, pairwise, zip_longest, islice, _tee, groupby,
    _grouper, product, permutations, combinations, combinations_with_replacement,
))
