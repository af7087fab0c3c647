# enum: the members of a class are made when its body is done.


class _Combined:
    # What the body of a class makes of members whose values are not known yet.
    def __or__(self, other):
        return _Later(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Later(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Later(lambda a, b: a ^ b, self, other)

    def __add__(self, other):
        return _Later(lambda a, b: a + b, self, other)

    def __ror__(self, other):
        return _Later(lambda a, b: a | b, other, self)

    def __rand__(self, other):
        return _Later(lambda a, b: a & b, other, self)

    def __rxor__(self, other):
        return _Later(lambda a, b: a ^ b, other, self)

    def __invert__(self):
        return _Later(lambda a: ~a, self)


class _Later(_Combined):
    def __init__(self, operator, *parts):
        self._operator = operator
        self._parts = parts

    def result(self):
        return self._operator(*[_known(part) for part in self._parts])


def _known(part):
    if isinstance(part, auto):
        return part.value
    return part.result() if isinstance(part, _Later) else part


class auto(_Combined):
    def __init__(self):
        self.value = self

    def __repr__(self):
        return "auto(None)"


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_FUNCTION = type(lambda: None)
_DESCRIPTORS = (_FUNCTION, property, staticmethod, classmethod, type)


def _is_member(name, value):
    if name.startswith("_") and name.endswith("_"):
        return False
    if isinstance(value, member):
        return True
    return not isinstance(value, (nonmember, *_DESCRIPTORS)) and not hasattr(type(value), "__get__")


def _data_type(cls):
    # The builtin type whose value each member is, if any.
    for base in cls.__mro__:
        if base in (int, float, str, bytes, tuple, frozenset):
            return base
    return None


def _look_up(cls, value):
    # What is called when a member is asked for by its value.
    known = cls.__dict__.get("_value2member_map_")
    if known is None:
        raise TypeError(f"{_shown(cls)} has no members")
    for key, found in known:
        if key is value or key == value:
            return found
    found = cls._missing_(value)
    if isinstance(found, cls):
        return found
    if found is None:
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")


def _shown(cls):
    return f"<{'flag' if issubclass(cls, Flag) else 'enum'} {cls.__name__!r}>"


def _object(cls, own_new, value, args):
    # A new member around the value.
    if own_new is not None:
        made = own_new(cls, *args)
        if "_value_" not in made.__dict__:
            made._value_ = value
        return made
    base = _data_type(cls)
    if base is None:
        made = object.__new__(cls)
        made._value_ = value
        return made
    made = base.__new__(cls, *args)
    made._value_ = value if len(args) == 1 else base(*args)
    return made


def _nothing(self, *args, **kwargs):
    pass


def _own_function(cls, name):
    for base in cls.__mro__:
        if base.__module__ == "enum" and base in _BASES or base is object:
            return None
        found = base.__dict__.get(name)
        if isinstance(found, staticmethod):
            found = found.__func__
        if found is not None and found is not _nothing and found is not _look_up_method:
            return found
    return None


def _look_up_method(cls, value):
    return _look_up(cls, value)


def _make_members(cls):
    own = dict(cls.__dict__)
    ignored = own.get("_ignore_", ())
    ignored = ignored.replace(",", " ").split() if isinstance(ignored, str) else ignored
    items = [(name, value) for name, value in own.items() if _is_member(name, value) and name not in ignored]
    for base in cls.__mro__[1:]:
        if base.__dict__.get("_member_names_"):
            raise TypeError(f"{_shown(cls)} cannot extend {_shown(base)}")
    for name in ignored:
        type.__delattr__(cls, name)
    for name, value in own.items():
        if isinstance(value, nonmember):
            _set(cls, name, value.value)
    cls._member_names_ = []
    cls._value2member_map_ = []
    cls.__members__ = {}
    _settle_texts(cls)
    own_new, own_init = _own_function(cls, "__new__"), _own_function(cls, "__init__")
    cls.__new__ = staticmethod(_look_up_method)
    cls.__init__ = _nothing
    values = []
    for name, value in items:
        if isinstance(value, member):
            value = value.value
        value = _settled(cls, name, value, values)
        _add_member(cls, name, value, own_new, own_init)
        values.append(cls.__members__[name]._value_)


def _settled(cls, name, value, values):
    # auto() alone, or among the parts of a tuple; another name for it is another name for its member.
    if isinstance(value, auto):
        if value.value is value:
            value.value = cls._generate_next_value_(name, 1, len(values), values[:])
        return value.value
    if isinstance(value, _Later):
        return value.result()
    if isinstance(value, tuple):
        return tuple([_settled(cls, name, part, values) if isinstance(part, auto) else part for part in value])
    return value


def _add_member(cls, name, value, own_new, own_init):
    args = value if isinstance(value, tuple) else (value,)
    if _data_type(cls) is tuple:
        args = (value,)
    made = _object(cls, own_new, value, args)
    made._name_ = name
    made.__objclass__ = cls
    if own_init is not None:
        own_init(made, *args)
    for known, found in cls._value2member_map_:
        if known == made._value_:
            made = found
            break
    else:
        made._sort_order_ = len(cls._member_names_)
        cls._value2member_map_.append((made._value_, made))
        if not issubclass(cls, Flag) or (made._value_ > 0 and made._value_ & (made._value_ - 1) == 0):
            cls._member_names_.append(name)
    cls.__members__[name] = made
    _set(cls, name, made)


def _settle_texts(cls):
    # A builtin type before Enum does not decide how members are shown.
    data = _data_type(cls)
    for name in ("__repr__", "__str__", "__format__"):
        definers = [base for base in cls.__mro__ if name in base.__dict__ and base is not data]
        if data is not None and definers[0] in _BASES:
            _set(cls, name, definers[0].__dict__[name])


_set = type.__setattr__


class EnumType(type):
    def __new__(metacls, cls, bases, classdict, *, boundary=None, **kwds):
        made = super().__new__(metacls, cls, bases, classdict, **kwds)
        if made.__module__ != "enum":
            _make_members(made)
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return _look_up(cls, value)
        return _create(cls, value, names, module, type, start)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            kind = type(member).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': '{kind}' and '{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls.__members__

    def __getitem__(cls, name):
        return cls.__members__[name]

    def __iter__(cls):
        return iter([cls.__members__[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls.__members__[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __repr__(cls):
        return _shown(cls)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("__members__", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        _set(cls, name, value)

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("__members__", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        type.__delattr__(cls, attr)


EnumMeta = EnumType


def _create(cls, name, names, module, data, start):
    # Enum("Color", "RED GREEN"): a class without a body.
    if isinstance(names, str):
        names = names.replace(",", " ").split()
    namespace = {"__module__": "__main__" if module is None else module}
    values = []
    for item in names.items() if isinstance(names, dict) else names:
        if isinstance(item, str):
            value = cls._generate_next_value_(item, start, len(values), values[:])
        else:
            item, value = item
        namespace[item] = value
        values.append(value)
    bases = (cls,) if data is None else (data, cls)
    return type(cls)(name, bases, namespace)


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        return _look_up(cls, value)

    def _generate_next_value_(name, start, count, last_values):
        return max(last_values) + 1 if last_values else start

    _generate_next_value_ = staticmethod(_generate_next_value_)

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str(self).__format__(format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __new__ = _look_up_method
    __repr__ = Enum.__repr__
    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)


class StrEnum(str, ReprEnum):
    __new__ = _look_up_method
    __repr__ = Enum.__repr__
    __hash__ = str.__hash__

    def __str__(self):
        return self._value_

    def __format__(self, format_spec):
        return self._value_.__format__(format_spec)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def _known_bits(cls):
    bits = 0
    for found in cls.__members__.values():
        bits |= found._value_
    return bits


def _bits_of(value):
    bits = []
    bit = 1
    while bit <= value:
        if value & bit:
            bits.append(bit)
        bit <<= 1
    return bits


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        bit = 1
        while bit <= max(last_values):
            bit <<= 1
        return bit

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        known = _known_bits(cls)
        if value < 0:
            value += 1 << len(_bits_of(1 << max(known, -value - 1, 1).bit_length())) - 1 + max(known, -value - 1, 1).bit_length()
            value &= (1 << known.bit_length()) - 1
            return cls(value)
        if value & ~known and not issubclass(cls, int):
            width = max(value.bit_length(), known.bit_length())
            given, allowed = f"0b0 {value:0{width}b}", f"0b0 {known:0{width}b}"
            raise ValueError(f"{_shown(cls)} invalid value {value!r}\n    given {given}\n  allowed {allowed}")
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        made._value_ = value
        names = [found._name_ for found in cls.__members__.values() if found._value_ in _bits_of(value)]
        rest = value & ~known
        if rest:
            names.append(str(rest))
        made._name_ = "|".join(names) if names and value & known else None
        made.__objclass__ = cls
        cls._value2member_map_.append((value, made))
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            kind = type(other).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {kind!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for found in self.__class__.__members__.values():
            if found._value_ in _bits_of(self._value_):
                yield found

    def __len__(self):
        return len(_bits_of(self._value_))

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        return int(other) if isinstance(self, int) and isinstance(other, int) else None

    def __or__(self, other):
        bits = Flag._other(self, other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = Flag._other(self, other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = Flag._other(self, other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return self.__class__(_known_bits(self.__class__) & ~self._value_)

    __hash__ = Enum.__hash__


class IntFlag(int, ReprEnum, Flag):
    __new__ = _look_up_method
    __repr__ = Flag.__repr__
    __contains__ = Flag.__contains__
    __iter__ = Flag.__iter__
    __len__ = Flag.__len__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__
    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)


_BASES = (IntFlag, StrEnum, IntEnum, Flag, ReprEnum, Enum)


def unique(enumeration):
    doubles = [(name, found._name_) for name, found in enumeration.__members__.items() if name != found._name_]
    if doubles:
        texts = ", ".join([f"{alias} -> {name}" for alias, name in doubles])
        raise ValueError(f"duplicate values found in {_shown(enumeration)}: {texts}")
    return enumeration
