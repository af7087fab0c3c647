# enum: what it is made of stands in _enum_core; flags and what few programs need are there for programs that have their names.

from _enum_core import Enum, EnumType, IntEnum, ReprEnum, StrEnum, auto, member, nonmember, property, unique

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr",
    "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name",
    "pickle_by_enum_name",
]

EnumMeta = EnumType
if vm_mentioned("Flag", "STRICT", "CONFORM", "EJECT", "KEEP", "verify", "_simple_enum"):
    from _enum_flags import Flag, IntFlag
if vm_mentioned("FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "_boundary_"):
    from _enum_flags import FlagBoundary, STRICT, CONFORM, EJECT, KEEP
if vm_mentioned("_is_", "_iter_bits_lsb", "show_flag_values"):
    from _enum_more import (
        _is_descriptor, _is_dunder, _is_private, _is_single_bit, _is_sunder, _iter_bits_lsb, show_flag_values,
    )
if vm_mentioned("_make_class"):
    from _enum_more import _make_class_unpicklable
if vm_mentioned("verify", "UNIQUE", "CONTINUOUS", "NAMED_FLAGS", "EnumCheck"):
    from _enum_more import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, verify
if vm_mentioned("global_", "pickle_by", "_convert_", "_simple_enum", "_reduce_ex_by"):
    from _enum_more import (
        _convert, _reduce_ex_by_global_name, _simple_enum, _test_simple_enum, global_enum, global_enum_repr, global_flag_repr,
        global_str, pickle_by_enum_name, pickle_by_global_name,
    )
