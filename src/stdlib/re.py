# re: regular expressions. _re_parser reads them, _re_compiler and _re_search make functions of them; here is what
# programs call.

from _re_parser import error, parse as _parse
from _re_search import make as _make

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error",
    "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL",
    "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
]

_NAMES = ((256, "ASCII"), (2, "IGNORECASE"), (4, "LOCALE"), (32, "UNICODE"), (8, "MULTILINE"), (16, "DOTALL"),
          (64, "VERBOSE"))


class _Member:
    # A flag as an attribute of the class.
    def __init__(self, bits):
        self._bits = bits

    def __get__(self, instance, owner=None):
        return RegexFlag(self._bits)


class RegexFlag(int):
    NOFLAG = _Member(0)
    A = ASCII = _Member(256)
    I = IGNORECASE = _Member(2)
    L = LOCALE = _Member(4)
    M = MULTILINE = _Member(8)
    S = DOTALL = _Member(16)
    U = UNICODE = _Member(32)
    X = VERBOSE = _Member(64)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(~int(self) & 0x1ff)

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __repr__(self):
        return _flag_text(int(self)) or "re.NOFLAG"

    __str__ = __repr__

    def __format__(self, spec):
        return format(repr(self), spec)

    @property
    def name(self):
        return repr(self).replace("re.", "")

    @property
    def value(self):
        return int(self)


def _flag_text(flags, order=_NAMES):
    names = []
    for bit, name in order:
        if flags & bit:
            names.append("re." + name)
            flags -= bit
    if flags:
        names.append(hex(flags))
    return "|".join(names)


NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)


class Match:
    # One tuple: the pattern, the text, from where to where it was looked at, and the spans of the groups with the group
    # that was closed last.
    __slots__ = ("_known",)

    def __init__(self, *known):
        if len(known) != 5:
            raise TypeError("cannot create 're.Match' instances")
        self._known = known

    @property
    def re(self):
        return self._known[0]

    @property
    def string(self):
        return self._known[1]

    @property
    def pos(self):
        return self._known[2]

    @property
    def endpos(self):
        return self._known[3]

    @property
    def lastindex(self):
        return self._known[4][-1] or None

    @property
    def lastgroup(self):
        last = self._known[4][-1]
        for name, number in self._known[0].groupindex.items():
            if number == last:
                return name
        return None

    @property
    def regs(self):
        spans = self._known[4]
        return (*[(spans[at], spans[at + 1]) for at in range(0, len(spans) - 1, 2)],)

    def _number(self, group):
        # Where the span of the group is in the tuple of spans.
        known = self._known
        if isinstance(group, str):
            group = known[0]._names.get(group, -1)
        elif not isinstance(group, int):
            if not hasattr(group, "__index__"):
                raise IndexError("no such group")
            group = group.__index__()
        if 0 <= group <= known[0].groups:
            return 2 * group
        raise IndexError("no such group")

    def _text(self, at, default):
        known = self._known
        spans = known[4]
        return known[1][spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else default

    def group(self, *groups):
        if not groups:
            known = self._known
            spans = known[4]
            return known[1][spans[0]:spans[1]]
        if len(groups) == 1:
            return self._text(self._number(groups[0]), None)
        return (*[self._text(self._number(group), None) for group in groups],)

    def __getitem__(self, group, /):
        return self._text(self._number(group), None)

    def groups(self, default=None):
        spans = self._known[4]
        return (*[self._text(at, default) for at in range(2, len(spans) - 1, 2)],)

    def groupdict(self, default=None):
        return {name: self._text(2 * number, default) for name, number in self._known[0]._names.items()}

    def start(self, group=0, /):
        return self._known[4][self._number(group)]

    def end(self, group=0, /):
        return self._known[4][self._number(group) + 1]

    def span(self, group=0, /):
        at = self._number(group)
        spans = self._known[4]
        return (spans[at], spans[at + 1])

    def expand(self, template):
        return _filled(_template(template, self._known[0]), self)

    def __class_getitem__(cls, item):
        return cls

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        spans = self._known[4]
        return f"<re.Match object; span=({spans[0]}, {spans[1]}), match={self.group()!r}>"


class _Groups(dict):
    # Pattern.groupindex, which nobody can change.
    def _refuse(self, *args, **kwargs):
        raise TypeError("'mappingproxy' object does not support item assignment")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __repr__(self):
        return f"mappingproxy({dict(self)!r})"


class Pattern:
    __slots__ = ("_pattern", "_flags", "_node", "_count", "_names", "_made")

    def __init__(self, *parts):
        if len(parts) != 5:
            raise TypeError("cannot create 're.Pattern' instances")
        self._pattern, self._flags, self._node, self._count, self._names = parts
        # What was made of it: by how it is to match, and whether the text has characters beyond Latin-1.
        self._made = ()

    @property
    def pattern(self):
        return self._pattern

    @property
    def flags(self):
        return self._flags

    @property
    def groups(self):
        return self._count

    @property
    def groupindex(self):
        return _Groups(self._names)

    def _functions(self, mode, wide):
        for known in self._made:
            if known[0] == mode and known[1] is wide:
                return known[2]
        made = _make(self._node, self._count, wide, mode)
        self._made += ((mode, wide, made),)
        return made

    def _subject(self, string):
        # The text as numbers.
        if isinstance(string, str):
            if not isinstance(self._pattern, str):
                raise TypeError("cannot use a bytes pattern on a string-like object")
            try:
                return string.encode("latin-1")
            except UnicodeEncodeError:
                return [ord(letter) for letter in string]
        if isinstance(string, bytearray) or hasattr(type(string), "vm_buffer"):
            string = bytes(string)
        if not isinstance(string, bytes):
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        if isinstance(self._pattern, str):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        return string

    def _try(self, mode, at_start, string, pos, endpos):
        s = self._subject(string)
        n = len(s)
        pos = 0 if pos < 0 else n if pos > n else pos
        if endpos is not None and endpos < n:
            n = endpos if endpos > 0 else 0
            s = s[:n]
            if pos > n:
                return None
        f = self._functions(mode, not isinstance(s, bytes))[0 if at_start else 1]
        spans = f(s, pos, n)
        return None if spans is None else Match(self, string, pos, n, spans)

    def match(self, string, pos=0, endpos=None):
        return self._try("search", True, string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._try("full", True, string, pos, endpos)

    def search(self, string, pos=0, endpos=None):
        return self._try("search", False, string, pos, endpos)

    def _spans(self, string, pos=0, endpos=None):
        # The spans of all matches that do not overlap, one by one.
        s = self._subject(string)
        n = len(s)
        if endpos is not None and endpos < n:
            n = endpos if endpos > 0 else 0
            s = s[:n]
        pos = 0 if pos < 0 else len(string) if pos > len(string) else pos
        wide = not isinstance(s, bytes)
        search = self._functions("search", wide)[1]
        advance = None
        while pos <= n:
            spans = search(s, pos, n)
            if spans is None:
                return
            yield spans
            pos = spans[1]
            while spans[0] == pos:
                # After an empty match at this place only one that is not empty can be here.
                if advance is None:
                    advance = self._functions("advance", wide)[0]
                spans = advance(s, pos, n)
                if spans is not None:
                    yield spans
                    pos = spans[1]
                    continue
                pos += 1
                break

    def finditer(self, string, pos=0, endpos=None):
        self._subject(string)
        return self._matches(string, pos, endpos)

    def _matches(self, string, pos, endpos):
        n = len(string)
        end = n if endpos is None or endpos > n else endpos if endpos > 0 else 0
        begin = 0 if pos < 0 else n if pos > n else pos
        for spans in self._spans(string, pos, endpos):
            yield Match(self, string, begin, end, spans)

    def findall(self, string, pos=0, endpos=None):
        count = self._count
        if count == 0:
            return [string[spans[0]:spans[1]] for spans in self._spans(string, pos, endpos)]
        if count == 1:
            # A group that matched nothing has the span (-1, -1), which is empty in any text.
            return [string[spans[2]:spans[3]] if spans[3] >= 0 else string[:0]
                    for spans in self._spans(string, pos, endpos)]
        places = range(2, 2 * count + 2, 2)
        return [(*[string[spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else string[:0] for at in places],)
                for spans in self._spans(string, pos, endpos)]

    def split(self, string, maxsplit=0):
        pieces = []
        begin = 0
        if maxsplit < 0:
            self._subject(string)
            return [string[:]]
        left = maxsplit or -1
        for spans in self._spans(string):
            pieces.append(string[begin:spans[0]])
            begin = spans[1]
            for at in range(2, len(spans) - 1, 2):
                pieces.append(string[spans[at]:spans[at + 1]] if spans[at + 1] >= 0 else None)
            left -= 1
            if left == 0:
                break
        pieces.append(string[begin:])
        return pieces

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        n = len(self._subject(string))
        if callable(repl):
            parts = None
        else:
            parts = _template(repl, self)
            if not parts[1:]:
                # The same text for every match.
                parts = parts[0] if parts else string[:0]
        pieces = []
        begin = made = 0
        for spans in self._spans(string) if count >= 0 else ():
            if spans[0] > begin:
                pieces.append(string[begin:spans[0]])
            begin = spans[1]
            if parts is None:
                text = repl(Match(self, string, 0, n, spans))
                if text is not None:
                    pieces.append(text)
            elif isinstance(parts, tuple):
                pieces.append(_filled(parts, Match(self, string, 0, n, spans)))
            else:
                pieces.append(parts)
            made += 1
            if made == count:
                break
        if not made:
            return (string[:], 0)
        pieces.append(string[begin:])
        return (string[:0].join(pieces), made)

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self._pattern, self._flags) == (other._pattern, other._flags)

    def __hash__(self):
        return hash((self._pattern, self._flags))

    def __class_getitem__(cls, item):
        return cls

    def __reduce__(self):
        return compile, (self._pattern, self._flags)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        flags = self._flags
        if isinstance(self._pattern, str) and flags & 292 == 32:
            flags -= 32
        text = repr(self._pattern)[:200]
        return f"re.compile({text}, {_flag_text(flags, sorted(_NAMES))})" if flags else f"re.compile({text})"


# Templates of replacements.

_PLAIN = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_DIGITS = "0123456789"
_OCTAL = "01234567"


def _template(template, pattern):
    # Texts and numbers of groups by turns, beginning and ending with a text.
    if isinstance(template, str):
        if "\\" not in template:
            return (template,)
        text = template
    elif isinstance(template, bytes):
        if b"\\" not in template:
            return (template,)
        text = template.decode("latin-1")
    else:
        raise TypeError(f"decoding to str: need a bytes-like object, {type(template).__name__} found")
    parts = []
    piece = ""
    at = 0
    while True:
        slash = text.find("\\", at)
        if slash < 0:
            break
        piece += text[at:slash]
        letter = text[slash + 1:slash + 2]
        at = slash + 2
        number = None
        if letter == "g":
            number, at = _named_group(text, at, template, pattern)
        elif letter and letter in _DIGITS:
            count = 1
            digits = text[slash + 1:slash + 4]
            while count < len(digits) and digits[count] in (_OCTAL if letter == "0" or count == 2 else _DIGITS):
                count += 1
            if count == 3 and (letter not in _OCTAL or digits[1] not in _OCTAL):
                count = 2
            digits = digits[:count]
            at = slash + 1 + count
            _check_end(text, at, template)
            if letter == "0" or count == 3:
                code = int(digits, 8)
                if code > 255:
                    raise _mistake(f"octal escape value \\{digits} outside of range 0-0o377", template, slash)
                piece += chr(code)
            else:
                number = int(digits)
                if number > pattern.groups:
                    raise _mistake(f"invalid group reference {number}", template, slash + 1)
        else:
            _check_end(text, at if letter else slash, template)
            if letter in _PLAIN:
                piece += _PLAIN[letter]
            elif letter.isascii() and letter.isalpha():
                raise _mistake("bad escape \\" + letter, template, slash)
            else:
                piece += "\\" + letter
        if number is not None:
            parts.append(piece)
            parts.append(number)
            piece = ""
    parts.append(piece + text[at:])
    if isinstance(template, bytes):
        parts = [part.encode("latin-1") if isinstance(part, str) else part for part in parts]
    return (*parts,)


def _mistake(message, template, at):
    if isinstance(template, bytes):
        message = message.encode("ascii", "backslashreplace").decode("ascii")
    return error(message, template, at)


def _check_end(text, at, template):
    # A backslash with nothing behind it is found before what stands in front of it is looked at.
    if text[at:] == "\\":
        raise _mistake("bad escape (end of pattern)", template, at)


def _named_group(text, at, template, pattern):
    # The group that \g<...> names, and where the text goes on.
    _check_end(text, at, template)
    if text[at:at + 1] != "<":
        raise _mistake("missing <", template, at)
    at += 1
    end = at
    while end < len(text) and text[end] != ">":
        _check_end(text, end, template)
        end += 2 if text[end] == "\\" else 1
    if end >= len(text):
        if at == len(text):
            raise _mistake("missing group name", template, at)
        raise _mistake("missing >, unterminated name", template, at)
    _check_end(text, end + 1, template)
    return (_group_number(text[at:end], template, at, pattern), end + 1)


def _group_number(name, template, at, pattern):
    if not name:
        raise _mistake("missing group name", template, at)
    if name.isidentifier() and (isinstance(template, str) or name.isascii()):
        if name not in pattern._names:
            raise IndexError(f"unknown group name {name!r}")
        return pattern._names[name]
    try:
        number = int(name)
        if number < 0:
            raise ValueError
    except ValueError:
        raise _mistake(f"bad character in group name {name!r}", template, at) from None
    if number > pattern.groups:
        raise _mistake(f"invalid group reference {number}", template, at)
    return number


def _filled(parts, match):
    if len(parts) == 1:
        return parts[0]
    empty = match.string[:0]
    return empty.join([match._text(2 * part, empty) if isinstance(part, int) else part for part in parts])


# The functions of the module, with the patterns that were compiled last.

_cache = {}
_MOST = 512


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (type(pattern), pattern, int(flags))
    known = _cache.get(key)
    if known is not None:
        return known
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    node, flags, count, names = _parse(pattern, key[2])
    made = Pattern(pattern, flags, node, count, names)
    if _cache.__len__() >= _MOST:
        for oldest in [*_cache.copy()][:1]:
            _cache.pop(oldest, None)
    return _cache.setdefault(key, made)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def purge():
    _cache.clear()


# Nobody changes it: to look there is no step.
_SPECIAL = vm_frozen({ord(letter): "\\" + letter for letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"})


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    if not isinstance(pattern, bytes):
        raise TypeError(f"decoding to str: need a bytes-like object, {type(pattern).__name__} found")
    return pattern.decode("latin-1").translate(_SPECIAL).encode("latin-1")
