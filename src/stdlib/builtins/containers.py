# Containers: what calls the program's own comparisons, hashes and functions.

def vm_arrange(queue, result):
    # A priority queue has changed, and only the program can compare its items: as heapq does, in one step.
    vm_atomic(True)
    try:
        arranged = False
        while not arranged:
            before = vm_heap_items(queue)
            items = before[:]
            try:
                if vm_heap_last(queue):
                    vm_heap_rise(items, 0, len(items) - 1)
                else:
                    vm_heap_sink(items, 0)
            except BaseException:
                vm_heap_arrange(queue, before, items, False)
                raise
            arranged = vm_heap_arrange(queue, before, items, True)
        return result
    finally:
        vm_atomic(False)

def vm_heap_rise(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) // 2
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        heap[parent] = item
        at = parent

def vm_heap_sink(heap, at):
    start = at
    end = len(heap)
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        item = heap[at]
        heap[at] = heap[child]
        heap[child] = item
        at = child
        child = 2 * at + 1
    vm_heap_rise(heap, start, at)

# Dicts and sets whose keys the program hashes or compares: see machine/types/keyed.rs.

def vm_keyed(work, container, key, value=None):
    hashed = hash(key)
    unequal = []
    while True:
        done, result = work(container, hashed, key, value, unequal)
        if done:
            return result
        if result == key:
            key = result
        else:
            unequal.append(result)

def vm_dict_insert(self, key, value):
    vm_keyed(vm_key_store, self, key, value)

def vm_dict___setitem__(self, key, value):
    vm_keyed(vm_key_store, self, key, value)

def vm_dict___getitem__(self, key):
    found, value = vm_keyed(vm_key_find, self, key)
    if not found:
        raise KeyError(key)
    return value

def vm_dict___delitem__(self, key):
    found, value = vm_keyed(vm_key_drop, self, key)
    if not found:
        raise KeyError(key)

def vm_dict___contains__(self, key):
    return vm_keyed(vm_key_find, self, key)[0]

def vm_dict_get(self, key, default):
    found, value = vm_keyed(vm_key_find, self, key)
    return value if found else default

def vm_dict_setdefault(self, key, default):
    return vm_keyed(vm_key_default, self, key, default)

def vm_dict_pop(self, key, *default):
    found, value = vm_keyed(vm_key_drop, self, key)
    if found:
        return value
    for value in default:
        return value
    raise KeyError(key)

def vm_dict_merge(self, sources, keywords):
    for source in sources:
        if vm_kind(source) == "dict" and vm_own_method(source, "__iter__") is None:
            # As PyDict_Merge: what a subclass overrides besides is not asked.
            for key, value in vm_base(source).items():
                vm_keyed(vm_key_store, self, key, value)
        elif hasattr(source, "keys"):
            for key in source.keys():
                vm_keyed(vm_key_store, self, key, source[key])
        else:
            vm_dict_merge_pairs(self, source)
    for name in keywords:
        vm_keyed(vm_key_store, self, name, keywords[name])

def vm_dict_merge_pairs(self, pairs):
    at = 0
    for pair in pairs:
        try:
            items = vm_list_of(pair)
        except TypeError:
            raise TypeError(f"cannot convert dictionary update sequence element #{at} to a sequence") from None
        if len(items) != 2:
            raise ValueError(f"dictionary update sequence element #{at} has length {len(items)}; 2 is required")
        vm_keyed(vm_key_store, self, items[0], items[1])
        at += 1

def vm_dict_of(dict, sources, keywords):
    vm_dict_merge(dict, sources, keywords)
    return dict

def vm_dict___ior__(self, other):
    vm_dict_merge(self, (other,), {})
    return self

def vm_dict_spread(dict, mapping):
    if not hasattr(mapping, "keys"):
        raise TypeError(f"'{mapping.__class__.__name__}' object is not a mapping")
    for key in mapping.keys():
        vm_keyed(vm_key_store, dict, key, mapping[key])

def vm_fromkeys(cls, iterable, value):
    new = cls()
    for key in iterable:
        new[key] = value
    return new

def vm_build_dict(items):
    new = {}
    for at in range(0, len(items), 2):
        vm_keyed(vm_key_store, new, items[at], items[at + 1])
    return new

def vm_build_set(items):
    return vm_set(items)

def vm_set(iterable):
    new = set()
    for item in iterable:
        vm_keyed(vm_member_add, new, item)
    return new

def vm_frozenset(iterable):
    return vm_freeze_set(vm_set(iterable))

def vm_set_spread(set, items):
    for item in items:
        vm_keyed(vm_member_add, set, item)

def vm_set___init__(self, iterable):
    new = vm_set(iterable)
    self.clear()
    vm_set_spread(self, new)

def vm_set___contains__(self, item):
    return vm_keyed(vm_key_find, self, item)[0]

def vm_frozenset___contains__(self, item):
    return vm_keyed(vm_key_find, self, item)[0]

def vm_set_add(self, item):
    vm_keyed(vm_member_add, self, item)

def vm_set_discard(self, item):
    vm_keyed(vm_member_drop, self, item)

def vm_set_remove(self, item):
    if not vm_keyed(vm_member_drop, self, item):
        raise KeyError(item)

def vm_set_update(self, others):
    for other in others:
        for item in other:
            vm_keyed(vm_member_add, self, item)

def vm_set_difference_update(self, others):
    for other in others:
        for item in vm_list_of(other):
            vm_keyed(vm_member_drop, self, item)

def vm_set_intersection_update(self, others):
    for other in others:
        wanted = vm_set(other)
        for item in vm_list_of(self):
            if not vm_keyed(vm_key_find, wanted, item)[0]:
                vm_keyed(vm_member_drop, self, item)

def vm_set_symmetric_difference_update(self, other):
    for item in vm_set(other):
        if not vm_keyed(vm_member_drop, self, item):
            vm_keyed(vm_member_add, self, item)

def vm_set_union(self, others):
    new = vm_set(self)
    vm_set_update(new, others)
    return vm_set_like(self, new)

def vm_set_difference(self, others):
    new = vm_set(self)
    vm_set_difference_update(new, others)
    return vm_set_like(self, new)

def vm_set_intersection(self, others):
    new = vm_set(self)
    vm_set_intersection_update(new, others)
    return vm_set_like(self, new)

def vm_set_symmetric_difference(self, other):
    new = vm_set(self)
    vm_set_symmetric_difference_update(new, other)
    return vm_set_like(self, new)

def vm_set_isdisjoint(self, other):
    for item in other:
        if vm_keyed(vm_key_find, self, item)[0]:
            return False
    return True

def vm_set_issubset(self, other):
    wanted = vm_set(other)
    for item in self:
        if not vm_keyed(vm_key_find, wanted, item)[0]:
            return False
    return True

def vm_set_issuperset(self, other):
    for item in other:
        if not vm_keyed(vm_key_find, self, item)[0]:
            return False
    return True

def vm_set_like(self, new):
    return vm_freeze_set(new) if isinstance(self, frozenset) else new

def vm_set___ior__(self, other):
    vm_set_update(self, (other,))
    return self

def vm_set___iand__(self, other):
    vm_set_intersection_update(self, (other,))
    return self

def vm_set___isub__(self, other):
    vm_set_difference_update(self, (other,))
    return self

def vm_set___ixor__(self, other):
    vm_set_symmetric_difference_update(self, other)
    return self

vm_frozenset_union = vm_set_union
vm_frozenset_difference = vm_set_difference
vm_frozenset_intersection = vm_set_intersection
vm_frozenset_symmetric_difference = vm_set_symmetric_difference
vm_frozenset_isdisjoint = vm_set_isdisjoint
vm_frozenset_issubset = vm_set_issubset
vm_frozenset_issuperset = vm_set_issuperset

# Operators of dicts and sets whose keys only the program can compare; some change their left side.

def vm_vm_builtin_binary(a, b, name, in_place):
    if name == "mul":
        return vm_plain_index(a) * vm_plain_index(b)
    if isinstance(a, (str, bytes)):
        return vm_percent(a, b)
    if isinstance(a, bytearray):
        return bytearray(vm_percent(a, b))
    if isinstance(a, dict):
        return vm_dict_of(vm_dict_of({}, (a,), {}), (b,), {})
    new = vm_set(a)
    if name == "or":
        vm_set_update(new, (b,))
    elif name == "and":
        vm_set_intersection_update(new, (b,))
    elif name == "sub":
        vm_set_difference_update(new, (b,))
    else:
        vm_set_symmetric_difference_update(new, b)
    return vm_set_like(a, new)

def vm_in_place(self, other, symbol):
    if isinstance(self, list):
        vm_list_extend(self, other)
    elif isinstance(self, dict):
        vm_dict_merge(self, (other,), {})
    elif symbol == "|":
        vm_set_update(self, (other,))
    elif symbol == "-":
        vm_set_difference_update(self, (other,))
    elif symbol == "&":
        vm_set_intersection_update(self, (other,))
    else:
        vm_set_symmetric_difference_update(self, other)
    return self

# Lists and tuples.

def vm_list(iterable):
    return [item for item in iterable]

def vm_tuple(iterable):
    return (*vm_list_of(iterable),)

def vm_list___init__(self, iterable):
    vm_list_put_back(self, vm_list_of(iterable))

def vm_list___setitem__(self, index, value):
    vm_base(self)[vm_plain_index(index)] = vm_list_of(value) if isinstance(index, slice) else value

def vm_list___contains__(self, item):
    for known in vm_base(self):
        if known is item or known == item:
            return True
    return False

vm_tuple___contains__ = vm_list___contains__

def vm_list___iadd__(self, iterable):
    vm_list_extend(self, iterable)
    return self

def vm_list_extend(list, iterable):
    for item in iterable:
        list.append(item)

def vm_list_index(self, value, start, stop):
    length = len(self)
    if start < 0:
        start = start + length if start + length > 0 else 0
    if stop < 0:
        stop += length
    while start < stop and start < len(self):
        item = self[start]
        if item is value or item == value:
            return start
        start += 1
    if isinstance(self, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError(f"{value!r} is not in list")

vm_tuple_index = vm_list_index

def vm_list_count(self, value):
    count = at = 0
    while at < len(self):
        item = self[at]
        if item is value or item == value:
            count += 1
        at += 1
    return count

vm_tuple_count = vm_list_count

def vm_range_count(self, value):
    count = 0
    for item in self:
        if item == value:
            count += 1
    return count

def vm_range_index(self, value):
    at = 0
    for item in self:
        if item == value:
            return at
        at += 1
    raise ValueError("sequence.index(x): x not in sequence")

def vm_range___contains__(self, value):
    for item in self:
        if item == value:
            return True
    return False

def vm_list_remove(self, value):
    at = 0
    while at < len(self):
        item = self[at]
        if item is value or item == value:
            del self[at]
            return
        at += 1
    raise ValueError("list.remove(x): x not in list")

def vm_list_insert(self, index, value):
    self.insert(index.__index__(), value)

def vm_list_pop(self, index):
    return self.pop(index.__index__())

def vm_list_sort(self, key, reverse):
    items = vm_list_take(self)
    try:
        result = vm_sort_by(items, items if key is None else [key(item) for item in items], reverse)
    except BaseException:
        vm_list_put_back(self, items)
        raise
    if not vm_list_put_back(self, result):
        raise ValueError("list modified during sort")

def vm_vm_sort_by(items, keys, reverse):
    # As list.sort compares: runs are found, made longer by insertion, and merged.
    order = [at for at in range(len(items))]
    if reverse:
        order.reverse()
    runs = []
    start = 0
    shortest = vm_shortest_run(len(order))
    while start < len(order):
        end = vm_find_run(order, keys, start)
        longer = start + shortest if start + shortest < len(order) else len(order)
        if end < longer:
            vm_insert_into_run(order, keys, start, end, longer)
            end = longer
        runs.append(order[start:end])
        start = end
    while len(runs) > 1:
        merged = []
        for at in range(0, len(runs) - 1, 2):
            merged.append(vm_merge_runs(runs[at], runs[at + 1], keys))
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    order = runs[0] if runs else []
    if reverse:
        order.reverse()
    return [items[at] for at in order]

def vm_shortest_run(length):
    odd = 0
    while length >= 64:
        odd |= length & 1
        length >>= 1
    return length + odd

def vm_find_run(order, keys, start):
    end = start + 1
    if end == len(order):
        return end
    falls = True if keys[order[end]] < keys[order[start]] else False
    end += 1
    while end < len(order) and (True if keys[order[end]] < keys[order[end - 1]] else False) is falls:
        end += 1
    if falls:
        run = order[start:end]
        run.reverse()
        order[start:end] = run
    return end

def vm_insert_into_run(order, keys, start, sorted_to, end):
    for at in range(sorted_to, end):
        item = order[at]
        low = start
        high = at
        while low < high:
            middle = low + (high - low) // 2
            if keys[item] < keys[order[middle]]:
                high = middle
            else:
                low = middle + 1
        del order[at]
        order.insert(low, item)

def vm_merge_runs(left, right, keys):
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if keys[right[j]] < keys[left[i]]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]

def vm_reversed(sequence):
    kind = type(sequence)
    if not hasattr(kind, "__getitem__") or getattr(kind, "__reversed__", ...) is None:
        raise TypeError(f"'{kind.__name__}' object is not reversible")
    return vm_reversed_items(sequence, len(sequence))

def vm_reversed_items(sequence, at):
    while at > 0:
        at -= 1
        yield sequence[at]

# Generators.

def vm_thrown(kind, value):
    # As PyErr_NormalizeException makes an exception of a class and a value.
    if isinstance(kind, BaseException):
        if value is not None:
            raise TypeError("instance exception may not have a separate value")
        return kind
    if not isinstance(kind, type) or not issubclass(kind, BaseException):
        if isinstance(kind, type) or value is None:
            name = type(kind).__name__
            raise TypeError(f"exceptions must be classes or instances deriving from BaseException, not {name}")
        raise TypeError("instance exception may not have a separate value")
    if isinstance(value, kind):
        return value
    if value is None:
        made = kind()
        if not isinstance(made, BaseException):
            name = type(made).__name__
            raise TypeError(f"calling {kind!r} should have returned an instance of BaseException, not {name}")
        return made
    if isinstance(value, tuple):
        return kind(*value)
    return kind(value)

def vm_generator_throw(self, kind, value=None, traceback=None):
    if not isinstance(kind, type) or not issubclass(kind, BaseException):
        return self.throw(vm_thrown(kind, value))
    try:
        made = vm_thrown(kind, value)
    except BaseException as error:
        # What comes of making it goes where it was to go.
        made = error
    return self.throw(made)

def vm_generator_close(self):
    vm_close_generator(self, "generator")

def vm_close_generator(generator, kind):
    try:
        generator.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(f"{kind} ignored GeneratorExit")
