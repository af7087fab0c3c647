# Float arithmetic at its edges.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

nan, inf = float("nan"), float("inf")
for a in (7.5, -7.5, 0.0, -0.0, 1e300, inf, -inf, nan):
    for b in (2.0, -2.0, 0.3, inf, -inf, nan):
        print(a // b, a % b, divmod(a, b), a * b, a - b)
for base in (0.0, -0.0, 1.0, -1.0, 2.0, -2.0, inf, -inf, nan):
    for exponent in (0.0, 1.0, 2.0, 3.0, -0.0, inf, -inf, nan):
        print(base ** exponent, end=" ")
    print()
print(2.0 ** -1, (-2.0) ** 3, (-2.0) ** -3, 2.0 ** 0.5, 1e-200 ** 2, 4 ** 0.5, (-8) ** 3.0, 0.0 ** 0.5, inf ** -1.0, (-0.0) ** 3.0)
for work in (lambda: 1e200 ** 2, lambda: 10.0 ** 400, lambda: (-10.0) ** 401, lambda: 0.0 ** -1.0, lambda: (-0.0) ** -3.0, lambda: 0 ** -1.5,
             lambda: 1e308 * 10, lambda: 1.0 / 0.0, lambda: 1.0 // 0.0, lambda: 1.0 % 0.0, lambda: divmod(1.0, 0.0), lambda: 0.0 / 0.0,
             lambda: 2.0 ** 1024, lambda: inf - inf, lambda: inf * 0, lambda: 1.5 + "x", lambda: 1.5 // "x", lambda: 1.5 < [], lambda: inf[0],
             lambda: inf(), lambda: len(1.5), lambda: list(1.5), lambda: [inf][inf], lambda: range(1.5), lambda: "x" * 1.5):
    show(work)
for number in (0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.675, 1e20, 0.1, -0.0, 1e22, 123.456, -0.4):
    print(round(number), round(number, 1), round(number, 2), round(number, -1), round(number, -2), round(number, 0), round(number, None))
print(round(1.005, 2), round(5e-324, 400), round(1e300, -300), round(1e300, -310), round(5.0, 10**3), round(12345.678, -5), round(55555.0, -5))
print(round(15, -1), round(25, -1), round(-15, -1), round(5, -1), round(4, -1), round(6, -1), round(12345, -2), round(1, -100), round(10**30 + 5 * 10**9, -10), round(True), round(7, 3))
show(lambda: round("x"))
show(lambda: round(1.5, "x"))
show(lambda: round(1.5, 1.5))
show(lambda: round(1.7e308, -308))
print(abs(-1.5), abs(-0.0), abs(True), abs(-10**30), -(-0.0), +1.5, not 0.0, not -0.0, bool(nan), bool(1e-320))
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan < 1, min(nan, 1) != min(nan, 1), max(1, nan), sorted([3.0, 1, 2.5]), sum([0.1] * 10), sum([1, 2.5, True]))
print(1e16, 1e15, 123456789012345678.0, 0.0001, 0.00001, 1e-7, 1.0, 100.0, 1e100, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 0.1 + 0.2, 1 / 3, 2 / 3, 1e21, 12345678901234567890.0)
print(3.0 == 3, 3.5 > 3, hash(0.1), hash(1e300), hash(-2.5), hash(5e-324), {0.0: 1, -0.0: 2})
