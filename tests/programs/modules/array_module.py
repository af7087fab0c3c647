from array import array
import array as module


def shows(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


a = array("i", [1, 2, 3])
print(a, len(a), a[0], a[-1], a[1:], a.typecode, a.itemsize, a.tolist(), 2 in a)
a.append(4)
a.extend([5, 6])
a.extend(array("i", [7]))
a.insert(0, 0)
print(a, a.pop(), a.pop(0), a.index(3), a.count(2))
a[0] = 10
a[1:3] = array("i", [20, 30, 40])
del a[-1]
a.reverse()
print(a, sum(a), max(a), list(a), sorted(a))
print(a + array("i", [1]), array("i", [1]) * 3, array("d"), array("d", [1, 2.5]), array("f", [0.1])[0])
print(array("i", [1]) == array("i", [1]), array("i", [1]) < array("i", [2]), array("b", b"\1\xff"))
print(array("H", [1, 258]).tobytes(), array("I", b"\1\0\0\0"), array("u", "abc"), array("u", "abc").tounicode())
shows(lambda: array("b", [128]))
shows(lambda: array("B", [-1]))
shows(lambda: array("i", ["x"]))
shows(lambda: array("x"))
shows(lambda: a[100])
shows(lambda: a.remove(12345))
shows(lambda: array("i", [1]) + [1])
shows(lambda: array("i").pop())
swapped = array("H", [1])
swapped.byteswap()
print(swapped, module.typecodes)
for item in array("q", range(3)):
    print(item)
