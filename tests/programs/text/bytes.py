# Bytes: constructor, items, methods, codecs.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


abc = b"abc"


class Raw:
    def __bytes__(self):
        return b"raw"


class Count:
    def __index__(self):
        return 3


class Items:
    def __iter__(self):
        return iter([65, 66])


data = b"hello\x00\xff'\"\n"
print(data, repr(b"'"), repr(b'"'), repr(b"'\""), str(b"x"), len(data), data[0], data[-2], data[1:4], data[::-1], data[::2], bytes([1, 2]) + b"x", b"ab" * 3, 2 * b"c", b"a" * -1)
print(list(b"abc"), b"a" < b"b", b"a" == "a", b"a" == b"a", hash(b"a") == hash(b"a"), b"" or "empty", sorted([b"b", b"a"]), {b"k": 1}[b"k"], max(b"abc"), sum(b"ab"), tuple(b"xy"))
for action in [
    lambda: bytes(), lambda: bytes(3), lambda: bytes([65, 66]), lambda: bytes((1, 2)), lambda: bytes(range(3)), lambda: bytes("é", "utf-8"), lambda: bytes("a", encoding="ascii"), lambda: bytes(b"x"),
    lambda: bytes(Raw()), lambda: bytes(Count()), lambda: bytes(Items()), lambda: bytes(x for x in [1, 2]), lambda: bytes({1: 2}), lambda: bytes(True), lambda: bytes(bytes=1), lambda: bytes(source=b"q"),
    lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes(5, "utf-8"), lambda: bytes("é", "ascii"), lambda: bytes([10**30]),
    lambda: bytes("a", 5), lambda: bytes(encoding="utf-8"), lambda: bytes("x", errors="strict"), lambda: bytes(b"x", "utf-8"), lambda: bytes([1.5]),
    lambda: b"abc"[5], lambda: abc["a"], lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a" * "b", lambda: b"a" < "a", lambda: b"ab" + [1], lambda: b"a".join(5), lambda: abc[1.5],
]:
    attempt(action)
for action in [
    lambda: b"\xab\xcd".hex(), lambda: b"\x01\x02\x03".hex(":"), lambda: b"\x01\x02\x03\x04\x05".hex("-", 2), lambda: b"\x01\x02\x03\x04\x05".hex("-", -2), lambda: b"".hex(), lambda: b"ab".hex("ab"), lambda: b"ab".hex(5),
    lambda: b"abc".hex(b"_"), lambda: b"abc".hex("é"), lambda: b"abc".hex(":", 0),
    lambda: bytes.fromhex("01 aB ff"), lambda: bytes.fromhex(""), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("0g"), lambda: bytes.fromhex("01 2 3"), lambda: bytes.fromhex(5), lambda: bytes.fromhex("é1"),
    lambda: b"abc".translate(bytes.maketrans(b"ab", b"xy")), lambda: b"abcabc".translate(None, b"b"), lambda: b"a".translate(b"x"), lambda: bytes.maketrans(b"a", b"bc"), lambda: b"a".translate("a"), lambda: b"abc".translate(None, delete=b"a"),
]:
    attempt(action)
for action in [
    lambda: "é中😀".encode(), lambda: "é".encode("latin-1"), lambda: "abc".encode("ascii"), lambda: "é中x".encode("ascii"), lambda: "xé中".encode("latin1"), lambda: "é中".encode("ascii", "ignore"), lambda: "é中".encode("ascii", "replace"),
    lambda: "é中".encode("ascii", "xmlcharrefreplace"), lambda: "é中😀".encode("ascii", "backslashreplace"), lambda: "a".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode(5), lambda: "a".encode("utf-8", 5), lambda: "a".encode(encoding="UTF_8", errors="strict"),
    lambda: b"\xc3\xa9".decode(), lambda: b"\xe9".decode("latin-1"), lambda: b"\xff".decode(), lambda: b"a\xc3".decode(), lambda: b"a\xc3(".decode(), lambda: b"\xe4\xb8".decode(), lambda: b"\xe4\xb8\xff".decode(), lambda: b"\xff\xfea".decode("utf-8", "ignore"),
    lambda: b"a\xffb".decode("utf-8", "replace"), lambda: b"a\xffb".decode("ascii"), lambda: b"a\xffb".decode("ascii", "backslashreplace"), lambda: b"\xe4\xb8\xadx".decode(errors="replace"), lambda: b"\xf0\x9f\x98".decode("utf8", "replace"), lambda: b"a".decode("nope"),
    lambda: str(b"\xc3\xa9", "utf-8"), lambda: str(b"a", encoding="ascii"), lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"\xff", errors="replace"), lambda: str(), lambda: str(object="x"), lambda: b"\x80".decode(), lambda: b"\xc0\x80".decode(), lambda: b"\xed\xa0\x80".decode(),
]:
    attempt(action)
try:
    "aé".encode("ascii")
except UnicodeEncodeError as error:
    print(error.args, str(error), isinstance(error, ValueError))
