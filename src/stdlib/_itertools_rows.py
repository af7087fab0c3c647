# The iterators of itertools that make rows of pools, and what all of itertools' iterators have in common.

import operator as _operator


class _Iterator:
    _quiet = True

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._turn = []
        if kwargs and cls.__init__ is not object.__init__ and cls.__module__ != "itertools":
            # They are for the __init__ of the program's class.
            kwargs = {}
        self._start(*args, **kwargs)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if not self._quiet:
            return self._step()
        # A change that changes nothing: before it, others can go.
        self._turn.__imul__(1)
        vm_atomic(True)
        try:
            return self._step()
        finally:
            vm_atomic(False)


# Rows of items out of pools that are read first. A generator has where it is; the places that it has come to are in a list
# that all can read: [None] before the first row, [True] after the last.


class _Rows(_Iterator):
    def _begin(self, rows, arguments, places=None):
        self._arguments = arguments
        self._places = [None] if places is None else places
        self._rows = rows(*arguments, self._places)
        self._make = rows

    def _step(self):
        return next(self._rows)

    def __next__(self):
        self._turn.__imul__(1)
        vm_atomic(True)
        try:
            return next(self._rows)
        finally:
            vm_atomic(False)

    def _given(self):
        return self._arguments

    def __reduce__(self):
        places = self._places
        if places[:1] == [None]:
            return type(self), self._given()
        if places and places[0] is True:
            return type(self), self._none()
        return type(self), self._given(), self._state()

    def _none(self):
        return (), 1

    def _state(self):
        return tuple(self._places)

    def __setstate__(self, state):
        size = len(self._arguments[0])
        if not isinstance(state, tuple) or len(state) != self._width():
            raise ValueError("invalid arguments")
        self._begin(self._make, self._arguments, [min(max(place, 0), size - 1) for place in state])

    def _width(self):
        return self._arguments[1]


def _count_of(r):
    if not isinstance(r, int) and not hasattr(r, "__index__"):
        raise TypeError(f"'{type(r).__name__}' object cannot be interpreted as an integer")
    r = _operator.index(r)
    if r < 0:
        raise ValueError("r must be non-negative")
    return r


class product(_Rows):
    __module__ = "itertools"

    def _start(self, *iterables, **keywords):
        if len(keywords) > 1:
            raise TypeError(f"product() takes at most 1 keyword argument ({len(keywords)} given)")
        if keywords and "repeat" not in keywords:
            raise TypeError(f"'{next(iter(keywords))}' is an invalid keyword argument for product()")
        repeat = _operator.index(keywords.get("repeat", 1))
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._begin(_product, ([tuple(iterable) for iterable in iterables] * repeat,))

    def _given(self):
        return tuple(self._arguments[0])

    def _none(self):
        return ((),)

    def _state(self):
        # The last place is told by what reads its pool.
        if not self._arguments[0]:
            return ()
        *places, inner = self._places
        return (*places, len(self._arguments[0][-1]) - inner.__length_hint__() - 1)

    def __setstate__(self, state):
        pools = self._arguments[0]
        if not isinstance(state, tuple) or len(state) != len(pools):
            raise ValueError("invalid arguments")
        if all(pools):
            self._begin(_product, (pools,), [min(max(place, 0), len(pool) - 1) for place, pool in zip(state, pools)])


def _product(pools, places):
    begun = places != [None]
    if not all(pools):
        places[:] = (True,)
        return
    if not pools:
        if not begun:
            del places[:]
            yield ()
        places[:] = (True,)
        return
    *pools, last = pools
    last_places = range(len(pools) - 1, -1, -1)
    inner = iter(last)
    if begun:
        for _ in range(places[-1] + 1):
            next(inner)
        places[-1] = inner
    else:
        places[:] = [0] * len(pools) + [inner]
    row = [pool[place] for pool, place in zip(pools, places)]
    while True:
        before = (*row,)
        for item in inner:
            yield before + (item,)
        for at in last_places:
            place = places[at] + 1
            if place < len(pools[at]):
                places[at] = place
                row[at] = pools[at][place]
                break
            places[at] = 0
            row[at] = pools[at][0]
        else:
            places[:] = (True,)
            return
        inner = iter(last)
        places[-1] = inner


class permutations(_Rows):
    __module__ = "itertools"

    def _start(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError("Expected int as r")
        elif r < 0:
            raise ValueError("r must be non-negative")
        self._begin(_permutations, (pool, r))

    def _width(self):
        return len(self._arguments[0])


def _permutations(pool, r, order):
    size = len(pool)
    if order == [None]:
        if r > size:
            order[:] = (True,)
            return
        order[:] = range(size)
        yield (*pool[:r],)
    while True:
        # The last place that can have a later item of those that are not used before it.
        for at in range(r - 1, -1, -1):
            later = [place for place in order[at + 1:] if place > order[at]]
            if later:
                break
        else:
            order[:] = (True,)
            return
        rest = order[at:]
        chosen = min(later)
        rest.remove(chosen)
        rest.sort()
        order[at] = chosen
        order[at + 1:] = rest
        yield (*[pool[place] for place in order[:r]],)


class combinations(_Rows):
    __module__ = "itertools"

    def _start(self, iterable, r):
        pool = tuple(iterable)
        self._begin(_combinations, (pool, _count_of(r)))


def _combinations(pool, r, places):
    size = len(pool)
    if places == [None]:
        if r > size:
            places[:] = (True,)
            return
        places[:] = range(r)
        yield (*pool[:r],)
    while True:
        for at in range(r - 1, -1, -1):
            if places[at] != at + size - r:
                break
        else:
            places[:] = (True,)
            return
        first = places[at] + 1
        places[at:] = range(first, first + r - at)
        yield (*[pool[place] for place in places],)


class combinations_with_replacement(_Rows):
    __module__ = "itertools"

    def _start(self, iterable, r):
        pool = tuple(iterable)
        self._begin(_combinations_with_replacement, (pool, _count_of(r)))


def _combinations_with_replacement(pool, r, places):
    size = len(pool)
    if places == [None]:
        if not size and r:
            places[:] = (True,)
            return
        places[:] = [0] * r
        yield (*[pool[place] for place in places],)
    while True:
        for at in range(r - 1, -1, -1):
            if places[at] != size - 1:
                break
        else:
            places[:] = (True,)
            return
        places[at:] = [places[at] + 1] * (r - at)
        yield (*[pool[place] for place in places],)
