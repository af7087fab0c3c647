# Subclasses of bytearray fill themselves through super().__init__.
class Filled(bytearray):
    def __init__(self, text):
        super().__init__(text, "utf-8")
        self.text = text

f = Filled("abé")
print(f, f.text, type(f) is Filled, len(f))

class Twice(bytearray):
    def __init__(self, *a, **k):
        bytearray.__init__(self, *a, **k)
        print(bytes(self))

Twice()
Twice(3)
Twice(b"xyz")
Twice([1, 2])
Twice(iter([1, 2, 3]))
Twice(source="é", encoding="latin-1")
b = bytearray(b"123")
print(b.__init__(b"45"), b)
print(b.__init__(), b)
b.__init__("q", "ascii"); print(b)
try:
    b.__init__("q")
except TypeError as e: print(e, b)
try:
    b.__init__([1, 2, 300])
except ValueError as e: print(e)
class Idle(bytearray):
    def __init__(self, *a): pass
print(Idle(b"abc"), Idle("hm"))
class Sub(bytearray): pass
print(Sub(b"abc"), Sub("hm", "ascii"))
print(bytearray.__init__)
class New(bytearray):
    def __new__(cls, n):
        self = super().__new__(cls, n)
        print("new", bytes(self))
        return self
print(New(4))
print(bytearray.__new__(bytearray, 5))
print(list.__new__(list, "ab"), set.__new__(set, "ab"), dict.__new__(dict, [(1, 2)]))
