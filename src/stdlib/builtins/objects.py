# Objects, classes and their attributes (Objects/typeobject.c, Objects/object.c).

def vm_call_attribute(obj, name, args, kwargs):
    return getattr(obj, name)(*args, **kwargs)

def vm_object___new__(cls, args, kwargs):
    return vm_new(cls, args, kwargs)

def vm_construct(cls, args, kwargs):
    new = vm_inherits_own(cls, "__new__")
    if new is None:
        obj = vm_new(cls, args, kwargs)
    else:
        obj = getattr(cls, "__new__")(cls, *args, **kwargs)
    if isinstance(obj, cls):
        vm_initialize(obj, new, args, kwargs)
    return obj

def vm_initialize(obj, new, args, kwargs):
    init = vm_method(obj, "__init__")
    if init is not None:
        if new is not None and isinstance(obj, (list, set)) and vm_own_method(obj, "__init__") is None:
            # They mind keywords only where nobody else takes the arguments.
            kwargs = {}
        result = init(*args, **kwargs)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    elif new is None:
        vm_check_no_arguments(obj, args, kwargs)
    vm_finish_construction(obj)

def vm_check_no_arguments(obj, args, kwargs):
    # Exceptions keep their arguments, and builtin values were made of them.
    if (args or kwargs) and vm_value_class(type(obj)) is None and not isinstance(obj, BaseException):
        raise TypeError(f"{type(obj).__name__}() takes no arguments")

def vm_new(cls, args, kwargs):
    base = vm_value_class(cls)
    if base is None:
        return vm_allocate(cls, args)
    value = base(*args, **kwargs)
    return value if cls is base else vm_wrap(cls, value)

def vm_class_hooks(cls):
    for name, value in vm_class_items(cls):
        hook = vm_own_method(value, "__set_name__")
        if hook is not None:
            hook(cls, name)
    super(cls, cls).__init_subclass__()
    return cls

def vm_attribute_hooks(obj, name):
    # __getattr__ is asked when the way before it ends in AttributeError.
    try:
        method = vm_own_method(obj, "__getattribute__")
        return vm_attribute(obj, name) if method is None else method(name)
    except AttributeError as error:
        method = vm_own_method(obj, "__getattr__")
        if method is None:
            raise
    return method(name)

def vm_getattr(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default

def vm_hasattr(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True

def vm_dir(obj):
    method = vm_own_method(obj, "__dir__")
    return sorted(method() if method is not None else vm_names_of(obj))

def vm_local_init(local):
    # The first use of a threading.local in a thread.
    args, kwargs = vm_local_begin(local)
    try:
        local.__init__(*args, **kwargs)
    except BaseException:
        vm_local_forget(local)
        raise

def vm_local_get(local, name):
    vm_local_init(local)
    return getattr(local, name)

def vm_local_set(local, name, value):
    vm_local_init(local)
    setattr(local, name, value)

def vm_local_delete(local, name):
    vm_local_init(local)
    delattr(local, name)

def vm_print(args, sep, end, file, flush):
    if sep is not None and not isinstance(sep, str):
        raise TypeError(f"sep must be None or a string, not {type(sep).__name__}")
    if end is not None and not isinstance(end, str):
        raise TypeError(f"end must be None or a string, not {type(end).__name__}")
    if file is None:
        print(*[str(value) for value in args], sep=sep, end=end)
        return
    first = True
    for value in args:
        if not first:
            file.write(" " if sep is None else sep)
        first = False
        file.write(str(value))
    file.write("\n" if end is None else end)
    if flush:
        file.flush()

class vm_Quitter:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"Use {self._name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)

exit = vm_Quitter("exit")
quit = vm_Quitter("quit")
