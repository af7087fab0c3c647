# The machinery of enum: the members of a class are made from the names of its body, once the class is there and before
# __init_subclass__ runs. It knows flags only by their _numeric_repr_.

from _enum_body import _plain_property, _sort_out, auto, member, nonmember, property

Enum = ReprEnum = None
_set = type.__setattr__
_unset = type.__delattr__


if vm_mentioned("dir"):
    def names_of_member(member):
        # What dir() tells of a member.
        cls = member.__class__
        members = cls._member_map_
        names = set()
        if cls._member_type_ is not object:
            names.update(vm_names_of(member))
        names.update([name for name in member.__dict__ if name[0] != "_" and name not in members])
        for base in cls.__mro__:
            for name, found in base.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(found, property) or base is Enum and isinstance(found, _plain_property):
                    if found.fget is not None or name not in members:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in members:
                    names.add(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})


def _check_not_final(cls_name, bases):
    for chain in bases:
        for base in chain.__mro__:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {cls_name!r}> cannot extend {base!r}")


def _makes_values(base):
    # Whether the class decides how its values are made.
    names = base.__dict__
    if "__new__" in names or "__dataclass_fields__" in names or base.__module__ == "builtins":
        return True
    return "__init__" in names and vm_defined_in_library(base, "__init__")


def _data_type(cls_name, bases):
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                kind = base._member_type_
                if kind is not object:
                    if kind not in found:
                        found.append(kind)
                    break
            elif _makes_values(base):
                kind = candidate or base
                if kind not in found:
                    found.append(kind)
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError(f"too many data types for {cls_name!r}: {set(found)!r}")
    return found[0] if found else object


def _data_repr(bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                return base.__dict__["__repr__"]
            if base.__module__ == "builtins":
                return base.__repr__
    return None


def _own_new(data):
    # The __new__ of the data type; None where it is object's.
    for base in data.__mro__:
        if base is object:
            return None
        if "__new__" in base.__dict__ or base.__module__ == "builtins":
            return data.__new__
    return None


class _Members:
    # Stands in the body of a class until the class is there, and then makes its members.
    def __init__(self, found):
        self._found = found

    def __set_name__(self, cls, name):
        _unset(cls, name)
        initialize = _initializer(cls)
        flags = hasattr(cls, "_numeric_repr_")
        for name, value in self._found:
            _add_member(cls, name, value, initialize, flags)


def _initializer(cls):
    for base in cls.__mro__:
        if "__init__" in base.__dict__:
            return None if base is Enum else base.__dict__["__init__"]
    return None


def _add_member(cls, name, value, initialize, flags):
    args = value if isinstance(value, tuple) else (value,)
    data = cls._member_type_
    if data is tuple:
        args = (args,)
    made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
    if not hasattr(made, "_value_"):
        if data is object:
            made._value_ = value
        else:
            try:
                made._value_ = data(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    if initialize is not None:
        made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    members, by_value = cls._member_map_, cls._value2member_map_
    known = None
    try:
        known = by_value.get(value)
    except TypeError:
        for other in members.values():
            if other._value_ == value:
                known = other
                break
    if flags:
        _set(cls, "_flag_mask_", cls._flag_mask_ | value)
        single = value != 0 and value & (value - 1) == 0
        if single:
            _set(cls, "_singles_mask_", cls._singles_mask_ | value)
        _set(cls, "_all_bits_", (1 << cls._flag_mask_.bit_length()) - 1)
    if known is not None:
        made = known
    elif not flags or single:
        cls._member_names_.append(name)
    _place(cls, name, made)
    members[name] = made
    try:
        by_value.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)


def _place(cls, name, made):
    # A property of a base class goes on being one on the members.
    if name == "name" or name == "value":
        return
    found = None
    for base in cls.__mro__[1:]:
        inherited = base.__dict__.get(name)
        if inherited is None:
            continue
        if isinstance(inherited, _plain_property) or hasattr(inherited, "fget") and hasattr(inherited, "fdel"):
            found = inherited
            if isinstance(inherited, property):
                break
    if found is not None:
        made, found = property(found.fget, found.fset, found.fdel), made
        made.member = found
        made.__set_name__(cls, name)
    _set(cls, name, made)


def _settle_texts(cls, own, bases, data, first):
    # The data type does not decide how members are shown, unless the class says so (ReprEnum).
    order = data.__mro__
    if ReprEnum in bases:
        if data is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        if "__format__" not in own:
            _set(cls, "__format__", data.__format__)
            own["__format__"] = True
        if "__str__" not in own:
            text = vm_value_class(data) is not None and not any(["__str__" in base.__dict__ for base in order])
            _set(cls, "__str__", data.__repr__ if text and not issubclass(data, str) else data.__str__)
            own["__str__"] = True
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name in own:
            continue
        for base in cls.__mro__[1:]:
            if base in order:
                if name in base.__dict__ or base.__module__ == "builtins":
                    _set(cls, name, getattr(first, name))
                    break
            elif name in base.__dict__:
                break
    if vm_value_class(data) is not None and "__hash__" not in own and not any(["__hash__" in base.__dict__ for base in order]):
        _set(cls, "__hash__", data.__hash__)


def _check_order(cls, wanted):
    if isinstance(wanted, str):
        wanted = wanted.replace(",", " ").split()
    members = cls._member_map_
    names = cls._member_names_
    wanted = [name for name in wanted if name not in members or name in names]
    if wanted != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {wanted!r}")


# A builtin type before Flag has its own operators, and hides what it has not.
_OPERATORS = ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__")
_HIDDEN = ("__contains__", "__iter__", "__len__", "__bool__")


def _settle_flags(cls, own, data):
    flag = [base for base in cls.__mro__ if "_numeric_repr_" in base.__dict__][-1].__dict__
    for name in _OPERATORS:
        if name not in own:
            _set(cls, name, flag[name])
    if data is not object:
        for name in _HIDDEN:
            if name not in own and getattr(cls, name, None) is not None:
                definers = [base for base in cls.__mro__ if name in base.__dict__]
                _set(cls, name, definers[0].__dict__[name])
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    if values != sorted(values):
        cls._iter_member_ = cls._iter_member_by_def_


def _shown(cls):
    return f"<{'flag' if hasattr(cls, '_numeric_repr_') else 'enum'} {cls.__name__!r}>"


def _of_class(cls, name):
    # name and value, asked of a class: a member of that name, or what a class between defines.
    found = cls._member_map_.get(name)
    if found is not None:
        return found
    for base in cls.__mro__:
        if name in base.__dict__ and base is not Enum:
            found = base.__dict__[name]
            return found.__get__(None, cls) if hasattr(found, "__get__") else found
    raise AttributeError(name)


class EnumType(type):
    __module__ = "enum"

    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        if Enum is None:
            classdict = {
                **classdict, "__module__": "enum", "_member_type_": object, "_value_repr_": None, "_use_args_": False,
                "_new_member_": staticmethod(object.__new__), "_member_names_": [], "_member_map_": {},
                "_value2member_map_": {}, "_unhashable_values_": [],
            }
            return super().__new__(metacls, cls, bases, classdict)
        _check_not_final(cls, bases)
        first = bases[-1] if bases else Enum
        if not isinstance(first, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        found, names = _sort_out(cls, classdict, first._generate_next_value_)
        invalid = [name for name, _ in found if name == "mro" or name == ""]
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(name) for name in invalid])}")
        order = names.pop("_order_", None)
        data = _data_type(cls, bases)
        new = names.pop("__new__", None)
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is not None:
            names["__new_member__"] = staticmethod(new)
        else:
            new = getattr(data, "__new_member__", None) or getattr(first, "__new_member__", None) or _own_new(data)
        names["_use_args_"] = new is not None
        names["_new_member_"] = staticmethod(object.__new__ if new is None else new)
        names["__new__"] = Enum.__dict__["__new__"]
        names["_member_names_"] = []
        names["_member_map_"] = {}
        names["_value2member_map_"] = {}
        names["_unhashable_values_"] = []
        names["_member_type_"] = data
        names["_value_repr_"] = _data_repr(bases)
        flags = hasattr(first, "_numeric_repr_")
        if flags or "_numeric_repr_" in names:
            names["_boundary_"] = boundary or getattr(first, "_boundary_", None)
            names["_flag_mask_"] = names["_singles_mask_"] = names["_all_bits_"] = 0
            names["_inverted_"] = None
        if found:
            names["_members_"] = _Members(found)
        module = names.get("__module__")
        if module in ("_enum_core", "_enum_flags") and not found:
            # The bases, whose bodies say all.
            names["__module__"] = "enum"
            return super().__new__(metacls, cls, bases, names, **kwds)
        names["__module__"] = "__main__"
        failure = None
        try:
            made = super().__new__(metacls, cls, bases, names, **kwds)
        except RuntimeError as error:
            # What a __set_name__ raises is the cause of it.
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        if module != "__main__":
            _set(made, "__module__", module)
        if "__qualname__" in names:
            _set(made, "__qualname__", names["__qualname__"])
        own = dict(made.__dict__)
        _settle_texts(made, own, bases, data, first)
        if flags:
            _settle_flags(made, own, data)
            if order:
                order = order.replace(",", " ").split() if isinstance(order, str) else order
                members = made._member_map_
                order = [name for name in order if name not in members or members[name]._value_.bit_count() == 1]
        if order:
            _check_order(made, order)
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            _warn(
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                "False depending on whether the value is a member or the value of a member"
            )
            kind = type(member).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': '{kind}' and '{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return iter([members[name] for name in cls._member_names_])

    def __reversed__(cls):
        members = cls._member_map_
        return iter([members[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        return _view(cls._member_map_)

    name = _plain_property(lambda cls: _of_class(cls, "name"))
    value = _plain_property(lambda cls: _of_class(cls, "value"))

    def __repr__(cls):
        return _shown(cls)

    def __dir__(cls):
        names = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
            "__name__", "__qualname__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        _set(cls, name, value)

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        _unset(cls, attr)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        # Enum("Color", "RED GREEN"): a class without a body.
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs, values = [], []
            for count, name in enumerate(names):
                values.append(cls._generate_next_value_(name, start, count, values[:]))
                pairs.append((name, values[-1]))
            names = pairs
        body = {}
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            if name in body:
                raise TypeError(f"{name!r} already defined as {body[name]!r}")
            body[name] = value
        body["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            body["__qualname__"] = qualname
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)


_view = dict
if vm_mentioned("__members__"):
    from types import MappingProxyType as _view


def _warn(text, level=3):
    pass


if vm_mentioned("warnings", "DeprecationWarning"):
    import warnings as _warnings

    def _warn(text, level=3):
        _warnings.warn(text, DeprecationWarning, stacklevel=level)


def _missed(cls, value):
    # What the class makes of a value that is none of its members'.
    result = None
    try:
        result = cls._missing_(value)
    except Exception as caught:
        error = caught
    else:
        if isinstance(result, cls):
            return result
        if isinstance(result, int) and hasattr(cls, "_numeric_repr_") and cls._boundary_ == "eject":
            return result
        error = None
    invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if error is None:
        if result is None:
            raise invalid
        error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
    if not isinstance(error, ValueError):
        error.__context__ = invalid
    raise error


def _refusals(name):
    def refuse(self, value):
        raise AttributeError(f"<enum 'Enum'> cannot set attribute {name!r}")

    def keep(self):
        raise AttributeError(f"<enum 'Enum'> cannot delete attribute {name!r}")

    return refuse, keep


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        # Members are made elsewhere: this finds them by their values.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        if not cls._member_map_:
            raise TypeError(f"{_shown(cls)} has no members defined")
        return _missed(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        _warn(
            "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
            "and the value returned will be the largest value in the enum incremented by 1", 4
        )
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    name = _plain_property(lambda self: self._name_, *_refusals("name"))
    value = _plain_property(lambda self: self._value_, *_refusals("value"))

    def __repr__(self):
        cls = self.__class__
        return f"<{cls.__name__}.{self._name_}: {(cls._value_repr_ or repr)(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __dir__(self):
        return names_of_member(self)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __repr__ = Enum.__repr__
    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__
    __reduce_ex__ = Enum.__reduce_ex__


class StrEnum(str, ReprEnum):
    __repr__ = Enum.__repr__
    __str__ = str.__str__
    __format__ = str.__format__
    __hash__ = str.__hash__
    __reduce_ex__ = Enum.__reduce_ex__

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1:
            if not isinstance(values[0], str):
                raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2:
            if not isinstance(values[1], str):
                raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3:
            if not isinstance(values[2], str):
                raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def unique(enumeration):
    doubles = [(name, found._name_) for name, found in enumeration._member_map_.items() if name != found._name_]
    if doubles:
        texts = ", ".join([f"{alias} -> {name}" for alias, name in doubles])
        raise ValueError(f"duplicate values found in {enumeration!r}: {texts}")
    return enumeration
