# Builtin functions, and what the machine leaves to Python because it calls the program.

def vm_call_attribute(obj, name, args, kwargs):
    return getattr(obj, name)(*args, **kwargs)

def vm_build_set(items): pass
def vm_build_dict(items): pass
def vm_list_extend(list, iterable):
    for item in iterable:
        list.append(item)
def vm_set_add(set, item): pass
def vm_set_update(set, items): pass
def vm_dict_insert(dict, key, value): pass
def vm_dict_update(dict, mapping): pass
def vm_keywords_update(dict, mapping): pass
def vm_iterate_items(obj): pass
def vm_list_of(iterable):
    return [item for item in iterable]
def vm_binary(a, b, name, symbol, in_place): pass
def vm_equal(a, b): pass
def vm_not_equal(a, b): pass
def vm_order(a, b, name, mirrored, symbol): pass
def vm_contains(item, container, negate): pass
def vm_truth(obj): pass
def vm_get_item(obj, index): pass
def vm_set_item(obj, index, value): pass
def vm_delete_item(obj, index): pass
def vm_format(value, spec): pass
def vm_construct(cls, args, kwargs): pass
def vm_class_hooks(cls): pass
def vm_exception_text(exception): pass
def vm_percent(format, values): pass
def vm_raise(exception): pass

def vm_run_thread(thread):
    thread.run()


# ---------------------------------------------------------------------------------------------------------------------
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
