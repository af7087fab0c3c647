# An exception that nobody catches: the traceback with its chain and notes.
class Problem(Exception):
    def __init__(self, message, code):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"{self.args[0]} (code {self.code})"


def inner(x):
    return {}[x]


def middle(x):
    try:
        inner(x)
    except KeyError:
        value = (1 +
                 x)


def outer():
    try:
        middle("q")
    except TypeError as error:
        raise Problem("bad", 7) from error


try:
    outer()
except Problem as problem:
    problem.add_note("a note")
    problem.add_note("two\nlines")
    raise
