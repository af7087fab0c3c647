# Integers: arithmetic, methods, constructor, bits.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


big = 10**30
numbers = [0, 1, -1, 7, -7, 2**31, -2**63, 2**63, 2**64 - 1, big, -big, True]
for a in numbers:
    print(a, -a, +a, ~a, abs(a), bool(a), hash(a), a.bit_length(), a.bit_count(), hex(a), oct(a), bin(a))
    for b in [1, -1, 2, -3, 10, 2**40, -big]:
        print(a + b, a - b, a * b, a // b, a % b, divmod(a, b), a & b, a | b, a ^ b, a < b, a == b, a >= b, end=" ")
        attempt(lambda: a / b)
for a, b in [(5, 3), (-5, 3), (2**100, 70), (-1, 200), (-(2**70), 69), (1, 0)]:
    print(a << b, a >> b)
for a, b in [(2, 10), (2, -1), (-2, 3), (-2, -3), (0, 0), (10, 25), (-1, 10**20), (big, 2), (7, 0), (True, 5)]:
    print(a**b, pow(a, b))
print(pow(3, 4, 5), pow(3, -1, 7), pow(2, 1000, 10**9 + 7), pow(-3, 3, 5), pow(3, 3, -5), pow(5, 0, 1))
for action in [
    lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1, lambda: 1 >> -1,
    lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5), lambda: 10**400 / 1, lambda: 10**400 / 10**399, lambda: 1 / 10**320,
    lambda: 10**400 * 1.0, lambda: float(10**400), lambda: 1 + "a", lambda: 1 & 1.0, lambda: ~1.5, lambda: -"a", lambda: 10**400 // 1.0,
    lambda: 2 ** 0.5, lambda: (2**53 + 1) / 1, lambda: 123456789012345678901234567890 / 7, lambda: 5 @ 3,
]:
    attempt(action)
for text in ["12", " -12\n", "+5", "1_000", "0x1f", "0b101", "0o17", "٣٤", "", " ", "1__0", "_1", "1_", "12.5", "1e5", "abc", "- 1", "--1", "0x", "\u30001\u3000", "1\x00", "é"]:
    for base in [10, 0, 16, 2, 36]:
        attempt(lambda: int(text, base))
for action in [
    lambda: int(), lambda: int(3.99), lambda: int(-3.99), lambda: int(1e20), lambda: int(True), lambda: int(b"42"), lambda: int("z", 36),
    lambda: int("1", 1), lambda: int("1", 37), lambda: int(1, 10), lambda: int(None), lambda: int([]), lambda: int(float("inf")),
    lambda: int(float("nan")), lambda: int("1" * 4300) % 1000, lambda: int("1" * 4301), lambda: str(10**4299)[:3], lambda: str(10**4300),
    lambda: repr(10**5000), lambda: f"{10**5000}", lambda: "%d" % 10**5000, lambda: len(hex(10**5000)), lambda: int("f" * 5000, 16) > 0, lambda: [10**5000],
    lambda: int("010"), lambda: int("010", 0), lambda: int("000", 0), lambda: int(x=1), lambda: int("5", base=8), lambda: int(base=10),
    lambda: int(b"\xff"), lambda: int("9", 8), lambda: int(object), lambda: int("1" * 3 + "_" * 2),
]:
    attempt(action)
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes(), (0).to_bytes(0, "big"), (127).to_bytes(1, "big", signed=True), (-128).to_bytes(1, signed=True))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b""), int.from_bytes([1, 2], "big"), int.from_bytes(b"\xff" * 9, "big"))
for action in [
    lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (128).to_bytes(1, "big", signed=True), lambda: (1).to_bytes(1, "x"),
    lambda: (1).to_bytes(-1, "big"), lambda: int.from_bytes("a", "big"), lambda: int.from_bytes(5, "big"), lambda: int.from_bytes(b"a", "middle"),
    lambda: (-129).to_bytes(1, "big", signed=True),
]:
    attempt(action)
print((5).real, (5).imag, (5).numerator, (5).denominator, True.real, (7).conjugate(), (7).as_integer_ratio(), True.as_integer_ratio(), True.numerator)
print(True + True, True & False, True | 1, True ^ True, ~True, -True, True == 1.0, isinstance(True, int), True << 3, True / 2, min(True, 0), str(True), int.bit_length(True))
print(round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5), round(5, 2), round(10**20 + 5, -1), round(True), round(5, -5))
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, -10**400 < float("-inf"), 1 == 1.0 == True, hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**30) == hash(10.0**30), 0.1 == 1 / 10, 3 < 3.5 < 4)
print(int("-0"), 0x_ff, 1_000_000, 0b1111_0000, 0o777, 00, 10**18 // -7, -10**18 % 7, (10**18 * 7 + 3) % (10**18))
