# str(), encode, bytes(), decode.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

for text in ("", "abc", "häß", "日本😀", "\x00\x7f\x80\xff"):
    for encoding in ("utf-8", "utf8", "UTF-8", "ascii", "latin-1", "iso-8859-1", "u8", "latin1", "us-ascii"):
        print(encoding, end=" ")
        show(lambda: text.encode(encoding))
for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "nothing"):
    if errors != "namereplace":
        print(errors, end=" ")
        show(lambda: "aäb😀c".encode("ascii", errors))
for data in (b"abc", b"h\xc3\xa4", b"\xff", b"a\xc3", b"\xe6\x97", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xc0\x80", b"ok\x80\x81z", b"\xf4\x90\x80\x80", b"\xe6\x97x"):
    for errors in ("strict", "ignore", "replace", "backslashreplace"):
        print(data, errors, end=" ")
        show(lambda: data.decode("utf-8", errors))
    show(lambda: data.decode("ascii"))
    show(lambda: data.decode("latin-1"))
    show(lambda: data.decode("ascii", "replace"))
show(lambda: "a".encode())
show(lambda: "ä".encode(encoding="ascii", errors="replace"))
show(lambda: "a".encode("nonsense"))
show(lambda: b"a".decode("nonsense"))
show(lambda: "a".encode(1))
show(lambda: "a".encode("utf-8", 1))
show(lambda: b"a".decode(1))
show(lambda: str(b"abc"))
show(lambda: str(b"abc", "ascii"))
show(lambda: str(b"h\xc3\xa4", "utf-8"))
show(lambda: str(b"\xff", errors="replace"))
show(lambda: str(b"\xff", "ascii", "ignore"))
show(lambda: str("abc", "ascii"))
show(lambda: str(1, "ascii"))
show(lambda: str())
show(lambda: str(object="x"))
show(lambda: str(None))
show(lambda: str([1, "a", 2.0, None, True]))
show(lambda: str(1, 2, 3, 4))
show(lambda: str(ValueError("x")))
show(lambda: str(int))

class Text(str):
    pass

class Shown:
    def __str__(self):
        return "shown"

class Wrong:
    def __str__(self):
        return 1
    def __repr__(self):
        return None

show(lambda: str(Shown()))
show(lambda: str(Wrong()))
show(lambda: repr(Wrong()))
show(lambda: type(str(Text("a"))).__name__)
show(lambda: Text("a") + "b")
show(lambda: Text(b"ab", "ascii"))
show(lambda: [Text("a"), {Text("k"): 1}])
try:
    "ä".encode("ascii")
except UnicodeEncodeError as error:
    print(error, isinstance(error, ValueError))
try:
    b"a\xff".decode()
except UnicodeDecodeError as error:
    print(error, isinstance(error, ValueError))
