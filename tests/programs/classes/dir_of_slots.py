"""Which objects have room for a __dict__ and for weak references, as dir() says."""
from collections import namedtuple
class E: __slots__ = ()
class S: __slots__ = ("a",)
class D: __slots__ = ("__dict__",)
class W: __slots__ = ("__weakref__",)
class T(tuple): pass
class I(int): pass
class ST(tuple): __slots__ = ()
class P: pass
class PS(P): __slots__ = ()
class SP(S): pass
class L(list): pass
class L2(list): __slots__ = ()
class X(Exception): pass
P2 = namedtuple("P2", "x y")
for c in (E, S, D, W, T, I, ST, P, PS, SP, L, L2, X, P2, set, frozenset, int):
    print(c.__name__, [n in dir(c) for n in ("__dict__", "__weakref__", "__module__", "__slots__")])
for o in (P2(1, 2), E(), P(), ST(), X(), T(), P):
    print(type(o).__name__, [n in dir(o) for n in ("__dict__", "__weakref__", "__module__", "__slots__")])
