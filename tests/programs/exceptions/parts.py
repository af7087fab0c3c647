"""What exceptions know, and how it changes."""
import pickle
import sys

error = OSError(17, "there already", "one", None, "two")
print(error, repr(error), error.filename, error.filename2, error.args)
again = pickle.loads(pickle.dumps(error))
print(type(again), again, again.filename2)
print(OSError(1, "x").filename2, OSError("x").filename2)

error = UnicodeTranslateError("xxxx", 1, 5, "foo")
print(error, error.object, error.start, error.end, error.reason)
error.end = 2
print(error)
error.reason = 12
print(error)
error = UnicodeDecodeError("ascii", bytearray(b"\xff"), 0, 1, "no")
print(error, error.object, error.args)

error = ImportError("test", name="name", path="path")
error.__init__()
print(error.args, error.msg, error.name, error.path)
error.__init__("again", name="other")
print(error.args, error.msg, error.name, error.path)
for make in [lambda: ImportError(0, name=1, path=2, foo=3), lambda: ImportError(foo=3), lambda: NameError(name=1, obj=2)]:
    try:
        make()
    except TypeError as error:
        print(error)

print(SyntaxError("x").print_file_and_line)


class Lacking:
    blech = None

    def __getattr__(self, name):
        raise AttributeError


try:
    Lacking().bluch
except AttributeError as error:
    print(repr(error), error.name, type(error.obj).__name__)
for place in [(1, 2, "abcdefg", 1, 7), (1, 2, "abcdefg", 1, 100), (1, 4, "abcdefg", 1, 2), (1, 0, "abcdefg", 1, 5)]:
    try:
        raise SyntaxError("bad bad", ("bad.py", *place))
    except SyntaxError as error:
        print(error.msg, error.offset, error.end_offset, error.text)
