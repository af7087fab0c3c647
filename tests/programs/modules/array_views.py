"""memoryview of arrays, of several dimensions, and where bytes are wanted."""
import array
import io

numbers = array.array("i", [1, 2, 3, -4])
view = memoryview(numbers)
print(view.format, view.itemsize, view.shape, view.strides, view.tolist(), view[1], view[-1], view.nbytes, view.readonly)
view[0] = 77
print(numbers.tolist())
plain = view.cast("B")
print(plain[0], plain.tolist())
plain[1] = 1
print(numbers.tolist(), view[1:3].tolist(), view[::-1].tolist(), bytes(view[::2]))
table = memoryview(bytearray(range(12))).cast("B", [3, 4])
print(table.tolist(), table[1, 2], table.shape, table.strides, table.ndim, table.c_contiguous, len(table))
table[2, 3] = 99
print(table.tobytes(), table.cast("B").tolist())
floats = memoryview(array.array("d", [1.5, 2.5]))
print(floats.tolist(), floats[0], floats == array.array("d", [1.5, 2.5]))
floats[0] = 9
print(floats[0], memoryview(bytearray(4)).cast("f")[0])
small = memoryview(bytearray(4)).cast("f")
for value in (1.5, -0.1, 1e-40, 3.4e38, 0.0):
    small[0] = value
    print(small[0], small.tobytes())

print(b"a,b".split(memoryview(b",")), b"".join([memoryview(b"ab"), b"c"]), int(memoryview(b"12")), float(memoryview(b"1.5")))
print(b"xax".strip(memoryview(b"x")), bytearray(b"%d %s") % (5, b"z"), bytearray(b"%b!") % memoryview(b"q"), b"%b" % bytearray(b"w"))

stream = io.BytesIO(b"hello world")
target = bytearray(5)
print(stream.readinto(target), target, stream.readinto(memoryview(target)), target)
shown = stream.getbuffer()
print(shown.nbytes, bytes(shown[:5]))
shown[0] = 72
print(stream.getvalue())

attempts = [
    lambda: view.cast("d"), lambda: table[0], lambda: table[5, 0], lambda: view["a"], lambda: memoryview(5), lambda: table.cast("B", [5]),
    lambda: hash(memoryview(bytearray(b"a"))), lambda: memoryview(b"a").__setitem__(0, 1), lambda: view.__setitem__(0, "x"), lambda: view.__setitem__(0, 2**40),
]
for attempt in attempts:
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError, NotImplementedError) as error:
        print(type(error).__name__, error)
gone = memoryview(b"abc")
print(hash(gone) == hash(b"abc"))
gone.release()
try:
    gone[0]
except ValueError as error:
    print(error)
