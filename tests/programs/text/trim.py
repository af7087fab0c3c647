# strip, justification, tabs.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for text in ["  a b  ", "\t\nx\u3000", "xxaxx", "", "   ", "éaé", "\x1c a \x1f"]:
    print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), repr(text.strip("x")), repr(text.strip("é ")), repr(text.rstrip("xa")), repr(text.strip(None)), repr(text.strip("")))
    data = text.encode()
    print(data.strip(), data.lstrip(), data.rstrip(b"x "), data.strip(None))
for text in ["ab", "abc", "", "é", "+5", "-12", "--1", "中文"]:
    for width in [0, 2, 3, 4, 5, 6, -1]:
        print(repr(text.center(width)), repr(text.ljust(width)), repr(text.rjust(width, "*")), repr(text.zfill(width)), end=" ")
    print(text.center(7, "é"), text.encode().center(8, b"."), text.encode().zfill(5), text.encode().rjust(5), text.encode().ljust(5, b"_"))
print(repr("a\tb\tc".expandtabs()), repr("a\tb".expandtabs(4)), repr("\t".expandtabs(0)), repr("ab\n\tc".expandtabs(3)), repr("é\tb".expandtabs(tabsize=2)), b"a\tb".expandtabs(4), "\ta".expandtabs(-1))
for action in [
    lambda: "a".center(5, "ab"), lambda: "a".center(5, ""), lambda: "a".center(5, 1), lambda: "a".ljust("5"), lambda: b"a".ljust(5, "x"),
    lambda: b"a".center(5, b"ab"), lambda: "a".strip(1), lambda: b"a".strip("a"), lambda: "a".zfill("3"), lambda: "a".zfill(2.0),
    lambda: "a".rstrip(["a"]), lambda: "a".lstrip(5),
]:
    attempt(action)
