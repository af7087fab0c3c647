# bytearray: bytes that can be changed.


def shows(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


ba = bytearray(b"hello")
print(ba, len(ba), ba[0], ba[-1], ba[1:3], type(ba[1:3]), bool(bytearray()), list(ba))
print(bytearray(), bytearray(3), bytearray([1, 2, 255]), bytearray("héllo", "utf-8"), bytearray(ba) == ba)
ba[0] = 72
ba[1:3] = b"EYY"
print(ba)
ba[-1:] = [33, 34]
print(ba)
del ba[0]
del ba[1:3]
print(ba)
ba[::2] = b"xy"
print(ba)
del ba[::2]
print(ba)
ba.append(65)
ba.extend(b"BCD")
ba.extend([69, 70])
ba.extend(range(71, 74))
ba.extend(x for x in (74, 75))
print(ba)
ba.insert(0, 48)
ba.insert(-1, 49)
ba.insert(100, 50)
print(ba, ba.pop(), ba.pop(0), ba)
ba.remove(49)
ba.reverse()
print(ba)
other = ba.copy()
other.clear()
print(other, len(ba))
same = ba
ba += b"++"
ba += bytearray(b"--")
print(same, same is ba)
ba *= 2
print(ba, same is ba)
print(bytearray(b"ab") + b"cd", b"ab" + bytearray(b"cd"), bytearray(b"ab") * 2, 2 * bytearray(b"ab"))
print(type(bytearray(b"ab") + b"cd"), type(b"ab" + bytearray(b"cd")))
print(bytearray(b"abc") == b"abc", b"abc" == bytearray(b"abc"), bytearray(b"abc") != b"abd", bytearray(b"a") == "a")
print(bytearray(b"a") < b"b", b"b" >= bytearray(b"a"), bytearray(b"b") > bytearray(b"a"))
print(97 in bytearray(b"abc"), b"bc" in bytearray(b"abc"), bytearray(b"bc") in b"abc", 200 in bytearray(b"abc"))
t = bytearray(b"  One two,three  ")
print(t.strip(), t.split(), t.split(b","), t.find(b"two"), t.rfind(b"e"), t.index(b"O"), t.count(b"e"))
print(t.upper(), t.lower(), t.title(), t.swapcase(), t.replace(b"o", b"00"), t.startswith(b"  O"), t.endswith(b" "))
print(t.partition(b","), t.rpartition(b"x"), bytearray(b"-").join([b"a", bytearray(b"b")]), b"+".join([bytearray(b"c")]))
print(t.center(21, b"*"), bytearray(b"7").zfill(3), bytearray(b"a\tb").expandtabs(4), bytearray(b"x\ny").splitlines())
print(bytearray(b"abc").isalpha(), bytearray(b"12").isdigit(), bytearray(b"ab").removeprefix(b"a"))
print(t.decode(), bytearray(b"\xff\x00").hex(), bytearray(b"\xff\x00").hex("-"), bytearray.fromhex("41 42"))
print(bytearray(b"abc").translate(bytes.maketrans(b"a", b"z")), bytearray.maketrans(b"a", b"b")[97])
print(bytes(bytearray(b"abc")), type(bytes(bytearray(b"abc"))), str(bytearray(b"abc"), "ascii"), int(bytearray(b"42")))
print(b"abcabc".find(bytearray(b"ca")), b"abc".startswith(bytearray(b"ab")), b"a,b".split(bytearray(b",")))
print(list(reversed(bytearray(b"abc"))), [*bytearray(b"xy")], sum(bytearray(b"\1\2")), max(bytearray(b"az")))
print(sorted(bytearray(b"cab")), bytearray(sorted(b"cab")), tuple(enumerate(bytearray(b"ab"))))
shows(lambda: ba.__setitem__(0, 256))
shows(lambda: ba.__setitem__(0, "a"))
shows(lambda: ba.__setitem__(1000, 1))
shows(lambda: ba[1000])
shows(lambda: ba["a"])
shows(lambda: ba.append(-1))
shows(lambda: ba.append("a"))
shows(lambda: ba.extend("abc"))
shows(lambda: ba.extend(5))
shows(lambda: ba.remove(1))
shows(lambda: bytearray().pop())
shows(lambda: bytearray(b"a").pop(4))
shows(lambda: hash(bytearray()))
shows(lambda: {bytearray(): 1})
shows(lambda: bytearray(b"a") + "b")
shows(lambda: bytearray("a"))
shows(lambda: bytearray(-1))
shows(lambda: bytearray([256]))
shows(lambda: bytearray(b"ab").index(b"z"))
shows(lambda: ba.__setitem__(slice(0, 4, 2), b"abc"))
shows(lambda: ba.__setitem__(slice(0, 1), 5))


class Buffer(bytearray):
    def size(self):
        return len(self)


buffer = Buffer(b"abc")
buffer.append(100)
buffer[0] = 65
print(buffer, buffer.size(), buffer == b"Abcd", isinstance(buffer, bytearray), bytes(buffer))


class Index:
    def __index__(self):
        return 1


ba = bytearray(b"abc")
ba[Index()] = 90
print(ba, ba[Index()], bytearray([Index()]))
for byte in ba:
    if len(ba) < 5:
        ba.append(byte)
print(ba)
import copy

print(copy.copy(ba), copy.deepcopy([ba]), copy.deepcopy(ba) is ba)
