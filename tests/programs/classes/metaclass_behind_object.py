"""What every object has goes before what a metaclass says of its classes."""
class M(type):
    def __new__(mcls, name, bases, ns): return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns): super().__init__(name, bases, ns)
    def __repr__(cls): return "M!"
    def __str__(cls): return "M?"
    def __eq__(cls, other): return "eq"
    def __hash__(cls): return 7
    def __call__(cls, *a): return super().__call__(*a)
    def __dir__(cls): return ["x"]
    def __format__(cls, s): return "fmt"
    def __setattr__(cls, n, v): super().__setattr__(n, v)
    def __reduce_ex__(cls, p): return "red"
    def plain(cls): return 1
    def __len__(cls): return 3
class A(metaclass=M): pass
for n in ("__new__", "__init__", "__repr__", "__str__", "__hash__", "__format__", "__setattr__", "__reduce_ex__", "__eq__"):
    v = getattr(A, n)
    print(n, v is getattr(object, n), type(v).__name__)
for n in ("plain", "__call__", "__len__"):
    print(n, type(getattr(A, n)).__name__)
a = A.__new__(A)
A.__init__(a)
print(A.__repr__(a)[:12], repr(A), A.__hash__(a) == 7, hash(A), A.__str__(a)[:12], dir(A))
class B(metaclass=M):
    def __repr__(self): return "B"
    def __new__(cls): return super().__new__(cls)
print(B.__repr__(B()), B.__new__(B))

import collections
import copy
import pickle

chain = collections.ChainMap({"a": 1}, {"b": 2})
print(pickle.loads(pickle.dumps(chain)), copy.copy(chain), chain.__class__.__new__(collections.ChainMap).__class__.__name__)
