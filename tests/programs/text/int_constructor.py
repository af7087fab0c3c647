# int() in all its forms.

def show(*args, **kwargs):
    try:
        print(repr(int(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show()
show(3)
show(True)
show(3.99)
show(-3.99)
show(1e30)
show(float("nan"))
show(float("inf"))
show(float("-inf"))
for text in ("12", " 12 ", "\t-12\n", "+7", "1_000", "_1", "1_", "1__0", "", " ", "-", "+-1", "0x10", "12.0", "1e3", "0b1",
             "٣", "१२", "\u00a05", "0" * 5 + "9", "a", "12a", "1 2", "é", "\x00", "9" * 25, "-" + "9" * 25, "'", '"'):
    show(text)
for text, base in (("ff", 16), ("0xff", 16), ("0xFF", 0), ("0b11", 0), ("0o17", 0), ("017", 0), ("0", 0), ("00", 0),
                   ("0_0", 0), ("z", 36), ("Z", 36), ("12", 2), ("0b12", 2), ("0x", 16), ("0x_f", 16), ("0x_f", 0),
                   ("0x__f", 0), ("10", 1), ("10", 37), ("10", -2), ("0o7", 8), ("b", 16), ("0b1", 16), ("0b1", 12),
                   ("-0x1f", 16), ("- 1", 10), ("9", 8), ("1_0", 2)):
    show(text, base)
show("11", base=2)
show(b"12")
show(b" -12 ")
show(b"1f", 16)
show(b"x\xff")
show(12, 10)
show(1.5, 10)
show(base=10)
show("1", "2")
show("1", 2.0)
show([])
show(None)
show("1", None)

class Whole:
    def __int__(self):
        return 7

class Index:
    def __index__(self):
        return 8

class Wrong:
    def __int__(self):
        return "7"

class Both:
    def __int__(self):
        return 1
    def __index__(self):
        return 2

show(Whole())
show(Index())
show(Wrong())
show(Both())
show("12", Index())

class Number(int):
    pass

class Text(str):
    pass

print(type(int(Number(5))).__name__, type(Number(5) + 1).__name__, type(-Number(5)).__name__, Number("12", 3))
show(Text("12"))
print(Number(3) == 3, hash(Number(3)) == hash(3), {3: "x"}[Number(3)], f"{Number(3)}", repr(Number(3)), int.__name__)
