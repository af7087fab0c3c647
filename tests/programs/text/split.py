# Taking texts apart and joining them.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in ["a,b,,c", " a  b\tc\n ", "", "   ", "one", "x\u3000y\xa0z", ",", "a, b, c"]:
    print(repr(text))
    print(text.split(), text.split(","), text.split(", "), text.split(None, 1), text.split(",", 1), text.split(",", 0), text.split(maxsplit=2))
    print(text.rsplit(), text.rsplit(","), text.rsplit(None, 1), text.rsplit(",", 1), text.rsplit(sep=",", maxsplit=2), text.rsplit(None, 0))
    print(text.partition(","), text.rpartition(","))
    data = text.encode()
    print(data.split(), data.split(b","), data.split(None, 1), data.rsplit(b",", 1), data.partition(b","), data.rpartition(b" "))
lines = "one\ntwo\r\nthree\rfour\n\nfive\x0bsix\x1cseven\x85eight\u2028nine"
print(lines.splitlines())
print(lines.splitlines(True), "".splitlines(), "\n".splitlines(), "a\n".splitlines(keepends=True))
print(b"one\ntwo\r\nthree\rfour\x0bfive\n".splitlines(), b"a\n\nb".splitlines(True))
print(", ".join(["a", "b"]), "-".join("abc"), "".join([]), "x".join(("a",)), " ".join({"k": 1, "l": 2}), b", ".join([b"a", b"b"]))
print(",".join(str(n) for n in range(5)), "".join(reversed("abc")), ", ".join(sorted({"b", "a"})), "|".join(map(str, [1, 2])))


class Words:
    def __init__(self, words):
        self.words = words

    def __iter__(self):
        return iter(self.words)


class Word(str):
    pass


print("+".join(Words(["x", "y"])), "+".join([Word("a"), Word("b")]), Word("a b").split())
for action in [
    lambda: "a".split(""), lambda: "a".split(1), lambda: b"a".split("a"), lambda: "a".partition(""), lambda: "a".partition(1),
    lambda: b"a".partition("a"), lambda: "".join([1]), lambda: "".join(["a", None]), lambda: "".join(5), lambda: b"".join(["a"]),
    lambda: b"".join([1]), lambda: ",".join(Words(["a", 1])), lambda: "a".split(",", "b"), lambda: "a".rsplit(""), lambda: "".join(None),
]:
    attempt(action)
