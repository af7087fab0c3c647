"""traceback: exceptions as the interpreter prints them, whole and in parts."""
import sys
import threading
import traceback


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as failure:
        print(type(failure).__name__, failure)


def deep(n):
    if n:
        return deep(n - 1)
    return [1 / x for x in (1, 0)]


try:
    try:
        deep(5)
    except ZeroDivisionError as error:
        error.add_note("a note\nin two lines")
        raise KeyError("k") from error
except KeyError as error:
    kept = error
    print(traceback.format_exc())
    print(traceback.format_exc(limit=1, chain=False))
    traceback.print_exc(file=sys.stdout, limit=-1)

try:
    try:
        {}["a"]
    except KeyError:
        int("x")
except ValueError as error:
    print(len(traceback.format_exception(error)), traceback.format_exception(error)[-3:])
    error.__suppress_context__ = True
    traceback.print_exception(error, file=sys.stdout)
    traceback.print_exception(ValueError, error, None, file=sys.stdout)

stack = traceback.extract_tb(kept.__cause__.__traceback__)
print(len(stack), [(frame.lineno, frame.name, frame.line) for frame in stack[-3:]])
print(len(stack.format()), repr(stack.format()[-2]), stack[0] == stack[0], [*stack[0]][1:], len(stack[0]))
print(traceback.format_tb(kept.__traceback__) == stack.__class__.from_list(traceback.extract_tb(kept.__traceback__)).format())
print(traceback.format_list([("a.py", 3, "f", " x = 1 "), ("b.py", 4, "g", None)]))
print(traceback.StackSummary.from_list([("a.py", 3, "f", "x = 1")]))
traceback.print_tb(kept.__traceback__, file=sys.stdout)


class Odd(Exception):
    def __str__(self):
        raise RuntimeError


class Outer:
    class Inner(Exception):
        pass


for exception in (Odd(), Outer.Inner("two\nlines"), ValueError(), KeyError(1), KeyboardInterrupt(), SystemExit(3), SyntaxError("bad", ("f.py", 3, 5, "  a b c\n"))):
    print(traceback.format_exception_only(exception))
print(traceback.format_exception_only(None, kept), traceback.format_exception(None), repr(traceback.format_exc()))
told(traceback.format_exception, 3)
told(traceback.format_exception, ValueError, kept)
described = traceback.TracebackException.from_exception(kept, limit=1)
print(described, described.exc_type, described.__cause__, described.__context__ is None, described.__suppress_context__)
print("".join(described.format(chain=False)), [*described.format_exception_only()], described == traceback.TracebackException.from_exception(kept, limit=1))


def worker():
    try:
        deep(0)
    except ZeroDivisionError:
        lines.append(traceback.format_exc().splitlines()[-1])


lines = []
threads = [threading.Thread(target=worker) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(lines)
