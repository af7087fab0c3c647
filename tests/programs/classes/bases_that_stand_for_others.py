"""Bases that stand for others."""
class C:
    def __init__(self, *of): self.of = of
    def __mro_entries__(self, bases):
        print("asked", len(bases))
        return self.of
class A: pass
class B(A): pass
class D(C(B), C(), dict):
    x = 1
print(D.__bases__, len(D.__orig_bases__), D.x, D.__mro__)
class M(type): pass
class E(C(A), metaclass=M):
    def f(self): return __class__
print(type(E), E().f())
class Bad:
    def __mro_entries__(self, bases): return 5
try:
    class F(Bad()): pass
except TypeError as e: print(e)
try:
    class Z(5): pass
except TypeError as e: print(type(e))
