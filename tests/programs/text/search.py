# Finding, counting, replacing; affixes.


def attempt(function, *args):
    try:
        print(repr(function(*args)), end=" ")
    except Exception as error:
        print(type(error).__name__, error, end=" ")


for text, one, two in [("banana", "an", "x"), ("naïve café 中文 naïve", "ï", "中"), (b"banana", b"an", b"x"), ("", "", "a"), ("aaa", "aa", "")]:
    print(repr(text))
    for name in ["find", "rfind", "index", "rindex", "count"]:
        for args in [(one,), (two,), (one, 2), (one, -3), (one, 1, -1), (one[:0],), (one[:0], 100), (one[:0], 2, 1), (one, None, None)]:
            attempt(getattr(text, name), *args)
        print()
    for name in ["startswith", "endswith"]:
        for args in [(one,), ((one, two),), ((),), (text[:2], 0), (text[1:], 1), (text[:0], 99), (text[-2:], -2)]:
            attempt(getattr(text, name), *args)
        print()
    for args in [(one, two), (one, one + one), (one, two, 1), (one, two, 0), (one[:0], two), (one[:0], two, 2), (two, one)]:
        attempt(text.replace, *args)
    print()
    for name in ["removeprefix", "removesuffix"]:
        attempt(getattr(text, name), text[:2])
        attempt(getattr(text, name), text[-2:])
        attempt(getattr(text, name), one)
    print()
    print(one in text, two in text, one not in text)

for action in [
    lambda: "a".find(1), lambda: "a".index("b"), lambda: b"a".index(b"b"), lambda: b"a".find("a"), lambda: b"abc".find(98),
    lambda: b"abc".count(256), lambda: b"a".find(1.5), lambda: "a".count(None), lambda: "a".find("a", "b"), lambda: "a".startswith(1),
    lambda: "a".startswith(("a", 1)), lambda: "a".startswith((1, "a")), lambda: b"a".startswith("a"), lambda: b"a".startswith((b"b", "a")),
    lambda: "a".endswith([]), lambda: "a".replace(1, 2), lambda: "a".replace("a", 2), lambda: b"a".replace("a", b"b"),
    lambda: "a".removeprefix(1), lambda: b"a".removeprefix("a"), lambda: 1 in "a", lambda: "a" in b"a", lambda: 97 in b"a",
    lambda: b"na" in b"banana", lambda: 300 in b"a", lambda: None in "a", lambda: "a".replace("a", "b", "c"), lambda: b"a" in "a",
]:
    attempt(action)
    print()
