# _re_compiler: the nodes of a regular expression become functions.
#
# A matching function takes (s, i, g): the text as numbers (bytes, or a list of codes when there are characters beyond
# Latin-1), the position, and what is remembered; it gives the position behind the match, or -1. What comes behind in the
# expression is either called by it (then it is compiled with that function, `k`), or tries its luck with the only way
# that there is to match. Where there are several ways in the body of a loop, a generator gives them one by one, so that
# no repetition needs a deep stack.
#
# g holds, by twos, where each group begins and ends; g[0] is the group that was closed last and g[1] the length of the
# text; behind the groups, where the open ones began; in the last place, where the attempt began. Whoever tries another
# way puts g back as it was.

from _re_loops import (
    advance, chain, fail, first_way, followed_by, generate_greedy, generate_lazy, generate_run, greedy_loop, one_way,
    optional, restoring, run_over, stay,
)
from _re_parser import ASCII_WORD, FULL, WORD, width

WIDE = 1 << 256
END = 1 << 257
# A mask says before which characters, and whether before the end, something can match.
ANYTHING = (1 << 258) - 1
_NEWLINE = 1 << 10
_DIGITS = bytes([48] * 48 + [0, 1] + [48] * 206)


def _table(bits):
    # One byte for each of the 256 codes: 1 if its bit is set.
    return bin(bits | 1 << 256)[:2:-1].encode().translate(_DIGITS)


def _members(bits):
    return bytes([code for code, bit in enumerate(_table(bits)) if bit])


def _has_groups(node):
    kind = node[0]
    if kind == "grp":
        return True
    if kind == "seq" or kind == "alt":
        for part in node[1]:
            if _has_groups(part):
                return True
        return False
    if kind == "rep":
        return _has_groups(node[4])
    if kind == "look":
        return _has_groups(node[3])
    if kind == "atom":
        return _has_groups(node[1])
    return kind == "cond" and (_has_groups(node[2]) or _has_groups(node[3]))


def _is_dirty(node):
    # Whether it can fail, or stop, after it has remembered a group.
    if not _has_groups(node):
        return False
    kind = node[0]
    if kind == "grp":
        return _is_dirty(node[2])
    if kind == "seq":
        for part in node[1][:-1]:
            if _has_groups(part):
                return True
        return _is_dirty(node[1][-1])
    if kind == "alt":
        for part in node[1]:
            if _is_dirty(part):
                return True
        return False
    if kind == "rep":
        return node[1] > 1 or _is_dirty(node[4])
    return True


def _flat(node, parts):
    # The parts of a sequence, without sequences among them.
    if node[0] == "seq":
        for part in node[1]:
            _flat(part, parts)
    else:
        parts.append(node)
    return parts


def parts_of(node):
    # The same, with the characters that follow each other as one part.
    parts = []
    codes = []
    for part in _flat(node, []):
        if part[0] == "lit":
            codes.append(part[1])
            continue
        if codes:
            parts.append(("lit", codes[0]) if len(codes) == 1 else ("str", (*codes,)))
            codes = []
        parts.append(part)
    if codes:
        parts.append(("lit", codes[0]) if len(codes) == 1 else ("str", (*codes,)))
    return parts


class Compiler:
    def __init__(self, count, wide):
        self.count = count
        self.wide = wide
        self.known = {}
        self.kept = []

    def mask(self, node):
        if node[0] == "set":
            return node[1] | WIDE if self.wide and node[2] is not None else node[1]
        if node[1] < 256:
            return 1 << node[1]
        return WIDE if self.wide else 0

    def first(self, node, follow):
        # The mask of the node with what follows it.
        kind = node[0]
        if kind == "lit" or kind == "set":
            return self.mask(node)
        if kind == "str":
            return self.mask(("lit", node[1][0]))
        if kind == "seq":
            for part in reversed(node[1]):
                follow = self.first(part, follow)
            return follow
        if kind == "alt":
            found = 0
            for part in node[1]:
                found |= self.first(part, follow)
            return found
        if kind == "rep":
            if node[2] == 0:
                return follow
            found = self.first(node[4], follow)
            return found | follow if node[1] == 0 else found
        if kind == "grp":
            return self.first(node[2], follow)
        if kind == "atom":
            return self.first(node[1], follow)
        if kind == "look":
            return follow if node[1] or node[2] else follow & self.first(node[3], ANYTHING)
        if kind == "cond":
            return self.first(node[2], follow) | self.first(node[3], follow)
        if kind == "at":
            if node[1] == "end" or node[1] == "line_end":
                return follow & (_NEWLINE | END)
            return follow & END if node[1] == "string_end" else follow
        return ANYTHING

    # A node that can match in one way only, at one place, or whose first way is the right one (`final`): its function.
    # None for the others.

    def single(self, node, follow, final):
        key = (id(node), follow, final)
        if key in self.known:
            return self.known[key]
        # The node has to live as long as its number is known.
        self.kept.append(node)
        found = self.known[key] = self.make_single(node, follow, final)
        return found

    def make_single(self, node, follow, final):
        kind = node[0]
        if kind == "lit":
            return self.literal(node[1])
        if kind == "set":
            return self.one_of(node)
        if kind == "str":
            return self.text(node[1])
        if kind == "at":
            return self.place(node[1])
        if kind == "rep":
            return self.single_repeat(node, follow, final)
        if kind == "grp":
            body = self.build(node[2], None, follow, True, False) if final else self.single_parts(node[2], follow)
            if body is None:
                return None
            return self.remember(body, node[1])
        if kind == "seq":
            return self.build(node, None, follow, True, False) if final else self.single_parts(node, follow)
        if kind == "alt":
            return self.single_choice(node, follow, final)
        if kind == "ref":
            return self.reference(node[1], node[2])
        if kind == "look":
            return self.look(node)
        if kind == "atom":
            return self.build(node[1], None, ANYTHING, True, False)
        if kind == "advance":
            return advance
        # A condition.
        if final:
            yes = self.build(node[2], None, follow, True, False)
            no = self.build(node[3], None, follow, True, False)
        else:
            yes, no = self.single_parts(node[2], follow), self.single_parts(node[3], follow)
        return None if yes is None or no is None else self.either(node[1], yes, no)

    def single_parts(self, node, follow):
        fs = []
        parts = parts_of(node)
        for at in range(len(parts) - 1, -1, -1):
            f = self.single(parts[at], self.after(parts, at, follow), False)
            if f is None:
                return None
            fs.append(f)
            follow = self.first(parts[at], follow)
        fs.reverse()
        return chain(fs, None)

    def after(self, parts, at, follow):
        # The mask behind a part. Behind a word, a boundary is not before a letter.
        if at + 1 < len(parts) and parts[at + 1][0] == "at" and parts[at + 1][1].endswith("boundary"):
            part = parts[at]
            word = self.word_bits(parts[at + 1][1])
            if "not" not in parts[at + 1][1] and part[0] == "rep" and part[4][0] == "set":
                inner = self.mask(part[4])
                if inner & word == inner:
                    return follow & ~word
        return follow

    def word_bits(self, kind):
        return ASCII_WORD if "ascii" in kind else WORD

    # Parts with what comes behind them.

    def build(self, node, k, follow, final, groups):
        # `groups`: what comes behind remembers groups.
        parts = parts_of(node)
        fs = []
        for at in range(len(parts) - 1, -1, -1):
            part = parts[at]
            behind = self.after(parts, at, follow)
            f = self.single(part, behind, final)
            if f is not None:
                fs.append(f)
            else:
                if fs or k is None:
                    fs.reverse()
                    k = chain(fs, k)
                    fs = []
                k = self.backtrack(part, k, behind, groups)
            groups = groups or _has_groups(part)
            follow = self.first(part, follow)
            final = False
        fs.reverse()
        return chain(fs, k)

    def backtrack(self, node, k, follow, groups):
        kind = node[0]
        saves = groups or _has_groups(node)
        if kind == "grp":
            number = node[1]
            begin, end = 2 * number, 2 * number + 1
            opened = 2 * self.count + 1 + number

            def close(s, i, g):
                g[begin] = g[opened]
                g[end] = i
                g[0] = number
                return k(s, i, g)

            body = self.build(node[2], close, follow, False, True)

            def open(s, i, g):
                g[opened] = i
                return body(s, i, g)

            return open
        if kind == "seq":
            return self.build(node, k, follow, False, groups)
        if kind == "alt":
            ways = []
            for part in node[1]:
                ways.append((self.first(part, follow), self.build(part, k, follow, False, groups)))
            return self.choice(ways, saves)
        if kind == "cond":
            yes = self.build(node[2], k, follow, False, groups)
            return self.either(node[1], yes, self.build(node[3], k, follow, False, groups))
        low, high, mode, body = node[1:]
        if body[0] == "lit" or body[0] == "set":
            if mode == "lazy":
                return self.lazy_run(low, high, body, k, follow, saves)
            return self.greedy_run(low, high, body, k, follow, saves)
        if low == 0 and high == 1:
            inner = self.build(body, k, follow, False, groups)
            return optional(inner, k, saves) if mode == "greedy" else optional(k, inner, saves)
        if mode == "greedy":
            f = self.single(body, follow | self.first(body, follow), False)
            if f is not None:
                return greedy_loop(low, high, f, k, saves)
        ways = self.generate(node, follow)

        def loop(s, i, g):
            for j in ways(s, i, g):
                j = k(s, j, g)
                if j >= 0:
                    return j
            return -1

        return loop

    # Leaves.

    def hit(self, node):
        # Whether a code is in the set, for texts with codes beyond 255.
        table = _table(node[1])
        wide = node[2]
        if wide is None:
            return lambda code: code < 256 and table[code]
        if wide is True:
            return lambda code: code > 255 or table[code]
        return lambda code: table[code] if code < 256 else wide(code)

    def literal(self, code):
        if code > 255 and not self.wide:
            return fail

        def literal(s, i, g):
            return i + 1 if i < g[1] and s[i] == code else -1

        return literal

    def one_of(self, node):
        if self.wide:
            hit = self.hit(node)

            def wide_one(s, i, g):
                return i + 1 if i < g[1] and hit(s[i]) else -1

            return wide_one
        if node[1] == FULL:
            return lambda s, i, g: i + 1 if i < g[1] else -1
        table = _table(node[1])

        def one(s, i, g):
            return i + 1 if i < g[1] and table[s[i]] else -1

        return one

    def text(self, codes):
        size = len(codes)
        if self.wide:
            wanted = [*codes]
            first = codes[0]

            def wide_text(s, i, g):
                return i + size if i < g[1] and s[i] == first and s[i:i + size] == wanted else -1

            return wide_text
        if max(codes) > 255:
            return fail
        text = bytes(codes)

        def text_at(s, i, g):
            return i + size if s.startswith(text, i) else -1

        return text_at

    def place(self, kind):
        if kind == "begin":
            return lambda s, i, g: -1 if i else 0
        if kind == "line_begin":
            return lambda s, i, g: i if i == 0 or s[i - 1] == 10 else -1
        if kind == "string_end":
            return lambda s, i, g: i if i == g[1] else -1
        if kind == "line_end":
            return lambda s, i, g: i if i == g[1] or s[i] == 10 else -1
        if kind == "end":
            return lambda s, i, g: i if i == g[1] or i == g[1] - 1 and s[i] == 10 else -1
        bits = self.word_bits(kind)
        if self.wide:
            wide = None if "ascii" in kind else lambda code: chr(code).isalnum()
            hit = self.hit(("set", bits, wide))
            is_word = lambda s, i, n: True if 0 <= i < n and hit(s[i]) else False
        else:
            table = _table(bits)
            is_word = lambda s, i, n: 0 <= i < n and table[s[i]] == 1
        if "not" in kind:
            return lambda s, i, g: i if g[1] and is_word(s, i - 1, g[1]) == is_word(s, i, g[1]) else -1
        return lambda s, i, g: i if is_word(s, i - 1, g[1]) != is_word(s, i, g[1]) else -1

    def remember(self, body, number):
        begin, end = 2 * number, 2 * number + 1

        def remember(s, i, g):
            j = body(s, i, g)
            if j >= 0:
                g[begin] = i
                g[end] = j
                g[0] = number
            return j

        return remember

    def reference(self, number, lower):
        begin, end = 2 * number, 2 * number + 1
        wide = self.wide

        def reference(s, i, g):
            start = g[begin]
            if start < 0:
                return -1
            text = s[start:g[end]]
            there = i + len(text)
            if lower is not None:
                if there > g[1]:
                    return -1
                for code in text:
                    if code != s[i] and lower(code) != lower(s[i]):
                        return -1
                    i += 1
                return i
            return there if s[i:there] == text else -1

        return reference

    def look(self, node):
        behind, negated, inner = node[1:]
        f = self.build(inner, None, ANYTHING, True, False)
        back = width(inner)[0] if behind else 0
        if not negated:
            if not back:
                return lambda s, i, g: i if f(s, i, g) >= 0 else -1
            return lambda s, i, g: i if i >= back and f(s, i - back, g) >= 0 else -1
        if _is_dirty(inner):
            f = restoring(f)
        return lambda s, i, g: i if i < back or f(s, i - back, g) < 0 else -1

    def either(self, number, yes, no):
        end = 2 * number + 1
        return lambda s, i, g: yes(s, i, g) if g[end] >= 0 else no(s, i, g)

    # Choices.

    def single_choice(self, node, follow, final):
        ways = []
        taken = 0
        for part in node[1]:
            mask = self.first(part, follow)
            if final:
                f = self.build(part, None, follow, True, False)
            else:
                # An empty text matches whatever comes next: then a later way could be the right one.
                blind = part is not node[1][-1] and width(part)[0] == 0
                f = None if mask & taken or blind else self.single_parts(part, follow)
                taken |= mask
            if f is None:
                return None
            ways.append((mask, f))
        return self.choice(ways, _is_dirty(node))

    def choice(self, ways, saves):
        # One way after the other.
        if len(ways) > 3 and not self.wide:
            return self.large_choice(ways, saves)
        fs = (*[f for mask, f in ways if mask],)
        if saves:
            def saving(s, i, g):
                saved = g[:]
                for f in fs:
                    j = f(s, i, g)
                    if j >= 0:
                        return j
                    g[:] = saved
                return -1

            return saving
        if len(fs) == 2:
            first, second = fs

            def two_ways(s, i, g):
                j = first(s, i, g)
                return j if j >= 0 else second(s, i, g)

            return two_ways

        def plain(s, i, g):
            for f in fs:
                j = f(s, i, g)
                if j >= 0:
                    return j
            return -1

        return plain

    def large_choice(self, ways, saves):
        # Only the ways that can begin with the next character; the last one is for the end of the text.
        made = {}
        select = []
        for code in range(258):
            fs = (*[f for mask, f in ways if mask >> code & 1],)
            select.append(made.setdefault(fs, fs))
        del select[256]
        select = (*select,)
        if saves:
            def saving(s, i, g):
                saved = g[:]
                for f in select[s[i] if i < g[1] else 256]:
                    j = f(s, i, g)
                    if j >= 0:
                        return j
                    g[:] = saved
                return -1

            return saving

        def plain(s, i, g):
            for f in select[s[i] if i < g[1] else 256]:
                j = f(s, i, g)
                if j >= 0:
                    return j
            return -1

        return plain

    # Repetitions of one character.

    def scan(self, node):
        # The function that goes over the characters of the set up to a limit.
        if self.wide:
            if node[0] == "lit":
                code = node[1]
                hit = lambda other: other == code
            elif node[1] == FULL and node[2] is True:
                return lambda s, i, n: n
            else:
                hit = self.hit(node)

            def wide_scan(s, i, n):
                while i < n and hit(s[i]):
                    i += 1
                return i

            return wide_scan
        if node[0] == "lit":
            code = node[1]

            def same_scan(s, i, n):
                while i < n and s[i] == code:
                    i += 1
                return i

            return same_scan
        bits = node[1]
        if bits == FULL:
            return lambda s, i, n: n
        rest = _members(FULL ^ bits)
        if len(rest) == 1:
            other = rest[0]

            def scan_to(s, i, n):
                j = s.find(other, i, n)
                return n if j < 0 else j

            return scan_to
        table = _table(bits)
        return run_over(table, _members(bits))

    def single_run(self, low, high, body):
        # The longest repetition of a character, or of one of a set.
        scan = self.scan(body)
        if high is None:
            if low == 0:
                return lambda s, i, g: scan(s, i, g[1])
            if low == 1 and body[0] == "set" and not self.wide and body[1] != FULL:
                table = _table(body[1])

                def some(s, i, g):
                    if i >= g[1] or not table[s[i]]:
                        return -1
                    return scan(s, i + 1, g[1])

                return some

            def at_least(s, i, g):
                j = scan(s, i, g[1])
                return j if j - i >= low else -1

            return at_least

        def between(s, i, g):
            n = g[1]
            j = scan(s, i, i + high if i + high < n else n)
            return j if j - i >= low else -1

        return between

    def greedy_run(self, low, high, body, k, follow, saves):
        # As many as there are, then fewer, until what follows matches.
        scan = self.scan(body)
        if high is None:
            high = 1 << 62
        only = self.only(follow)
        after = None if follow == ANYTHING or self.wide else _table(follow & FULL)
        at_end = follow & END

        def run(s, i, g):
            n = g[1]
            least = i + low
            if least > n:
                return -1
            j = scan(s, i, i + high if i + high < n else n)
            saved = g[:] if saves else None
            while j >= least:
                if only is not None:
                    j = s.rfind(only, least, j + 1)
                    if j < 0:
                        return -1
                    end = k(s, j, g)
                elif after is None or (after[s[j]] if j < n else at_end):
                    end = k(s, j, g)
                else:
                    j -= 1
                    continue
                if end >= 0:
                    return end
                if saves:
                    g[:] = saved
                j -= 1
            return -1

        return run

    def only(self, follow):
        # The only character before which something matches, if there is one.
        if self.wide or follow & END or not follow or follow & follow - 1:
            return None
        return len(bin(follow)) - 3

    def lazy_run(self, low, high, body, k, follow, saves):
        scan = self.scan(body)
        if high is None:
            high = 1 << 62
        only = self.only(follow)
        after = None if follow == ANYTHING or self.wide else _table(follow & FULL)
        at_end = follow & END
        hit = self.one_of(body) if body[0] == "set" else self.literal(body[1])

        def run(s, i, g):
            n = g[1]
            least = i + low
            most = i + high if i + high < n else n
            if least > n or low and scan(s, i, least) < least:
                return -1
            saved = g[:] if saves else None
            j = least
            while True:
                if only is not None:
                    # What stands before the next possible end has to be of the set.
                    there = s.find(only, j, most + 1)
                    if there < 0 or there > j and scan(s, j, there) < there:
                        return -1
                    j = there
                if after is None or (after[s[j]] if j < n else at_end):
                    end = k(s, j, g)
                    if end >= 0:
                        return end
                    if saves:
                        g[:] = saved
                if j >= most or hit(s, j, g) < 0:
                    return -1
                j += 1

        return run

    # Repetitions of anything else.

    def single_repeat(self, node, follow, final):
        low, high, mode, body = node[1:]
        if high == 0:
            return stay
        unit = body[0] == "lit" or body[0] == "set"
        if mode == "lazy" and final:
            high = low
            if high == 0:
                return stay
        if mode == "possessive" or final:
            if unit:
                return self.single_run(low, high, body)
            if low < 2 or mode == "possessive":
                return self.loop(low, high, self.build(body, None, ANYTHING, True, False), body)
            f = self.single(body, ANYTHING, False)
            return first_way(self.generate_repeat(low, high, "greedy", body, ANYTHING)) if f is None else (
                self.loop(low, high, f, body))
        mask = self.first(body, follow)
        if low != high and mask & follow:
            return None
        if unit:
            return self.single_run(low, high, body)
        f = self.single(body, follow | mask, False)
        return None if f is None else self.loop(low, high, f, body)

    def loop(self, low, high, f, body):
        if high is None:
            high = 1 << 62
        if _is_dirty(body):
            f = restoring(f)
        if low == 0 and high == 1:
            def once(s, i, g):
                j = f(s, i, g)
                return j if j >= 0 else i

            return once

        def loop(s, i, g):
            count = 0
            while count < high:
                j = f(s, i, g)
                if j < 0:
                    break
                count += 1
                if j == i and count > low:
                    break
                i = j
            return i if count >= low else -1

        return loop

    # All the ways to match, one by one.

    def generate(self, node, follow):
        f = self.single(node, follow, False)
        if f is not None:
            return one_way(f)
        kind = node[0]
        if kind == "seq":
            return self.generate_parts(node, follow)
        if kind == "grp":
            ways = self.generate_parts(node[2], follow)
            number = node[1]

            def remember(s, i, g):
                for j in ways(s, i, g):
                    g[2 * number] = i
                    g[2 * number + 1] = j
                    g[0] = number
                    yield j

            return remember
        if kind == "alt":
            parts = (*[self.generate_parts(part, follow) for part in node[1]],)

            def choose(s, i, g):
                saved = g[:]
                for part in parts:
                    yield from part(s, i, g)
                    g[:] = saved

            return choose
        if kind == "cond":
            return self.either(node[1], self.generate_parts(node[2], follow), self.generate_parts(node[3], follow))
        return self.generate_repeat(*node[1:], follow)

    def generate_repeat(self, low, high, mode, body, follow):
        if high is None:
            high = 1 << 62
        if body[0] == "lit" or body[0] == "set":
            return generate_run(low, high, self.scan(body), mode == "greedy")
        ways = self.generate_parts(body, follow | self.first(body, follow))
        return generate_greedy(low, high, ways) if mode == "greedy" else generate_lazy(low, high, ways)

    def generate_parts(self, node, follow):
        parts = parts_of(node)
        tail = None
        fs = []
        for at in range(len(parts) - 1, -1, -1):
            behind = self.after(parts, at, follow)
            f = self.single(parts[at], behind, False)
            if f is not None:
                fs.append(f)
            else:
                if fs:
                    fs.reverse()
                    tail = followed_by(one_way(chain(fs, None)), tail)
                    fs = []
                tail = followed_by(self.generate(parts[at], behind), tail)
            follow = self.first(parts[at], follow)
        if fs or tail is None:
            fs.reverse()
            tail = followed_by(one_way(chain(fs, None)), tail)
        return tail
