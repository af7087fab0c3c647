# Where Unicode 14 differs from later versions, where letters depend on those around them, and corners of % for bytes.

print("ƛ".capitalize() == "Ƛ", "ƛɤ".upper() == "ƛɤ", "ΙΣ".swapcase(), "Σ".lower(), "\U00014000".isprintable())
print("ΑΣ ΑΣΑ Σ".lower(), "ὈΔΥΣΣΕΎΣ.Σ".title(), "ΑΣ\u1c89".lower() == "ας\u1c89", "ΑΣ'Α".swapcase(), "Α.Σ".capitalize())
print([ascii(c) for c in "\u1c89\ua7cb\U00010d40\U00031350\u0378"], "\U00010d40".isdigit(), "\U00031350".isalpha())
print("ʕ".islower(), "\u10fc".islower(), "a\u30fb".isidentifier(), "a\u200d".isidentifier(), "\u1c89".isidentifier())
print([c.title() for c in "ßǆﬃŉᾳაև"], ["ßẞςİıﬃꭰ".casefold()])

def attempt(what):
    try:
        print(repr(what()))
    except (TypeError, ValueError, OverflowError, MemoryError) as error:
        print(type(error).__name__, error)

class Items:
    def __init__(self, items): self.items = items
    def __getitem__(self, key): return self.items[key]
    def __repr__(self): return "Items"

attempt(lambda: int("٣\x1c"))
attempt(lambda: float("\u3000٣.٥\x85"))
attempt(lambda: b"%(k)d" % b"ab")
attempt(lambda: b"%%" % b"ab")
attempt(lambda: "%(k)s" % b"ab")
attempt(lambda: b"%i" % "a")
attempt(lambda: "%i" % "a")
attempt(lambda: b"%5i|%-4i|%+i" % (1, 2, 3))
attempt(lambda: "%*s" % (6089867142353399698,))
attempt(lambda: "%.*f" % (6089867142353399698, 1.0))
attempt(lambda: "%(k)s" % Items({"k": 1}))
attempt(lambda: b"%(k)d" % Items({b"k": 1}))
