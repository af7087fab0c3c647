"""copy: shallow and deep."""
import copy
import threading

value = [1, [2], {"k": [3]}, (4, [5]), {6}]
shallow, deep = copy.copy(value), copy.deepcopy(value)
print(shallow == value, shallow is value, shallow[1] is value[1])
print(deep == value, [mine is other for mine, other in zip(deep, value)], deep[3][1] is value[3][1])
whole = (1, ("a", None))
print(copy.deepcopy(whole) is whole, copy.copy(whole) is whole, copy.deepcopy(([],)))
ring = [1]
ring.append(ring)
knot = ([],)
knot[0].append(knot)
other_ring, other_knot = copy.deepcopy(ring), copy.deepcopy(knot)
print(other_ring[1] is other_ring, other_knot[0][0] is other_knot, other_knot is knot)
part = [7]
same = copy.deepcopy([part, part])
print(same[0] is same[1], same[0] is part)
print([copy.deepcopy(thing) is thing for thing in (1, 1.5, None, "a", b"b", len, copy.copy, int, ..., range(3))])


class Node:
    made = 0

    def __init__(self, item):
        Node.made += 1
        self.item = item
        self.me = self


node = Node([1])
near, far = copy.copy(node), copy.deepcopy(node)
print(near.item is node.item, near.me is node, far.item, far.item is node.item, far.me is far, Node.made)


class Counted:
    def __init__(self, number):
        self.number = number

    def __copy__(self):
        return Counted(self.number + 1)

    def __deepcopy__(self, memo):
        memo["seen"] = True
        return Counted(self.number + 10)


memo = {}
print(copy.copy(Counted(0)).number, copy.deepcopy([Counted(0)], memo)[0].number, memo["seen"])


class Reduced:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        return Reduced, (self.a,), {"extra": [1]}


class Stated:
    def __getstate__(self):
        return {"only": self.only}

    def __setstate__(self, state):
        self.restored = state


class Slotted:
    __slots__ = ("p", "q")


reduced, stated, slotted = Reduced([2]), Stated(), Slotted()
stated.only = [3]
slotted.p = [4]
print(vars(copy.deepcopy(reduced)), vars(copy.copy(stated)), copy.deepcopy(slotted).p, hasattr(copy.copy(slotted), "q"))


class Row(list):
    pass


class Table(dict):
    pass


class Pair(tuple):
    pass


class Name(str):
    pass


row, table = Row([[1]]), Table(a=[1])
row.tag = table.tag = ["t"]
new_row, new_table = copy.deepcopy(row), copy.copy(table)
print(new_row, new_row.tag, new_row.tag is row.tag, type(new_row).__name__, new_table, new_table.tag is table.tag)
pair, name = copy.deepcopy(Pair([[1], 2])), copy.copy(Name("n"))
print(pair, type(pair).__name__, name, type(name).__name__)
failure = ValueError("v", 1)
failure.more = [1]
other = copy.deepcopy(failure)
print(repr(other), other.more, other.more is failure.more)


class Fresh:
    def __new__(cls, a, *, k=0):
        self = super().__new__(cls)
        self.made_of = (a, k)
        return self

    def __getnewargs_ex__(self):
        return (self.made_of[0],), {"k": self.made_of[1]}


print(copy.copy(Fresh(1, k=2)).made_of)
for locked in (threading.Lock(), [threading.RLock()], (n for n in "a")):
    try:
        print(copy.deepcopy(locked))
    except TypeError as failure:
        print(failure)
print(copy.Error is copy.error, copy.copy({1}), copy.copy({"a": 1}), copy.copy([]))
