"""collections.abc: what the abstract classes give to their subclasses."""
from collections.abc import *
import collections.abc as abc
class Row(Sequence):
    def __init__(self, *items): self.items = items
    def __getitem__(self, i): return self.items[i]
    def __len__(self): return len(self.items)
r = Row(3, 1, 2, 1)
print(list(r), list(reversed(r)), 2 in r, 9 in r, r.index(1), r.index(1, 2), r.count(1))
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: r.index(7))
attempt(Sequence)
class Half(MutableMapping):
    def __getitem__(self, k): raise KeyError(k)
attempt(Half)
class Bag(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
b = Bag()
b.update({'a': 1}, b=2); b.update([('c', 3)])
print(dict(b), list(b.keys()), list(b.items()), list(b.values()), 'a' in b, b.get('z', 9), b.setdefault('d', 4), b.pop('a'), len(b))
print(b == {'b': 2, 'c': 3, 'd': 4}, b.popitem(), b.keys() & {'c'}, ('c', 3) in b.items(), 3 in b.values(), b.pop('x', 7))
attempt(lambda: b.pop('x')); attempt(lambda: hash(b))
b.clear(); print(len(b), b == {}, b == [])
class S(MutableSet):
    def __init__(self, it=()): self.l = []; [self.add(i) for i in it]
    def __contains__(self, x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)
    def add(self, x):
        if x not in self.l: self.l.append(x)
    def discard(self, x):
        if x in self.l: self.l.remove(x)
    def __repr__(self): return f"S({self.l})"
s = S([1, 2, 3])
print(s & {2, 3}, s | [9], s - {1}, s ^ {3, 4}, s <= {1, 2, 3}, s < {1, 2, 3}, s == {3, 2, 1}, s.isdisjoint([7]), s >= {1}, s > {1})
print({1, 2} - s, {7} | s, s.pop()); s |= {5}; s -= {2}; s &= {5}; print(s); s ^= {5, 6}; print(s)
attempt(lambda: s.remove(77))
attempt(lambda: s < 3)
class L(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
l = L(); l.append(1); l.extend([2, 3]); l += [4]; l.reverse(); print(list(l), l.pop(), l.pop(0)); l.remove(2); print(list(l)); l.clear(); print(len(l))
class C(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(C()), isinstance(C(), Iterator), isinstance(C(), Iterable), issubclass(Bag, Mapping), isinstance(r, Sized))
class Ca(Callable):
    def __call__(self, x): return x + 1
print(Ca()(3)); attempt(Callable); attempt(lambda: Ca(3))
class G(Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): raise t
g = G(); print(next(g), g.send(3)); g.close()
