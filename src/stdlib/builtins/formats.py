# Formatting where the program has a say: __format__, __str__, and the attributes and items that templates name.

def vm_format(value, spec=""):
    method = vm_own_method(value, "__format__")
    if method is not None:
        result = method(spec)
        if not isinstance(result, str):
            raise TypeError(f"__format__ must return a str, not {type(result).__name__}")
        return result
    return vm_plain_format(value, spec) if spec else str(value)

def vm_object___format__(self, spec):
    return str(self)

def vm_format_part(value, conversion, spec):
    return vm_format(vm_converted(value, conversion), spec)

def vm_converted(value, conversion):
    if not conversion:
        return value
    if conversion == "s":
        return str(value)
    if conversion == "r":
        return repr(value)
    if conversion == "a":
        return ascii(value)
    shown = conversion if "!" <= conversion <= "~" else f"\\x{ord(conversion):x}"
    raise ValueError(f"Unknown conversion specifier {shown}")

def vm_ascii(obj):
    text = repr(obj)
    return text if text.isascii() else vm_escaped(text)

# str.format

def vm_str_format(self, args, kwargs):
    return vm_fill(self, args, kwargs, [None], 2)

def vm_str_format_map(self, mapping):
    return vm_fill(self, None, mapping, [None], 2)

def vm_fill(template, args, named, numbering, depth):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    texts = []
    for piece in vm_template(template):
        if len(piece) == 1:
            raise ValueError(piece[0])
        literal, name, conversion, spec = piece
        texts.append(literal)
        if name is not None:
            value = vm_converted(vm_field_value(name, args, named, numbering), conversion)
            if "{" in spec or "}" in spec:
                spec = vm_fill(spec, args, named, numbering, depth - 1)
            texts.append(vm_format(value, spec))
    return "".join(texts)

def vm_field_value(name, args, named, numbering):
    first, steps = vm_field_name(name)
    if first == "" or isinstance(first, int):
        value = vm_field_at(vm_field_number(first, numbering), args)
    else:
        value = named[first]
    for is_attribute, step in steps:
        if is_attribute is None:
            raise ValueError(step)
        value = getattr(value, step) if is_attribute else value[step]
    return value

def vm_field_number(first, numbering):
    before = numbering[0]
    if first == "":
        if before == "manual":
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        first = 0 if before is None else before
        numbering[0] = first + 1
    else:
        if isinstance(before, int):
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        numbering[0] = "manual"
    return first

def vm_field_at(number, args):
    if args is None:
        raise ValueError("Format string contains positional fields")
    if number >= len(args):
        raise IndexError(f"Replacement index {number} out of range for positional args tuple")
    return args[number]

# format % values

def vm_percent(format, values):
    items = values if isinstance(values, tuple) else (values,)
    # Bytes have items, but are one value where bytes are formatted.
    single = (tuple, str, bytes) if isinstance(format, bytes) else (tuple, str)
    mapping = not isinstance(values, single) and hasattr(values, "__getitem__")
    texts = []
    at = 0
    for literal, key, stars, letter, text in vm_percent_pieces(format):
        texts.append(literal)
        if letter is None:
            continue
        if key is not None:
            if not mapping:
                raise TypeError("format requires a mapping")
            if text == "incomplete format key":
                raise ValueError(text)
            items = (values[key],)
            at = 0
        if stars is None:
            raise ValueError(text)
        given = items[at:at + stars + 1]
        at += stars + 1
        if len(given) < stars + 1:
            raise TypeError("not enough arguments for format string")
        if not letter:
            raise ValueError(text)
        texts.append(vm_percent_one(text, letter, given))
    if at < len(items) and not mapping:
        what = "string" if isinstance(format, str) else "bytes"
        raise TypeError(f"not all arguments converted during {what} formatting")
    return format[:0].join(texts)

def vm_percent_one(text, letter, given):
    in_bytes = isinstance(text, bytes)
    value = given[-1]
    if in_bytes and letter in "sb":
        value = vm_bytes_of(value)
    elif letter in "sra":
        value = vm_converted(value, "a" if in_bytes else letter)
        text = text[:-1] + (b"s" if in_bytes else "s")
        if in_bytes:
            value = value.encode()
    elif letter in "diu" and not isinstance(value, (int, float)):
        value = vm_percent_number(value, letter)
    elif letter in "oxXc" and isinstance(value, int):
        value = vm_base(value)
    elif letter in "oxXc" and vm_own_method(value, "__index__") is not None:
        value = value.__index__()
    elif letter in "eEfFgG" and isinstance(value, float):
        value = vm_base(value)
    elif letter in "eEfFgG" and vm_is_real(value):
        value = float(value)
    return text % (given[:-1] + (value,))

def vm_is_real(value):
    return vm_own_method(value, "__float__") is not None or vm_own_method(value, "__index__") is not None

def vm_percent_number(value, letter):
    if vm_own_method(value, "__int__") is None and vm_own_method(value, "__index__") is None:
        return value
    try:
        return int(value)
    except TypeError:
        kind = type(value).__name__
        raise TypeError(f"%{letter} format: a real number is required, not {kind}") from None

def vm_bytes_of(value):
    method = vm_own_method(value, "__bytes__")
    if method is None:
        return value if isinstance(value, bytes) else vm_not_bytes(value)
    result = method()
    if not isinstance(result, bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {type(result).__name__})")
    return result

def vm_not_bytes(value):
    kind = type(value).__name__
    raise TypeError(f"%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'")

# Methods of str and bytes, and their constructors.

def vm_str_join(self, iterable):
    return vm_base(self).join(vm_list_of(iterable))

vm_bytes_join = vm_str_join

def vm_str_translate(self, table):
    texts = []
    for character in vm_base(self):
        try:
            code = table[ord(character)]
        except LookupError:
            texts.append(character)
        else:
            texts.append(str.translate(character, {ord(character): code}))
    return "".join(texts)

def vm_bytes(source, encoding=None, errors=None):
    method = vm_own_method(source, "__bytes__")
    if method is not None:
        return vm_bytes_of(source)
    base = vm_base(source)
    if isinstance(base, (bytes, int)):
        return bytes(base)
    if vm_own_method(source, "__index__") is not None:
        return bytes(source.__index__())
    if not vm_is_iterable(source):
        raise TypeError(f"cannot convert '{type(source).__name__}' object to bytes")
    return bytes([vm_byte(item) for item in source])

def vm_as_bytes(value):
    # What has bytes, as bytes; anything else as it is.
    if isinstance(value, bytearray):
        return bytes(value)
    if type(value).__name__ in ("memoryview", "array") and not isinstance(value, type) and hasattr(value, "tobytes"):
        return value.tobytes()
    return value

def vm_bytearray(source=b"", encoding=None, errors=None):
    return bytearray(vm_bytes(source, encoding, errors))

def vm_bytearray___init__(self, source=b"", encoding=None, errors=None):
    self = vm_base(self)
    self.clear()
    self.extend(vm_bytearray(source, encoding, errors))

def vm_bytearray_extend(self, iterable):
    vm_base(self).extend(bytes([vm_byte(item) for item in iterable]))

def vm_bytearray___setitem__(self, index, value):
    if isinstance(index, slice):
        value = bytes(value)
    elif not isinstance(value, int):
        value = vm_byte(value)
    vm_base(self)[vm_plain_index(index)] = value

def vm_bytearray_join(self, iterable):
    return bytearray(bytes(self).join(iterable))

def vm_byte(item):
    return item.__index__() if vm_own_method(item, "__index__") is not None else item

def vm_from_bytes(cls, bytes, byteorder="big", signed=False):
    if isinstance(bytes, (str, int)):
        raise TypeError(f"cannot convert '{type(bytes).__name__}' object to bytes")
    if cls is int:
        return int.from_bytes(vm_bytes(bytes), byteorder, signed=signed)
    return cls(int.from_bytes(vm_bytes(bytes), byteorder, signed=signed))

def vm_fromhex(cls, text):
    return cls(float.fromhex(text) if issubclass(cls, float) else bytes.fromhex(text))
