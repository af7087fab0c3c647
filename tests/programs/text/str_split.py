# split, rsplit, splitlines, partition, rpartition, join.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("", " ", "a", " a b  c ", "a,b,,c", ",", "a\tb\nc\x0bd\x1ce\u2003f", "äxöxü", "a--b---c"):
    print(text.split(), text.rsplit(), text.split(None, 1), text.rsplit(None, 1), text.split(maxsplit=0), text.rsplit(maxsplit=0))
    for separator in (",", " ", "x", "--"):
        print(text.split(separator), text.rsplit(separator), text.split(separator, 1), text.rsplit(separator, 1), text.split(separator, 0), text.split(sep=separator, maxsplit=-1))
        print(text.partition(separator), text.rpartition(separator))
for text in ("", "\n", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb", "a\n\nb\n\n", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "ä\nö", "\r\n\r", "a\x1fb"):
    print(text.splitlines(), text.splitlines(True), text.splitlines(keepends=True))
print(",".join([]), ",".join(["a"]), ",".join("abc"), "".join(["x", "y"]), " - ".join(("ä", "ö")), ",".join({"k": 1}), ",".join(str(i) for i in range(4)), ",".join(map(str, [1, 2])))
show(lambda: "a".split(""))
show(lambda: "a".rsplit(""))
show(lambda: "a".split(1))
show(lambda: "a".split(b","))
show(lambda: "a".split(",", "x"))
show(lambda: "a".split(",", None))
show(lambda: "a".split(",", 1, 2))
show(lambda: "a".split(foo=1))
show(lambda: "a".partition(""))
show(lambda: "a".partition(None))
show(lambda: "a".rpartition(""))
show(lambda: "a".partition())
show(lambda: ",".join([1]))
show(lambda: ",".join(["a", None]))
show(lambda: ",".join(["a", "b", b"c"]))
show(lambda: ",".join(1))
show(lambda: ",".join())
show(lambda: ",".join(None))

class Items:
    def __iter__(self):
        yield "p"
        yield "q"

class Old:
    def __getitem__(self, at):
        if at > 2:
            raise IndexError
        return "o" * at

class Text(str):
    def __str__(self):
        return "never"

def numbers():
    yield "1"
    yield 2

def failing():
    yield "1"
    raise KeyError("inside")

show(lambda: "+".join(Items()))
show(lambda: "+".join(Old()))
show(lambda: "+".join([Text("a"), Text("b")]))
show(lambda: Text("+").join(["a", "b"]))
show(lambda: type("".join([Text("a")])).__name__)
show(lambda: "+".join(numbers()))
show(lambda: "+".join(failing()))
show(lambda: Text("a b").split())
show(lambda: [type(part).__name__ for part in Text("a b").split()])
print("one two three".split()[1].upper().join(["<", ">"]), [line.strip() for line in " a \n b ".splitlines()])
