# textwrap: paragraphs in lines of a width, and indents.

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACES = "\t\n\v\f\r "


def _is_word(letter):
    return letter.isalnum() or letter == "_"


def _is_letter(letter):
    return letter == "_" or letter.isalnum() and not letter.isdecimal()


def _splits(text):
    # Words and the spaces between them, in turn.
    parts = []
    begin = 0
    end = len(text)
    while begin < end:
        at = begin
        if text[at] in _SPACES:
            while at < end and text[at] in _SPACES:
                at += 1
        else:
            while at < end and text[at] not in _SPACES:
                at += 1
        parts.append(text[begin:at])
        begin = at
    return parts


def _after_dashes(text, at):
    # Where the dashes end that stand here between words; 0 if they do not.
    if not text.startswith("--", at):
        return 0
    before = text[at - 1:at] if at else ""
    if not before or not (_is_word(before) or before in "!\"'&.,?"):
        return 0
    while text.startswith("-", at):
        at += 1
    return at if at < len(text) and _is_word(text[at]) else 0


def _breaks_at(text, at):
    # Whether a word goes on in the next line behind the hyphen that stands here: between letters, not one alone.
    before = text[max(at - 3, 0):at]
    if not (
        len(before) > 1 and _is_letter(before[-1])
        and (_is_letter(before[-2]) or len(before) > 2 and before[-2] == "-" and _is_letter(before[-3]))
    ):
        return False
    behind = text[at + 1:at + 4]
    if len(behind) > 1 and _is_letter(behind[0]):
        return _is_letter(behind[1]) or len(behind) > 2 and behind[1] == "-" and _is_letter(behind[2])
    return False


def _hyphen_splits(text):
    # As _splits(), and words that have hyphens or dashes in parts.
    parts = []
    begin = 0
    for part in _splits(text):
        end = begin + len(part)
        if "-" not in part:
            parts.append(part)
            begin = end
            continue
        while begin < end:
            at = _after_dashes(text, begin)
            if not at:
                at = begin + 1
                while at < end:
                    if text[at] == "-":
                        if _breaks_at(text, at):
                            at += 1
                            break
                        if _after_dashes(text, at):
                            break
                    at += 1
            parts.append(text[begin:at])
            begin = at
    return parts


class TextWrapper:
    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    # CPython's own tests ask for these two, and classes of programs put others in their places.

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for space in "\t\n\v\f\r":
                text = text.replace(space, " ")
        return text

    def _split(self, text):
        return _hyphen_splits(text) if self.break_on_hyphens is True else _splits(text)

    def _chunks(self, text):
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                if chunks[at + 1] == " " and _ends_sentence(chunks[at]):
                    chunks[at + 1] = "  "
        return chunks

    def _indent(self, lines):
        return self.subsequent_indent if lines else self.initial_indent

    def _break(self, chunk, space):
        # What of a chunk that is wider than a line comes in the space that is left, and what does not.
        if self.break_on_hyphens and len(chunk) > space:
            hyphen = chunk.rfind("-", 0, space)
            if hyphen > 0 and chunk[:hyphen].strip("-"):
                space = hyphen + 1
        return chunk[:space], chunk[space:]

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            indent = self._indent(lines)
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = []
            length = 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                space = 1 if width < 1 else width - length
                if self.break_long_words:
                    part, chunks[-1] = self._break(chunks[-1], space)
                    line.append(part)
                elif not line:
                    line.append(chunks.pop())
                length = sum([len(part) for part in line])
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            fits = self.max_lines is None or len(lines) + 1 < self.max_lines or is_last and length <= width
            if not fits:
                lines = self._cut(lines, line, indent, length, width)
                break
            lines.append(indent + "".join(line))
        return lines

    def _cut(self, lines, line, indent, length, width):
        # The last line that is allowed, with the placeholder for the rest.
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return lines
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return lines
        lines.append(indent + self.placeholder.lstrip())
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _ends_sentence(chunk):
    if chunk.endswith(("'", '"')):
        chunk = chunk[:-1]
    return len(chunk) > 1 and chunk[-1] in ".!?" and "a" <= chunk[-2] <= "z"


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    # Without the indent that all lines have that are not blank; blank lines become empty.
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            while not indent.startswith(margin):
                margin = margin[:-1]
    if not margin:
        return "\n".join(lines)
    return "\n".join([line[len(margin):] for line in lines])


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
