# bytes: constructor, repr, indexing, operators.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

class Index:
    def __index__(self):
        return 3

class Own:
    def __bytes__(self):
        return b"own"

class Wrong:
    def __bytes__(self):
        return "x"

class Items:
    def __iter__(self):
        return iter([1, 2])

show(lambda: bytes())
show(lambda: bytes(3))
show(lambda: bytes(True))
show(lambda: bytes(Index()))
show(lambda: bytes(-1))
show(lambda: bytes(2**70))
show(lambda: bytes([1, 2, 255]))
show(lambda: bytes((0, 10)))
show(lambda: bytes(range(5)))
show(lambda: bytes(x for x in (1, 2)))
show(lambda: bytes(Items()))
show(lambda: bytes(Own()))
show(lambda: bytes(Wrong()))
show(lambda: bytes([Index(), True]))
show(lambda: bytes([256]))
show(lambda: bytes([-1]))
show(lambda: bytes(["a"]))
show(lambda: bytes([1.5]))
show(lambda: bytes("abc"))
show(lambda: bytes("abc", "ascii"))
show(lambda: bytes("hä", "utf-8"))
show(lambda: bytes("hä", "ascii", "replace"))
show(lambda: bytes("hä", encoding="latin-1"))
show(lambda: bytes("ä", "ascii"))
show(lambda: bytes(b"abc"))
show(lambda: bytes(b"abc", "ascii"))
show(lambda: bytes(1.5))
show(lambda: bytes(None))
show(lambda: bytes(object()))
show(lambda: bytes("a", errors="strict"))
show(lambda: bytes(1, 2, 3, 4))
show(lambda: bytes({1: 2, 3: 4}))
for data in (b"", b"abc", b"it's", b'"', b"'\"", b"\\\t\r\n\x00\x1b\x7f\x80\xff", bytes(range(30, 40))):
    print(data, repr(data), str(data), len(data), list(data), bool(data), data[::-1], data.hex(), data.hex(":"), data.hex("-", 2), data.hex(" ", -2))
data = b"abcdef"
print(data[0], data[-1], data[1:3], data[::2], data[5:1:-2], data[10:], data + b"x", data * 2, 2 * data, data * 0, 97 in data, b"cd" in data, b"" in data, 300 in [300], b"a" == b"a", b"a" < b"b", b"a" != "a", hash(b"a") == hash(b"a"), {b"k": 1}, sorted(b"cab"), max(b"abc"), [*b"ab"], tuple(b"ab"))
show(lambda: data[6])
show(lambda: data["a"])
show(lambda: data + "x")
show(lambda: "x" + data)
show(lambda: data + 1)
show(lambda: data * "x")
show(lambda: "a" in data)
show(lambda: 256 in data)
show(lambda: -1 in data)
show(lambda: 1.5 in data)
show(lambda: data < "a")
show(lambda: data.nothing)

def assign():
    data[0] = 1

def delete():
    del data[0]

show(assign)
show(delete)
show(lambda: bytes.fromhex("00 ff 1A"))
show(lambda: bytes.fromhex(" 0 0"))
show(lambda: bytes.fromhex("0"))
show(lambda: bytes.fromhex("zz"))
show(lambda: bytes.fromhex("00ä"))
show(lambda: bytes.fromhex(b"00"))
show(lambda: bytes.fromhex(""))
show(lambda: b"ab".hex("ab"))
show(lambda: b"ab".hex(1))
print(f"{data}", f"{data!r}", "%s" % data, "{}".format(data), [data], isinstance(data, bytes), type(data).__name__, bytes.__name__)
show(lambda: f"{data:>10}")
show(lambda: format(data, "s"))

class Data(bytes):
    pass

show(lambda: Data(b"ab"))
show(lambda: type(Data(b"ab") + b"c").__name__)
show(lambda: Data([1, 2])[0])
show(lambda: type(Data.fromhex("ff")).__name__)
