# What exceptions carry: args, cause, context, notes, and the special ones of some classes.
def attempt(action):
    try:
        return action()
    except BaseException as error:
        return error


for error in (
    ValueError(),
    ValueError("one"),
    ValueError("one", 2),
    KeyError("key"),
    KeyError("a", "b"),
    OSError(2, "No such file"),
    OSError(13, "Denied", "file.txt"),
    OSError("plain"),
    StopIteration(5),
    SystemExit(3),
    SystemExit(),
    IndexError("x"),
):
    print(type(error).__name__, str(error), repr(error), error.args, error.__cause__, error.__context__)

missing = OSError(2, "No such file", "a.txt")
print(isinstance(missing, FileNotFoundError), missing.errno, missing.strerror, missing.filename)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
print(OSError("x").errno, TimeoutError("t"), isinstance(TimeoutError(), OSError), ConnectionResetError.__mro__[1].__name__)
print(IOError is OSError, EnvironmentError is OSError, issubclass(KeyError, LookupError))

e = ValueError("changed")
e.args = (1, 2)
e.extra = "kept"
print(e, e.args, e.extra, e.__dict__)
e.add_note("first")
e.add_note("second")
print(e.__notes__, e.with_traceback(None) is e, e.__traceback__)
print(attempt(lambda: e.add_note(3)), attempt(lambda: e.nothing))


class Custom(Exception):
    def __init__(self, code, message="custom"):
        super().__init__(message)
        self.code = code


class Described(Exception):
    def __str__(self):
        return f"described {self.args}"


class Reported(Exception):
    def __repr__(self):
        return "Reported!"


print(Custom(5), Custom(5).args, Custom(6, "m").code, repr(Custom(7)), Described(1, 2), repr(Described(3)))
print(Reported("x"), repr(Reported("x")), [Reported("x")])


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


print(NoSuper(1, 2), NoSuper(1, 2).args, repr(NoSuper(1, 2)))


def cause():
    try:
        try:
            {}["k"]
        except KeyError as error:
            raise ValueError("from") from error
    except ValueError as error:
        return error


error = cause()
print(repr(error.__cause__), error.__cause__ is error.__context__, error.__suppress_context__)


def context():
    try:
        try:
            {}["k"]
        except KeyError:
            raise ValueError("context")
    except ValueError as error:
        return error


error = context()
print(repr(error.__context__), error.__cause__, error.__suppress_context__)


def none():
    try:
        try:
            {}["k"]
        except KeyError:
            raise ValueError("none") from None
    except ValueError as error:
        return error


error = none()
print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    [].x
except AttributeError as error:
    print(error.name, error.obj)
try:
    nothing_there
except NameError as error:
    print(error.name)
print(type(attempt(lambda: 1 / 0).__traceback__).__name__)
for action in (
    lambda: ValueError(x=1),
    lambda: ImportError("i", name="n", path="p"),
    lambda: ImportError("i", other=1),
    lambda: AttributeError("a", name="n", obj=3),
    lambda: UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "invalid start byte"),
    lambda: UnicodeEncodeError("ascii", "a\u4e2d\u4e2d", 1, 3, "ordinal not in range(128)"),
    lambda: UnicodeEncodeError("ascii", "a\u4e2d", 1, 2, "ordinal not in range(128)"),
):
    made = attempt(action)
    print(type(made).__name__, made, getattr(made, "name", None), getattr(made, "start", None))
print(ValueError("same") == ValueError("same"), ValueError("x").__class__)
