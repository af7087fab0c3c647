# _string: how a template is taken apart, for who makes a Formatter of their own.

import string as _whole


def formatter_parser(format_string, /):
    if not isinstance(format_string, str):
        raise TypeError(f"expected str, got {type(format_string).__name__}")
    return _whole._parse(format_string)


def formatter_field_name_split(field_name, /):
    if not isinstance(field_name, str):
        raise TypeError(f"expected str, got {type(field_name).__name__}")
    first, steps = _whole._split_name(field_name)
    return first, iter(steps)
