"""UTF-32, marks at the beginning, and escapes as in literals."""
print("é€😀\n\\".encode("unicode-escape"), b"\\xe9\\u20ac\\U0001f600\\n\\\\\\101".decode("unicode_escape"), "aé€".encode("raw-unicode-escape"))
print(b"a\\u20ac\\n\xe9".decode("raw_unicode_escape"), "a😀".encode("utf-32"), "a".encode("utf-32-be"), "a".encode("utf-8-sig"))
print(b"\xef\xbb\xbfa".decode("utf-8-sig"), b"\xff\xfe\0\0a\0\0\0".decode("utf-32"), b"\0\0\0a".decode("utf-32-be"))
for data, encoding in ((b"\\x1", "unicode-escape"), (b"\\u12", "unicode-escape"), (b"abc\\", "unicode-escape"), (b"a\0\0", "utf-32-le"), (b"\0\0\x11\0\1\1\1\1", "utf-32-le")):
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        print(error)
    print(repr(data.decode(encoding, "replace")))
