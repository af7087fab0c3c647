# Subclasses of str, bytes, int and float that override what the machine would call itself.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

class Text(str):
    def __iter__(self):
        return iter(["x", "y"])

    def __len__(self):
        return 42

    def __getitem__(self, at):
        return "item"

    def __contains__(self, part):
        return part == "magic"

    def __add__(self, other):
        return Text(str(self) + "+" + str(other))

    def __radd__(self, other):
        return "r" + other

    def __mod__(self, values):
        return "mod"

    def __mul__(self, times):
        return f"mul {times}"

    def __eq__(self, other):
        return other == "same"

    def __hash__(self):
        return 1

    def __bool__(self):
        return False

    def upper(self):
        return "UP " + super().upper()

    def join(self, parts):
        return [super().join(parts), list(parts)]

    def format(self, *args):
        return "formatted " + super().format(*args)

    def translate(self, table):
        return super().translate(table) + "!"

    def strip(self, *args):
        return Text(super().strip(*args))

class Table:
    def __getitem__(self, code):
        return None if code == 97 else "<" + chr(code) + ">"

text = Text("abc")
print(list(text), len(text), text[0], text[1:], "magic" in text, "a" in text, text + "d", "d" + text, text % 5, text * 2, text == "same", text == "abc", not text, text.upper())
print(text.join(["1", "2"]), Text("{}-{!r}").format(text, text), text.translate({97: "z"}), text.translate(Table()), type(text.strip()).__name__, text.strip())
print(text.find("c"), text.replace("b", "-"), text.split("b"), text.startswith("a"), text.encode(), text.center(7), str(text), repr(text), f"{text}", f"{text:>6}", "%s" % text, "%5.2s|" % text, "-".join([text, text]), text.title(), hash(text))
print(sorted([Text("b"), Text("a")]), max(Text("q"), Text("p")), text < "b", int(Text("12")), float(Text("1.5")), ord(Text("a")), {"abc": 1}.get(Text("zzz")), text.isalpha(), [*map(str.upper, ["a", text])])

class Loud(int):
    def __add__(self, other):
        return "add"

    def __radd__(self, other):
        return "radd"

    def __neg__(self):
        return "neg"

    def __abs__(self):
        return "abs"

    def __round__(self, digits=None):
        return f"round {digits}"

    def __index__(self):
        return 99

    def __int__(self):
        return 98

    def __float__(self):
        return 97.0

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __format__(self, spec):
        return f"format {spec}"

    def __divmod__(self, other):
        return "divmod"

    def __pow__(self, exponent, modulus=None):
        return f"pow {exponent} {modulus}"

    def __hash__(self):
        return 5

    def __lt__(self, other):
        return "lt"

loud = Loud(3)
print(loud + 1, 1 + loud, -loud, abs(loud), round(loud), round(loud, 1), divmod(loud, 2), pow(loud, 2), pow(loud, 2, 5), loud ** 2, loud < 5, loud * 2, loud.bit_length())
print(int(loud), float(loud), str(loud), [loud], f"{loud}", f"{loud:5}", f"{loud!r}", "%s %r %d %x %f" % (loud, loud, loud, loud, loud), "{} {:3}".format(loud, loud), [1, 2, 3, 4][loud], "ab" * loud, range(loud), hex(loud), chr(Loud(65)), loud.real, loud == 3, {3: 1}.get(loud))

class Real(float):
    def __float__(self):
        return 9.5

    def __repr__(self):
        return "real"

    def __round__(self, digits=None):
        return "rounded"

    def __trunc__(self):
        return 4

real = Real(2.5)
show(lambda: [real, str(real), f"{real}", f"{real:.2f}", "%s %.1f %d" % (real, real, real), float(real), round(real), int(real), real + 1, real.is_integer(), real // 1, abs(real)])

class Data(bytes):
    def __iter__(self):
        return iter([1])

    def __getitem__(self, at):
        return "item"

    def join(self, parts):
        return super().join(parts) + b"."

data = Data(b"abc")
show(lambda: [list(data), data[0], data.join([b"x", data]), data.join(x for x in [b"y"]), bytes(data), data.decode(), data.upper(), data + b"d", data == b"abc", len(data), b"b" in data, data.hex(), "%s" % data, b"%s" % data])
