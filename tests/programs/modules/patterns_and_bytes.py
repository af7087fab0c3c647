# A pattern is for texts or for bytes, whatever the bytes lie in.
import re

for data in (b"abc", bytearray(b"abc"), memoryview(b"abc")):
    print(re.compile(b"b").search(data).span())
    try:
        re.compile("b").search(data)
    except TypeError as error:
        print(error)

for part in (range.start, range.stop, range.step):
    try:
        part.__get__([1])
    except TypeError as error:
        print(error)
