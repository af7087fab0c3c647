"""base64 and binascii: bytes as text, text as bytes, and what is neither."""
import base64
import binascii


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


everything = bytes(range(256))
for data in (b"", b"a", b"ab", b"abc", b"abcd", b"\xfb\xff\xfe", bytes(8)):
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b32hexencode(data), base64.b16encode(data), base64.a85encode(data), base64.b85encode(data))
    assert data == base64.b64decode(base64.b64encode(data)) == base64.b32decode(base64.b32encode(data)) == base64.a85decode(base64.a85encode(data)) == base64.b85decode(base64.b85encode(data))
print(base64.b64encode(everything), base64.b85encode(everything))
print(base64.encodebytes(everything)[:100], base64.decodebytes(base64.encodebytes(everything)) == everything)
for text in ("YWJj", b"YQ==", "YQ", "Y", "YQ==YQ==", "Y\nQ = =", "YW=I", "=YQ==", "é", "_-8=", 5):
    told(base64.b64decode, text)
    told(base64.b64decode, text, validate=True)
told(base64.urlsafe_b64decode, "_-8=")
told(base64.b64decode, "*.8=", altchars="*.")
told(base64.b64encode, "a")
for text in ("MFRGG===", "mfrgg===", "MFRGG", "M=======", "MFRGGZD1", "MFRGG=="):
    told(base64.b32decode, text)
    told(base64.b32decode, text, casefold=True, map01="L")
told(base64.b32hexdecode, "C5H66===")
for text in ("6162", "6g", "616", "aa"):
    told(base64.b16decode, text)
    told(binascii.unhexlify, text)
print(base64.a85encode(b"hello   world, hello    ", foldspaces=True, wrapcol=10, adobe=True), base64.a85encode(b"abc", pad=True))
for text in ("z@:E", "@:zE", "<~@:E_W~>", "y", "~", "uuuuu"):
    told(base64.a85decode, text)
    told(base64.a85decode, text, adobe=True, foldspaces=True)
for text in ("VPaz%A", "|NsC1", "V P"):
    told(base64.b85decode, text)
print(binascii.hexlify(b"abcdefg", "-", 2), binascii.b2a_base64(b"ab", newline=False), binascii.b2a_base64(b"ab"))
print(binascii.crc32(b"hello world"), binascii.crc32(b"world", binascii.crc32(b"hello ")), binascii.crc_hqx(b"123456789", 0))
print(binascii.b2a_uu(b"some bytes"), binascii.a2b_uu(binascii.b2a_uu(b"some bytes")))
print(binascii.b2a_qp(b"caf\xe9 = \t\n" + b"x" * 80), binascii.a2b_qp("caf=E9=\n =3D_", header=True))
told(binascii.a2b_uu, "!\x80")
told(binascii.b2a_uu, everything)
print(binascii.Error.__mro__[1].__name__, binascii.Error.__module__)


class Stream:
    def __init__(self, data=b""):
        self.data = data

    def read(self, size):
        part, self.data = self.data[:size], self.data[size:]
        return part

    def readline(self):
        end = self.data.find(b"\n") + 1 or len(self.data)
        return self.read(end)

    def write(self, part):
        self.data += part


encoded, decoded = Stream(), Stream()
base64.encode(Stream(everything), encoded)
print(len(encoded.data), encoded.data[-20:])
base64.decode(encoded, decoded)
print(decoded.data == everything)
