# Positions, counts and widths that are objects with an __index__; subclasses that call the builtin methods.

class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

class Broken:
    def __index__(self):
        return "1"

class Text(str):
    def join(self, parts):
        return "<" + super().join(parts) + ">"

    def split(self, *args):
        return [Text(part) for part in super().split(*args)]

    def find(self, part, start=0):
        return super().find(part, Index(start))

one, two = Index(1), Index(2)
for text in ("a b a b", b"a b a b"):
    a, space = text[:1], text[1:2]
    print(text.find(a, one), text.rfind(a, one, two), text.index(a, one), text.rindex(a, one), text.count(a, one), text.startswith(a, one), text.endswith(a, one, two))
    print(text.replace(a, space, one), text.split(None, one), text.split(maxsplit=one), text.rsplit(space, one), text.center(Index(9)), text.ljust(Index(9), a), text.rjust(Index(8)), text.zfill(Index(9)))
    print((text + b"\t" if isinstance(text, bytes) else text + "\t").expandtabs(two), text[one], text[one:], text[::two], text * two, two * text)
print(Text("-").join(x for x in "ab"), Text("-").join(["a"]), Text("a b").split(), Text("abca").find("a", 1))
print(round(1.256, two), round(1256, Index(-2)), (5).to_bytes(two, "big"), int("11", two), chr(Index(97)), bin(two), range(two), [1, 2, 3][one], bytes([one, two]), bytes(two))
for work in (lambda: "a".center(Broken()), lambda: "abc".find("a", Broken()), lambda: [1][Broken()], lambda: round(1.5, Broken()), lambda: "a" * Broken(), lambda: chr(Broken())):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
