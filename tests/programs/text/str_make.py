# str(), indexing, slicing, operators, comparison.
def show(action):
    # What it gives, or how it fails.
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")


print(repr(str()), str(5), str(None), str("a"), str(b"a"), str([1, "a"]), str(object="x"), str(encoding="utf-8") == "", str(1.5), str(True))
text = "text"
print(str(text) is text, str(b"\xc5\xbc", "utf-8"), str(b"\xe9", "latin-1"), str(b"ab", encoding="ascii", errors="strict"))
show(lambda: str(5, "utf-8"))
show(lambda: str("a", "utf-8"))
show(lambda: str("a", errors="strict"))
show(lambda: str(b"a", 5))
show(lambda: str(b"a", "utf-8", 5))
show(lambda: str(b"a", "nonsense"))
show(lambda: str(1, 2, 3, 4))
show(lambda: str(foo=1))

text = "aż😀d"
print(len(text), text[0], text[2], text[-1], text[True], list(text), [*reversed(text)], max(text), sorted(text))
print([text[1:3], text[:2], text[2:], text[::-1], text[::2], text[3:0:-2], text[5:], text[-2:], text[10**30:], text[:-(10**30)], text[-(10**30):10**30:10**30]])
for index in (4, -5, 10**30, "a", 1.0, None, (1, 2)):
    show(lambda: text[index])
show(lambda: text["a":])
show(lambda: text[::0])
show(lambda: text[: 1.5])


class Two:
    def __index__(self):
        return 2


show(lambda: [text[Two()], text[Two():], text[:Two()], "ab" * Two(), Two() * "ab"])
print("a" + "b", "ab" * 3, 2 * "ab", "ab" * 0, "ab" * -1, "a" * True, "a" < "b", "a" < "B", "" < "a", "ż" > "z", "a" == "a", "a" != "b", "a" == 1, "abc" <= "abd", "a" >= "a")
show(lambda: "a" + 1)
show(lambda: 1 + "a")
show(lambda: "a" + None)
show(lambda: "a" + b"b")
show(lambda: "a" * "b")
show(lambda: "a" * 1.5)
show(lambda: "a" - "b")
show(lambda: "a" / 2)
show(lambda: -"a")
show(lambda: "a" < 1)
show(lambda: 1 >= "a")
show(lambda: "a" < None)
show(lambda: "a" > b"a")
show(lambda: ["b" in "abc", "" in "", "ac" in "abc", "x" not in "abc"])
show(lambda: "abc".foo)
show(lambda: "abc".uper)


def assign():
    text[0] = "b"


def delete():
    del text[0]


show(assign)
show(delete)
text += "!"
text *= 2
print(text)
