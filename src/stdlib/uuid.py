# uuid: numbers of 128 bits that name things (RFC 4122). There is no network card here: the node is a random number.

import time

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"

# From the beginning of the Gregorian calendar to 1970, in the steps of 100 ns that uuid1 counts.
_GREGORIAN = 0x01B21DD213814000


class _Member:
    # A member of SafeUUID, as an attribute of the class: classes of the library are not changed when they are made.
    def __init__(self, value):
        self.value = value
        self.member = None

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if self.member is None:
            member = object.__new__(owner)
            member.__dict__.update({"name": self.name, "value": self.value})
            self.member = member
        return self.member


class SafeUUID:
    # An enumeration.
    safe = _Member(0)
    unsafe = _Member(-1)
    unknown = _Member(None)

    def __new__(cls, value):
        for member in (cls.safe, cls.unsafe, cls.unknown):
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is not a valid SafeUUID")

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot set attribute {name!r}")

    def __repr__(self):
        return f"<SafeUUID.{self.name}: {self.value!r}>"

    def __str__(self):
        return f"SafeUUID.{self.name}"


def _bits(count):
    # A choice of whoever drives the machine, whatever the seeds of random are.
    number = 0
    for at in range(0, count, 32):
        number |= vm_random_bits([], min(32, count - at)) << at
    return number


class UUID:
    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(
        self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown
    ):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(hex) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _number(hex, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            int = _from_bytes(bytes, "big")
        if fields is not None:
            int = _joined(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48) | 0x8000 << 48
            int = int & ~(0xF000 << 64) | version << 76
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __getstate__(self):
        state = {"int": self.int}
        if self.is_safe != SafeUUID.unknown:
            state["is_safe"] = self.is_safe.value
        return state

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state["is_safe"]) if "is_safe" in state else SafeUUID.unknown)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        hex = f"{self.int:032x}"
        return f"{hex[:8]}-{hex[8:12]}-{hex[12:16]}-{hex[16:20]}-{hex[20:]}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self):
        bytes = self.bytes
        return bytes[3::-1] + bytes[5:3:-1] + bytes[7:5:-1] + bytes[8:]

    @property
    def fields(self):
        return (
            self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node
        )

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xFFFFFFFFFFFF

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    @property
    def variant(self):
        if not self.int & 0x8000 << 48:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48:
            return RFC_4122
        if not self.int & 0x2000 << 48:
            return RESERVED_MICROSOFT
        return RESERVED_FUTURE

    @property
    def version(self):
        if self.variant == RFC_4122:
            return self.int >> 76 & 0xF
        return None


# The class has parameters and properties of these names.
_number = int
_from_bytes = int.from_bytes


def _joined(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    names = ("32-bit", "16-bit", "16-bit", "8-bit", "8-bit", "48-bit")
    number = 0
    for place, (field, name) in enumerate(zip(fields, names), 1):
        width = _number(name[:-4])
        if not 0 <= field < 1 << width:
            raise ValueError(f"field {place} out of range (need a{'n' if width == 8 else ''} {name} value)")
        number = number << width | field
    return number


_node = None


def getnode():
    # With the bit that says that it is no card's.
    global _node
    if _node is None:
        _node = _bits(48) | 1 << 40
    return _node


_last_timestamp = None
_clock = []


def uuid1(node=None, clock_seq=None):
    global _last_timestamp
    # One step: no two threads get the same. Before it, others can go.
    _clock.__imul__(1)
    vm_atomic(True)
    try:
        timestamp = time.time_ns() // 100 + _GREGORIAN
        if _last_timestamp is not None and timestamp <= _last_timestamp:
            timestamp = _last_timestamp + 1
        _last_timestamp = timestamp
    finally:
        vm_atomic(False)
    if clock_seq is None:
        clock_seq = _bits(14)
    if node is None:
        node = getnode()
    return UUID(
        fields=(
            timestamp & 0xFFFFFFFF, timestamp >> 32 & 0xFFFF, timestamp >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F,
            clock_seq & 0xFF, node,
        ),
        version=1,
    )


def uuid3(namespace, name):
    from hashlib import md5

    digest = md5(namespace.bytes + bytes(name, "utf-8"), usedforsecurity=False).digest()
    return UUID(bytes=digest[:16], version=3)


def uuid4():
    return UUID(int=_bits(128), version=4)


def uuid5(namespace, name):
    from hashlib import sha1

    return UUID(bytes=sha1(namespace.bytes + bytes(name, "utf-8")).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
