# What list[int] is (Objects/genericaliasobject.c).

if vm_mentioned("GenericAlias", "list[", "tuple[", "dict[", "set[", "type[", "list [", "dict [", "PathLike[", "Callable[", "Iterable[", "Iterator[", "Generator[", "Awaitable[", "Coroutine[",
                "Reversible[", "Container[", "Collection[", "Set[", "Mapping[", "Sequence[", "View[", "ByteString["):
    # What is asked of the alias itself; all else is its origin's.
    vm_alias_own = frozenset((
        "__class__", "__bases__", "__origin__", "__args__", "__parameters__", "__unpacked__", "__mro_entries__", "__reduce_ex__",
        "__reduce__", "__copy__", "__deepcopy__", "__typing_unpacked_tuple_args__", "__dict__",
    ))

    def vm_alias_values(alias, variables, item):
        # What stands for each type variable when the alias is subscripted.
        if not variables:
            raise TypeError(f"{alias!r} is not a generic class")
        items = item if isinstance(item, tuple) and type(item) is not vm_UnionType else (item,)
        if len(items) != len(variables):
            many = "many" if len(items) > len(variables) else "few"
            raise TypeError(f"Too {many} arguments for {alias!r}; actual {len(items)}, expected {len(variables)}")
        return [*zip(variables, items)]

    def vm_alias_parameters(args):
        # The type variables in the arguments, each once.
        found = []
        for arg in args:
            if isinstance(arg, type):
                continue
            inner = arg if type(arg) in (list, tuple) else getattr(arg, "__parameters__", ())
            own = (arg,) if hasattr(arg, "__typing_subst__") or type(arg).__name__ in ("TypeVar", "ParamSpec") else vm_alias_parameters(inner)
            found.extend([each for each in own if each not in found])
        return tuple(found)

    def vm_alias_shown(arg):
        if arg is ...:
            return "..."
        if isinstance(arg, type) and not isinstance(arg, vm_GenericAlias):
            return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
        return repr(arg)

    def vm_alias_put(arg, values):
        # The argument with values in the places of its type variables.
        if type(arg) in (list, tuple):
            return type(arg)([vm_alias_put(part, values) for part in arg])
        for variable, value in values:
            if arg is variable:
                return value
        inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
        if not inner:
            return arg
        return arg[tuple([vm_alias_put(variable, values) for variable in inner])]

    class GenericAlias:
        __module__ = "types"

        def __new__(cls, origin, args):
            made = object.__new__(cls)
            args = args if isinstance(args, tuple) and type(args) is not vm_UnionType else (args,)
            keep = object.__getattribute__(made, "__dict__")
            keep.update(__origin__=origin, __args__=args, __parameters__=vm_alias_parameters(args), __unpacked__=False)
            return made

        def __init__(self, *args, **kwargs):
            pass

        def __getattribute__(self, name):
            if name in vm_alias_own or type(self) is not vm_GenericAlias and name in type(self).__dict__:
                return object.__getattribute__(self, name)
            return getattr(object.__getattribute__(self, "__dict__")["__origin__"], name)

        def __repr__(self):
            star = "*" if self.__unpacked__ else ""
            return f"{star}{vm_alias_shown(self.__origin__)}[{', '.join([vm_alias_shown(arg) for arg in self.__args__]) or '()'}]"

        def __call__(self, *args, **kwargs):
            made = self.__origin__(*args, **kwargs)
            try:
                made.__orig_class__ = self
            except (AttributeError, TypeError):
                pass
            return made

        def __getitem__(self, item):
            values = vm_alias_values(self, self.__parameters__, item)
            return vm_GenericAlias(self.__origin__, tuple([vm_alias_put(arg, values) for arg in self.__args__]))

        def __iter__(self):
            made = vm_GenericAlias(self.__origin__, self.__args__)
            made.__dict__["__unpacked__"] = True
            yield made

        def __mro_entries__(self, bases):
            return (self.__origin__,)

        def __instancecheck__(self, instance):
            raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

        def __subclasscheck__(self, subclass):
            raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

        def __or__(self, other):
            return vm_union(self, other)

        def __ror__(self, other):
            return vm_union(other, self)

        def __eq__(self, other):
            if not isinstance(other, vm_GenericAlias):
                return NotImplemented
            mine, others = (self.__origin__, self.__args__, self.__unpacked__), (other.__origin__, other.__args__, other.__unpacked__)
            return mine == others

        def __hash__(self):
            return hash(self.__origin__) ^ hash(self.__args__)

        def __reduce__(self):
            return vm_GenericAlias, (self.__origin__, self.__args__)

        def __dir__(self):
            return sorted({*dir(self.__origin__), *vm_alias_own} - {"__dict__"})

    vm_GenericAlias = GenericAlias

    def vm_union_parameters(self):
        return vm_alias_parameters(vm_base(self))

    def vm_union_with(self, item):
        values = vm_alias_values(self, vm_alias_parameters(vm_base(self)), item)
        made = None
        for part in vm_base(self):
            part = vm_alias_put(part, values)
            made = part if made is None else made | part
        return made

    vm_UnionType.__parameters__ = property(vm_union_parameters)
    vm_UnionType.__getitem__ = vm_union_with
    del GenericAlias
    vm_alias_classes = (list, tuple, dict, set, frozenset, type, enumerate)
    vm_generic_abstract = frozenset((
        "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "ByteString", "Collection", "Container", "Coroutine",
        "Generator", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MutableMapping", "MutableSequence", "MutableSet",
        "Reversible", "Sequence", "Set", "ValuesView",
    ))

    class vm_CallableAlias(vm_GenericAlias):
        # collections.abc.Callable[[int], str]
        __module__ = "collections.abc"
        __qualname__ = "_CallableGenericAlias"

        def __new__(cls, origin, args):
            if not isinstance(args, tuple) or len(args) != 2:
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            taken, result = args
            if isinstance(taken, (list, tuple)):
                return vm_GenericAlias.__new__(cls, origin, (*taken, result))
            if taken is not ... and type(taken).__name__ not in ("ParamSpec", "_Alias"):
                raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {taken}")
            return vm_GenericAlias.__new__(cls, origin, (taken, result))

        def __repr__(self):
            *taken, result = [vm_alias_shown(arg) for arg in self.__args__]
            taken = taken[0] if taken == ["..."] else f"[{', '.join(taken)}]"
            return f"collections.abc.Callable[{taken}, {result}]"

        def __getitem__(self, item):
            values = vm_alias_values(self, self.__parameters__, item)
            *taken, result = [vm_alias_put(arg, values) for arg in self.__args__]
            return vm_CallableAlias(self.__origin__, (... if taken == [...] else taken, result))

    vm_plain_class_item = vm_class_item

    def vm_class_item(cls, index):
        if type(cls) is type and getattr(cls, "__class_getitem__", None) is None:
            for part in cls.__mro__:
                if part in vm_alias_classes:
                    return vm_GenericAlias(cls, index)
        if cls.__module__ == "collections.abc" and type(cls).__name__ == "ABCMeta":
            if cls.__name__ in vm_generic_abstract:
                return vm_GenericAlias(cls, index)
            if cls.__name__ == "Callable":
                return vm_CallableAlias(cls, index)
        return vm_plain_class_item(cls, index)

if vm_mentioned("typing", "UnionType"):
    vm_UnionType.__name__ = vm_UnionType.__qualname__ = "UnionType"
    vm_UnionType.__module__ = "types"

    # It is no container, and has no order.
    def vm_no_order(symbol):
        def refuse(a, b):
            kinds = [type(side).__name__ if type(side) is not vm_UnionType else "types.UnionType" for side in (a, b)]
            raise TypeError(f"'{symbol}' not supported between instances of '{kinds[0]}' and '{kinds[1]}'")

        return refuse

    vm_UnionType.__lt__ = vm_no_order("<")
    vm_UnionType.__le__ = vm_no_order("<=")
    vm_UnionType.__gt__ = vm_no_order(">")
    vm_UnionType.__ge__ = vm_no_order(">=")
