"""The namespace of a class body, as the body sees it."""
def f():
    x = 42
    class X:
        locals()["x"] = 43
        y = x
    return X.y
print(f())
class A:
    exec("p = 1")
    q = p + 1
    exec("def m(self): return self.q + 5")
    print(sorted(k for k in locals() if not k.startswith("__")))
    for i in range(3):
        locals()["n%d" % i] = i
    del i
    z = eval("q * 10")
    def g(self): return self.z, __class__.__name__
print(A.p, A.q, A().m(), A.n2, A.z, A().g(), hasattr(A, "i"))
print([k for k in vars(A) if not k.startswith("__")])
class M(type):
    def __prepare__(name, bases, **kw): return {"from_meta": 7}
class B(metaclass=M):
    exec("w = from_meta") if False else None
    vv = vars()
print(B.from_meta, "vv" in vars(B))
class C:
    try:
        del nothing
    except NameError as e: print(e)
    k = 1
    exec("k += 1")
    k += 1
    print(k, len("abc"))
    fs = [k for _ in range(0)]
print(C.k)
exec("""
class D:
    exec("inner = 5")
    def m(self): return self.inner, __class__
    both = inner
print(D.both, D().m())
""")
class S:
    __slots__ = ["a", "b"]
    locals()["c_"] = 1
s = S(); s.a = 2
try: s.zz = 1
except AttributeError as e: print(e)
