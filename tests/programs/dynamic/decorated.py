# A function that text defines is decorated there: what wraps it asks for its parts.

TEXT = """
from contextlib import contextmanager

@contextmanager
def noted(what):
    print("begin", what)
    yield what.upper()
    print("end", what)
"""


def define():
    names = {}
    exec("from __future__ import annotations" + TEXT, names, names)
    return names["noted"]


noted = define()
with noted("work") as text:
    print(text, noted.__name__, noted.__annotations__)
