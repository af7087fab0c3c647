"""collections.abc: which values count as instances. Needs isinstance() to ask __subclasshook__."""
from collections.abc import *
classes = [Hashable, Callable, Sized, Container, Iterable, Iterator, Reversible, Generator, Collection, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence, ByteString, KeysView, ItemsView, ValuesView, MappingView]
class It:
    def __iter__(self): return iter(())
class Nx(It):
    def __next__(self): raise StopIteration
class Len:
    def __len__(self): return 0
class Call:
    def __call__(self): pass
class No:
    __hash__ = None
    __iter__ = None
class Eq:
    __hash__ = object.__hash__
values = [[], (), {}, set(), frozenset(), "", b"", range(3), 3, 1.5, None, iter([]), (x for x in []), {}.keys(), {}.items(), {}.values(), len, lambda: 0, [].append, int, object(), It(), Nx(), Len(), Call(), No(), Eq(), zip(), map(len, []), ValueError()]
class HL(list):
    def __hash__(self): return 3
class UL(list): pass
values += [HL(), UL()]
for v in values:
    print([c.__name__ for c in classes if isinstance(v, c)])
class Mine: pass
Sequence.register(Mine)
print(isinstance(Mine(), Sequence), isinstance(Mine(), Iterable), issubclass(Mine, Sized), isinstance(Mine(), MutableSequence))
