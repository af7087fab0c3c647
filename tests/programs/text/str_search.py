# find, index, count, replace, startswith, endswith, in, removeprefix, removesuffix.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

texts = ("", "a", "aaa", "abcabc", "häßlich ä", "日本語日本", "a😀b😀")
parts = ("", "a", "aa", "bc", "ä", "本", "😀", "zz")
for text in texts:
    for part in parts:
        print(text.find(part), text.rfind(part), text.count(part), part in text, text.startswith(part), text.endswith(part), end=" ")
        print(repr(text.replace(part, "-")), repr(text.replace(part, "", 1)), repr(text.removeprefix(part)), repr(text.removesuffix(part)))
for bounds in ((1,), (-2,), (0, 2), (2, 1), (1, -1), (10,), (None, 2), (1, None), (None, None), (3, 3), (4, 100), (-100, 100), (2**70,), (-2**70, 2**70)):
    print(bounds, "abcabc".find("b", *bounds), "abcabc".rfind("", *bounds), "abcabc".find("", *bounds), "abcabc".count("", *bounds), "abcabc".count("c", *bounds), "abcabc".startswith("", *bounds), "abcabc".startswith("bc", *bounds), "abcabc".endswith("c", *bounds), "äbcäbc".find("ä", *bounds))
print("abc".startswith(("x", "ab")), "abc".startswith(()), "abc".endswith(("c", "x"), 1), "abc".startswith("c", 2), "abc".endswith("b", 0, 2), "".startswith(""), "".startswith("", 1), "abc".startswith("", 3), "abc".startswith("", 4))
print("aaaa".replace("a", "b", 2), "aaaa".replace("a", "b", 0), "aaaa".replace("a", "b", -1), "abc".replace("", "."), "abc".replace("", ".", 2), "".replace("", "x"), "ab".replace("ab", "abab"), "äöä".replace("ä", "ae"))
show(lambda: "abc".index("c"))
show(lambda: "abc".rindex("a"))
show(lambda: "abc".index("x"))
show(lambda: "abc".rindex("x"))
show(lambda: "abc".index("a", 1))
show(lambda: "abc".find(1))
show(lambda: "abc".count(None))
show(lambda: "abc".find("a", "b"))
show(lambda: "abc".find("a", 1.5))
show(lambda: "abc".startswith(1))
show(lambda: "abc".startswith(["a"]))
show(lambda: "abc".startswith(("x", 1)))
show(lambda: "abc".endswith(b"c"))
show(lambda: "abc".replace("a"))
show(lambda: "abc".replace("a", 1))
show(lambda: "abc".replace(1, "a"))
show(lambda: "abc".replace("a", "b", "c"))
show(lambda: "abc".removeprefix(1))
show(lambda: 1 in "abc")
show(lambda: None in "abc")
show(lambda: b"a" in "abc")
show(lambda: str.find("abc", "c"))
show(lambda: str.find(1, "c"))
show(lambda: str.upper())

class Index:
    def __index__(self):
        return 1

class Text(str):
    pass

show(lambda: "abcabc".find("a", Index()))
show(lambda: "abcabc".count("a", Index(), Index()))
show(lambda: Text("abc").find(Text("c")))
show(lambda: type(Text("abc").replace("a", "b")).__name__)
show(lambda: type(Text("abc").removeprefix("x")).__name__)
show(lambda: Text("bc") in "abc")
