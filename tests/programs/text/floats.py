# Floats: repr, arithmetic, methods, constructor.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


inf, nan = float("inf"), float("nan")
floats = [0.0, -0.0, 1.0, -1.5, 0.1, 1e16, 1e-5, 123456789.123, 1e308, 5e-324, 2.5, inf, -inf, nan, 1e22, 1e15, 0.0001, 9007199254740993.0]
for x in floats:
    print(x, -x, abs(x), bool(x), x.is_integer(), x.hex(), x == x, x.real, x.imag, x.conjugate())
    attempt(lambda: x.as_integer_ratio())
    attempt(lambda: int(x))
    attempt(lambda: round(x))
    attempt(lambda: round(x, 2))
    attempt(lambda: round(x, -2))
    for y in [1.0, -2.0, 0.3, inf, -inf, 3, -3]:
        print(x + y, x - y, x * y, x / y, x // y, x % y, divmod(x, y), x < y, x == y, end=" ")
        if x >= 0 or y != 0.3:
            attempt(lambda: x**y)
for action in [
    lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 1e308 * 10, lambda: 1e200 ** 2, lambda: (-8.0) ** 2.0,
    lambda: 2.0 ** -1074, lambda: (-1.0) ** inf, lambda: 0.0 ** 0, lambda: nan ** 0, lambda: 1 ** nan, lambda: (-inf) ** 3, lambda: (-inf) ** 0.5, lambda: 1.5 & 1,
    lambda: 1.5 << 1, lambda: 1.5 + "a", lambda: "a" * 1.5, lambda: 1.5 < "a", lambda: list("a")[1.0], lambda: -7.5 // 2, lambda: -7.5 % 2, lambda: 7.5 % -2, lambda: 5 % -inf,
    lambda: -5 % inf, lambda: 0.3 % 0.1, lambda: 1 // 0.1, lambda: 1e16 + 1, lambda: 0.1 + 0.2, lambda: 1 / 3, lambda: 2 / 3, lambda: 100 * 1.1, lambda: 1e23, lambda: 4.35 * 100,
]:
    attempt(action)
for text in ["1.5", " -1.5e3 ", "1_0.2_5", "inf", "-Infinity", "nan", "+nan", ".5", "5.", "1e", "", ".", "e5", "1e400", "-1e400", "1e-400", "0x1p3", "1__0", "abc", "٣.٥", "1.5.2", "--1", "infx", "1 2", "in f", "1e+5", "1E5", "\u30001"]:
    attempt(lambda: float(text))
for action in [
    lambda: float(), lambda: float(5), lambda: float(True), lambda: float(b"2.5"), lambda: float(None), lambda: float([]), lambda: float(10**400), lambda: float("1" * 400), lambda: float(b"x"),
    lambda: float.fromhex("0x1.8p+3"), lambda: float.fromhex("-inf"), lambda: float.fromhex("zz"), lambda: float.fromhex("0x1p2000"), lambda: float.fromhex("  0xA.8 "), lambda: float.fromhex(5), lambda: float(2**53 + 1),
]:
    attempt(action)
for number, digits in [(2.675, 2), (1.005, 2), (0.5, 0), (1.5, 0), (2.5, 0), (-0.5, 0), (1234.5678, -2), (1250.0, -2), (1350.0, -2), (5e15 + 0.5, 0), (1e300, -299), (15.0, -1), (25.0, -1), (1e22, -20), (0.1, 30), (123.456, 400), (123.456, -400), (-2.5, None), (3.5, None), (-1e-9, 3), (25.000001, -1), (1.7e308, -308)]:
    attempt(lambda: round(number, digits))
for x in [0.5, 1.0, 2**0.5, 1e300, -0.75, inf, -inf, 1e-320, 123456789012345680000.0]:
    print(hash(x), x == float(repr(x)), x.hex(), float.fromhex(x.hex()) == x)
print(1.0 == 1, 1.5 > 1, 2**53 + 1 > 2.0**53, float(2**53 + 1) == 2**53, max(1, 1.0, True), sorted([2.5, 1, inf, -inf, True, 0.5]), 1e3 == 1000, {1: "a", 1.0: "b", True: "c"})
print([1.0, 1e-7, 1.5e300], (0.1,), {0.5: -0.0}, str(1e5), str(123456789012345678.0), repr(1e-4), 1.0e10, 12345678.9, 1e17, 3.0e-310)
