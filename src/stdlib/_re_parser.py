# _re_parser: the text of a regular expression becomes nodes. Bytes come as texts whose characters are the bytes.
#
# A node is a tuple that begins with its kind:
#   lit CODE            a character
#   set BITS WIDE       a character of a set: the codes below 256 as bits of a number, the others as None (no character),
#                       True (every one) or a function that is asked
#   at KIND             a place: begin, line_begin, end, line_end, string_end, boundary, not_boundary
#   seq NODES           one after the other
#   alt NODES           one of several
#   rep LOW HIGH MODE NODE   repeated; HIGH is None without a limit, MODE is greedy, lazy or possessive
#   grp N NODE          a group that is remembered
#   ref N LOWER         what group N matched; LOWER brings characters to lower case, or is None
#   look BEHIND NEGATED NODE, atom NODE, cond N YES NO

A, L, U, I, M, S, X = 256, 4, 32, 2, 8, 16, 64
_KINDS = A | L | U
_LETTERS = {"i": I, "L": L, "m": M, "s": S, "x": X, "a": A, "u": U}
_MANY = 4294967295
_MOST_GROUPS = 1073741823

FULL = (1 << 256) - 1
WORD = 0xff7fffffff7fffff762c04000000000007fffffe87fffffe03ff000000000000
ASCII_WORD = 0x7fffffe87fffffe03ff000000000000
_DIGIT = 0x3ff000000000000
_SPACE = 0x100000020000000000000000000000001f0003e00
_ASCII_SPACE = 0x100003e00
_UPPER = 0x7fffffe << 64
_LATIN_UPPER = 0x7f7fffff << 0xc0

ANY = ("set", FULL ^ 1 << 10, True)
ALL = ("set", FULL, True)
EMPTY = ("seq", ())

_SIMPLE = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "\\": 92}
_PLACES = {"A": "begin", "b": "boundary", "B": "not_boundary", "Z": "string_end"}

# Letters that are the same without regard to case, though neither is the other's small or large form.
_ALIKE = (
    (0x69, 0x131), (0x73, 0x17f), (0xb5, 0x3bc), (0x345, 0x3b9, 0x1fbe), (0x390, 0x1fd3), (0x3b0, 0x1fe3), (0x3b2, 0x3d0),
    (0x3b5, 0x3f5), (0x3b8, 0x3d1), (0x3ba, 0x3f0), (0x3c0, 0x3d6), (0x3c1, 0x3f1), (0x3c2, 0x3c3), (0x3c6, 0x3d5),
    (0x432, 0x1c80), (0x434, 0x1c81), (0x43e, 0x1c82), (0x441, 0x1c83), (0x442, 0x1c84, 0x1c85), (0x44a, 0x1c86),
    (0x463, 0x1c87), (0x1c88, 0xa64b), (0x1e61, 0x1e9b), (0xfb05, 0xfb06),
)
# Large letters that no small one has as its own large form.
_LARGE = {0x69: 0x130, 0x6b: 0x212a, 0xe5: 0x212b, 0xdf: 0x1e9e, 0x3c9: 0x2126}
# Letters beyond Latin-1 that are like one of it.
_BEYOND = ((0x69, 0x130, 0x131), (0x73, 0x17f), (0x6b, 0x212a), (0xe5, 0x212b), (0xff, 0x178), (0xdf, 0x1e9e),
           (0xb5, 0x3bc, 0x39c))


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


# Characters without regard to case.

def lower(code):
    return ord(chr(code).lower()[0])


def ascii_lower(code):
    return code + 32 if 65 <= code <= 90 else code


def _same(code):
    # All characters that are the same as this one in Unicode.
    small = lower(code)
    found = []
    group = (small,)
    for alike in _ALIKE:
        if small in alike:
            group = alike
    for form in group:
        letter = chr(form)
        for other in (letter, letter.upper(), letter.title()):
            if len(other) == 1 and lower(ord(other)) == form and ord(other) not in found:
                found.append(ord(other))
        if form in _LARGE:
            found.append(_LARGE[form])
    return found if found else [code]


def _is_within(code, ranges):
    for low, high in ranges:
        if low <= code <= high:
            return True
    return False


def _range_bits(ranges):
    bits = 0
    for low, high in ranges:
        if low < 256:
            bits |= (2 << (high if high < 255 else 255)) - (1 << low)
    return bits


def _either_case(bits, upper):
    return bits | (bits & upper) << 32 | (bits & upper << 32) >> 32


def _word_test(code):
    return chr(code).isalnum()


def _digit_test(code):
    return chr(code).isdecimal()


def _space_test(code):
    return chr(code).isspace()


def _category(letter, flags):
    # The bits of \d, \s, \w, \D, \S or \W, and the test of characters beyond.
    kind = letter.lower()
    if flags & U:
        bits = {"w": WORD, "d": _DIGIT, "s": _SPACE}[kind]
        test = {"w": _word_test, "d": _digit_test, "s": _space_test}[kind]
    else:
        bits = {"w": ASCII_WORD, "d": _DIGIT, "s": _ASCII_SPACE}[kind]
        test = None
    return _outside(("set", bits, test)) if letter != kind else ("set", bits, test)


def _outside(found):
    # The characters that are not in the set.
    test = found[2]
    if test is None:
        wide = True
    elif test is True:
        wide = None
    else:
        wide = lambda code: not test(code)
    return ("set", FULL ^ found[1], wide)


def _either(sets):
    bits = 0
    tests = []
    for found in sets:
        bits |= found[1]
        if found[2] is not None and found[2] not in tests:
            tests.append(found[2])
    if True in tests:
        return ("set", bits, True)
    if len(tests) < 2:
        return ("set", bits, tests[0] if tests else None)
    tests = (*tests,)

    def wide(code):
        for test in tests:
            if test(code):
                return True
        return False

    return ("set", bits, wide)


def _of_ranges(ranges, flags):
    # The set of the characters in the ranges.
    ranges = (*ranges,)
    bits = _range_bits(ranges)
    is_wide = any([high > 255 for _, high in ranges])
    if flags & I:
        bits = _either_case(bits, _UPPER)
        if flags & U:
            bits = _either_case(bits, _LATIN_UPPER)
            for code, *others in _BEYOND:
                letters = (code, code - 32) if code != 0xff and code != 0xb5 and code != 0xdf else (code,)
                if any([_is_within(other, ranges) for other in others]):
                    for letter in letters:
                        bits |= 1 << letter
                if bits >> code & 1:
                    is_wide = True
    if not is_wide:
        return ("set", bits, None)
    if not flags & I or not flags & U:
        return ("set", bits, lambda code: _is_within(code, ranges))

    def wide(code):
        for same in _same(code):
            if _is_within(same, ranges):
                return True
        return False

    return ("set", bits, wide)


def _letter(code, flags):
    # A character, or the set of those that are the same without regard to case.
    if not flags & I:
        return ("lit", code)
    if flags & U:
        if code < 128 and not 65 <= code & 95 <= 90:
            return ("lit", code)
        same = _same(code)
    else:
        same = [code, code ^ 32] if code < 128 and 65 <= code & 95 <= 90 else [code]
    if len(same) == 1:
        return ("lit", code)
    bits = 0
    wide = []
    for other in same:
        if other < 256:
            bits |= 1 << other
        else:
            wide.append(other)
    codes = frozenset(wide)
    return ("set", bits, (lambda code: code in codes) if wide else None)


class Parser:
    def __init__(self, text, flags, source):
        self.source = source
        self.is_text = isinstance(source, str)
        self.text = text
        self.flags = flags
        self.at = 0
        self.next = None
        self.count = 1
        self.names = {}
        self.open = []
        self.widths = {}
        # How many groups there were before the lookbehind that is read.
        self.before_behind = None
        self.asked = {}
        self.behinds = []
        self.advance()

    # What comes next: a character, a backslash with what follows, or None at the end.

    def advance(self):
        at = self.at
        found = self.text[at:at + 1]
        if not found:
            self.next = None
            return
        if found == "\\":
            found = self.text[at:at + 2]
            if len(found) < 2:
                raise error("bad escape (end of pattern)", self.source, len(self.text) - 1)
        self.at = at + len(found)
        self.next = found

    def match(self, wanted):
        if self.next == wanted:
            self.advance()
            return True
        return False

    def get(self):
        found = self.next
        self.advance()
        return found

    def take(self, count, digits):
        taken = ""
        while len(taken) < count and self.next is not None and self.next in digits:
            taken += self.get()
        return taken

    def tell(self):
        return self.at - len(self.next or "")

    def seek(self, at):
        self.at = at
        self.advance()

    def fail(self, msg, back=0):
        if not self.is_text:
            msg = msg.encode("ascii", "backslashreplace").decode("ascii")
        raise error(msg, self.source, self.tell() - back)

    def name_until(self, end, what):
        name = ""
        while True:
            found = self.get()
            if found is None:
                if not name:
                    self.fail("missing " + what)
                self.fail(f"missing {end}, unterminated name", len(name))
            if found == end:
                if not name:
                    self.fail("missing " + what, 1)
                return name
            name += found

    def check_name(self, name, extra):
        if not name.isidentifier() or not self.is_text and not name.isascii():
            self.fail(f"bad character in group name {name!r}", len(name) + extra)

    def known_flags(self):
        # The flags for all of it, as far as they are known.
        return self.flags if not self.is_text or self.flags & A else self.flags | U

    # Alternatives and sequences.

    def whole(self):
        node = self.alternatives(self.known_flags(), True)
        self.flags = combined(self.source, self.flags)
        if self.next is not None:
            self.fail("unbalanced parenthesis")
        for group, at in self.asked.items():
            if group >= self.count:
                raise error(f"invalid group reference {group}", self.source, at)
        for behind in self.behinds:
            least, most = width(behind)
            if least != most:
                raise error("look-behind requires fixed-width pattern")
        return node

    def alternatives(self, flags, first):
        # `first`: flags for all of the expression can stand at the beginning.
        found = [self.sequence(flags, first)]
        if first:
            flags = self.known_flags()
        while self.match("|"):
            found.append(self.sequence(flags, False))
        if len(found) == 1:
            return found[0]
        singles = [node for node in found if node[0] == "lit" or node[0] == "set"]
        if len(singles) == len(found):
            return _either([("set", *_bit(node[1])) if node[0] == "lit" else node for node in found])
        return ("alt", (*found,))

    def sequence(self, flags, first):
        items = []
        while True:
            this = self.next
            if this is None or this == "|" or this == ")":
                break
            self.advance()
            if flags & X:
                if this in " \t\n\r\v\f":
                    continue
                if this == "#":
                    while True:
                        this = self.get()
                        if this is None or this == "\n":
                            break
                    continue
            if this[0] == "\\":
                items.append(self.escape(this, flags))
            elif this not in ".[{()*+?^$|":
                items.append(_letter(ord(this), flags))
            elif this == "[":
                items.append(self.set(flags))
            elif this in "*+?{":
                self.repeat(this, items, flags)
            elif this == ".":
                items.append(ALL if flags & S else ANY)
            elif this == "(":
                node = self.group(flags, first and not items)
                if node is not None:
                    items.append(node)
                elif first and not items:
                    flags = self.known_flags()
            elif this == "^":
                items.append(("at", "line_begin" if flags & M else "begin"))
            else:
                items.append(("at", "line_end" if flags & M else "end"))
        if len(items) == 1:
            return items[0]
        return ("seq", (*items,))

    def repeat(self, this, items, flags):
        here = self.tell() - 1
        if this == "?":
            low, high = 0, 1
        elif this == "*":
            low, high = 0, None
        elif this == "+":
            low, high = 1, None
        else:
            if self.next == "}":
                items.append(_letter(123, flags))
                return
            low, high = 0, None
            before = self.tell()
            first = self.take(1 << 30, "0123456789")
            last = self.take(1 << 30, "0123456789") if self.match(",") else first
            if not self.match("}"):
                items.append(_letter(123, flags))
                self.seek(before)
                return
            if first:
                low = int(first)
                if low >= _MANY:
                    raise OverflowError("the repetition number is too large")
            if last:
                high = int(last)
                if high >= _MANY:
                    raise OverflowError("the repetition number is too large")
                if high < low:
                    self.fail("min repeat greater than max repeat", self.tell() - here - 1)
        if not items or items[-1][0] == "at":
            self.fail("nothing to repeat", self.tell() - here)
        item = items[-1]
        if item[0] == "rep":
            self.fail("multiple repeat", self.tell() - here)
        if self.match("?"):
            mode = "lazy"
        elif self.match("+"):
            mode = "possessive"
        else:
            mode = "greedy"
        items[-1] = ("rep", low, high, mode, item)

    # Groups.

    def group(self, flags, first):
        start = self.tell() - 1
        name = None
        if not self.match("?"):
            return self.capture(flags, None, start)
        this = self.get()
        if this is None:
            self.fail("unexpected end of pattern")
        if this == "P":
            if self.match("<"):
                name = self.name_until(">", "group name")
                self.check_name(name, 1)
                return self.capture(flags, name, start)
            if self.match("="):
                name = self.name_until(")", "group name")
                self.check_name(name, 1)
                group = self.names.get(name)
                if group is None:
                    self.fail(f"unknown group name {name!r}", len(name) + 1)
                if group in self.open:
                    self.fail("cannot refer to an open group", len(name) + 1)
                self.check_behind(group)
                return self.reference(group, flags)
            this = self.get()
            if this is None:
                self.fail("unexpected end of pattern")
            self.fail("unknown extension ?P" + this, len(this) + 2)
        if this == ":":
            return self.inner(flags, start)
        if this == "#":
            while True:
                if self.next is None:
                    self.fail("missing ), unterminated comment", self.tell() - start)
                if self.get() == ")":
                    return None
        if this in "=!<":
            return self.look(this, flags, start)
        if this == "(":
            return self.condition(flags, start)
        if this == ">":
            return ("atom", self.inner(flags, start))
        if this in _LETTERS or this == "-":
            given = self.inline_flags(this)
            if given is None:
                if not first:
                    self.fail("global flags not at the start of the expression", self.tell() - start)
                return None
            on, off = given
            if on & _KINDS:
                flags &= ~_KINDS
            return self.inner((flags | on) & ~off, start)
        self.fail("unknown extension ?" + this, len(this) + 1)

    def closed(self, start):
        if not self.match(")"):
            self.fail("missing ), unterminated subpattern", self.tell() - start)

    def inner(self, flags, start):
        node = self.alternatives(flags, False)
        self.closed(start)
        # What is in a group can be repeated, even if it could not be without the group.
        return ("seq", (node,)) if node[0] in ("rep", "at") else node

    def capture(self, flags, name, start):
        number = self.count
        self.count = number + 1
        if number >= _MOST_GROUPS:
            self.fail("too many groups")
        if name is not None:
            known = self.names.get(name)
            if known is not None:
                text = f"redefinition of group name {name!r} as group {number}; was group {known}"
                self.fail(text, len(name) + 1)
            self.names[name] = number
        self.open.append(number)
        node = self.alternatives(flags, False)
        self.closed(start)
        self.open.remove(number)
        self.widths[number] = width(node)
        return ("grp", number, node)

    def check_behind(self, group):
        if self.before_behind is not None:
            if group in self.open:
                self.fail("cannot refer to an open group")
            if group >= self.before_behind:
                self.fail("cannot refer to group defined in the same lookbehind subpattern")

    def reference(self, group, flags):
        small = None
        if flags & I:
            small = lower if flags & U else ascii_lower
        return ("ref", group, small, self.widths[group])

    def look(self, this, flags, start):
        behind = False
        before = self.before_behind
        if this == "<":
            this = self.get()
            if this is None:
                self.fail("unexpected end of pattern")
            if this not in "=!":
                self.fail("unknown extension ?<" + this, len(this) + 2)
            behind = True
            if before is None:
                self.before_behind = self.count
        node = self.alternatives(flags, False)
        if behind and before is None:
            self.before_behind = None
        self.closed(start)
        if behind:
            self.behinds.append(node)
        return ("look", behind, this == "!", node)

    def condition(self, flags, start):
        name = self.name_until(")", "group name")
        if name.isidentifier() and (self.is_text or name.isascii()):
            group = self.names.get(name)
            if group is None:
                self.fail(f"unknown group name {name!r}", len(name) + 1)
        else:
            try:
                group = int(name)
                if group < 0:
                    raise ValueError
            except ValueError:
                self.fail(f"bad character in group name {name!r}", len(name) + 1)
            if not group:
                self.fail("bad group number", len(name) + 1)
            if group >= _MOST_GROUPS:
                self.fail(f"invalid group reference {group}", len(name) + 1)
            if group not in self.asked:
                self.asked[group] = self.tell() - len(name) - 1
        self.check_behind(group)
        yes = self.sequence(flags, False)
        no = EMPTY
        if self.match("|"):
            no = self.sequence(flags, False)
            if self.next == "|":
                self.fail("conditional backref with more than two branches")
        self.closed(start)
        return ("cond", group, yes, no)

    def inline_flags(self, this):
        # What flags are to be on and off in a group, or None when they are for all of the expression.
        on = off = 0
        if this != "-":
            while True:
                if self.is_text and this == "L":
                    self.fail("bad inline flags: cannot use 'L' flag with a str pattern")
                if not self.is_text and this == "u":
                    self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern")
                flag = _LETTERS[this]
                on |= flag
                if flag & _KINDS and on & _KINDS != flag:
                    self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                this = self.get()
                if this is None:
                    self.fail("missing -, : or )")
                if this in ")-:":
                    break
                if this not in _LETTERS:
                    self.fail("unknown flag" if this.isalpha() else "missing -, : or )", len(this))
        if this == ")":
            self.flags |= on
            return None
        if this == "-":
            this = self.get()
            if this is None:
                self.fail("missing flag")
            if this not in _LETTERS:
                self.fail("unknown flag" if this.isalpha() else "missing flag", len(this))
            while True:
                flag = _LETTERS[this]
                if flag & _KINDS:
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                off |= flag
                this = self.get()
                if this is None:
                    self.fail("missing :")
                if this == ":":
                    break
                if this not in _LETTERS:
                    self.fail("unknown flag" if this.isalpha() else "missing :", len(this))
        if on & off:
            self.fail("bad inline flags: flag turned on and off", 1)
        return (on, off)

    # Escapes and sets.

    def code(self, this):
        # The character that an escape stands for, or None.
        letter = this[1]
        if letter == "x":
            this += self.take(2, _HEX)
            if len(this) != 4:
                self.fail("incomplete escape " + this, len(this))
            return int(this[2:], 16)
        if letter == "u" and self.is_text:
            this += self.take(4, _HEX)
            if len(this) != 6:
                self.fail("incomplete escape " + this, len(this))
            return int(this[2:], 16)
        if letter == "U" and self.is_text:
            this += self.take(8, _HEX)
            if len(this) != 10:
                self.fail("incomplete escape " + this, len(this))
            code = int(this[2:], 16)
            if code > 0x10ffff:
                self.fail("bad escape " + this, len(this))
            return code
        if letter == "N" and self.is_text:
            self.fail("raddle does not know the names of characters: write \\u or \\U instead of \\N", 2)
        if letter not in "0123456789":
            if letter.isascii() and letter.isalpha():
                self.fail("bad escape " + this, len(this))
            return ord(letter)
        return None

    def octal(self, this):
        code = int(this[1:], 8)
        if code > 255:
            self.fail(f"octal escape value {this} outside of range 0-0o377", len(this))
        return code

    def escape(self, this, flags):
        letter = this[1]
        if letter in "dDsSwW":
            return _category(letter, flags)
        if letter in _PLACES:
            kind = _PLACES[letter]
            if "boundary" in kind and not flags & U:
                kind = "ascii_" + kind
            return ("at", kind)
        if letter in _SIMPLE:
            return _letter(_SIMPLE[letter], flags)
        code = self.code(this)
        if code is not None:
            return _letter(code, flags)
        if letter == "0":
            return _letter(int((this + self.take(2, _OCTAL))[1:], 8), flags)
        if self.next is not None and self.next in "0123456789":
            this += self.get()
            if this[1] in _OCTAL and this[2] in _OCTAL and self.next is not None and self.next in _OCTAL:
                return _letter(self.octal(this + self.get()), flags)
        group = int(this[1:])
        if group >= self.count:
            self.fail(f"invalid group reference {group}", len(this) - 1)
        if group in self.open:
            self.fail("cannot refer to an open group", len(this))
        self.check_behind(group)
        return self.reference(group, flags)

    def class_escape(self, this, flags):
        # A code, or a set.
        letter = this[1]
        if letter in "dDsSwW":
            return _category(letter, flags)
        if letter in _SIMPLE:
            return _SIMPLE[letter]
        if letter in _OCTAL:
            return self.octal(this + self.take(2, _OCTAL))
        code = self.code(this)
        if code is None:
            self.fail("bad escape " + this, len(this))
        return code

    def set(self, flags):
        start = self.tell() - 1
        negated = self.match("^")
        ranges = []
        sets = []
        empty = True
        while True:
            this = self.get()
            if this is None:
                self.fail("unterminated character set", self.tell() - start)
            if this == "]" and not empty:
                break
            empty = False
            low = self.class_escape(this, flags) if this[0] == "\\" else ord(this)
            high = low
            if self.match("-"):
                that = self.get()
                if that is None:
                    self.fail("unterminated character set", self.tell() - start)
                if that == "]":
                    if isinstance(low, int):
                        ranges.append((low, low))
                    else:
                        sets.append(low)
                    ranges.append((45, 45))
                    break
                high = self.class_escape(that, flags) if that[0] == "\\" else ord(that)
                if not isinstance(low, int) or not isinstance(high, int) or high < low:
                    self.fail(f"bad character range {this}-{that}", len(this) + 1 + len(that))
            if isinstance(low, int):
                ranges.append((low, high))
            else:
                sets.append(low)
        if len(ranges) == 1 and not sets and ranges[0][0] == ranges[0][1]:
            node = _letter(ranges[0][0], flags)
            if not negated:
                return node
            if node[0] == "lit":
                node = ("set", *_bit(node[1]))
        else:
            if ranges:
                sets.append(_of_ranges(ranges, flags))
            node = _either(sets)
        return _outside(node) if negated else node


_HEX = "0123456789abcdefABCDEF"
_OCTAL = "01234567"


def _bit(code):
    # The bits and the test of one character.
    if code < 256:
        return (1 << code, None)
    return (0, lambda other: other == code)


def combined(pattern, flags):
    # The flags as they hold for the pattern.
    if isinstance(pattern, str):
        if flags & L:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & A:
            if flags & U:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            return flags
        return flags | U
    if flags & U:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & L and flags & A:
        raise ValueError("ASCII and LOCALE flags are incompatible")
    return flags


def width(node):
    # How many characters it matches at least and at most.
    kind = node[0]
    if kind == "lit" or kind == "set":
        return (1, 1)
    if kind == "at" or kind == "look":
        return (0, 0)
    if kind == "seq":
        low = high = 0
        for part in node[1]:
            least, most = width(part)
            low += least
            high += most
    elif kind == "alt":
        low, high = _MANY, 0
        for part in node[1]:
            least, most = width(part)
            low = least if least < low else low
            high = most if most > high else high
    elif kind == "rep":
        low, high = width(node[4])
        low *= node[1]
        high *= _MANY if node[2] is None else node[2]
    elif kind == "grp":
        return width(node[2])
    elif kind == "ref":
        return node[3]
    elif kind == "atom":
        return width(node[1])
    else:
        least, most = width(node[2])
        low, high = width(node[3])
        low = least if least < low else low
        high = most if most > high else high
    return (low if low < _MANY else _MANY - 1, high if high < _MANY else _MANY)


def parse(pattern, flags):
    text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    parser = Parser(text, flags, pattern)
    node = parser.whole()
    return (node, parser.flags, parser.count - 1, parser.names)
