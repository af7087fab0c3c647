"""hashlib and hmac: digests of all the algorithms, in parts and at once."""
import hashlib
import hmac
import threading


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


names = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s")
text = bytes([at * 7 % 256 for at in range(300)])
for name in names:
    empty = hashlib.new(name)
    print(empty.name, empty.digest_size, empty.block_size, empty.hexdigest())
    print(getattr(hashlib, name)(b"The quick brown fox").hexdigest()[:32], hashlib.new(name, text).hexdigest()[-16:])
    parts = empty.copy()
    at = 0
    for size in (1, 54, 9, 0, 47, 1, 16, 128, 44):
        parts.update(text[at:at + size])
        at += size
        if size % 2:
            parts.digest()
    assert parts.digest() == hashlib.new(name, text).digest(), name
    for length in (55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 143, 144, 135, 136):
        empty.update(hashlib.new(name, text[:length]).digest())
    print(empty.hexdigest())
for shake in (hashlib.shake_128(b"abc"), hashlib.shake_256(text)):
    print(shake.name, shake.digest_size, shake.digest(10), shake.hexdigest(200)[-32:], shake.hexdigest(0))
for options in ({"digest_size": 20}, {"key": b"secret"}, {"salt": b"salt", "person": b"me"}, {"fanout": 2, "depth": 3, "leaf_size": 4, "node_offset": 5, "node_depth": 6, "inner_size": 7, "last_node": True}):
    print(hashlib.blake2b(b"data", **options).hexdigest()[:40], hashlib.blake2s(text, **options).hexdigest()[:40])
told(hashlib.blake2b, digest_size=65)
told(hashlib.blake2s, key=bytes(33))
told(hashlib.new, "none")
told(hashlib.new, 5)
told(hashlib.md5, "text")
told(hashlib.sha256().update, 5)
told(lambda: hashlib.new("SHA-256").name)
print(sorted(hashlib.algorithms_guaranteed) == sorted([*names, "shake_128", "shake_256"]), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2).hex(), hashlib.pbkdf2_hmac("sha256", b"p" * 99, b"s", 3, dklen=40).hex())
told(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0)

for name in names:
    print(hmac.new(b"key", b"message", name).hexdigest()[:32], hmac.digest(b"k" * 200, text, name).hex()[:32])
code = hmac.new(b"key", digestmod=hashlib.sha256)
print(code.name, code.digest_size, code.block_size)
code.update(b"mess")
other = code.copy()
code.update(b"age")
print(code.hexdigest() == hmac.new(b"key", b"message", "sha256").hexdigest(), other.hexdigest()[:16])
told(hmac.new, "key", b"", "md5")
told(hmac.new, b"key", b"")
told(hmac.new, b"key", "m", "md5")
for pair in ((b"a", b"a"), ("a", "b"), ("é", "e"), (b"a", "a"), (1, 2)):
    told(hmac.compare_digest, *pair)

shared = hashlib.sha256()
threads = [threading.Thread(target=lambda: [shared.update(b"same") for _ in range(5)]) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(shared.hexdigest() == hashlib.sha256(b"same" * 15).hexdigest())
