# hashlib: digests, from their specifications (RFC 1321, FIPS 180-4, FIPS 202, RFC 7693). What is hashed is kept in
# parts, and worked off when a digest is asked for: update() is one step, as in C.

algorithms_guaranteed = {
    "blake2b", "blake2s", "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384",
    "sha3_512", "shake_128", "shake_256",
}
algorithms_available = set(algorithms_guaranteed)

__all__ = [
    *sorted(algorithms_guaranteed), "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac",
    "scrypt", "file_digest",
]

_M32 = 0xFFFFFFFF
_M64 = 0xFFFFFFFFFFFFFFFF

# Tables are made when they are needed first.
_tables = {}


def _table(name, make):
    table = _tables.get(name)
    if table is None:
        table = _tables[name] = make()
    return table


def _primes(count):
    primes = []
    number = 2
    while len(primes) < count:
        if all([number % prime for prime in primes]):
            primes.append(number)
        number += 1
    return primes


def _root(number, degree):
    # The 64 bits behind the point of a root.
    wanted = number << 64 * degree
    root = 1 << (vm_bit_length(wanted) + degree - 1) // degree
    while True:
        better = ((degree - 1) * root + wanted // root ** (degree - 1)) // degree
        if better >= root:
            return root & _M64
        root = better


def _square_roots():
    return [_root(prime, 2) for prime in _primes(16)]


def _cube_roots():
    return [_root(prime, 3) for prime in _primes(80)]


# MD5.


def _md5_rounds():
    # For each step: constant, place of the word, shift.
    constants = [int(abs(vm_math("sin", step + 1.0)) * 4294967296) for step in range(64)]
    places = [(1, 0), (5, 1), (3, 5), (7, 0)]
    shifts = [(7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21)]
    steps = []
    for step in range(64):
        times, plus = places[step // 16]
        steps.append((constants[step], (times * step + plus) % 16, shifts[step // 16][step % 4]))
    return [steps[:16], steps[16:32], steps[32:48], steps[48:]]


def _md5_begin():
    return (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)


def _md5_absorb(state, data):
    first, second, third, fourth = _table("md5", _md5_rounds)
    for at in range(0, len(data), 64):
        words = [int.from_bytes(data[word:word + 4], "little") for word in range(at, at + 64, 4)]
        a, b, c, d = state
        for constant, place, shift in first:
            a = a + (d ^ b & (c ^ d)) + constant + words[place] & _M32
            a, b, c, d = d, b + (a << shift | a >> 32 - shift) & _M32, b, c
        for constant, place, shift in second:
            a = a + (c ^ d & (b ^ c)) + constant + words[place] & _M32
            a, b, c, d = d, b + (a << shift | a >> 32 - shift) & _M32, b, c
        for constant, place, shift in third:
            a = a + (b ^ c ^ d) + constant + words[place] & _M32
            a, b, c, d = d, b + (a << shift | a >> 32 - shift) & _M32, b, c
        for constant, place, shift in fourth:
            a = a + (c ^ (b | d ^ _M32)) + constant + words[place] & _M32
            a, b, c, d = d, b + (a << shift | a >> 32 - shift) & _M32, b, c
        state = (state[0] + a & _M32, state[1] + b & _M32, state[2] + c & _M32, state[3] + d & _M32)
    return state


def _md5_end(state, rest, length):
    state = _md5_absorb(state, _padded(rest, length, 64, "little"))
    return b"".join([word.to_bytes(4, "little") for word in state])


def _padded(rest, length, block, order):
    size = block // 8
    zeros = -(len(rest) + 1 + size) % block
    return rest + b"\x80" + bytes(zeros) + (8 * length).to_bytes(size, order)


# SHA-1 and SHA-2.


def _sha1_begin():
    return (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)


def _sha1_absorb(state, data):
    for at in range(0, len(data), 64):
        words = [int.from_bytes(data[word:word + 4], "big") for word in range(at, at + 64, 4)]
        for place in range(16, 80):
            word = words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16]
            words.append(word << 1 & _M32 | word >> 31)
        a, b, c, d, e = state
        for word in words[:20]:
            e = (a << 5 | a >> 27) + (d ^ b & (c ^ d)) + e + 0x5A827999 + word & _M32
            a, b, c, d, e = e, a, b << 30 & _M32 | b >> 2, c, d
        for word in words[20:40]:
            e = (a << 5 | a >> 27) + (b ^ c ^ d) + e + 0x6ED9EBA1 + word & _M32
            a, b, c, d, e = e, a, b << 30 & _M32 | b >> 2, c, d
        for word in words[40:60]:
            e = (a << 5 | a >> 27) + (b & c | d & (b | c)) + e + 0x8F1BBCDC + word & _M32
            a, b, c, d, e = e, a, b << 30 & _M32 | b >> 2, c, d
        for word in words[60:]:
            e = (a << 5 | a >> 27) + (b ^ c ^ d) + e + 0xCA62C1D6 + word & _M32
            a, b, c, d, e = e, a, b << 30 & _M32 | b >> 2, c, d
        state = (
            state[0] + a & _M32, state[1] + b & _M32, state[2] + c & _M32, state[3] + d & _M32, state[4] + e & _M32
        )
    return state


def _sha1_end(state, rest, length):
    state = _sha1_absorb(state, _padded(rest, length, 64, "big"))
    return b"".join([word.to_bytes(4, "big") for word in state])


def _sha224_begin():
    return (*[root & _M32 for root in _table("square roots", _square_roots)[8:]],)


def _sha256_begin():
    return (*[root >> 32 for root in _table("square roots", _square_roots)[:8]],)


def _sha256_constants():
    return [root >> 32 for root in _table("cube roots", _cube_roots)[:64]]


def _sha256_absorb(state, data):
    constants = _table("sha256", _sha256_constants)
    for at in range(0, len(data), 64):
        words = [int.from_bytes(data[word:word + 4], "big") for word in range(at, at + 64, 4)]
        for place in range(16, 64):
            x = words[place - 15]
            y = words[place - 2]
            words.append(
                words[place - 16] + words[place - 7] + ((x >> 7 ^ x >> 18 ^ x >> 3 ^ x << 25 ^ x << 14) & _M32)
                + ((y >> 17 ^ y >> 19 ^ y >> 10 ^ y << 15 ^ y << 13) & _M32) & _M32
            )
        a, b, c, d, e, f, g, h = state
        for constant, word in zip(constants, words):
            one = (
                h + ((e >> 6 ^ e >> 11 ^ e >> 25 ^ e << 26 ^ e << 21 ^ e << 7) & _M32) + (g ^ e & (f ^ g)) + constant
                + word
            )
            two = ((a >> 2 ^ a >> 13 ^ a >> 22 ^ a << 30 ^ a << 19 ^ a << 10) & _M32) + (a & b | c & (a | b))
            h, g, f, e, d, c, b, a = g, f, e, d + one & _M32, c, b, a, one + two & _M32
        state = (*[old + new & _M32 for old, new in zip(state, (a, b, c, d, e, f, g, h))],)
    return state


def _sha256_end(state, rest, length):
    state = _sha256_absorb(state, _padded(rest, length, 64, "big"))
    return b"".join([word.to_bytes(4, "big") for word in state])


def _sha224_end(state, rest, length):
    return _sha256_end(state, rest, length)[:28]


def _sha384_begin():
    return (*_table("square roots", _square_roots)[8:],)


def _sha384_absorb(state, data):
    constants = _table("cube roots", _cube_roots)
    for at in range(0, len(data), 128):
        words = [int.from_bytes(data[word:word + 8], "big") for word in range(at, at + 128, 8)]
        for place in range(16, 80):
            x = words[place - 15]
            y = words[place - 2]
            words.append(
                words[place - 16] + words[place - 7] + ((x >> 1 ^ x >> 8 ^ x >> 7 ^ x << 63 ^ x << 56) & _M64)
                + ((y >> 19 ^ y >> 61 ^ y >> 6 ^ y << 45 ^ y << 3) & _M64) & _M64
            )
        a, b, c, d, e, f, g, h = state
        for constant, word in zip(constants, words):
            one = (
                h + ((e >> 14 ^ e >> 18 ^ e >> 41 ^ e << 50 ^ e << 46 ^ e << 23) & _M64) + (g ^ e & (f ^ g)) + constant
                + word
            )
            two = ((a >> 28 ^ a >> 34 ^ a >> 39 ^ a << 36 ^ a << 30 ^ a << 25) & _M64) + (a & b | c & (a | b))
            h, g, f, e, d, c, b, a = g, f, e, d + one & _M64, c, b, a, one + two & _M64
        state = (*[old + new & _M64 for old, new in zip(state, (a, b, c, d, e, f, g, h))],)
    return state


def _sha384_end(state, rest, length):
    state = _sha384_absorb(state, _padded(rest, length, 128, "big"))
    return b"".join([word.to_bytes(8, "big") for word in state])[:48]


# The machine has SHA-512 itself, of all the bytes at once.


def _sha512_begin():
    return b""


def _sha512_absorb(state, data):
    return state + data


def _sha512_end(state, rest, length):
    return vm_sha512(state + rest)


# SHA-3: 25 lanes of 64 bits.


def _keccak_tables():
    # The constant of each round, and for each lane where it goes and how far it is turned.
    constants = []
    register = 1
    for _ in range(24):
        constant = 0
        for bit in range(7):
            if register & 1:
                constant |= 1 << (1 << bit) - 1
            register <<= 1
            if register & 0x100:
                register ^= 0x171
        constants.append(constant)
    turns = [(0, 0)] * 25
    x, y = 1, 0
    for step in range(24):
        turns[x + 5 * y] = (y + 5 * ((2 * x + 3 * y) % 5), (step + 1) * (step + 2) // 2 % 64)
        x, y = y, (2 * x + 3 * y) % 5
    return constants, turns


def _keccak(lanes):
    constants, turns = _table("keccak", _keccak_tables)
    for constant in constants:
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        mixed = []
        for x in range(5):
            following = columns[(x + 1) % 5]
            mixed.append(columns[x - 1] ^ (following << 1 & _M64 | following >> 63))
        turned = [0] * 25
        for place, (to, bits) in enumerate(turns):
            lane = lanes[place] ^ mixed[place % 5]
            turned[to] = lane << bits & _M64 | lane >> 64 - bits
        lanes = []
        for row in range(0, 25, 5):
            a, b, c, d, e = turned[row:row + 5]
            lanes.extend((a ^ ~b & c, b ^ ~c & d, c ^ ~d & e, d ^ ~e & a, e ^ ~a & b))
        lanes[0] ^= constant
    return lanes


def _sponge(rate, suffix):
    # How SHA-3 with blocks of this size begins, absorbs and ends.
    def begin():
        return [0] * 25

    def absorb(lanes, data):
        for at in range(0, len(data), rate):
            lanes = lanes[:]
            for place in range(rate // 8):
                lanes[place] ^= int.from_bytes(data[at + 8 * place:at + 8 * place + 8], "little")
            lanes = _keccak(lanes)
        return lanes

    def end(lanes, rest, length, size):
        padded = rest + bytes([suffix]) + bytes(rate - len(rest) - 1)
        lanes = absorb(lanes, padded[:-1] + bytes([padded[-1] | 0x80]))
        result = b""
        while True:
            result += b"".join([lane.to_bytes(8, "little") for lane in lanes[:rate // 8]])
            if len(result) >= size:
                return result[:size]
            lanes = _keccak(lanes)

    return begin, absorb, end


def _sha3(size):
    rate = 200 - 2 * size
    begin, absorb, end = _sponge(rate, 0x06)
    return (size, rate, begin, absorb, lambda lanes, rest, length: end(lanes, rest, length, size))


# The algorithms: size of the digest, size of a block, how they begin, absorb whole blocks, and end.

_ALGORITHMS = {
    "md5": (16, 64, _md5_begin, _md5_absorb, _md5_end),
    "sha1": (20, 64, _sha1_begin, _sha1_absorb, _sha1_end),
    "sha224": (28, 64, _sha224_begin, _sha256_absorb, _sha224_end),
    "sha256": (32, 64, _sha256_begin, _sha256_absorb, _sha256_end),
    "sha384": (48, 128, _sha384_begin, _sha384_absorb, _sha384_end),
    "sha512": (64, 128, _sha512_begin, _sha512_absorb, _sha512_end),
    "sha3_224": _sha3(28),
    "sha3_256": _sha3(32),
    "sha3_384": _sha3(48),
    "sha3_512": _sha3(64),
    "shake_128": (0, 168, *_sponge(168, 0x1F)),
    "shake_256": (0, 136, *_sponge(136, 0x1F)),
}
# Other ways to write the names.
_ALIASES = {
    "sha-1": "sha1", "sha2-224": "sha224", "sha2-256": "sha256", "sha2-384": "sha384", "sha2-512": "sha512",
    "sha-224": "sha224", "sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512", "sha3-224": "sha3_224",
    "sha3-256": "sha3_256", "sha3-384": "sha3_384", "sha3-512": "sha3_512", "shake-128": "shake_128",
    "shake-256": "shake_256", "shake128": "shake_128", "shake256": "shake_256",
}


def _bytes(data):
    data = vm_as_bytes(data)
    if isinstance(data, bytes):
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    raise TypeError("object supporting the buffer API required")


class HASH:
    __module__ = "_hashlib"

    def _begin(self, name):
        self._name = name
        self._size, self._block, begin, self._absorb, self._end = _ALGORITHMS[name]
        self._parts = []
        # How many of the parts are worked off, what has come of them, the bytes that wait for a whole block, and how
        # many bytes there were: one value, for several threads may ask for digests.
        self._done = (0, begin(), b"", 0)

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return self._size

    @property
    def block_size(self):
        return self._block

    def update(self, obj, /):
        self._parts.append(_bytes(obj))

    def _reached(self):
        count, state, rest, length = self._done
        parts = self._parts[count:]
        if parts:
            data = b"".join(parts)
            length += len(data)
            data = rest + data
            whole = len(data) - len(data) % self._block
            if whole:
                state = self._absorb(state, data[:whole])
            rest = data[whole:]
            self._done = (count + len(parts), state, rest, length)
        return state, rest, length

    def digest(self):
        return self._end(*self._reached())

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        new = object.__new__(type(self))
        new._name, new._size, new._block = self._name, self._size, self._block
        new._absorb, new._end = self._absorb, self._end
        new._done = self._done
        new._parts = self._parts[:]
        return new

    def __repr__(self):
        return f"<{self._name} {type(self).__module__}.{type(self).__name__} object @ {id(self):#x}>"


class HASHXOF(HASH):
    __module__ = "_hashlib"

    def digest(self, length):
        if length < 0:
            raise SystemError("Negative size passed to PyBytes_FromStringAndSize")
        return self._end(*self._reached(), length)

    def hexdigest(self, length):
        return self.digest(length).hex()


def _new(name, data):
    hash = object.__new__(HASHXOF if name.startswith("shake") else HASH)
    hash._begin(name)
    if data != b"":
        hash.update(data)
    return hash


def new(name, data=b"", *, usedforsecurity=True, **options):
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    kind = _BLAKES.get(name)
    if kind is not None:
        return kind(data, usedforsecurity=usedforsecurity, **options)
    if options:
        raise TypeError(f"{[*options][0]!r} is an invalid keyword argument for new()")
    known = name.lower()
    known = _ALIASES.get(known, known)
    if known not in _ALGORITHMS:
        raise ValueError(f"unsupported hash type {name}")
    return _new(known, data)


def md5(string=b"", *, usedforsecurity=True):
    return _new("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    return _new("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    return _new("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    return _new("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    return _new("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    return _new("sha512", string)


def sha3_224(string=b"", *, usedforsecurity=True):
    return _new("sha3_224", string)


def sha3_256(string=b"", *, usedforsecurity=True):
    return _new("sha3_256", string)


def sha3_384(string=b"", *, usedforsecurity=True):
    return _new("sha3_384", string)


def sha3_512(string=b"", *, usedforsecurity=True):
    return _new("sha3_512", string)


def shake_128(string=b"", *, usedforsecurity=True):
    return _new("shake_128", string)


def shake_256(string=b"", *, usedforsecurity=True):
    return _new("shake_256", string)


# BLAKE2. Its last block is absorbed differently: so one block always waits.

_SIGMA = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
    (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4),
    (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
    (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13),
    (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
    (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11),
    (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
    (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5),
    (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0),
)
_MIXES = (
    (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13),
    (3, 4, 9, 14),
)


class _Blake2:
    def __init__(
        self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
        node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True,
    ):
        largest = self.MAX_DIGEST_SIZE
        if digest_size is None:
            digest_size = largest
        if not 1 <= _whole(digest_size) <= largest:
            raise ValueError(f"digest_size must be between 1 and {largest} bytes")
        for what, value, most in (("salt", salt, self.SALT_SIZE), ("person", person, self.PERSON_SIZE)):
            if not isinstance(value, bytes):
                raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
            if len(value) > most:
                raise ValueError(f"maximum {what} length is {most} bytes")
        if not 0 <= fanout <= 255:
            raise ValueError("fanout must be between 0 and 255")
        if not 1 <= depth <= 255:
            raise ValueError("depth must be between 1 and 255")
        if leaf_size < 0 or node_offset < 0:
            raise ValueError("value must be positive")
        if leaf_size > _M32:
            raise OverflowError("leaf_size is too large")
        if node_offset > _M64:
            raise OverflowError("int too big to convert")
        if node_offset >> 8 * self._offset_size:
            raise OverflowError("node_offset is too large")
        if not 0 <= node_depth <= 255:
            raise ValueError("node_depth must be between 0 and 255")
        if not 0 <= inner_size <= largest:
            raise ValueError(f"inner_size must be between 0 and is {largest}")
        if not isinstance(key, bytes):
            raise TypeError(f"a bytes-like object is required, not '{type(key).__name__}'")
        if len(key) > self.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {self.MAX_KEY_SIZE} bytes")
        block = (
            bytes([digest_size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little")
            + node_offset.to_bytes(self._offset_size, "little") + bytes([node_depth, inner_size])
        )
        block = (
            block.ljust(largest - self.SALT_SIZE - self.PERSON_SIZE, b"\0") + salt.ljust(self.SALT_SIZE, b"\0")
            + person.ljust(self.PERSON_SIZE, b"\0")
        )
        size = largest // 8
        state = [
            word ^ int.from_bytes(block[size * place:size * place + size], "little")
            for place, word in enumerate(self._first())
        ]
        self._size = digest_size
        self._last_node = bool(last_node)
        self._parts = [key.ljust(self._block, b"\0")] if key else []
        # As in HASH.
        self._done = (0, state, b"", 0)
        if data != b"":
            self.update(data)

    @property
    def name(self):
        return type(self).__name__

    @property
    def digest_size(self):
        return self._size

    @property
    def block_size(self):
        return self._block

    def update(self, data, /):
        self._parts.append(_bytes(data))

    def _compress(self, state, block, length, last):
        mask = self._mask
        bits = 8 * self.MAX_DIGEST_SIZE // 8
        size = bits // 8
        words = [int.from_bytes(block[at:at + size], "little") for at in range(0, 16 * size, size)]
        v = [*state, *self._first()]
        v[12] ^= length & mask
        v[13] ^= length >> bits
        if last:
            v[14] ^= mask
            if self._last_node:
                v[15] ^= mask
        one, two, three, four = self._turns
        for turn in range(self._rounds):
            order = _SIGMA[turn % 10]
            at = 0
            for a, b, c, d in _MIXES:
                x = v[a] + v[b] + words[order[at]] & mask
                y = v[d] ^ x
                y = y >> one | y << bits - one & mask
                z = v[c] + y & mask
                w = v[b] ^ z
                w = w >> two | w << bits - two & mask
                x = x + w + words[order[at + 1]] & mask
                y ^= x
                y = y >> three | y << bits - three & mask
                z = z + y & mask
                w ^= z
                v[a] = x
                v[b] = w >> four | w << bits - four & mask
                v[c] = z
                v[d] = y
                at += 2
        return [old ^ v[place] ^ v[place + 8] for place, old in enumerate(state)]

    def digest(self):
        count, state, rest, length = self._done
        size = self._block
        parts = self._parts[count:]
        if parts:
            data = rest + b"".join(parts)
            at = 0
            while len(data) - at > size:
                length += size
                state = self._compress(state, data[at:at + size], length, False)
                at += size
            rest = data[at:]
            self._done = (count + len(parts), state, rest, length)
        state = self._compress(state, rest.ljust(size, b"\0"), length + len(rest), True)
        width = self.MAX_DIGEST_SIZE // 8
        return b"".join([word.to_bytes(width, "little") for word in state])[:self._size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        new = object.__new__(type(self))
        new._size, new._last_node, new._done = self._size, self._last_node, self._done
        new._parts = self._parts[:]
        return new


def _whole(number):
    if not isinstance(number, int):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    return number


class blake2b(_Blake2):
    __module__ = "_blake2"
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _block = 128
    _offset_size = 8
    _mask = _M64
    _rounds = 12
    _turns = (32, 24, 16, 63)

    def _first(self):
        return _table("square roots", _square_roots)[:8]


class blake2s(_Blake2):
    __module__ = "_blake2"
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _block = 64
    _offset_size = 6
    _mask = _M32
    _rounds = 10
    _turns = (16, 12, 8, 7)

    def _first(self):
        return _sha256_begin()


_BLAKES = {"blake2b": blake2b, "blake2s": blake2s}


# Keys from passwords, and digests of files.


def _buffer(value):
    data = vm_as_bytes(value)
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    return data


def _keyed(name, inside, outside):
    # What HMAC makes of a message, with a key that was absorbed before.
    size, block, begin, absorb, end = _ALGORITHMS[name]
    inner, outer = absorb(begin(), inside), absorb(begin(), outside)

    def keyed(message):
        whole = len(message) - len(message) % block
        state = absorb(inner, message[:whole])
        return end(outer, end(state, message[whole:], block + len(message)), block + size)

    return keyed


def _keyed_blake(name, inside, outside):
    inner, outer = new(name, inside), new(name, outside)

    def keyed(message):
        one, other = inner.copy(), outer.copy()
        one.update(message)
        other.update(one.digest())
        return other.digest()

    return keyed


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    password, salt = _buffer(password), _buffer(salt)
    name = _ALIASES.get(hash_name.lower(), hash_name.lower())
    if name not in _ALGORITHMS and name not in _BLAKES or name.startswith("shake"):
        raise ValueError("unsupported hash type")
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    empty = new(name)
    size, block = empty.digest_size, empty.block_size
    if dklen is None:
        dklen = size
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    if len(password) > block:
        password = new(name, password).digest()
    password = password.ljust(block, b"\0")
    pads = [bytes([byte ^ pad for byte in password]) for pad in (0x36, 0x5C)]
    keyed = _keyed_blake(name, *pads) if name in _BLAKES else _keyed(name, *pads)

    result = b""
    number = 0
    while len(result) < dklen:
        number += 1
        digest = keyed(salt + number.to_bytes(4, "big"))
        mixed = int.from_bytes(digest, "big")
        for _ in range(iterations - 1):
            digest = keyed(digest)
            mixed ^= int.from_bytes(digest, "big")
        result += mixed.to_bytes(size, "big")
    return result[:dklen]


_MOST = 2**31 - 1


_ABSENT = object()


def scrypt(password, *, salt=None, n=_ABSENT, r=_ABSENT, p=_ABSENT, maxmem=0, dklen=64):
    # RFC 7914. The limits are those of OpenSSL.
    password = _buffer(password)
    if salt is None:
        raise TypeError("salt is required")
    salt = _buffer(salt)
    for name, value in (("n", n), ("r", r), ("p", p)):
        if value is not _ABSENT and not isinstance(value, int):
            kind = "None" if value is None else type(value).__name__
            raise TypeError(f"scrypt() argument '{name}' must be int, not {kind}")
        if value is _ABSENT or not 0 <= value <= _M64:
            raise TypeError(f"{name} is required and must be an unsigned int")
        if name == "n" and (n < 2 or n & n - 1):
            raise ValueError("n must be a power of 2.")
    if not 0 <= vm_index(maxmem) <= _MOST:
        raise ValueError(f"maxmem must be positive and smaller than {_MOST}")
    if not 1 <= vm_index(dklen) <= _MOST:
        raise ValueError(f"dklen must be greater than 0 and smaller than {_MOST}")
    if not r or not p:
        raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
    if r * p >= 2**30:
        raise ValueError("[digital envelope routines] memory limit exceeded")
    size = 128 * r
    if p * size + (n + 2) * size > (maxmem or 2**25):
        raise ValueError("[digital envelope routines] memory limit exceeded")
    blocks = pbkdf2_hmac("sha256", password, salt, 1, p * size)
    mixed = b"".join([vm_scrypt_mix(blocks[at:at + size], n) for at in range(0, p * size, size)])
    return pbkdf2_hmac("sha256", password, mixed, 1, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    result = new(digest) if isinstance(digest, str) else digest()
    if not hasattr(fileobj, "read"):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while True:
        part = fileobj.read(_bufsize)
        if not part:
            return result
        result.update(part)
