# UTF-16 with and without a mark, in both orders of bytes, and what is none of it.

for name in ("utf-16", "UTF_16", "u16", "utf-16-le", "utf_16_le", "UTF-16LE", "utf-16-be", "utf-16be", "utf16le", "utf16-be"):
    for text in ("", "ab", "a\xe9\u4e2d\U0001f600"):
        try:
            data = text.encode(name)
            print(name, data, data.decode(name) == text)
        except LookupError as error:
            print(error)

for data in (b"", b"a\x00", b"a", b"\xff\xfea\x00b", b"\xfe\xff\x00a\xd8\x00", b"\x00\xd8a\x00", b"\x00\xdca\x00", b"\x00\xd8a"):
    for name in ("utf-16", "utf-16-le", "utf-16-be"):
        for errors in ("strict", "replace", "ignore", "backslashreplace"):
            try:
                print(data, name, errors, ascii(data.decode(name, errors)))
            except UnicodeDecodeError as error:
                print(data, name, error)

print("ab".encode("utf-16-le"), b"a\x00".decode("utf-16-le"), "\xe9".encode("latin-1"), "a\xe9".encode("ascii", "backslashreplace"))
