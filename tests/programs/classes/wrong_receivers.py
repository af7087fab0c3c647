# Slots of builtin classes refuse objects of other classes.
class A(int):
    __add__ = str.__add__
    __len__ = list.__len__

class C(dict):
    __len__ = list.__len__
    __getitem__ = list.__getitem__

class P:
    __len__ = list.__len__
    __iter__ = list.__iter__
    __contains__ = list.__contains__
    __bool__ = int.__bool__
    __getitem__ = tuple.__getitem__
    __setitem__ = list.__setitem__
    __neg__ = float.__neg__
    __call__ = str.upper

a = A()
tried = (
    lambda: a + a,
    lambda: len(a),
    lambda: a.__add__("x"),
    lambda: len(C()),
    lambda: C()[1],
    lambda: len(P()),
    lambda: iter(P()),
    lambda: 1 in P(),
    lambda: bool(P()),
    lambda: P()[0],
    lambda: P().__setitem__(0, 0),
    lambda: -P(),
    lambda: P()(),
    lambda: str.__add__(1, 2),
    lambda: dict.__getitem__([5], 0),
    lambda: list.__getitem__((5,), 0),
    lambda: set.__contains__([5], 5),
    lambda: int.__neg__(1.5),
    lambda: float.__neg__(1),
    lambda: int.__add__(True, 2),
    lambda: bytes.__len__(bytearray(3)),
    lambda: bytearray.__init__(b"", b""),
    lambda: list.__init__((), ()),
    lambda: str.__len__(a),
    lambda: int.__add__(a, 7),
    lambda: dict.__len__(C()),
    lambda: list.__iadd__((), [1]),
    lambda: frozenset.__or__({1}, {2}),
)
for each in tried:
    try:
        print(each())
    except TypeError as error:
        print(error)
