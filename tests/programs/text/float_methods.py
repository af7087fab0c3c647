# Methods of float, and float() in all its forms.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

nan, inf = float("nan"), float("inf")
for number in (0.0, -0.0, 1.0, -1.5, 0.1, 3.0, 1e300, 5e-324, -2.5e-310, 1e16, 123456789.125):
    print(number, number.is_integer(), number.hex(), number.as_integer_ratio(), number.conjugate(), number.real, number.imag)
for number in (nan, inf, -inf):
    print(number.is_integer(), number.hex())
    show(number.as_integer_ratio)
    show(lambda: int(number))
    show(lambda: round(number))
    show(lambda: round(number, 2))
for text in ("0x1.8p1", "1.8p1", "-0x1p-1074", "0x.8", "0x1p-1075", "0x1.8p-1075", "0x1.fffffffffffff8p0", "0x1.fffffffffffff7p0",
             "inf", "-Infinity", "nan", " 0x10 ", "0X1P+3", "0x", "", "x", "0x1p", "1p2000", "0x1.ffffffffffffffp1023", "0x0p99999",
             "0x1.0000000000000000000001", "1e5", "+0x1", "0x1 2"):
    print(text, end=" ")
    show(lambda: float.fromhex(text))
for text in ("1", " 1.5\n", "-.5", "5.", ".", "1e3", "1E-3", "1e", "e5", "inf", "-INF", "Infinity", "infinit", "nan", "+nan", "-nan",
             "1_000.5", "1__0", "_1", "1_", "1_.5", "1._5", "1e1_0", "", " ", "0x10", "1e400", "-1e400", "1e-400", "٣.٥", "1,5", "--1", "1 2",
             "0.1e1", "1d", "1f", "infinity1", "é", "\xa01.5"):
    print(ascii(text), end=" ")
    show(lambda: float(text))
show(lambda: float())
show(lambda: float(True))
show(lambda: float(2**1024 - 2**970))
show(lambda: float(2**1024))
show(lambda: float(10**400))
show(lambda: float(b"1.5"))
show(lambda: float(b"x\xff"))
show(lambda: float(None))
show(lambda: float([]))
show(lambda: float(1, 2))
show(lambda: float(x=1))

class Half:
    def __float__(self):
        return 0.5

class Index:
    def __index__(self):
        return 3

class Wrong:
    def __float__(self):
        return 1

class Degrees(float):
    pass

show(lambda: float(Half()))
show(lambda: float(Index()))
show(lambda: float(Wrong()))
print(type(float(Degrees(2))).__name__, type(Degrees(2) + 1).__name__, Degrees("1.5"), type(Degrees.fromhex("0x1p1")).__name__)
print((2.5).__round__(), (2.5).__trunc__(), (2.5).__floor__(), (2.5).__ceil__(), (-2.5).__floor__(), (-2.5).__abs__(), (2.5).__neg__(), (2.5).__bool__(), (2.5).__int__(), (2.5).__float__(), (7.5).__divmod__(2))
