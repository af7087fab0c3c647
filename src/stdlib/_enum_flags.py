# The flags of enum: members whose values are bits, and combinations of them.

from _enum_core import Enum, ReprEnum, StrEnum


def _two_complement(number, width):
    # bin(), with the sign as a bit of its own before the others.
    ceiling = 1 << number.bit_length()
    text = bin(number + ceiling).replace("1", "0", 1) if number >= 0 else bin(~number ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if len(digits) < width:
        digits = (sign[-1] * width + digits)[-width:]
    return f"{sign} {digits}"


def _bits_of(value):
    bits = []
    while value:
        bit = value & -value
        bits.append(bit)
        value ^= bit
    return bits


def _other(member, other):
    # The bits of the other operand.
    cls = member.__class__
    if isinstance(other, cls):
        return other._value_
    data = cls._member_type_
    return other if data is not object and isinstance(other, data) else None


STRICT, KEEP = "strict", "keep"
if vm_mentioned("FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "_boundary_"):
    class FlagBoundary(StrEnum):
        STRICT = "strict"
        CONFORM = "conform"
        EJECT = "eject"
        KEEP = "keep"

    type.__setattr__(FlagBoundary, "__module__", "enum")
    STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 1 << last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        find = cls._value2member_map_.get
        for bit in _bits_of(value & cls._flag_mask_):
            yield find(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda found: found._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, all_bits, boundary = cls._flag_mask_, cls._singles_mask_, cls._all_bits_, cls._boundary_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary == "strict":
                width = max(value.bit_length(), mask.bit_length())
                given, allowed = _two_complement(value, width), _two_complement(mask, width)
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {given}\n  allowed {allowed}")
            if boundary == "conform":
                value = value & mask
            elif boundary == "eject":
                return value
            elif boundary == "keep":
                if value < 0:
                    value += max(all_bits + 1, 1 << value.bit_length())
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown, aliases, member_bits = value & ~mask, value & ~singles, value & singles
        if unknown and boundary != "keep":
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{_two_complement(unknown, 0)}]")
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = None
        if member_bits or aliases:
            members, combined = [], 0
            for found in cls._iter_member_(member_bits):
                members.append(found)
                combined |= found._value_
            if aliases:
                value = member_bits | aliases
                for found in cls._member_map_.values():
                    bits = found._value_
                    if bits and bits & value == bits and found not in members:
                        members.append(found)
                        combined |= bits
            unknown = value ^ combined
            if combined:
                if unknown and boundary == "strict":
                    raise ValueError(f"{cls!r}: no members with value {unknown!r}")
                made._name_ = "|".join([found._name_ for found in members])
                if unknown:
                    made._name_ += f"|{cls._numeric_repr_(unknown)}"
        # In one step: another thread may have made it meanwhile.
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            kind = type(other).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {kind!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        value = (cls._value_repr_ or repr)(self._value_)
        return f"<{cls.__name__}: {value}>" if self._name_ is None else f"<{cls.__name__}.{self._name_}: {value}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        bits = _other(self, other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = _other(self, other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = _other(self, other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ == "eject" or self._boundary_ == "keep":
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __repr__ = Flag.__repr__
    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__
    __reduce_ex__ = Enum.__reduce_ex__
    __contains__ = Flag.__contains__
    __iter__ = Flag.__iter__
    __len__ = Flag.__len__
    __bool__ = Flag.__bool__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
