# Methods of numbers called by name, and by super() from classes of the program.


class Money(int):
    def __add__(self, other):
        return Money(super().__add__(other))

    def __neg__(self):
        return Money(super().__neg__())

    def __repr__(self):
        return f"Money({int(self)})"


class Degrees(float):
    def __round__(self, digits=None):
        return Degrees(super().__round__(digits))

    def __abs__(self):
        return Degrees(super().__abs__())


class Place:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at


class Blob:
    def __bytes__(self):
        return b"blob"


class Name(bytes):
    pass


print(Money(5) + 2, -Money(5), [Money(1) + Money(2)], type(Money(5) * 2))
print(type(round(Degrees(2.567), 1)), round(Degrees(2.567), 1), abs(Degrees(-1.5)), Degrees(1.5) + 1)
print(Money(10).bit_length(), Money(10).to_bytes(2, "big"), Money.from_bytes(b"\x01\x00", "big"), Money(3).real)
print(Degrees.fromhex("0x1.8p1"), type(Degrees.fromhex("0x1.8p1")), Degrees(2.0).is_integer(), Degrees(0.5).hex())

print((5).__add__(2), (5).__add__("a"), (5).__sub__(1.5), (1.5).__sub__(5), (5).__rsub__(7), (5).__pow__(2))
print((5).__pow__(3, 7), (5).__pow__("a"), (5).__divmod__(3), (5.5).__divmod__(2), (5).__rdivmod__(17), (5).__divmod__("a"))
print((5).__eq__(5.0), (5.0).__eq__(5), (5).__eq__("a"), (5).__lt__(6), (5).__lt__("a"))
print((5).__neg__(), (5).__pos__(), (-5).__abs__(), (-5.5).__abs__(), (-0.0).__abs__(), (5.5).__neg__(), (5).__invert__(), (2**70).__neg__())
print((5).__bool__(), (0.0).__bool__(), (5).__index__(), (5.7).__int__(), (5).__float__(), (5).__round__(-1), (5.55).__round__(1), (2.5).__round__())
print(True.__pos__(), True.__neg__(), True.__and__(False), True.__add__(True), True.real, True.conjugate(), True.numerator)

print(hex(Place(255)), chr(Place(65)), "abc"[Place(1)], [1, 2, 3][Place(0):Place(2)], bytes(Place(2)), round(1.256, Place(2)))
print(bytes([Place(65), 66]), b"abc"[Place(1)], int(Place(7)), float(Place(7)), b"ab" * 2, bytes(Blob()), int("11", Place(2)))
print(Name(b"ab"), type(Name(b"ab") + b"c"), Name(b"ab").upper(), Name.fromhex("41"), type(Name.fromhex("41")), Name(b"a") == b"a")
