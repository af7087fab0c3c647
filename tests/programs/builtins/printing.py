# print in all its forms.
import sys


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


print()
print(1, "two", 3.0, None, True, [1, "x"], (1,), {"a": 1})
print("a", "b", sep="")
print("a", "b", sep="-", end="!\n")
print("no newline", end="")
print(" then more")
print("x", "y", sep=None, end=None)
print(*range(5), sep=", ")
print("flushed", flush=True)
print("to stdout", file=sys.stdout)
print("to None", file=None)
print("to stderr", 1, 2, sep="|", file=sys.stderr)


class Told:
    def __str__(self):
        return "told"

    def __repr__(self):
        return "<repr>"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Bad:
    def __str__(self):
        return 5

    def __repr__(self):
        raise ValueError("no repr")


t = Told()
print(t, [t], {t: t}, (t,), {t}, OnlyRepr(), [OnlyRepr()], f"{t} {t!s}")
print("with", t, "sep", sep="|")
attempt(lambda: str(Bad()))
attempt(lambda: repr(Bad()))
attempt(lambda: [Bad()].__repr__())
attempt(lambda: print("a", sep=1))
attempt(lambda: print("a", end=1))
attempt(lambda: print("a", nothing=1))


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)

    def flush(self):
        self.parts.append("FLUSH")


w = Writer()
print("a", 1, t, file=w, sep="-", flush=True)
print(file=w)
print(w.parts)
attempt(lambda: print("x", file=5))
nested = [1]
nested.append(nested)
print(nested)
d = {}
d["self"] = d
print(d)
both = [t]
both.append(both)
print(both)
print(str(), str(5), str(None), str([1, t]), repr("text"), str(ValueError("v", t)), str(KeyError(t)))
