# strip, pad, expand, indexing, slicing, repetition, iteration, comparison.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("", "  ab  ", "xxabxx", "\t\n ab\x0b\x1c\u2003", "ääabää", "xyxyabyxyx"):
    print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), repr(text.strip("x")), repr(text.strip("xy")), repr(text.strip("ä")), repr(text.lstrip("ab x")), repr(text.strip("")), repr(text.strip(None)))
for text in ("", "ab", "abc", "äö", "+5", "-42", "--1", "12.5"):
    print([text.center(width) for width in range(-1, 7)], [text.ljust(width, ".") for width in range(5)], [text.rjust(width, "é") for width in range(5)], [text.zfill(width) for width in range(6)], text.center(8, "*"))
print(["\t", "a\tb", "\ta\t\tb", "ab\tc\nd\te", "a\r\tb", "ä\tb"], [text.expandtabs(4) for text in ("\t", "a\tb", "\ta\t\tb", "ab\tc\nd\te", "a\r\tb", "ä\tb")], "a\tb".expandtabs(), "a\tb".expandtabs(0), "a\tb".expandtabs(-1), "a\tb".expandtabs(tabsize=2))
text = "häßlich"
print(text[0], text[-1], text[1], text[1:3], text[:-1], text[::-1], text[::2], text[5:1], text[5:1:-2], text[-3:], text[:100], text[100:], text[2:2], text[-100:2], text[None:None:None])
print("ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "ab" * True, "" * 10**18, "a" + "b", "a" "b", len("häß"), len("😀"), list("a😀"), [*"ab"], tuple("ab"), set("a"), sorted("hello"), "".join(reversed("a😀b")))
print("a" < "b", "a" < "B", "" < "a", "a" < "ab", "ä" > "z", "a" == "a", "a" != "b", "😀" > "\uffff", "a" <= "a", "a" >= "b", min("hello"), max("hello"), "a" == b"a", "1" == 1)
print("abc".__len__(), "abc".__contains__("b"), "abc".__getitem__(1), "abc".__add__("d"), "abc".__mul__(2), "abc".__eq__("abc"), "abc".__lt__("b"), "abc".__str__(), "abc".__repr__(), "abc".__hash__() == hash("abc"))
show(lambda: "a".strip(1))
show(lambda: "a".lstrip(b"a"))
show(lambda: "a".center())
show(lambda: "a".center("3"))
show(lambda: "a".center(3, "ab"))
show(lambda: "a".center(3, ""))
show(lambda: "a".ljust(3, 1))
show(lambda: "a".zfill())
show(lambda: "a".zfill(1.5))
show(lambda: "a".expandtabs("x"))
show(lambda: "abc"[3])
show(lambda: "abc"[-4])
show(lambda: ""[0])
show(lambda: text["a"])
show(lambda: text[1.0])
show(lambda: text[None])
show(lambda: "abc"[2**70])
show(lambda: "abc"[::0])
show(lambda: "abc"["a":])
show(lambda: "abc"[True])
show(lambda: "a" + 1)
show(lambda: "a" + None)
show(lambda: 1 + "a")
show(lambda: "a" - "b")
show(lambda: "a" * "b")
show(lambda: "a" * 1.0)
show(lambda: "a" < 1)
show(lambda: -"a")
show(lambda: "abc".nothing)
show(lambda: "abc".foo())

def assign():
    "abc"[0] = "x"

def delete():
    text = "abc"
    del text[0]

def attribute():
    "abc".x = 1

show(assign)
show(delete)
show(attribute)
iterator = iter("ab")
print(next(iterator), next(iterator), next(iterator, "end"), str() == "", bool(""), bool(" "), not "x")
a, b, *c = "hello"
print(a, b, c, "%s" % c, dict(zip("ab", "cd")), dict(["ab", "cd"]), list(enumerate("ab", 1)))
