# Integer arithmetic at its edges.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

for a in (7, -7, 0, 2**70, -2**70):
    for b in (2, -2, 2**65, -2**65):
        print(a // b, a % b, divmod(a, b), a // b * b + a % b == a)
for name, work in {
    "/": lambda: 1 / 0, "//": lambda: 1 // 0, "%": lambda: 1 % 0, "divmod": lambda: divmod(1, 0),
    "f/": lambda: 1.0 / 0, "f//": lambda: 1.0 // 0, "f%": lambda: 1.0 % 0, "fdivmod": lambda: divmod(1.0, 0),
    "**": lambda: 0 ** -1, "f**": lambda: 0.0 ** -1, "b**": lambda: 0 ** -2**70, "bool": lambda: True / False,
    "<<": lambda: 1 << -1, ">>": lambda: 1 >> -1, "f<<": lambda: 1.0 << 1, "f&": lambda: 1.0 & 1, "~": lambda: ~1.0,
    "big/": lambda: 2**2000 / 1, "big/f": lambda: 2**2000 / 1.0, "big*f": lambda: 2**2000 * 1.0,
    "big+f": lambda: 2**2000 + 1.0, "small/big": lambda: 1 / 2**2000, "big/big": lambda: 2**2000 / 2**1990,
    "f-": lambda: 1.0 - 10**400, "f**big": lambda: 2.0 ** 10**400, "big**f": lambda: (10**400) ** 0.5,
}.items():
    print(name, end=" ")
    show(work)
print(2 ** -1, 2 ** -2, (-2) ** -3, 10 ** -400, 1 ** -5, (-1) ** -5, 2 ** 0, 0 ** 0)
print(2 ** 100, (-3) ** 41, (-3) ** 40, 1 ** 10**30, (-1) ** (10**30 + 1), 0 ** 10**30)
print(1 << 70, -1 << 70, 5 >> 1, -5 >> 1, -5 >> 100, 5 >> 10**20, -5 >> 10**20, 0 << 10**30, 2**80 >> 79, -2**80 >> 81)
print(5 & -2**70, 5 | -2**70, 5 ^ -2**70, ~2**70, ~-1, -2**63 & 2**64 - 1, 6 & 3, 6 | 3, 6 ^ 3, ~6)
print(True + True, True * 3, -True, +True, ~True, True & False, True | 2, True ^ True, True << 3, True // 1, True ** True)
print(-2**63, -(-2**63), abs(-2**63), 2**63 - 1 + 1, -2**63 - 1, (2**63) // -1, -2**63 // -1, -2**63 * -1, 2**62 * 2)
print(9007199254740993 / 1, 9007199254740993 / 3, (2**53 + 1) / 2**53, (2**1074 + 1) / 2**1075, 3 / 2**1075, 1 / 2**1074)
print(10**308 / 10**-0, 7 / 2**1074 * 2**10, (2**54 + 3) / 4, -(2**54 + 1) / 2, 123456789012345678901234567890 / 987654321)
print(1 < 1.5, 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, 10**400 < float("inf"), -10**400 > float("-inf"))
print(10**400 == float("nan"), 10**400 < float("nan"), 1 == 1.0 == True, 0.1 + 0.2 == 0.3, 2**1023 == 2.0**1023, 2**1023 + 1 == 2.0**1023)
print(hash(1) == hash(1.0) == hash(True), hash(2**61 - 1), hash(2**61), hash(-1), hash(-2**61), hash(2.0**80) == hash(2**80), hash(10**30), hash(0.5), hash(float("inf")), hash(-1.0))
print({1: "a", 1.0: "b", True: "c"}, {2**70: 1}[2.0**70], len({1, 1.0, True, 2}))
print(pow(3, 4, 5), pow(3, -1, 7), pow(-3, 3, 5), pow(3, 3, -5), pow(2, 10**3, 10**9 + 7), pow(2, -3), pow(2.0, 3), pow(0, 0, 1), pow(10, 2, mod=7))
show(lambda: pow(2, -1, 4))
show(lambda: pow(2, 1, 0))
show(lambda: pow(2.0, 1, 3))
show(lambda: pow("2", 1))
show(lambda: pow(2, "1", 3))
show(lambda: 1 + "1")
show(lambda: "1" + 1)
show(lambda: 1 - None)
show(lambda: [] * 1.5)
show(lambda: 2 ** "x")
show(lambda: -"x")
show(lambda: 1 < "x")
show(lambda: 1 @ 2)
x = 5
try:
    x **= "y"
except TypeError as error:
    print(error)
try:
    x //= None
except TypeError as error:
    print(error)
x **= 2; x //= 3; x %= 5; x <<= 4; x >>= 1; x |= 1; x &= 0xF; x ^= 2; x -= 1; x /= 4
print(x)
