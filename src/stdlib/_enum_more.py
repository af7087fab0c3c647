# The rare parts of enum.

from _enum_core import Enum, ReprEnum, StrEnum


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1:2] != "_" and name[-2:-1] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    value = num.value if isinstance(num, Enum) else num
    if value < 0:
        raise ValueError(f"{num!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def _no_pickle(self, proto):
    raise TypeError(f"{self!r} cannot be pickled")


def _make_class_unpicklable(obj):
    if isinstance(obj, dict):
        obj["__reduce_ex__"] = _no_pickle
        obj["__module__"] = "<unknown>"
    else:
        type.__setattr__(obj, "__reduce_ex__", _no_pickle)
        type.__setattr__(obj, "__module__", "<unknown>")


def _flag(cls):
    return hasattr(cls, "_numeric_repr_")


if vm_mentioned("global_", "pickle_by", "_convert_", "_simple_enum", "_reduce_ex_by"):
    def pickle_by_global_name(self, proto):
        return self.name

    _reduce_ex_by_global_name = pickle_by_global_name

    def pickle_by_enum_name(self, proto):
        return getattr, (self.__class__, self._name_)

    def _module_of(member):
        return member.__class__.__module__.split(".")[-1]

    def global_enum_repr(self):
        return f"{_module_of(self)}.{self._name_}"

    def global_flag_repr(self):
        module = _module_of(self)
        if self._name_ is None:
            return f"{module}.{self.__class__.__name__}({self._value_!r})"
        if _is_single_bit(self._value_):
            return f"{module}.{self._name_}"
        names = self._name_.split("|")
        if self._boundary_ != "keep":
            return "|".join([f"{module}.{name}" for name in names])
        return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in names])

    def global_str(self):
        return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_

    def _export(module, members):
        if module == "__main__":
            globals().update(members)
        else:
            target = vm_module(module)
            for name, value in members.items():
                setattr(target, name, value)

    def global_enum(cls, update_str=False):
        cls.__repr__ = global_flag_repr if _flag(cls) else global_enum_repr
        if not issubclass(cls, ReprEnum) or update_str:
            cls.__str__ = global_str
        _export(cls.__module__, cls._member_map_)
        return cls

    def _convert(cls, name, module, filter, source, boundary, as_global):
        # A class made of the constants of a module that the filter lets through.
        if source is not None:
            names = source.__dict__
        else:
            names = globals() if module == "__main__" else vm_module(module).__dict__
        found = [(each, value) for each, value in names.items() if filter(each)]
        try:
            found.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            found.sort(key=lambda pair: pair[0])
        body = dict(found)
        body["__module__"] = module
        made = type(cls)(name, (cls,), body, boundary=(boundary or "keep") if _flag(cls) else None)
        if as_global:
            global_enum(made)
        else:
            _export(module, made._member_map_)
        _export(module, {name: made})
        return made

    def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
        # The class as an enumeration.
        def convert_class(cls):
            body = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
            return type(etype)(cls.__name__, (etype,), body, boundary=boundary)
        return convert_class

    def _test_simple_enum(checked_enum, simple_enum):
        pairs = [[(name, found._value_) for name, found in kind._member_map_.items()] for kind in (checked_enum, simple_enum)]
        if pairs[0] != pairs[1]:
            raise TypeError(f"enum mismatch:\n   {pairs[0]!r}\n   {pairs[1]!r}")


if vm_mentioned("verify", "UNIQUE", "CONTINUOUS", "NAMED_FLAGS", "EnumCheck"):
    class EnumCheck(StrEnum):
        CONTINUOUS = "no skipped integer values"
        NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
        UNIQUE = "one name per value"

    type.__setattr__(EnumCheck, "__module__", "enum")
    CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck

    def _check_unique(cls, kind):
        doubles = [(name, found._name_) for name, found in cls._member_map_.items() if name != found._name_]
        if doubles:
            texts = ", ".join([f"{alias} -> {name}" for alias, name in doubles])
            raise ValueError(f"aliases found in {cls!r}: {texts}")

    def _check_continuous(cls, kind):
        values = {found._value_ for found in cls}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if kind == "flag":
            wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = [str(value) for value in wanted if value not in values]
        if missing:
            raise ValueError(f"invalid {kind} {cls.__name__!r}: missing values {', '.join(missing)}"[:256])

    def _check_named(cls, kind):
        values = [found._value_ for found in cls]
        names, unnamed = [], 0
        for name, alias in cls._member_map_.items():
            if name in cls._member_names_ or alias._value_ < 0:
                continue
            missed = [bit for bit in _iter_bits_lsb(alias._value_) if bit not in values]
            if missed:
                names.append(name)
                for bit in missed:
                    unnamed |= bit
        if names:
            if len(names) == 1:
                text = f"alias {names[0]} is missing"
            else:
                text = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
            value = f"{'value' if _is_single_bit(unnamed) else 'combined values of'} 0x{unnamed:x}"
            raise ValueError(
                f"invalid Flag {cls.__name__!r}: {text} {value} [use enum.show_flag_values(value) for details]"
            )

    _CHECKS = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named}

    class verify:
        __module__ = "enum"

        def __init__(self, *checks):
            self.checks = checks

        def __call__(self, enumeration):
            if _flag(enumeration):
                kind = "flag"
            elif issubclass(enumeration, Enum):
                kind = "enum"
            else:
                raise TypeError("the 'verify' decorator only works with Enum and Flag")
            for check in self.checks:
                if check in _CHECKS:
                    _CHECKS[check](enumeration, kind)
            return enumeration
