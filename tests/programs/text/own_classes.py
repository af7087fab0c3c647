# Subclasses of str, int, float and bytes, and objects that stand in for them.


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


class Name(str):
    def shout(self):
        return self.upper() + "!"


class Loud(str):
    def __str__(self):
        return "LOUD"

    def __repr__(self):
        return "Loud(...)"


class Metres(float):
    def __repr__(self):
        return f"{float(self)} m"


class Count(int):
    def __add__(self, other):
        return Count(int(self) + other)


class Data(bytes):
    pass


name = Name("ada")
print(name, name.shout(), name + "x", name[0], name[::-1], len(name), name * 2, "a" in name, name == "ada", hash(name) == hash("ada"), {"ada": 1}[name])
print(type(name.upper()).__name__, type(name + "").__name__, type(str(name)).__name__, type(name[:]).__name__, isinstance(name, str), name.split("d"), ",".join([name, name]))
print(f"{name}|{name:>5}|{name!r}", "%s|%5s|%r" % (name, name, name), "{}|{:<5}|{!r}".format(name, name, name), name.format(), name.replace("a", name))
loud = Loud("quiet")
print(loud, repr(loud), str(loud), f"{loud}", f"{loud:>6}", f"{loud!r}", "%s" % loud, "%r" % loud, "{}".format(loud), "{!s:>6}".format(loud), "".join([loud]), loud + "", [loud], str.__str__(loud))
length = Metres(2.5)
print(length, repr(length), str(length), f"{length}", f"{length:.2f}", "%s" % length, "%.1f" % length, length + 1, length * 2, round(length), int(length), length == 2.5, [length], length.is_integer(), max(length, 1))
count = Count(3)
print(count, count + 1, type(count + 1).__name__, type(count * 2).__name__, f"{count:03}", "%03d" % count, hex(count), "x" * count, [1, 2, 3, 4][count], count.bit_length(), range(count), count == 3, {3: "three"}[count], sum([count, count], 0), -count, abs(count), int(count), float(count))
data = Data(b"abc")
print(data, data + b"d", data[0], data[1:], data.upper(), data == b"abc", isinstance(data, bytes), bytes(data), data.decode(), b"".join([data, data]), b"%s" % data, data.hex(), list(data))
print(Name(), Name(5), Name(b"x", "utf-8"), Count("12"), Count(), Metres("1.5"), Data([65]), Data(2), int.from_bytes(Data(b"\x01\x00"), "big"), Count.from_bytes(b"\x05", "big"), type(Count.from_bytes(b"\x05")).__name__, Metres.fromhex("0x1p1"), Data.fromhex("4142"))


class Index:
    def __index__(self):
        return 2


class Real:
    def __float__(self):
        return 1.5

    def __int__(self):
        return 9

    def __trunc__(self):
        return 8

    def __round__(self, digits=None):
        return ("rounded", digits)

    def __abs__(self):
        return "absolute"

    def __divmod__(self, other):
        return ("divmod", other)

    def __rpow__(self, other):
        return ("rpow", other)

    def __bool__(self):
        return False


index, real = Index(), Real()
for action in [
    lambda: "abc"[index], lambda: b"abc"[index], "abc"[: index].upper, lambda: "x" * index, lambda: hex(index), lambda: chr(index), lambda: int(index), lambda: float(index), lambda: int("11", index), lambda: "%d %x" % (index, index),
    lambda: "%c" % index, lambda: bin(index), lambda: range(index), lambda: 2 ** index, lambda: round(2.567, index), lambda: int(real), lambda: float(real), lambda: "%d" % real, lambda: "%.2f" % real, lambda: "%x" % real, lambda: round(real),
    lambda: round(real, 3), lambda: abs(real), lambda: divmod(real, 2), lambda: 2 ** real, lambda: bool(real), lambda: str(real).startswith("<__main__.Real object at 0x"), lambda: f"{real:5}", lambda: "a".center(index), lambda: "abc".find("c", index),
    lambda: "a,b,c".split(",", index), lambda: bytes(index), lambda: (5).to_bytes(index, "big"), lambda: "".zfill(index), lambda: "a\tb".expandtabs(index), lambda: "aaa".replace("a", "b", index), lambda: "ab".ljust(index),
]:
    attempt(action)


class Text:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text

    def __len__(self):
        return len(self.text)

    def __getitem__(self, at):
        return self.text[at]

    def __contains__(self, part):
        return part in self.text

    def __add__(self, other):
        return Text(self.text + str(other))

    def __radd__(self, other):
        return Text(str(other) + self.text)

    def __mod__(self, values):
        return f"mod {values}"

    def __rmod__(self, format):
        return f"rmod {format}"

    def __eq__(self, other):
        return self.text == str(other)

    def __hash__(self):
        return hash(self.text)

    def __lt__(self, other):
        return self.text < str(other)


text = Text("abc")
print(text + "d", "z" + text, text % 5, "x" % text, text == "abc", "abc" == text, "b" in text, list(text), text[1], text < "b", "b" > text, "-".join(text), {"abc": 1}.get(text), str(text).upper(), "{0[1]} {0}".format(text), sorted([Text("b"), Text("a")])[0])


class BadText:
    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __bytes__(self):
        return "text"

    def __int__(self):
        return "one"

    def __float__(self):
        return "one"

    def __index__(self):
        return 1.5


bad = BadText()
for action in [lambda: str(bad), lambda: repr(bad), lambda: f"{bad}", lambda: "%s" % bad, lambda: "%r" % bad, lambda: bytes(bad), lambda: int(bad), lambda: float(bad), lambda: "abc"[bad], lambda: print(bad), lambda: "{}".format(bad), lambda: "{!r}".format(bad), lambda: hex(bad), lambda: [bad].__repr__(), lambda: "%d" % bad, lambda: "%.1f" % bad]:
    attempt(action)
