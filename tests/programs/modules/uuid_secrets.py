"""uuid and secrets: names of things, and numbers that nobody guesses."""
import secrets
import uuid
from uuid import UUID


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


one = UUID("12345678-1234-5678-9234-567812345678")
print(one, repr(one), one.hex, one.int, int(one), one.urn, one.bytes, one.bytes_le)
print(one.fields, one.time_low, one.time_mid, one.time_hi_version, one.clock_seq_hi_variant, one.clock_seq_low, one.node, one.time, one.clock_seq, one.version, one.variant, one.is_safe)
for again in (UUID(hex=one.hex), UUID(bytes=one.bytes), UUID(bytes_le=one.bytes_le), UUID(fields=one.fields), UUID(int=one.int), UUID("{" + str(one).upper() + "}"), UUID(one.urn)):
    print(again == one, hash(again) == hash(one), again <= one, again < one)
for text in ("", "123", "g" * 32, "1" * 33):
    told(UUID, text)
told(UUID)
told(UUID, int=-1)
told(UUID, int=1 << 128)
told(UUID, bytes=b"x")
told(UUID, int=0, version=6)
told(UUID, fields=(1, 2, 3))
told(UUID, fields=(1, 2, 3, 256, 5, 6))
told(UUID, hex="0" * 32, int=0)
told(lambda: one < 3)
print(one == 3, sorted([UUID(int=3), UUID(int=1)]), [UUID(int=number << 61).variant for number in (0, 4, 6, 7)])
print([UUID(int=0, version=version).version for version in range(1, 6)], UUID(int=0, version=4), UUID(int=5).version)


def change():
    one.int = 5


told(change)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "é"), uuid.uuid3(uuid.NAMESPACE_OID, ""), uuid.NAMESPACE_X500)
four = uuid.uuid4()
print(four.version, four.variant, len(str(four)), len({uuid.uuid4() for _ in range(20)}))
clocks = [uuid.uuid1() for _ in range(5)]
print([clock.version for clock in clocks], len(set(clocks)), len({clock.node for clock in clocks}) == 1, clocks[0].node == uuid.getnode(), clocks[0].time < clocks[-1].time)
fixed = uuid.uuid1(node=5, clock_seq=6)
print(fixed.node, fixed.clock_seq, fixed.variant)

print(len(secrets.token_bytes()), len(secrets.token_hex(5)), len(secrets.token_urlsafe(10)), type(secrets.token_bytes(3)).__name__, secrets.token_hex(0) == "")
print(0 <= secrets.randbelow(7) < 7, secrets.choice("aaa"), 0 <= secrets.randbits(5) < 32, secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), secrets.SystemRandom().random() < 1)
told(secrets.randbelow, 0)
told(secrets.choice, [])
print(len({secrets.token_hex(8) for _ in range(10)}))
