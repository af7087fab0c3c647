# Letters: case, classes of characters, translation.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

words = ("", "a", "A", "hello world", "HELLO World", "they're bill's", "ß", "straße", "ǆ ǅ", "ÀÉÎ õü", "ﬁn", "ΣΑΣ", "ΑΣ Σ", "İstanbul", "ı", "ŉ", "x1y2", "1st 2nd", "日本", "a-b_c", "ͅ", "Ⅷ", "ⓐ")
for word in words:
    print(ascii(word), ascii(word.upper()), ascii(word.lower()), ascii(word.title()), ascii(word.capitalize()), ascii(word.swapcase()), ascii(word.casefold()))
checks = ("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper")
samples = ("", "a", "A", "aB", "Ab Cd", "AB", "1", "12a", "½", "²", "٣", "五", "Ⅷ", " ", "\t\n", "\x1c", "\u2003", "\xa0", "_a1", "1a", "class", "ä", "ß", "ǅ", "\x00", "\x7f", "\u200b", "\ue000", "😀", "a b", "a1", "ª", "ʰ", "ͅ", "\xad", "\U000e0001", "ﬀ", "日本", "a.b", "-", "é́", "\u0378")
for sample in samples:
    print(ascii(sample), *[int(getattr(sample, check)()) for check in checks])
print(*[code for code in range(0x250) if chr(code).isalpha() != chr(code).isalnum()], "|", *[code for code in range(0x250) if not chr(code).isprintable()])
print(sum(chr(code).isalpha() for code in range(0x250)), sum(chr(code).isupper() for code in range(0x250)), sum(chr(code).islower() for code in range(0x250)), sum(chr(code).isprintable() for code in range(0x250)), sum(chr(code).isspace() for code in range(0x3001)), sum(chr(code).isdigit() for code in range(0x3000)), sum(chr(code).isnumeric() for code in range(0x3000)), sum(chr(code).isdecimal() for code in range(0x3000)), sum(chr(code).istitle() for code in range(0x250)))
print("abc".translate({97: "x", 98: None, 99: 100}), "abc".translate({}), "abc".translate({97: ""}), "aab".translate(str.maketrans("ab", "ba")), "abc".translate(str.maketrans({"a": "1", 98: 2, "c": None})), "abc".translate(str.maketrans("a", "b", "c")))
print(str.maketrans("ab", "xy"), str.maketrans("ab", "xy", "z"), str.maketrans({"a": 1, 2: "b"}))
show(lambda: str.maketrans("ab", "x"))
show(lambda: str.maketrans("ab"))
show(lambda: str.maketrans({"ab": 1}))
show(lambda: str.maketrans({1.5: 1}))
show(lambda: str.maketrans("a", 1))
show(lambda: str.maketrans(1, "a"))
show(lambda: str.maketrans("a", "b", 1))
show(lambda: "a".translate({97: 1.5}))
show(lambda: "a".translate({97: -1}))
show(lambda: "a".translate({97: 0x110000}))
show(lambda: "a".translate(1))
show(lambda: "a".translate())
show(lambda: "abc".translate(["x"] * 98))
show(lambda: "a".upper(1))

class Table:
    def __getitem__(self, code):
        if code == 97:
            raise LookupError
        return chr(code).upper()

show(lambda: "abc".translate(Table()))
print("Hello World".swapcase().title().casefold(), "hello"[0].upper() + "hello"[1:], "SNAKE_case".title(), "x".isidentifier(), "None".isidentifier())
show(lambda: ord("a"))
show(lambda: ord("😀"))
show(lambda: ord("ab"))
show(lambda: ord(""))
show(lambda: ord(1))
show(lambda: ord(b"a"))
show(lambda: ord(b"ab"))
show(lambda: chr(97))
show(lambda: chr(0x10ffff))
show(lambda: chr(0x110000))
show(lambda: chr(-1))
show(lambda: chr("a"))
show(lambda: chr(1.5))
show(lambda: chr(2**70))
show(lambda: ascii("häß😀\n\x7f\u2003'"))
show(lambda: repr("it's"))
show(lambda: repr('"'))
show(lambda: repr("'\""))
show(lambda: repr("\\\t\r\n\x00\x1b\x7f\x85\xa0\xad\u2028\U000e0001é日😀"))
show(lambda: [hex(255), hex(-255), hex(0), oct(8), oct(-8), bin(5), bin(-5), hex(2**70), hex(True)])
show(lambda: hex(1.5))
show(lambda: bin("x"))
show(lambda: oct(None))
