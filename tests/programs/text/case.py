# Case changes and what characters are.
texts = ["hello world", "Hello World", "HELLO", "straße", "ﬁne ﬃx", "ΑΣ ΣΑΣ", "they're bill's", "ǆabc ǅ", "İstanbul ı", "", "123abc", "éÉ", "a1b c2d", "ა Ა", "ᾳ ᾼ ᾀ", "ŉ ǰ ΐ"]
for text in texts:
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), ascii(text.casefold()))
    data = text.encode()
    print(data.upper(), data.lower(), data.title(), data.capitalize(), data.swapcase())
names = ["isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace", "islower", "isupper", "istitle", "isprintable", "isidentifier", "isascii"]
samples = ["", "abc", "ABC", "Abc", "Abc Def", "abc1", "123", "12.5", " \t\n", "²", "½", "Ⅷ", "一", "٣", "a b", "_x1", "1x", "é", "class", "\x00", "\xa0", "\u200b", "ǅ", "Ǆ", "a\n", "中文", "\xad", "aB", "ªº", "Ⓐ", "\u0301", "x-y", "A1", "😀", "Hello World 1"]
for sample in samples:
    print(ascii(sample), [int(getattr(sample, name)()) for name in names])
for data in [b"", b"abc", b"ABC", b"Abc", b"123", b" \t\x0b", b"a1", b"\xff", b"Hello World", b"hello"]:
    print(data, [int(getattr(data, name)()) for name in ["isalpha", "isalnum", "isdigit", "isspace", "islower", "isupper", "istitle", "isascii"]])
digits = [chr(code) for code in range(0x3000) if chr(code).isdigit()]
print(len(digits), sum(ord(c) for c in digits), sum(chr(code).isdecimal() for code in range(0x1000)))
for name in names:
    total = 0
    for code in range(0x250):
        total = total * 3 + getattr(chr(code), name)() & 0xffffffff
    print(name, total)
for name in ["upper", "lower", "casefold", "swapcase"]:
    total = 0
    for start, end in [(0, 0x250), (0x370, 0x400), (0x1f80, 0x2000), (0xfb00, 0xfb18)]:
        for code in range(start, end):
            if code == 0x19b:
                continue
            for c in getattr(chr(code), name)():
                total = (total * 31 + ord(c)) & 0xffffffff
    print(name, total)
