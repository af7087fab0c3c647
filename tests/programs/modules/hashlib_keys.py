"""Keys from passwords: scrypt (RFC 7914) and PBKDF2, of anything like bytes, and what they refuse."""
import hashlib
import hmac

print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1).hex())
print(hashlib.scrypt(bytearray(b"password"), salt=memoryview(b"NaCl"), n=64, r=8, p=2, dklen=40).hex())
print(hashlib.scrypt(password=b"p", salt=b"s", n=2, r=3, p=5).hex())
print(hashlib.pbkdf2_hmac("sha256", bytearray(b"key"), memoryview(b"salt"), 3, 50).hex())
print(hashlib.pbkdf2_hmac("blake2s", b"key", b"salt", 2, 40).hex(), hashlib.pbkdf2_hmac("blake2b", b"k" * 200, b"", 1).hex())
print(hashlib.pbkdf2_hmac("sha3_224", b"k" * 200, b"salt", 1).hex())
print(hmac.new(bytearray(b"key"), b"text", "sha256").hexdigest())
print(hmac.digest(bytearray(b"key"), memoryview(b"text"), "md5").hex())
print(hmac.compare_digest(bytearray(b"ab"), b"ab"), hmac.compare_digest(memoryview(b"ab"), bytearray(b"ac")))


def tried(password=b"p", function=hashlib.scrypt, **keywords):
    try:
        print(function(password, **keywords)[:4])
    except Exception as error:
        print(type(error).__name__, error)


tried()
tried("p", salt=b"s", n=2, r=8, p=1)
tried(salt="s", n=2, r=8, p=1)
tried(salt=b"s", n=2, r=8)
for n in (-1, 0, 1, 3, None, 1.5, 2**70, 2**15):
    tried(salt=b"s", n=n, r=8, p=1)
for r in (-1, 0, None, 2**30):
    tried(salt=b"s", n=2, r=r, p=1)
for p in (-1, 0, None, 2**26):
    tried(salt=b"s", n=2, r=8, p=p)
for maxmem in (-1, 5119, 5120, None, 2**40):
    tried(salt=b"s", n=2, r=8, p=1, maxmem=maxmem)
for dklen in (-1, 0, None, 2**40):
    tried(salt=b"s", n=2, r=8, p=1, dklen=dklen)
for password in ("p", 5):
    tried(password, lambda password: hashlib.pbkdf2_hmac("sha1", password, b"s", 1))
