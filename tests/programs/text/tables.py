"""Encodings that are tables of characters, UTF-7, and names of hosts."""
import codecs
import hashlib

for name in ("cp037 cp1006 cp1026 cp1125 cp1140 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp273 cp424 cp437"
             " cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874"
             " cp875 hp_roman8 iso8859_10 iso8859_11 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2 iso8859_3 iso8859_4"
             " iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_9 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian"
             " mac_cyrillic mac_farsi mac_greek mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154"
             " tis_620 latin2 cyrillic windows-1251 KOI8-R").split():
    text = bytes(range(256)).decode(name, "replace")
    back = text.encode(name, "ignore")
    print(name, codecs.lookup(name).name, hashlib.md5(text.encode()).hexdigest(), len(back))

for name in ("cp1251", "iso8859_7"):
    try:
        "中".encode(name)
    except UnicodeEncodeError as error:
        print(error)
    try:
        b"\x98\xae\xff".decode(name)
    except UnicodeDecodeError as error:
        print(error)

for text in ["hello", "a+b", "ä", "äö", "ä-", "ä.b", "中文+", "Hi Mom 😀!", "~\\", "a\x00b", "äa", "ä/"]:
    data = text.encode("utf-7")
    print(repr(text), data, data.decode("utf-7") == text)
for data in [b"+AOQ-", b"+AOQ", b"+AOQ.", b"a\xe4b", b"+", b"+-+-", b"+AGE", b"x+IKw-y"]:
    try:
        print(data, repr(data.decode("utf-7")))
    except UnicodeDecodeError as error:
        print(data, "wrong")
print("www.python.org.".encode("idna"), b"python.org".decode("idna"))
for data in [b"\\N{DIGIT ONE}\\N{greek small letter alpha}", b"\\N", b"\\N{", b"\\N{}", b"\\N{no such thing}x", b"a\\Nb"]:
    try:
        print(data, repr(data.decode("unicode-escape")))
    except UnicodeDecodeError as error:
        print(data, error)
print(repr(b"\\N{foo}xx".decode("unicode-escape", "ignore")), repr(b"\\N{foo}xx".decode("unicode-escape", "replace")))
