"""print writes to whatever stands in sys.stdout, input reads from whatever stands in sys.stdin."""
import io
import sys

own = sys.stdout
sys.stdout = io.StringIO()
print("caught", 1, [2], sep="-", end="!")
print()
caught = sys.stdout
print("more", file=own)
sys.stdout = own
print(repr(caught.getvalue()))


class Loud:
    def __init__(self, to):
        self.to = to

    def write(self, text):
        self.to.write(text.upper())


sys.stdout = Loud(own)
print("loud", "and clear")
print(str, None, 1.5)
sys.stdout.to = caught
print("kept")
sys.stdout = sys.__stdout__
print(repr(caught.getvalue()))

sys.stdin = io.StringIO("one\ntwo\nthree")
print(input(), input("prompt> "), input())
try:
    input()
except EOFError as end:
    print("EOFError", end)
sys.stdin = sys.__stdin__

from contextlib import redirect_stderr, redirect_stdout

with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
    print("inside")
    print("problem", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
