# memoryview: a part of bytes or of a bytearray, without a copy.


def shows(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


data = bytearray(b"abcdefgh")
view = memoryview(data)
print(len(view), view[0], view[-1], view.tobytes(), view.tolist(), view.readonly, view.format, view.itemsize, view.nbytes)
part = view[2:5]
part[0] = 88
print(data, part.tobytes(), bytes(part), len(part), part == b"Xde", part == view[2:5])
part[1:] = b"YZ"
print(data, view[::2].tobytes(), view[::-1].tobytes())
view[:2] = memoryview(b"12")
print(data, view.obj is data, list(view[:3]), 49 in view, view.hex())
wide = memoryview(bytearray(b"\1\0\0\0\2\0\0\0")).cast("I")
print(wide.tolist(), len(wide), wide.itemsize, wide.nbytes, wide[1])
wide[0] = 258
print(wide.tobytes(), wide.cast("B").tolist(), memoryview(b"\xff\1").cast("b").tolist())
print(memoryview(b"ab").cast("c").tolist(), memoryview(b"ab").readonly, hash(memoryview(b"ab")) == hash(b"ab"))
shows(lambda: memoryview(b"ab").__setitem__(0, 1))
shows(lambda: view.__setitem__(0, 256))
shows(lambda: view.__setitem__(0, "a"))
shows(lambda: view.__setitem__(slice(0, 2), b"abc"))
shows(lambda: view[100])
shows(lambda: memoryview("text"))
shows(lambda: memoryview([1]))
with memoryview(data) as inside:
    print(inside[0])
shows(lambda: inside[0])
view.release()
shows(lambda: view.tolist())
print(b"".join([memoryview(b"a").tobytes(), b"b"]))
total = 0
for byte in memoryview(b"\1\2\3"):
    total += byte
print(total)
