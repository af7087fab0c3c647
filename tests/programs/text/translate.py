# Translation tables, characters and their codes, indices and slices of strings, repr.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


abc = "abc"


class Upper:
    def __getitem__(self, code):
        if code == 98:
            raise KeyError(code)
        return chr(code).upper()


print(str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "z"), str.maketrans({"a": "1", 98: None, "c": 99}), "a".maketrans("a", "b"))
print("abcz".translate(str.maketrans("abc", "xyz", "z")), "abc".translate({97: "AA", 98: None, 99: 67}), "abc".translate({}), "abc".translate([]), "abc".translate(Upper()), "aé中".translate({233: "e", 20013: "zhong"}))
for action in [
    lambda: str.maketrans("a"), lambda: str.maketrans("ab", "c"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans({1.5: 1}), lambda: str.maketrans(1, "a"), lambda: str.maketrans("a", 1), lambda: str.maketrans("a", "b", 1),
    lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: -1}), lambda: "a".translate({97: 2**40}), lambda: "a".translate(5), lambda: "a".translate(None),
    lambda: ord("a"), lambda: ord("中"), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: ord(b"a"), lambda: ord(b"ab"), lambda: chr(97), lambda: chr(0x1F600), lambda: chr(-1), lambda: chr(0x110000), lambda: chr(2**40), lambda: chr("a"), lambda: chr(1.5),
    lambda: hex(255), lambda: hex(-1), lambda: hex(1.5), lambda: oct("a"), lambda: bin(5), lambda: bin(True), lambda: ascii("é中😀\n"), lambda: ascii(["é"]), lambda: repr("\x00\x1b\x7f\x80\xa0\xad\u200b\u2028\ue000\U000e0001"),
    lambda: repr("it's"), lambda: repr('say "hi"'), lambda: repr("'\""), lambda: repr("\\ \t\r\n"), lambda: repr("é中😀\u0301"), lambda: "abc"[3], lambda: "abc"[-4], lambda: abc["a"], lambda: abc[1.0], lambda: abc[None],
    lambda: "a" + 1, lambda: "a" * "b", lambda: "a" - "b", lambda: "a" < 1, lambda: "abc"[10**30], lambda: ("a" * -5, "ab" * 3, 0 * "x", "x" * True), lambda: "a" % 5, lambda: abc[1:"a"], lambda: "abc"[::0],
]:
    attempt(action)
text = "naïve 中文 text"
for part in [slice(None), slice(1, 4), slice(-4, None), slice(None, None, -1), slice(6, 8), slice(None, None, 3), slice(100, None), slice(5, 2), slice(-100, 100), slice(10**30), slice(-1, -5, -2)]:
    print(repr(text[part]), repr(text.encode()[part]))
print(text[0], text[2], text[6], text[-1], len(text), [c for c in text if ord(c) > 127], list(enumerate(text))[5:8], text == "naïve 中文 text", text > "naïve", hash("a") == hash("a" + ""))
print("a" in text, "中文" in text, "" in text, "x" not in text, max(text), min("bca"), sorted("hello"), "".join(reversed(text)), "a" < "b" < "ä" < "中" < "😀", "Z" < "a", "ab" < "abc")
print("abc".__len__(), "abc".__contains__("b"), "abc".__getitem__(1), "abc".__add__("d"), "%s".__mod__(1), "ab".__mul__(2), "abc".__eq__("abc"), "a".__lt__("b"), "x".__str__(), "x".__repr__(), "abc".__iter__().__next__())
