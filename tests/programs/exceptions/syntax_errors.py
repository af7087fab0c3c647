# What a SyntaxError says of where it is.
for args in (
    (), ("bad",), ("bad", ("f.py", 3, 5, "x y")), ("bad", ("dir/f.py", 3, 5, "x", 4, 6)), (None,),
    ("bad", (None, 3, None, None)), ("bad", ("f.py", None, None, None)),
):
    error = SyntaxError(*args)
    print(error.msg, error.filename, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset)
    print(str(error), repr(error), error.args)
error.lineno = 9
error.msg = "worse"
print(error, error.lineno)
try:
    raise IndentationError("deep", ("g.py", 1, 2, "  x"))
except SyntaxError as error:
    print(error, type(error).__name__, error.text)
for details in (("f",), (1, 2, 3, 4, 5, 6, 7), ("f", 1, 2, "t", 4), 5, None):
    try:
        SyntaxError("bad", details)
    except TypeError as error:
        print(error)
