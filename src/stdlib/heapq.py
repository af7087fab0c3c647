# heapq: a list as a heap, whose first item is its smallest.

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

# Comparing these calls nothing of the program: what CPython does with them in C is one operation here.
_PLAIN = frozenset((int, float, bool, str, bytes, tuple))


def _unchanged(heap, size):
    # A comparison of the program may have let somebody else at the list.
    if len(heap) != size:
        raise RuntimeError("list changed size during iteration")


def _rise(heap, start, at):
    # The item at the place goes up until its parent is not larger.
    size = len(heap)
    item = heap[at]
    while at > start:
        parent = (at - 1) // 2
        above = heap[parent]
        smaller = item < above
        _unchanged(heap, size)
        if not smaller:
            break
        heap[at] = above
        heap[parent] = item
        at = parent


def _sink(heap, at):
    # The item at the place goes down to the bottom, the smaller child up each time, and then up again.
    size = len(heap)
    start = at
    child = 2 * at + 1
    while child < size:
        if child + 1 < size:
            left_smaller = heap[child] < heap[child + 1]
            _unchanged(heap, size)
            if not left_smaller:
                child += 1
        heap[at], heap[child] = heap[child], heap[at]
        at = child
        child = 2 * at + 1
    _rise(heap, start, at)


def _whole(name, work, heap, *item):
    if not isinstance(heap, list):
        which = "argument 1" if item else "argument"
        raise TypeError(f"{name}() {which} must be list, not {type(heap).__name__}")
    for sample in item or heap[:1]:
        if type(sample) not in _PLAIN:
            return work(heap, *item)
    # A change that changes nothing: before it, others can go.
    heap.__imul__(1)
    vm_atomic(True)
    try:
        return work(heap, *item)
    finally:
        vm_atomic(False)


def _push(heap, item):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def _pop(heap):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def _replace(heap, item):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def _push_pop(heap, item):
    if not heap:
        return item
    smaller = heap[0] < item
    if not smaller:
        return item
    if not heap:
        raise IndexError("index out of range")
    return _replace(heap, item)


def _arrange(heap):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


def heappush(heap, item, /):
    _whole("heappush", _push, heap, item)


def heappop(heap, /):
    return _whole("heappop", _pop, heap)


def heapreplace(heap, item, /):
    return _whole("heapreplace", _replace, heap, item)


def heappushpop(heap, item, /):
    return _whole("heappushpop", _push_pop, heap, item)


def heapify(heap, /):
    _whole("heapify", _arrange, heap)


if vm_mentioned("_heap", "_max"):
    # The same with the largest item first, which CPython has for itself.

    def _down_max(heap, start, at):
        item = heap[at]
        while at > start and heap[(at - 1) // 2] < item:
            heap[at] = heap[(at - 1) // 2]
            at = (at - 1) // 2
        heap[at] = item

    def _up_max(heap, at):
        start, size, item = at, len(heap), heap[at]
        while 2 * at + 1 < size:
            child = 2 * at + 1
            if child + 1 < size and not heap[child + 1] < heap[child]:
                child += 1
            heap[at] = heap[child]
            at = child
        heap[at] = item
        _down_max(heap, start, at)

    def _heappop_max(heap, /):
        last = heap.pop()
        if heap:
            last, heap[0] = heap[0], last
            _up_max(heap, 0)
        return last

    def _heapreplace_max(heap, item, /):
        first = heap[0]
        heap[0] = item
        _up_max(heap, 0)
        return first

    def _heapify_max(heap, /):
        for at in range(len(heap) // 2 - 1, -1, -1):
            _up_max(heap, at)


def merge(*iterables, key=None, reverse=False):
    # Of each iterable that is not at its end: the key, the item, and what takes the next.
    heads = []
    for iterable in iterables:
        take = iter(iterable).__next__
        try:
            item = take()
        except StopIteration:
            continue
        heads.append([item if key is None else key(item), item, take])
    while len(heads) > 1:
        first = heads[0]
        for head in heads[1:]:
            if (first[0] < head[0]) if reverse else (head[0] < first[0]):
                first = head
        yield first[1]
        try:
            item = first[2]()
        except StopIteration:
            heads = [head for head in heads if head is not first]
        else:
            first[0] = item if key is None else key(item)
            first[1] = item
    for _, item, take in heads:
        yield item
        while True:
            try:
                item = take()
            except StopIteration:
                return
            yield item


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n] if n > 0 else []


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else []
