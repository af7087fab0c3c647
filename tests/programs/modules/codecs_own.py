"""Encodings and error handlers of the program's own, and what codecs has besides."""
import codecs
import io


def search(name):
    if name == "back_wards":
        return codecs.CodecInfo(lambda s, errors="strict": (s[::-1].encode(), len(s)), lambda b, errors="strict": (bytes(b).decode()[::-1], len(b)), name="back")
    return None


codecs.register(search)
print("abc".encode("back-wards"), b"cba".decode("back_wards"), str(b"xyz", "back_wards"), bytes("hi", "back_wards"))
codecs.unregister(search)


def shown(error):
    return f"<{error.object[error.start:error.end]!r}>".encode("ascii", "backslashreplace").decode(), error.end


codecs.register_error("shown", shown)
print("aé€b".encode("ascii", "shown"), b"a\xff\xfeb".decode("utf-8", "shown"), b"a\xffb".decode("ascii", "shown"))
for attempt in (lambda: "é".encode("ascii", "nope"), lambda: "é".encode("back_wards"), lambda: "abc".encode("rot13"), lambda: codecs.lookup("zzz"), lambda: codecs.register(5)):
    try:
        attempt()
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)

print(codecs.lookup("UTF8").name, codecs.lookup("latin1").name, codecs.lookup("utf-16").name, codecs.BOM_UTF8, codecs.BOM_UTF16_BE)
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([byte])) for byte in "aé€😀".encode()], decoder.decode(b"", True))
decoder = codecs.getincrementaldecoder("utf-16")()
print([decoder.decode(bytes([byte])) for byte in "aé😀".encode("utf-16")])
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"))
print(codecs.encode("hello", "rot13"), codecs.encode(b"abc", "hex"), codecs.decode(b"616263", "hex"), codecs.encode(b"abc", "base64"))

writer = codecs.getwriter("utf-8")(io.BytesIO())
writer.write("é€")
print(writer.getvalue())
reader = codecs.getreader("utf-8")(io.BytesIO("é\n€\n".encode()))
print(reader.readline(), list(reader))
with codecs.open("/tmp/raddle_codecs.txt", "w", encoding="utf-8") as file:
    file.write("one\ntwo é\n")
with codecs.open("/tmp/raddle_codecs.txt", encoding="utf-8") as file:
    print(file.read(), file.encoding)
with codecs.open("/tmp/raddle_codecs.txt", encoding="utf-8") as file:
    print([line for line in file])
print(list(codecs.iterdecode([b"a\xc3", b"\xa9"], "utf-8")), list(codecs.iterencode(["a", "é"], "utf-8")))
print("€".encode("cp1252"), b"\x80".decode("windows-1252"), codecs.lookup_error("strict").__name__)
print(codecs.utf_8_decode(b"a\xc3"), codecs.ascii_encode("abc"))
