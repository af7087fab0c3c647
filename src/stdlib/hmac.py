# hmac: digests that only who has the key can make (RFC 2104).

import hashlib as _hashlib

trans_5C = bytes([byte ^ 0x5C for byte in range(256)])
trans_36 = bytes([byte ^ 0x36 for byte in range(256)])
digest_size = None


def _maker(digestmod):
    # What makes an empty hash.
    if isinstance(digestmod, str):
        made = _hashlib.new(digestmod)
        if not made.digest_size:
            raise ValueError("no reason supplied")
        return made.copy
    if callable(digestmod):
        return digestmod
    return digestmod.new


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        key = bytes(key)
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        make = _maker(digestmod)
        self._outer = make()
        self._inner = make()
        self.digest_size = self._inner.digest_size
        self.block_size = getattr(self._inner, "block_size", self.blocksize)
        if len(key) > self.block_size:
            hashed = make()
            hashed.update(key)
            key = hashed.digest()
        key = key.ljust(self.block_size, b"\0")
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    key, msg = _hashlib._buffer(key), _hashlib._buffer(msg)
    if digest is None:
        raise AttributeError("'NoneType' object has no attribute 'new'")
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    one, other = vm_as_bytes(a), vm_as_bytes(b)
    if isinstance(one, bytes) and isinstance(other, bytes):
        return one == other
    if not isinstance(one, bytes) and not isinstance(other, bytes):
        kinds = f"'{type(a).__name__}' and '{type(b).__name__}'"
        raise TypeError(f"unsupported operand types(s) or combination of types: {kinds}")
    wrong = b if isinstance(one, bytes) else a
    raise TypeError(f"a bytes-like object is required, not '{type(wrong).__name__}'")
