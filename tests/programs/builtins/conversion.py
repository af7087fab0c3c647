# int, float, bin, oct, hex, chr, ord, ascii: what they take and what they refuse.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(int(), int(3.9), int(-3.9), int("12"), int(" -7\n"), int("1_000"), int(True), int("ff", 16), int("0xff", 0))
print(int("101", 2), int("z", 36), int("0b11", 2), int(10**30), int("9" * 30), int(1e20), int(b"42"))
print(float(), float("1.5"), float(" -2e3 "), float("inf"), float("-Infinity"), float(3), float(True), float("1_0.5"))
print(bin(10), oct(8), hex(255), hex(-255), bin(0), hex(10**20), bin(True))
print(chr(97), chr(0x4E2D), ord("a"), ord("中"), ord(b"x"), ascii("é中a"), ascii([1, "é"]))


class Convertible:
    def __int__(self):
        return 7

    def __float__(self):
        return 2.5

    def __index__(self):
        return 65

    def __repr__(self):
        return "é"


c = Convertible()
print(int(c), float(c), hex(c), chr(c), bin(c), ascii(c), [10, 20, 30][: int(c)], range(c)[-1])


class OnlyIndex:
    def __index__(self):
        return 3


class Wrong:
    def __int__(self):
        return "x"

    def __float__(self):
        return 1


print(int(OnlyIndex()), float(OnlyIndex()))
for action in (
    lambda: int("x"),
    lambda: int("1.5"),
    lambda: int(""),
    lambda: int("12", 50),
    lambda: int("9", 8),
    lambda: int(5, 10),
    lambda: int([]),
    lambda: int(None),
    lambda: int(float("nan")),
    lambda: int(float("inf")),
    lambda: int("1" + "'"),
    lambda: int(b"x"),
    lambda: float("x"),
    lambda: float(""),
    lambda: float([]),
    lambda: float("infinit"),
    lambda: float(10**400),
    lambda: int(Wrong()),
    lambda: float(Wrong()),
    lambda: chr(-1),
    lambda: chr(0x110000),
    lambda: chr("a"),
    lambda: ord("ab"),
    lambda: ord(""),
    lambda: ord(5),
    lambda: hex("a"),
    lambda: bin(1.5),
):
    attempt(action)
