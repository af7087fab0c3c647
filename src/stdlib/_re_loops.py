# _re_loops: matching functions that are made of others. See _re_compiler for what they take and give.


def restoring(f):
    # The function, which remembers nothing when it fails.
    def restoring(s, i, g):
        saved = g[:]
        i = f(s, i, g)
        if i < 0:
            g[:] = saved
        return i

    return restoring


def stay(s, i, g):
    return i


def fail(s, i, g):
    return -1


def chain(fs, k):
    # The functions one after the other, and then k.
    if k is not None:
        fs = [*fs, k]
    if not fs:
        return stay
    if len(fs) == 1:
        return fs[0]
    if len(fs) == 2:
        first, second = fs

        def two(s, i, g):
            i = first(s, i, g)
            return second(s, i, g) if i >= 0 else -1

        return two
    if len(fs) == 3:
        first, second, third = fs

        def three(s, i, g):
            i = first(s, i, g)
            if i < 0:
                return -1
            i = second(s, i, g)
            return third(s, i, g) if i >= 0 else -1

        return three
    fs = (*fs,)

    def many(s, i, g):
        for f in fs:
            i = f(s, i, g)
            if i < 0:
                return -1
        return i

    return many


def advance(s, i, g):
    # Where an attempt began, it must not end.
    return -1 if i == g[-1] else i


def run_over(table, members):
    # Goes over the characters of a set: the first ones one by one, the others at once.
    def run(s, i, n):
        stop = i + 40
        if stop >= n:
            while i < n and table[s[i]]:
                i += 1
            return i
        while i < stop:
            if not table[s[i]]:
                return i
            i += 1
        while i < n:
            piece = s[i:i + 512 if i + 512 < n else n]
            left = len(piece.lstrip(members))
            i += len(piece) - left
            if left:
                return i
        return i

    return run


def optional(first, second, saves):
    def optional(s, i, g):
        saved = g[:] if saves else None
        j = first(s, i, g)
        if j >= 0:
            return j
        if saves:
            g[:] = saved
        return second(s, i, g)

    return optional


def greedy_loop(low, high, f, k, saves):
    # The body matches in one way only: it is repeated as often as it can be, then less often.
    if high is None:
        high = 1 << 62

    def loop(s, i, g):
        ends = [i]
        states = [g[:]] if saves else None
        while len(ends) <= high:
            j = f(s, i, g)
            if j < 0:
                break
            ends.append(j)
            if saves:
                states.append(g[:])
            if j == i and len(ends) > low + 1:
                break
            i = j
        while len(ends) > low:
            if saves:
                g[:] = states.pop()
            j = k(s, ends.pop(), g)
            if j >= 0:
                return j
        return -1

    return loop


def first_way(ways):
    def first_way(s, i, g):
        for j in ways(s, i, g):
            return j
        return -1

    return first_way


def one_way(f):
    def one_way(s, i, g):
        i = f(s, i, g)
        if i >= 0:
            yield i

    return one_way


def followed_by(ways, tail):
    if tail is None:
        return ways

    def both(s, i, g):
        for j in ways(s, i, g):
            yield from tail(s, j, g)

    return both


def generate_run(low, high, scan, greedy):
    def run(s, i, g):
        n = g[1]
        end = scan(s, i, i + high if i + high < n else n)
        saved = g[:]
        for j in (range(end, i + low - 1, -1) if greedy else range(i + low, end + 1)):
            yield j
            g[:] = saved

    return run


def generate_greedy(low, high, ways):
    def loop(s, i, g):
        # The repetitions that are begun: their ways, where they began, and what was remembered there.
        begun = []
        deeper = True
        while True:
            if deeper and len(begun) < high:
                begun.append((ways(s, i, g), i, g[:]))
            elif len(begun) >= low:
                yield i
            while True:
                if not begun:
                    return
                iterator, start, saved = begun[-1]
                i = next(iterator, None)
                if i is not None:
                    deeper = i != start or len(begun) <= low
                    break
                begun.pop()
                g[:] = saved
                i = start
                if len(begun) >= low:
                    yield i

    return loop


def generate_lazy(low, high, ways):
    def loop(s, i, g):
        begun = []
        start = -1
        while True:
            if len(begun) >= low:
                saved = g[:]
                yield i
                g[:] = saved
            if len(begun) < high and (i != start or len(begun) < low):
                begun.append((ways(s, i, g), i if len(begun) >= low else -1))
            while True:
                if not begun:
                    return
                iterator, start = begun[-1]
                i = next(iterator, None)
                if i is not None:
                    break
                begun.pop()

    return loop
