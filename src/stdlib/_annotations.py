# What the text of an annotation says: names, attributes, brackets, calls, literals and `|`, read where the annotation stands.

import builtins as _builtins

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "\\": "\\", "'": "'", '"': '"'}


def _is_word(char):
    return char.isalnum() or char == "_"


class _Reader:
    def __init__(self, text, globals, locals):
        self.text = text
        self.at = 0
        self.globals = globals
        self.locals = locals

    def wrong(self):
        return SyntaxError(f"Forward reference must be an expression -- got {self.text!r}")

    def peek(self):
        # The next character that is no space.
        text = self.text
        while self.at < len(text) and text[self.at] in " \t\n\r\f":
            self.at += 1
        return text[self.at:self.at + 1]

    def takes(self, char):
        if self.peek() != char:
            return False
        self.at += 1
        return True

    def word(self):
        start = self.at
        while self.at < len(self.text) and _is_word(self.text[self.at]):
            self.at += 1
        return self.text[start:self.at]

    def whole(self):
        value = self.expression()
        char = self.peek()
        if char and char in "+-*/%&^<>=!@" or self.text[self.at:self.at + 3] in ("if ", "and", "or ", "in ", "is "):
            raise NotImplementedError(f"raddle reads no operator but | in the text of an annotation: {self.text!r}")
        if char:
            raise self.wrong()
        return value

    def expression(self):
        value = self.part()
        while self.takes("|"):
            value = value | self.part()
        return value

    def part(self):
        if self.takes("-"):
            return -self.part()
        value = self.atom()
        while True:
            if self.takes("."):
                self.peek()
                name = self.word()
                if not name:
                    raise self.wrong()
                value = getattr(value, name)
            elif self.takes("["):
                items, several = self.items("]")
                if not items:
                    raise self.wrong()
                value = value[tuple(items) if several else items[0]]
            elif self.takes("("):
                value = self.called(value)
            else:
                return value

    def items(self, end):
        # What stands between brackets, and whether there is a comma in it.
        items, comma = [], False
        while not self.takes(end):
            if items and not comma:
                raise self.wrong()
            items.append(self.expression())
            comma = self.takes(",")
        return items, comma or len(items) > 1

    def called(self, function):
        args, keywords, comma = [], {}, True
        while not self.takes(")"):
            if not comma:
                raise self.wrong()
            self.peek()
            start, name = self.at, self.word()
            if name and not name[0].isdigit() and self.peek() == "=" and self.text[self.at + 1:self.at + 2] != "=":
                self.at += 1
                keywords[name] = self.expression()
            else:
                self.at = start
                args.append(self.expression())
            comma = self.takes(",")
        return function(*args, **keywords)

    def atom(self):
        char = self.peek()
        if self.text[self.at:self.at + 3] == "...":
            self.at += 3
            return ...
        if char == "(":
            self.at += 1
            items, several = self.items(")")
            return tuple(items) if several or not items else items[0]
        if char == "[":
            self.at += 1
            return self.items("]")[0]
        if char and char in "'\"":
            return self.string("")
        if char.isdigit():
            return self.number()
        name = self.word()
        if self.text[self.at:self.at + 1] in ("'", '"') and name.lower() in ("r", "u", "b", "br", "rb"):
            return self.string(name.lower())
        if not name:
            raise self.wrong()
        return self.named(name)

    def number(self):
        text = self.word()
        if self.text[self.at:self.at + 1] == ".":
            self.at += 1
            return float(f"{text}.{self.word()}")
        try:
            return int(text, 0)
        except ValueError:
            raise self.wrong() from None

    def string(self, prefix):
        text = self.text
        quote = text[self.at]
        if text[self.at:self.at + 3] == 3 * quote:
            quote = 3 * quote
        self.at += len(quote)
        parts = []
        while text[self.at:self.at + len(quote)] != quote:
            char = text[self.at:self.at + 1]
            if not char:
                raise self.wrong()
            self.at += 1
            if char == "\\" and "r" not in prefix:
                escaped = text[self.at:self.at + 1]
                if escaped not in _ESCAPES:
                    raise NotImplementedError(f"raddle reads no \\{escaped} in the text of an annotation: {text!r}")
                char = _ESCAPES[escaped]
                self.at += 1
            parts.append(char)
        self.at += len(quote)
        whole = "".join(parts)
        if "b" in prefix:
            return whole.encode("latin-1")
        # Strings that stand beside each other are one.
        char = self.peek()
        return whole + self.string("") if char and char in "'\"" else whole

    def named(self, name):
        if name in ("None", "True", "False"):
            return {"None": None, "True": True, "False": False}[name]
        for space in (self.locals, self.globals):
            if space is not None and name in space:
                return space[name]
        try:
            return getattr(_builtins, name)
        except AttributeError:
            raise NameError(f"name '{name}' is not defined", name=name) from None


def evaluated(text, globals, locals=None):
    return _Reader(text, globals, locals).whole()
