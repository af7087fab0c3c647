# What is called at the end of objects: __del__, the callbacks of weak references, close() of generators that are dropped.

def vm_finalize(obj):
    method = vm_own_method(obj, "__del__")
    try:
        method()
    except BaseException as error:
        vm_ignore(error, getattr(type(obj), "__del__", None))

def vm_close_dropped(generator):
    try:
        generator.close()
    except BaseException as error:
        vm_ignore(error, generator)

def vm_tell_references(references):
    for reference in references:
        callback = vm_attribute(reference, "vm_callback")
        if callback is None:
            continue
        object.__setattr__(reference, "vm_callback", None)
        try:
            callback(reference)
        except BaseException as error:
            vm_ignore(error, callback)

def vm_finish(left):
    # What is there when the program ends.
    for obj in left:
        if isinstance(obj, vm_generator):
            vm_close_dropped(obj)
        else:
            vm_finalize(obj)

# What tells of exceptions that nobody can catch, where the program may put a hook of its own there.
vm_unraisable = None

def vm_hook_unraisable(hook):
    global vm_unraisable
    vm_unraisable = hook

def vm_ignore(error, where):
    # As sys.unraisablehook tells it.
    if vm_unraisable is not None:
        vm_unraisable((type(error), error, error.__traceback__, None, where))
        return
    vm_write(f"Exception ignored in: {where!r}\n{vm_report(error)}", True)
