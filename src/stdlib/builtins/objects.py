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
    if base is type:
        return vm_type_new(cls, args, kwargs)
    if vm_is_abstract(cls):
        vm_refuse_abstract(cls)
    if base is None:
        return vm_allocate(cls, args)
    if base in (list, dict, set, bytearray):
        # Its __init__ fills it.
        return base()
    value = base(*args, **kwargs)
    return value if cls is base else vm_wrap(cls, value)

def vm_refuse_abstract(cls):
    missing = sorted(cls.__abstractmethods__)
    s = "s" if len(missing) > 1 else ""
    names = ", ".join(missing)
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{s} {names}")

def vm_prepare_class(name, bases, keywords):
    # The metaclass, the namespace that it prepares, and the keywords that are left for it.
    metaclass = keywords.pop("metaclass", None)
    if metaclass is None:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = vm_winning_metaclass(metaclass, bases)
    prepare = getattr(metaclass, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, bases, **keywords)
    for method in ("__setitem__", "__getitem__", "__missing__"):
        if vm_own_method(namespace, method) is not None:
            raise TypeError("raddle keeps the names of a class body apart: __prepare__ has to return a plain dict")
    return (metaclass, namespace, keywords)

def vm_build_class(prepared, name, bases, names):
    metaclass, namespace, keywords = prepared
    for key in names:
        namespace[key] = names[key]
    if metaclass is type:
        return vm_type_new(type, (name, bases, namespace), keywords)
    cls = metaclass(name, bases, namespace, **keywords)
    cell = names.get("__classcell__")
    if cell is not None and isinstance(cls, type):
        vm_check_class_cell(cls, name, cell)
    return cls

def vm_check_class_cell(cls, name, cell):
    try:
        filled = cell.cell_contents
    except ValueError:
        what = f"__class__ not set defining {name!r} as {cls!r}. Was __classcell__ propagated to type.__new__?"
        raise RuntimeError(what) from None
    if filled is not cls:
        raise TypeError(f"__class__ set to {filled!r} defining {name!r} as {cls!r}")

def vm_class_hooks(cls, keywords):
    for name, value in vm_class_items(cls):
        hook = vm_own_method(value, "__set_name__")
        if hook is not None:
            try:
                hook(cls, name)
            except Exception as error:
                what = f"Error calling __set_name__ on '{type(value).__name__}' instance {name!r} in '{cls.__name__}'"
                raise RuntimeError(what) from error
    super(cls, cls).__init_subclass__(**keywords)
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
    module = type(len.__self__)
    if method is None and type(obj) is not module and module in type(obj).__mro__ and not isinstance(obj.__dict__, dict):
        raise TypeError("<module>.__dict__ is not a dictionary")
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
        # Where the program has put a stream of its own into sys.stdout, it goes there.
        file = vm_stream()
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

def vm_isinstance(obj, classes):
    return vm_belongs(type(obj), classes, obj, "__instancecheck__", "isinstance() arg 2 must be a type, a tuple of types, or a union")

def vm_issubclass(cls, classes):
    return vm_belongs(cls, classes, cls, "__subclasscheck__", "issubclass() arg 2 must be a class, a tuple of classes, or a union")

def vm_belongs(kind, classes, subject, method, refusal):
    # Some of the classes say themselves what belongs to them.
    if isinstance(classes, tuple):
        for one in vm_base(classes):
            if vm_belongs(kind, one, subject, method, refusal):
                return True
        return False
    if isinstance(classes, type):
        own = vm_own_method(classes, method)
        if own is not None:
            return True if own(subject) else False
        if classes in kind.__mro__:
            return True
        if method == "__instancecheck__":
            # What it says of itself counts, too.
            stated = vm_getattr(subject, "__class__", kind)
            if stated is not kind and isinstance(stated, type) and classes in stated.__mro__:
                return True
        hook = getattr(classes, "__subclasshook__", None)
        return hook is not None and hook(kind) is True
    hook = getattr(type(classes), method, None)
    if hook is None:
        raise TypeError(refusal)
    return bool(hook(classes, subject))

def vm_end_line(end):
    # Where printing is torn: the text is written already.
    vm_write(end, False)

class vm_class_namespace(dict):
    # locals() in a class body. The names of the body are found in its text: none can be bound by way of this dict.
    def vm_refuse(self, *args, **kwargs):
        raise TypeError("raddle does not change locals() of a class body: write an assignment in the body instead")

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = vm_refuse

class vm_Code:
    # f.__code__
    def __init__(self, parts):
        self.vm_id = parts[0]
        self.co_name = parts[1]
        self.co_qualname = parts[2]
        self.co_filename = parts[3]
        self.co_firstlineno = parts[4]
        self.co_argcount = parts[5]
        self.co_posonlyargcount = parts[6]
        self.co_kwonlyargcount = parts[7]
        self.co_flags = parts[8]
        self.co_varnames = parts[9]
        self.co_freevars = parts[10]
        self.co_cellvars = parts[11]
        self.co_nlocals = len(self.co_varnames)

    def __eq__(self, other):
        return self.vm_id == other.vm_id if isinstance(other, vm_Code) else NotImplemented

    def __hash__(self):
        return hash(self.vm_id)

    def __repr__(self):
        place = f'file "{self.co_filename}", line {self.co_firstlineno}'
        return f"<code object {self.co_name} at {vm_by_class(self).rsplit(' ', 1)[1].rstrip('>')}, {place}>"

    def __getattr__(self, name):
        raise AttributeError(f"raddle does not model the attribute '{name}' of code objects")

def vm_code_of(function):
    return vm_keep_code(function, vm_Code(vm_code_parts(function)))

class vm_Frame:
    # g.gi_frame
    def __init__(self, code, line):
        self.f_code = code
        self.f_lineno = line
        # Of what waits: nobody has called it.
        self.f_back = None

    @property
    def f_globals(self):
        return vm_globals()

    def __repr__(self):
        where = f"file {self.f_code.co_filename!r}, line {self.f_lineno}, code {self.f_code.co_name}"
        return f"<frame at {id(self):#x}, {where}>"

    def __getattr__(self, name):
        raise AttributeError(f"raddle does not model the attribute '{name}' of frames")

def vm_generator_frame(generator):
    line = vm_generator_line(generator)
    return None if line is None else vm_Frame(vm_code_of(generator), None if line is True else line)

class vm_UnionType(tuple):
    # int | str
    @property
    def __args__(self):
        return vm_base(self)

    def __or__(self, other):
        return vm_union(self, other)

    def __ror__(self, other):
        return vm_union(other, self)

    def __eq__(self, other):
        return set(vm_base(self)) == set(vm_base(other)) if isinstance(other, vm_UnionType) else NotImplemented

    def __hash__(self):
        return hash(frozenset(vm_base(self)))

    def __repr__(self):
        parts = []
        for part in vm_base(self):
            if part is type(None):
                parts.append("None")
            elif not isinstance(part, type) or hasattr(part, "__origin__"):
                parts.append(repr(part))
            elif part.__module__ == "builtins":
                parts.append(part.__qualname__)
            else:
                parts.append(f"{part.__module__}.{part.__qualname__}")
        return " | ".join(parts)

    def vm_refuse(self, *args):
        raise TypeError("'types.UnionType' object is no container")

    __iter__ = __len__ = __getitem__ = __contains__ = __add__ = __mul__ = __rmul__ = vm_refuse

def vm_union(a, b):
    parts = []
    for side in (a, b):
        if isinstance(side, vm_UnionType):
            side = vm_base(side)
        elif side is None:
            side = (type(None),)
        elif isinstance(side, type) or any([(part.__name__, part.__module__) == ("GenericAlias", "types") for part in type(side).__mro__]):
            side = (side,)
        else:
            return NotImplemented
        for part in side:
            if part not in parts:
                parts.append(part)
    return parts[0] if len(parts) == 1 else vm_UnionType(parts)

def vm_property_getter(self, function):
    return type(self)(function, self.fset, self.fdel)

def vm_property_setter(self, function):
    return type(self)(self.fget, function, self.fdel, self.__doc__)

def vm_property_deleter(self, function):
    return type(self)(self.fget, self.fset, function, self.__doc__)

class vm_Quitter:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f"Use {self._name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)

exit = vm_Quitter("exit")
quit = vm_Quitter("quit")

vm_other_variables = None

def vm_others():
    # Module variables that the program's text does not mention: nothing can look at them but globals().
    global vm_other_variables
    if vm_other_variables is None:
        vm_other_variables = {}
    return vm_other_variables

vm_only_namespace = None

def vm_globals():
    global vm_only_namespace
    if vm_only_namespace is None:
        vm_only_namespace = vm_namespace()
    return vm_only_namespace

class vm_namespace:
    # globals(): the variables of the program's module as they are at any time.
    def __getitem__(self, name):
        value = vm_global(name, vm_nothing)
        return vm_others()[name] if value is vm_nothing else value

    def __setitem__(self, name, value):
        if not vm_set_global(name, value):
            vm_others()[name] = value

    def __delitem__(self, name):
        if name in vm_others():
            del vm_others()[name]
        else:
            vm_delete_global(name)

    def __contains__(self, name):
        return vm_global(name, vm_nothing) is not vm_nothing or name in vm_others()

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self.keys())

    def __repr__(self):
        return "{" + ", ".join([f"{name!r}: {value!r}" for name, value in self.items()]) + "}"

    def get(self, name, default=None):
        value = vm_global(name, vm_nothing)
        return vm_others().get(name, default) if value is vm_nothing else value

    def keys(self):
        return [*vm_global_names(), *vm_others()]

    def values(self):
        return [self[name] for name in self.keys()]

    def items(self):
        return [(name, self[name]) for name in self.keys()]

    def copy(self):
        return {name: value for name, value in self.items()}

    def setdefault(self, name, default=None):
        if name not in self:
            self[name] = default
        return self[name]

    def pop(self, name, *default):
        if name in self or not default:
            value = self[name]
            del self[name]
            return value
        return default[0]

    def update(self, *mappings, **names):
        for mapping in (*mappings, names):
            pairs = mapping.items() if hasattr(mapping, "items") else mapping
            for name, value in pairs:
                self[name] = value
