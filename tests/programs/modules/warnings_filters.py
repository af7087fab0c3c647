"""warnings: what is told, recorded, ignored, or raised."""
import sys
import warnings


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except BaseException as failure:
        print(type(failure).__name__, failure)


def shown(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, message)


class Own(UserWarning):
    pass


print(warnings.filters)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    for _ in range(2):
        warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(Own("third", 3))
    print([(type(one.message).__name__, str(one.message), one.category.__name__, one.source) for one in log])
print(len(log), log[0].file, log[0].line)

with warnings.catch_warnings():
    warnings.simplefilter("error", Own)
    told(warnings.warn, "raised", Own)
    warnings.simplefilter("ignore")
    told(warnings.warn, "ignored", Own)
print(len(warnings.filters))

warnings.showwarning = shown
for _ in range(3):
    warnings.warn("in a loop, said once")
warnings.warn("deprecated", DeprecationWarning)
warnings.warn("not said", PendingDeprecationWarning)
warnings.warn("not said", ResourceWarning)
warnings.simplefilter("once")
for _ in range(2):
    warnings.warn("once", RuntimeWarning)
warnings.warn("once", RuntimeWarning)
warnings.simplefilter("always", category=RuntimeWarning)
warnings.warn("once", RuntimeWarning)
warnings.resetwarnings()
print(warnings.filters)
warnings.warn("not filtered", ImportWarning)
warnings.simplefilter("ignore", append=True)
warnings.simplefilter("ignore", append=True)
print(warnings.filters)

registry = {}
warnings.simplefilter("default")
for lineno in (1, 2, 1):
    warnings.warn_explicit("at a line", UserWarning, "file.py", lineno, registry=registry)
warnings.simplefilter("module")
for lineno in (3, 4):
    warnings.warn_explicit("in a module", UserWarning, "file.py", lineno, registry=registry)
with warnings.catch_warnings():
    warnings.simplefilter("ignore", lineno=7)
    for lineno in (7, 8):
        warnings.warn_explicit("at another line", UserWarning, "file.py", lineno)
with warnings.catch_warnings(record=True) as log:
    warnings.warn_explicit("explicit", UserWarning, "file.py", 12, module="m", registry={})
    print(log[0].lineno, log[0].filename, log[0])
print(warnings.formatwarning("text", UserWarning, "file.py", 3, "  x = 1\n"), end="")


class File:
    def write(self, text):
        print("file:", repr(text))


with warnings.catch_warnings():
    warnings.showwarning = None
    told(warnings.warn, "cannot be shown")
warnings.showwarning("text", UserWarning, "file.py", 3, File(), "line")
told(warnings.warn, "text", int)
told(warnings.warn, "text", "category")
told(warnings.simplefilter, "no such action")
told(warnings.simplefilter, "error", lineno=-1)
told(warnings.filterwarnings, "error", 5)
told(warnings.filterwarnings, "error", category=int)
catcher = warnings.catch_warnings(record=True)
told(catcher.__exit__)
with catcher:
    told(catcher.__enter__)
    print(catcher)
warnings.filterwarnings("ignore", "not .* at all", UserWarning)
warnings.warn("not said at all")
warnings.warn("said after all")
with warnings.catch_warnings(action="error"):
    told(warnings.warn, "by the argument")
