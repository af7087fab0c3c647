"""struct: numbers as bytes, bytes as numbers, and what does not fit."""
import struct
from struct import Struct, calcsize, iter_unpack, pack, unpack, unpack_from


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


for code in "xcbB?hHiIlLqQnNefdspP":
    sizes = []
    for order in ("", "<"):
        try:
            sizes.append(calcsize(order + code))
        except struct.error as error:
            sizes.append(str(error))
    print(code, *sizes)
for format in ("bi", "<bi", "=bi", "@bi", "bq0h", "bhilqB0l", "3sxi", " i  h ", "", "0s", "3", "i 3", "3 i", "z", "<@i", "é", 5, "99999999999999999999i"):
    told(calcsize, format)
print(pack(">bBhHiIqQ", -1, 255, -2, 65534, -3, 4294967293, -4, 2**64 - 4), pack("<bhi?", 1, 2, 3, []), pack("bhi", 1, 2, 3))
print(pack("3s5s0s", b"ab", b"abcdefg", b"q"), pack("5p2p", b"ab", b"abc"), pack("c2xc", b"a", b"b"), unpack("5p2p", b"\x02ab\x00\x00\x09a"))
for number in (0.0, -0.0, 1.1, -2.5, 65504.0, 6e-8, 5.96e-8, 2.98e-8, float("inf"), float("-inf"), float("nan"), 2051.0, 0.1, 1e-310, 3.4028235e38):
    print(number, pack(">d", number).hex(), pack(">f", number).hex(), end=" ")
    told(pack, "<e", number)
for format, value in (("b", 128), ("B", -1), ("h", 40000), (">h", 40000), ("H", -1), ("i", 2**31), ("I", -1), ("I", 2**32), ("<l", 2**31), ("l", 2**63), ("q", -2**64), (">q", 2**64), ("i", "a"), ("i", 1.5), ("c", b"ab"), ("s", "a"), ("d", "x"), ("<f", 1e39), ("f", 1e39), ("e", 65520.0), ("P", -1)):
    told(pack, format, value)
told(pack, "ii", 1)
told(pack)
told(unpack, "<hhl", bytes(range(8)))
told(unpack, ">2f?d", bytes(range(17)))
told(unpack, "i", b"abc")
told(unpack, "i", "abcd")
for offset in (0, 2, 5, -4, -3, -9):
    told(unpack_from, "<i", b"abcdefgh", offset)
print([*iter_unpack("<bh", b"abcdef")], next(iter_unpack("2s", b"abcd")))
told(iter_unpack, "<bh", b"abcde")
told(iter_unpack, "", b"")
told(struct.pack_into, "i", b"abcd", 0, 1)


class Seven:
    def __index__(self):
        return 7

    def __float__(self):
        return 7.5


print(pack("<hf", Seven(), Seven()))
header = Struct(">HIB")
print(header.size, header.format, header.pack(1, 2, 3), header.unpack(bytes(range(7))), header.unpack_from(b"xx" + bytes(7), 1), [*header.iter_unpack(bytes(14))])
told(header.pack, 1, 2)
told(Struct, None)
