"""What can change has no hash, and its class says so."""
from collections.abc import Hashable


class A(list):
    pass


class B(dict):
    def __hash__(self):
        return 3


class C(set):
    __hash__ = object.__hash__


class D:
    def __eq__(self, other):
        return True


print([kind.__hash__ for kind in (list, dict, set, bytearray, slice, A, D)])
for kind in (list, dict, set, bytearray, slice, A, B, C, D, tuple, str, bytes, int, frozenset, object, type(None), range):
    print(kind.__name__, issubclass(kind, Hashable), kind.__hash__ is None, callable(kind.__hash__))
print(isinstance(bytearray(), Hashable), isinstance(slice(1), Hashable), isinstance((), Hashable), isinstance([], Hashable))
print(hash(B()))
for value in ([], A(), bytearray(), slice(1), D()):
    try:
        hash(value)
    except TypeError as error:
        print(error)
