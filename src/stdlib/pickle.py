# pickle: objects as bytes. Protocols 0 to 5 are written as CPython writes them, and read; how an object is taken apart says
# copyreg. There is nothing out of band.

import copyreg

DEFAULT_PROTOCOL = 4
HIGHEST_PROTOCOL = 5
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
bytes_types = (bytes,)

# A frame is closed once it is this long; a text or bytes of this length stand outside of all frames.
_FRAME = 64 * 1024
_BATCH = 1000


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    __module__ = "_pickle"


# Names of things.


def _builtin(name):
    # What is in the machine has no module that it could be looked up in.
    known = {
        "abs": abs, "all": all, "any": any, "ascii": ascii, "bin": bin, "bool": bool, "bytes": bytes,
        "bytearray": bytearray,
        "callable": callable, "chr": chr, "classmethod": classmethod, "delattr": delattr, "dict": dict, "dir": dir,
        "divmod": divmod, "enumerate": enumerate, "filter": filter, "float": float, "format": format,
        "frozenset": frozenset, "getattr": getattr, "hasattr": hasattr, "hash": hash, "hex": hex, "id": id, "int": int,
        "isinstance": isinstance, "issubclass": issubclass, "iter": iter, "len": len, "list": list, "map": map,
        "max": max, "min": min, "next": next, "object": object, "oct": oct, "ord": ord, "pow": pow, "print": print,
        "property": property, "range": range, "repr": repr, "reversed": reversed, "round": round, "set": set,
        "setattr": setattr, "slice": slice, "sorted": sorted, "staticmethod": staticmethod, "str": str, "sum": sum,
        "super": super, "tuple": tuple, "type": type, "vars": vars, "zip": zip, "Ellipsis": ...,
        "NotImplemented": NotImplemented, "OSError": OSError,
    }
    if name in known:
        return known[name]
    for base in _exceptions(BaseException):
        if base.__name__ == name:
            return base
    raise AttributeError(f"module 'builtins' has no attribute '{name}'")


def _exceptions(base):
    yield base
    for kind in base.__subclasses__():
        if kind.__module__ == "builtins":
            yield from _exceptions(kind)


# Who has other names in Python 2, which protocols below 3 use.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "configparser": "ConfigParser"}
_OLD_NAMES = {("builtins", "range"): "xrange", ("builtins", "int"): "long", ("builtins", "str"): "unicode",
              ("builtins", "chr"): "unichr"}
_NEW_MODULES = {"__builtin__": "builtins", "copy_reg": "copyreg", "Queue": "queue", "exceptions": "builtins"}
_NEW_NAMES = {("__builtin__", "xrange"): "range", ("__builtin__", "long"): "int", ("__builtin__", "unicode"): "str",
              ("__builtin__", "unichr"): "chr"}


def _encode(text, encoding):
    return text.encode(encoding)


def _module(name):
    found = vm_module(name)
    if found is None and name.startswith("_"):
        # Modules in C have names of their own.
        found = vm_module(name[1:])
    return found


def _global(module, name):
    # KeyError where there is no such module, AttributeError where there is no such thing.
    if module == "_codecs" and name == "encode":
        return _encode
    if module == "builtins":
        return _builtin(name)
    found = _module(module)
    if found is None:
        raise KeyError(module)
    for part in name.split("."):
        if module == "__main__" and found is _module(module) and not hasattr(found, part) and part in vm_others():
            # It was put into globals() under a name that the text does not have.
            found = vm_others()[part]
            continue
        found = getattr(found, part)
    return found


def _module_of(thing):
    return getattr(thing, "__module__", None) or type(thing).__module__ or "builtins"


# Numbers as bytes.


def _double(value):
    text = value.hex()
    sign = 0
    if text[0] == "-":
        sign, text = 1 << 63, text[1:]
    if text == "inf":
        bits = 0x7FF << 52
    elif text == "nan":
        bits = 0x7FF8 << 48
    else:
        digits, exponent = text[4:].split("p")
        fraction = int(digits.ljust(13, "0"), 16) if digits != "0" else 0
        bits = (int(exponent) + 1023 << 52 if text[2] == "1" else 0) | fraction
    return (sign | bits).to_bytes(8, "big")


def _from_double(data):
    bits = int.from_bytes(data, "big")
    sign = "-" if bits >> 63 else ""
    exponent, fraction = bits >> 52 & 0x7FF, bits & (1 << 52) - 1
    if exponent == 0x7FF:
        return float(sign + ("nan" if fraction else "inf"))
    lead, exponent = (1, exponent - 1023) if exponent else (0, -1022)
    return float.fromhex(f"{sign}0x{lead}.{fraction:013x}p{exponent}")


def encode_long(x):
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


# Writing.

_ATOMS = (type(None), bool, int, float)


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._begin(protocol, fix_imports)

    def _begin(self, protocol, fix_imports):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        elif protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = False
        self._fix = fix_imports and protocol < 3
        # Texts and bytes by what they are, all else by its id: the number, and the object, which is to live on.
        self.memo = {}
        self._out = []
        self._marks = []

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        self._file_write(self._dumped(obj))

    def _dumped(self, obj):
        # Pieces of what is written; a tuple is one that stands outside of frames. The marks are where frames may end.
        self._out, self._marks = [], []
        self._write = self._out.append
        self._persistent = getattr(self, "persistent_id", None)
        self._override = getattr(self, "reducer_override", None)
        self._table = getattr(self, "dispatch_table", copyreg.dispatch_table)
        self._save(obj)
        self._write(b".")
        start = b"\x80" + bytes([self.proto]) if self.proto >= 2 else b""
        return start + (self._framed() if self.proto >= 4 else b"".join(_flat(self._out)))

    def _framed(self):
        if not any([type(piece) is tuple for piece in self._out]):
            whole = b"".join(self._out)
            if len(whole) < _FRAME:
                return _frame(whole)
        marks = set(self._marks)
        done, frame, size = [], [], 0
        for at, piece in enumerate(self._out):
            if size >= _FRAME and at in marks or type(piece) is tuple:
                done.append(_frame(b"".join(frame)))
                frame, size = [], 0
            if type(piece) is tuple:
                done += piece
            else:
                frame.append(piece)
                size += len(piece)
        return b"".join(done) + _frame(b"".join(frame))

    def _save(self, obj, persistent=True):
        self._marks.append(len(self._out))
        if persistent and self._persistent is not None:
            pid = self._persistent(obj)
            if pid is not None:
                self._save_persistent(pid)
                return
        kind = type(obj)
        if kind is str or kind is bytes:
            known = self.memo.get(obj)
        elif kind in _ATOMS:
            _SAVERS[kind](self, obj)
            return
        else:
            known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        saver = _SAVERS.get(kind)
        if saver is not None and kind in _EXACT:
            saver(self, obj)
            return
        if self._override is not None:
            reduced = self._override(obj)
            if reduced is not NotImplemented:
                self._save_reduced(obj, reduced)
                return
        if saver is not None:
            saver(self, obj)
            return
        reduce = self._table.get(kind)
        if reduce is not None:
            reduced = reduce(obj)
        elif isinstance(obj, type):
            self._save_class(obj)
            return
        else:
            reduced = copyreg._taken_apart(obj, self.proto)
        self._save_reduced(obj, reduced)

    def _memoize(self, key, obj):
        if self.fast:
            return
        number = len(self.memo)
        self.memo[key] = number, obj
        if self.proto >= 4:
            self._write(b"\x94")
        elif not self.bin:
            self._write(b"p%d\n" % number)
        else:
            self._write(b"q" + bytes([number]) if number < 256 else b"r" + number.to_bytes(4, "little"))

    def _get(self, number):
        if not self.bin:
            self._write(b"g%d\n" % number)
        else:
            self._write(b"h" + bytes([number]) if number < 256 else b"j" + number.to_bytes(4, "little"))

    def _save_persistent(self, pid):
        if self.bin:
            self._save(pid, False)
            self._write(b"Q")
        else:
            try:
                self._write(b"P" + str(pid).encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _save_none(self, obj):
        self._write(b"N")

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(b"\x88" if obj else b"\x89")
        else:
            self._write(b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        if -0x80000000 <= obj <= 0x7FFFFFFF:
            if not self.bin:
                self._write(b"I%d\n" % obj)
            elif 0 <= obj < 0x100:
                self._write(b"K" + bytes([obj]))
            elif 0 <= obj < 0x10000:
                self._write(b"M" + obj.to_bytes(2, "little"))
            else:
                self._write(b"J" + obj.to_bytes(4, "little", signed=True))
        elif self.proto >= 2:
            data = encode_long(obj)
            size = len(data)
            self._write((b"\x8a" + bytes([size]) if size < 256 else b"\x8b" + size.to_bytes(4, "little")) + data)
        else:
            self._write(b"L%dL\n" % obj)

    def _save_float(self, obj):
        self._write(b"G" + _double(obj) if self.bin else b"F" + repr(obj).encode() + b"\n")

    def _write_long(self, header, data):
        if len(data) >= _FRAME and self.proto >= 4:
            self._write((header, data))
        else:
            self._write(header + data)

    def _save_bytes(self, obj):
        if self.proto < 3:
            # They are made of a text.
            if obj:
                self._save_reduced(obj, (_encode, (obj.decode("latin1"), "latin1")))
            else:
                self._save_reduced(obj, (bytes, ()))
            return
        size = len(obj)
        if size < 256:
            self._write(b"C" + bytes([size]) + obj)
        else:
            self._write_long(b"B" + size.to_bytes(4, "little"), obj)
        self._memoize(obj, obj)

    def _save_str(self, obj):
        if not self.bin:
            self._write(b"V" + "".join([_raw_escape(letter) for letter in obj]).encode("latin1") + b"\n")
        else:
            data = obj.encode("utf-8", "surrogatepass")
            size = len(data)
            if size < 256 and self.proto >= 4:
                self._write(b"\x8c" + bytes([size]) + data)
            else:
                self._write_long(b"X" + size.to_bytes(4, "little"), data)
        self._memoize(obj, obj)

    def _save_tuple(self, obj):
        size = len(obj)
        if not size:
            self._write(b")" if self.bin else b"(t")
            return
        short = size <= 3 and self.proto >= 2
        if not short:
            self._write(b"(")
        for item in obj:
            self._save(item)
        # An item that has the tuple in it has made it already.
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b"0" * size if short else b"1" if self.bin else b"0" * (size + 1))
            self._get(known[0])
            return
        self._write((b"\x85", b"\x86", b"\x87")[size - 1] if short else b"t")
        self._memoize(id(obj), obj)

    def _save_list(self, obj):
        self._write(b"]" if self.bin else b"(l")
        self._memoize(id(obj), obj)
        if not self.bin or len(obj) == 1:
            for item in obj:
                self._save(item)
                self._write(b"a")
            return
        for start in range(0, len(obj), _BATCH):
            self._write(b"(")
            for item in obj[start : start + _BATCH]:
                self._save(item)
            self._write(b"e")

    def _save_dict(self, obj):
        self._write(b"}" if self.bin else b"(d")
        self._memoize(id(obj), obj)
        pairs = list(obj.items())
        if not self.bin or len(pairs) == 1:
            for key, value in pairs:
                self._save(key)
                self._save(value)
                self._write(b"s")
            return
        for start in range(0, len(pairs), _BATCH):
            self._write(b"(")
            for key, value in pairs[start : start + _BATCH]:
                self._save(key)
                self._save(value)
            self._write(b"u")

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduced(obj, (set, (list(obj),)))
            return
        self._write(b"\x8f")
        self._memoize(id(obj), obj)
        items = list(obj)
        for start in range(0, len(items), _BATCH):
            self._write(b"(")
            for item in items[start : start + _BATCH]:
                self._save(item)
            self._write(b"\x90")

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduced(obj, (frozenset, (list(obj),)))
            return
        self._write(b"(")
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b"1")
            self._get(known[0])
            return
        self._write(b"\x91")
        self._memoize(id(obj), obj)

    def _save_class(self, obj):
        for single in (None, ..., NotImplemented):
            if obj is type(single):
                self._save_reduced(obj, (type, (single,)))
                return
        self._save_global(obj)

    def _save_builtin(self, obj):
        holder, _, name = obj.__qualname__.rpartition(".")
        if holder:
            # A method of a class of the machine.
            self._save_reduced(obj, (getattr, (_global(_module_of(obj), holder), name)))
        else:
            self._save_global(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        if obj is _encode:
            module, name = "_codecs", "encode"
        else:
            module = _module_of(obj)
            _check_global(obj, module, name)
        if self.proto >= 4:
            self._save(module)
            if name == module and name in self.memo:
                # Two texts, in CPython: `datetime.datetime`.
                known = self.memo.pop(name)
                self.memo[id(obj), name] = known
                self._save(name)
                self.memo[id(obj), name], self.memo[name] = self.memo[name], known
            else:
                self._save(name)
            self._write(b"\x93")
        elif "." in name:
            holder, _, last = name.rpartition(".")
            self._save_reduced(obj, (getattr, (_global(module, holder), last)))
            return
        else:
            if self._fix:
                module, name = _old_name(module, name, obj)
            self._write(b"c" + module.encode() + b"\n" + name.encode() + b"\n")
        self._memoize(id(obj), obj)

    def _save_reduced(self, obj, reduced):
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        function, args, state, items, pairs, setter = (*reduced, None, None, None, None)[:6]
        if not callable(function):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        name = getattr(function, "__name__", "") if self.proto >= 2 else ""
        if name == "__newobj_ex__" and self.proto >= 4:
            for part in args:
                self._save(part)
            self._write(b"\x92")
        elif name == "__newobj__":
            kind = args[0]
            if not hasattr(kind, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if kind is not type(obj):
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self._save(kind)
            self._save(args[1:])
            self._write(b"\x81")
        else:
            self._save(function)
            self._save(args)
            self._write(b"R")
        key = obj if type(obj) is bytes else id(obj)
        known = self.memo.get(key)
        if known is not None:
            self._write(b"0")
            self._get(known[0])
        else:
            self._memoize(key, obj)
        if items is not None:
            self._add_all(items, False, b"a", b"e")
        if pairs is not None:
            self._add_all(pairs, True, b"s", b"u")
        if state is not None:
            if setter is None:
                self._save(state)
                self._write(b"b")
            else:
                self._save(setter)
                self._save(obj)
                self._save(state)
                self._write(b"\x86R0")

    def _add_all(self, items, paired, one, many):
        items = list(items)
        for start in range(0, len(items), _BATCH if self.bin else 1):
            batch = items[start : start + (_BATCH if self.bin else 1)]
            if len(batch) > 1:
                self._write(b"(")
            for item in batch:
                if paired:
                    self._save(item[0])
                    self._save(item[1])
                else:
                    self._save(item)
            self._write(many if len(batch) > 1 else one)



def _save_bytearray(pickler, obj):
    if pickler.proto >= 3:
        reduced = (bytearray, (bytes(obj),)) if obj else (bytearray, ())
    else:
        reduced = (bytearray, (str(obj, "latin-1"), "latin-1")) if obj else (bytearray, ())
    pickler._save_reduced(obj, reduced)


def _raw_escape(letter):
    code = ord(letter)
    if code < 256 and letter not in "\\\0\n\r\x1a":
        return letter
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_SAVERS = {
    type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float,
    str: Pickler._save_str, bytes: Pickler._save_bytes, tuple: Pickler._save_tuple, list: Pickler._save_list,
    dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset, bytearray: _save_bytearray, type: Pickler._save_class,
    type(_builtin): Pickler._save_global, type(len): Pickler._save_builtin,
}
# These are not asked of `reducer_override`.
_EXACT = (str, bytes, tuple, list, dict, set, frozenset)


def _flat(pieces):
    for piece in pieces:
        if type(piece) is tuple:
            yield from piece
        else:
            yield piece


def _frame(data):
    return data if len(data) < 4 else b"\x95" + len(data).to_bytes(8, "little") + data


def _old_name(module, name, obj):
    if module == "builtins" and isinstance(obj, type) and issubclass(obj, BaseException):
        return "exceptions", name
    return _OLD_MODULES.get(module, module), _OLD_NAMES.get((module, name), name)


def _check_global(thing, module, name):
    if "<locals>" in name:
        raise AttributeError(f"Can't pickle local object '{name}'")
    try:
        found = _global(module, name)
    except KeyError:
        raise PicklingError(f"Can't pickle {thing!r}: import of module {module!r} failed") from None
    except AttributeError:
        raise PicklingError(f"Can't pickle {thing!r}: attribute lookup {name} on {module} failed") from None
    if found is not thing and found != thing:
        raise PicklingError(f"Can't pickle {thing!r}: it's not the same object as {module}.{name}")


class _Dumper(Pickler):
    def __init__(self, protocol, fix_imports):
        self._begin(protocol, fix_imports)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    return _Dumper(protocol, fix_imports)._dumped(obj)


# Reading.


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        try:
            self._file_read = file.read
            self._file_line = file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._begin(b"", fix_imports, encoding, errors)

    def _begin(self, data, fix_imports, encoding, errors):
        self._data = data
        self._at = 0
        self._fix = fix_imports
        self._encoding = encoding
        self._errors = errors
        self.memo = {}

    def load(self):
        self._stack = []
        self._marked = []
        self._protocol = 0
        opcodes = _OPCODES
        while True:
            at = self._at
            if at < len(self._data):
                code = self._data[at]
                self._at = at + 1
            else:
                code = self._next_code()
            if code == 46:
                return self._pop()
            reader = opcodes.get(code)
            if reader is None:
                shown = chr(code) if 32 <= code < 127 and code not in (39, 92) else f"\\x{code:02x}"
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            reader(self)

    def _next_code(self):
        data = b"" if self._file_read is None else self._file_read(1)
        if not data:
            raise EOFError("Ran out of input")
        return data[0]

    def _read(self, size):
        at = self._at
        end = at + size
        if end <= len(self._data):
            self._at = end
            return self._data[at:end]
        if self._file_read is None:
            raise UnpicklingError("pickle data was truncated")
        data = self._data[at:]
        self._at = len(self._data)
        data += self._file_read(size - len(data))
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        end = self._data.find(b"\n", self._at)
        if end >= 0:
            data = self._data[self._at : end]
            self._at = end + 1
            return data
        if self._file_read is None or self._at < len(self._data):
            raise UnpicklingError("pickle data was truncated")
        data = self._file_line()
        if not data.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def _size(self, width):
        return int.from_bytes(self._read(width), "little")

    def _pop(self):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        return self._stack.pop()

    def _push(self, value):
        self._stack.append(value)

    def _since_mark(self):
        if not self._marked:
            raise UnpicklingError("could not find MARK")
        items = self._stack
        self._stack = self._marked.pop()
        return items

    def find_class(self, module_name, global_name, /):
        if self._fix and self._protocol < 3:
            name = module_name, global_name
            module_name = _NEW_MODULES.get(module_name, module_name)
            global_name = _NEW_NAMES.get(name, global_name)
        try:
            return _global(module_name, global_name)
        except KeyError:
            raise ModuleNotFoundError(f"No module named '{module_name}'", name=module_name) from None
        except AttributeError:
            shown = "<module 'builtins' (built-in)>" if module_name == "builtins" else repr(_module(module_name))
            raise AttributeError(f"Can't get attribute '{global_name}' on {shown}") from None

    def _persistent(self, pid):
        load = getattr(self, "persistent_load", None)
        if load is None:
            raise UnpicklingError(
                "A load persistent id instruction was encountered,\nbut no persistent_load function was specified."
            )
        self._push(load(pid))

    def _make(self, kind, args):
        if args or not isinstance(kind, type) or hasattr(kind, "__getinitargs__"):
            self._push(kind(*args))
        else:
            self._push(kind.__new__(kind))

    # One for each code.

    def _read_protocol(self):
        self._protocol = self._read(1)[0]
        if self._protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self._protocol}")

    def _read_frame(self):
        size = self._size(8)
        if self._file_read is not None:
            self._data = self._read(size)
            self._at = 0
        elif self._at + size > len(self._data):
            raise UnpicklingError("pickle data was truncated")

    def _read_int(self):
        text = self._line()
        self._push(text == b"01" if text in (b"00", b"01") else int(text, 0))

    def _read_long(self):
        self._push(int(self._line().rstrip(b"L")))

    def _read_quoted(self):
        text = self._line().strip()
        if len(text) < 2 or text[0] != text[-1] or text[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._push(self._old_text(_unescaped(text[1:-1])))

    def _old_text(self, data):
        return data if self._encoding == "bytes" else data.decode(self._encoding, self._errors)

    def _read_unicode(self):
        self._push(_from_raw_escapes(self._line()))

    def _read_text(self, size):
        self._push(self._read(size).decode("utf-8", "surrogatepass"))

    def _read_list(self):
        self._push(self._since_mark())

    def _read_tuple(self):
        self._push(tuple(self._since_mark()))

    def _read_short_tuple(self, size):
        if len(self._stack) < size:
            raise UnpicklingError("unpickling stack underflow")
        items = tuple(self._stack[-size:])
        del self._stack[-size:]
        self._push(items)

    def _read_dict(self):
        items = self._since_mark()
        self._push(dict(zip(items[::2], items[1::2])))

    def _read_mark(self):
        self._marked.append(self._stack)
        self._stack = []

    def _read_pop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._since_mark()

    def _read_duplicate(self):
        value = self._pop()
        self._stack += [value, value]

    def _read_append(self):
        value = self._pop()
        self._add([value])

    def _read_appends(self):
        items = self._since_mark()
        self._add(items)

    def _add(self, items):
        target = self._stack[-1]
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _read_set_item(self):
        value = self._pop()
        key = self._pop()
        self._stack[-1][key] = value

    def _read_set_items(self):
        items = self._since_mark()
        target = self._stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _read_add_items(self):
        items = self._since_mark()
        target = self._stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _read_frozenset(self):
        self._push(frozenset(self._since_mark()))

    def _remember(self, number):
        if not self._stack:
            raise UnpicklingError("unpickling stack underflow")
        self.memo[number] = self._stack[-1]

    def _read_memoize(self):
        self._remember(len(self.memo))

    def _recall(self, number):
        try:
            self._stack.append(self.memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def _read_global(self):
        module = self._line().decode()
        self._push(self.find_class(module, self._line().decode()))

    def _read_stack_global(self):
        name = self._pop()
        module = self._pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _read_reduce(self):
        args = self._pop()
        function = self._pop()
        self._push(function(*args))

    def _read_new(self):
        args = self._pop()
        kind = self._pop()
        self._push(kind.__new__(kind, *args))

    def _read_new_named(self):
        kwargs = self._pop()
        args = self._pop()
        kind = self._pop()
        self._push(kind.__new__(kind, *args, **kwargs))

    def _read_instance(self):
        args = self._since_mark()
        module = self._line().decode("ascii")
        self._make(self.find_class(module, self._line().decode("ascii")), args)

    def _read_object(self):
        items = self._since_mark()
        self._make(items[0], items[1:])

    def _read_build(self):
        state = self._pop()
        copyreg._put_state(self._stack[-1], state)

    def _read_nothing_else(self):
        raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")


def _codes():
    U = Unpickler
    return {
        0x80: U._read_protocol, 0x95: U._read_frame, 0x28: U._read_mark, 0x30: U._read_pop,
        0x31: lambda u: u._since_mark(), 0x32: U._read_duplicate,
        0x4E: lambda u: u._push(None), 0x88: lambda u: u._push(True), 0x89: lambda u: u._push(False),
        0x49: U._read_int, 0x4C: U._read_long, 0x46: lambda u: u._push(float(u._line())),
        0x4B: lambda u: u._push(u._read(1)[0]), 0x4D: lambda u: u._push(u._size(2)),
        0x4A: lambda u: u._push(int.from_bytes(u._read(4), "little", signed=True)),
        0x8A: lambda u: u._push(decode_long(u._read(u._size(1)))),
        0x8B: lambda u: u._push(decode_long(u._read(u._size(4)))),
        0x47: lambda u: u._push(_from_double(u._read(8))),
        0x53: U._read_quoted, 0x54: lambda u: u._push(u._old_text(u._read(u._size(4)))),
        0x55: lambda u: u._push(u._old_text(u._read(u._size(1)))),
        0x56: U._read_unicode, 0x58: lambda u: u._read_text(u._size(4)), 0x8C: lambda u: u._read_text(u._size(1)),
        0x8D: lambda u: u._read_text(u._size(8)),
        0x42: lambda u: u._push(u._read(u._size(4))), 0x43: lambda u: u._push(u._read(u._size(1))),
        0x8E: lambda u: u._push(u._read(u._size(8))),
        0x5D: lambda u: u._push([]), 0x7D: lambda u: u._push({}), 0x29: lambda u: u._push(()),
        0x8F: lambda u: u._push(set()), 0x6C: U._read_list, 0x74: U._read_tuple, 0x64: U._read_dict,
        0x85: lambda u: u._read_short_tuple(1), 0x86: lambda u: u._read_short_tuple(2),
        0x87: lambda u: u._read_short_tuple(3),
        0x61: U._read_append, 0x65: U._read_appends, 0x73: U._read_set_item, 0x75: U._read_set_items,
        0x90: U._read_add_items, 0x91: U._read_frozenset, 0x94: U._read_memoize,
        0x70: lambda u: u._remember(int(u._line())), 0x71: lambda u: u._remember(u._read(1)[0]),
        0x72: lambda u: u._remember(u._size(4)),
        0x67: lambda u: u._recall(int(u._line())), 0x68: lambda u: u._recall(u._read(1)[0]),
        0x6A: lambda u: u._recall(u._size(4)),
        0x63: U._read_global, 0x93: U._read_stack_global, 0x52: U._read_reduce, 0x81: U._read_new,
        0x92: U._read_new_named, 0x69: U._read_instance, 0x6F: U._read_object, 0x62: U._read_build,
        0x50: lambda u: u._persistent(u._line().decode("ascii")), 0x51: lambda u: u._persistent(u._pop()),
        0x97: U._read_nothing_else, 0x98: U._read_nothing_else,
    }


_OPCODES = _codes()


def _unescaped(data):
    # What Python 2 wrote between quotes.
    parts = []
    at = 0
    while at < len(data):
        if data[at] != 92:
            parts.append(data[at : at + 1])
            at += 1
        elif data[at + 1] == 120:
            parts.append(bytes([int(data[at + 2 : at + 4], 16)]))
            at += 4
        else:
            letter = data[at + 1 : at + 2]
            parts.append({b"n": b"\n", b"t": b"\t", b"r": b"\r"}.get(letter, letter))
            at += 2
    return b"".join(parts)


def _from_raw_escapes(data):
    text = data.decode("latin1")
    pieces = text.split("\\")
    made = [pieces[0]]
    for piece in pieces[1:]:
        width = {"u": 4, "U": 8}.get(piece[:1])
        if width is None:
            made.append("\\" + piece)
        else:
            made += [chr(int(piece[1 : 1 + width], 16)), piece[1 + width :]]
    return "".join(made)


class _Loader(Unpickler):
    def __init__(self, data, fix_imports, encoding, errors):
        self._file_read = None
        self._begin(data, fix_imports, encoding, errors)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    data = vm_as_bytes(data)
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return _Loader(data, fix_imports, encoding, errors).load()


if vm_mentioned("_dumps", "_loads", "_dump(", "_load("):
    # In CPython, those that are written in Python.
    _dump, _dumps, _load, _loads = dump, dumps, load, loads

if vm_mentioned("list[", "tuple[", "dict[", "set[", "GenericAlias"):
    # Where the class of what they make is.
    import types as _types
