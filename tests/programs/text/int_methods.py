# Methods and attributes of int.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

for number in (0, 1, -1, 255, -256, 2**63 - 1, -2**63, 2**63, -2**64, 10**30, True):
    print(number, number.bit_length(), number.bit_count(), number.as_integer_ratio(), number.conjugate())
    print(number.real, number.imag, number.numerator, number.denominator)

show(lambda: (1024).to_bytes(2, "big"))
show(lambda: (1024).to_bytes(10, "big"))
show(lambda: (1024).to_bytes(4, byteorder="little"))
show(lambda: (-1024).to_bytes(4, "big", signed=True))
show(lambda: (-1).to_bytes(1, "little", signed=True))
show(lambda: (-128).to_bytes(1, "big", signed=True))
show(lambda: (128).to_bytes(1, "big", signed=True))
show(lambda: (-129).to_bytes(1, "big", signed=True))
show(lambda: (255).to_bytes())
show(lambda: (0).to_bytes(0, "big"))
show(lambda: (2**100).to_bytes(13, "little"))
show(lambda: (-2**100).to_bytes(13, "big", signed=True))
show(lambda: (256).to_bytes(1, "big"))
show(lambda: (-1).to_bytes(1, "big"))
show(lambda: (1).to_bytes(1, "middle"))
show(lambda: (1).to_bytes(-1, "big"))
show(lambda: (1).to_bytes("1", "big"))

show(lambda: int.from_bytes(b"\x04\x00", "big"))
show(lambda: int.from_bytes(b"\x04\x00", byteorder="little"))
show(lambda: int.from_bytes(b"\xfc\x00", "big", signed=True))
show(lambda: int.from_bytes(b"\xff" * 20, "little", signed=True))
show(lambda: int.from_bytes(b"\xff" * 20, "little"))
show(lambda: int.from_bytes(b"", "big"))
show(lambda: int.from_bytes([1, 2, 3]))
show(lambda: int.from_bytes((255, 0), "big", signed=True))
show(lambda: int.from_bytes("12", "big"))
show(lambda: int.from_bytes(b"1", "up"))
show(lambda: int.from_bytes([256], "big"))
show(lambda: int.from_bytes(12, "big"))

class Money(int):
    pass

print(type(Money.from_bytes(b"\x05", "big")).__name__, Money.from_bytes(b"\x05", "big"))
print(Money(12).bit_length(), type(Money(12).real).__name__, type(Money(12).numerator).__name__)
show(lambda: int.bit_length("x"))
show(lambda: int.bit_length())
show(lambda: (5).bit_length(1))
show(lambda: (5).nothing)
print((5).__neg__(), (-5).__abs__(), (5).__invert__(), (5).__pos__(), (5).__bool__(), (0).__bool__())
print((5).__int__(), (5).__index__(), (5).__float__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__())
print((15).__round__(-1), (25).__round__(-1), (5).__divmod__(3), (5).__rdivmod__(17), (5).__divmod__("x"))
