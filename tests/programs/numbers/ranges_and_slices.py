# Ranges that are asked for what has a say in what it equals; slices in large numbers; powers that are complex.
class Same:
    def __eq__(self, other):
        return True


class Indexed:
    def __index__(self):
        return 1


print(range(10).count(Same()), range(10).index(Same()), Same() in range(3), Indexed() in range(3))
print(1 + 0j in range(3), range(5).count(2.0), range(3).count("a"), True in range(3))
try:
    range(3).index(Indexed())
except ValueError as error:
    print(error)
print(slice(None, None, -2).indices(10**30), slice(-2**100, 2**100).indices(5), slice(1, 2, 2**70).indices(3))
try:
    slice(0, 1).indices(-(2**70))
except ValueError as error:
    print(error)
root = (-4) ** 0.5
print(type(root).__name__, round(root.real, 9), round(root.imag, 9), type(pow(-1, 1.5)).__name__, (-2.0) ** 2.0)
print(int.from_bytes(bytearray(b"\x01\x02"), "big"), int.from_bytes([1, 2], "little"))


class Bytes:
    def __bytes__(self):
        return b"\x07"


print(int.from_bytes(Bytes(), "big"))
try:
    sum([bytearray(b"a")], bytearray())
except TypeError as error:
    print(error)


def answers():
    try:
        yield 1
    except TypeError as error:
        print("inside", "instance of BaseException" in str(error))
        yield 2


class Odd(Exception):
    def __new__(cls, *args):
        return 5


generator = answers()
next(generator)
print(generator.throw(Odd))


class NoLength:
    def __getitem__(self, at):
        return at


class Blocked(list):
    __reversed__ = None


for thing in (NoLength(), Blocked(), 5, {1}):
    try:
        reversed(thing)
    except TypeError as error:
        print("TypeError")
print(f"{'x'}", end=" ")
try:
    format(1j, "%M")
except ValueError as error:
    print(error)
