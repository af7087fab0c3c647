# Where an exception of text that is run went through.
import traceback


def told(text, file="<string>", mode="exec"):
    try:
        exec(compile(text, file, mode), {"helper": helper})
    except Exception:
        print(traceback.format_exc().split("\n", 3)[3], end="")


def helper(number):
    return 1 / number


told("1/0")
told("def f():\n    return helper(0)\n\nf()", "<made>")
told("x = [helper(n) for n in (1, 0)]")
told("class A:\n    def m(self):\n        raise KeyError('k')\nA().m()")
try:
    eval("helper(0)")
except ZeroDivisionError as error:
    entries = []
    at = error.__traceback__
    while at is not None:
        entries.append((at.tb_lineno))
        at = at.tb_next
    print(entries)
exec("def later():\n    pass\n\n\n    undefined")
later()
