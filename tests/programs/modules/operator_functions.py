"""operator: the operators as functions."""
import operator
from operator import attrgetter, itemgetter, methodcaller


def told(call, *args):
    try:
        print(call(*args))
    except Exception as failure:
        print(type(failure).__name__, failure)


for name in ("lt", "le", "eq", "ne", "ge", "gt", "is_", "is_not", "add", "and_", "floordiv", "lshift", "mod", "mul", "or_", "pow",
             "rshift", "sub", "truediv", "xor", "iadd", "iand", "ifloordiv", "ilshift", "imod", "imul", "ior", "ipow", "irshift",
             "isub", "itruediv", "ixor"):
    print(name, getattr(operator, name)(7, 3), getattr(operator, name)(True, 2))
print(operator.not_([]), operator.truth([0]), operator.abs(-3), operator.index(True), operator.inv(5), operator.neg(2), operator.pos(-2))
print(operator.contains([1, 2], 2), operator.countOf([1, 2, 1.0], 1), operator.indexOf("hello", "l"), operator.concat([1], [2]))
items = [1, 2, 3]
operator.setitem(items, 0, 9)
operator.delitem(items, 1)
print(items, operator.getitem(items, 1), operator.iadd(items, (4,)) is items, operator.iconcat(items, [5]), items)
print(operator.length_hint([1, 2]), operator.length_hint(5, 7), operator.call(max, 1, 5), operator.__add__ is operator.add)
told(operator.add, 1, "a")
told(operator.lt, 1, "a")
told(operator.concat, 1, 2)
told(operator.index, 1.5)
told(operator.indexOf, [1], 2)
told(operator.neg, "a")
told(operator.getitem, [1], 4)
told(operator.countOf, 3, 1)
told(operator.truediv, 1, 0)


class Matrix:
    def __matmul__(self, other):
        return f"times {other}"

    def __imatmul__(self, other):
        return f"became {other}"

    def __index__(self):
        return 4

    def __length_hint__(self):
        return 11


matrix = Matrix()
matrix.row = Matrix()
matrix.row.width = 3
print(operator.matmul(matrix, 1), operator.imatmul(matrix, 2), operator.index(matrix), operator.length_hint(matrix))
print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter("a")({"a": 5}), itemgetter(slice(1, 3))([1, 2, 3, 4]))
print(attrgetter("row.width")(matrix), attrgetter("row.width", "row.width")(matrix))
print(methodcaller("upper")("ab"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(itemgetter(1, "a"), attrgetter("a", "b.c"), methodcaller("m", 1, k="v"), methodcaller("q"))
print(sorted([("b", 2), ("a", 3), ("c", 1)], key=itemgetter(1)))
told(itemgetter)
told(attrgetter, 3)
told(methodcaller, 3)
told(attrgetter("row.depth"), matrix)
told(itemgetter(1), [1])
told(methodcaller("nothing"), 3)
