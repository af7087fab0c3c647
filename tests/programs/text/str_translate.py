# translate and maketrans.
def show(action):
    # What it gives, or how it fails.
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error, sep=": ")


show(lambda: str.maketrans("abc", "xyz"))
show(lambda: str.maketrans("abc", "xyz", "ad"))
show(lambda: str.maketrans("", ""))
show(lambda: str.maketrans({"a": "b", 99: None, "ż": 100, True: 1}))
show(lambda: "any".maketrans("aa", "bc"))
table = str.maketrans("abc", "xyz", "d")
print("aabbccdde".translate(table), "".translate(table), "żabad".translate(str.maketrans({"ż": "zz", "a": ""})))
print("abc".translate({97: "A", 98: None, 99: 0x1F600}), "abc".translate({}), "abc".translate({97: True}).encode())
print("\x00\x01\x02\x03".translate("xyz").encode(), "\x00\x01".translate(["a", None]), "\x00\x01".translate((65, "long")))

show(lambda: str.maketrans())
show(lambda: str.maketrans(1, 2, 3, 4))
show(lambda: str.maketrans("abc"))
show(lambda: str.maketrans([1]))
show(lambda: str.maketrans("ab", "c"))
show(lambda: str.maketrans(1, "c"))
show(lambda: str.maketrans("a", 1))
show(lambda: str.maketrans("a", "b", None))
show(lambda: str.maketrans({"ab": 1}))
show(lambda: str.maketrans({1.5: 1}))
show(lambda: str.maketrans({None: 1}))
show(lambda: "a".translate())
show(lambda: "a".translate(5))
show(lambda: "".translate(5))
show(lambda: "a".translate({97: 1.5}))
show(lambda: "a".translate({97: []}))
show(lambda: "a".translate({97: -1}))
show(lambda: "a".translate({97: 0x110000}))
show(lambda: "a".translate({97: 10**30}))


class Table:
    def __getitem__(self, code):
        print("look", code)
        if code == 97:
            return "A"
        if code == 98:
            return None
        if code == 99:
            return 67
        raise (KeyError if code == 100 else ValueError)(code)


class Known(dict):
    def __missing__(self, code):
        return chr(code).upper()


print("abcd".translate(Table()), "abc".translate(Known({97: "-"})))
show(lambda: "ae".translate(Table()))
show(lambda: "aé".translate(object()))
