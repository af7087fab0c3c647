"""Namespaces that text is run in: dicts, mappings, functions, other threads' variables."""
from collections import ChainMap, UserDict, defaultdict


class Loud(dict):
    def __getitem__(self, name):
        print("get", name)
        return super().__getitem__(name)

    def __setitem__(self, name, value):
        print("set", name, value)
        super().__setitem__(name, value)


loud = Loud(a=1)
exec("b = a + 1\nprint(b)", {}, loud)
print(dict(loud))


class Missing(dict):
    def __missing__(self, name):
        return f"<{name}>"


print(eval("x + y", {"__builtins__": {}}, Missing(y="known")))
print(eval("a + b", {}, ChainMap({"a": 1}, {"b": 2})))
print(eval("a", {}, UserDict(a=5)))
print(eval("n", {}, defaultdict(lambda: 7)))

space = {}
exec("def counter():\n    global total\n    total = globals().get('total', 0) + 1\n    return total", space)
print(space["counter"](), space["counter"](), space["total"], "total" in globals())
space["total"] = 10
print(space["counter"]())
print(sorted(name for name in space if not name.startswith("__")), type(space["__builtins__"]).__name__)

exec("exec('deep = 1')\nprint(deep, sorted(n for n in locals() if n != '__builtins__'))", {})
print(eval("eval('1 + eval(\"2\")')"))


def scope(a, b=2):
    c = a + b

    def inner():
        return c, eval("c + 1")

    exec("d = c * 2\nprint(d)")
    print(sorted(locals()), inner())
    print(eval("[a, b, c]"), eval("(lambda: __name__)()"))
    try:
        eval("[a for _ in range(1)]")
    except NameError as error:
        print(error)
    exec("e = a", globals(), found := {"a": a})
    return found


print(scope(1))


class Holder:
    kept = eval("1 + 1")

    def method(self, value):
        return eval("self.kept + value")


print(Holder().method(5))

code = compile("def add(x, y=1, *, z=2):\n    'adds'\n    return x + y + z + base", "<adder>", "exec")
exec(code, named := {"base": 100, "__name__": "made"})
add = named["add"]
print(add(1), add(1, 2, z=3), add.__doc__, add.__module__, add.__qualname__, add.__defaults__, add.__kwdefaults__)
print(add.__globals__ is named, add.__code__.co_varnames, add.__code__.co_filename, add.__code__.co_firstlineno)

exec("from math import floor as low, ceil\nimport os.path as p\nprint(low(2.5), ceil(2.5), p.basename('/a/b'))", {})
try:
    exec("import no_such_module")
except ImportError as error:
    print(type(error).__name__, error)
try:
    exec("from math import nothing")
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])

exec("""
async def main():
    return await other() + 1

async def other():
    return 41

import asyncio
print(asyncio.run(main()))
""", {})

exec("match [1, 2]:\n    case [first, *rest]:\n        print(first, rest)")
exec("for i in range(3):\n    if i == 2:\n        break\nelse:\n    print('never')\nprint(i)")
exec("a, *b = 1, 2, 3\n(c := 5)\nprint(a, b, c)\ndel a\ntry:\n    a\nexcept NameError as error:\n    print(error)", {})
Point = eval("type('Point', (), {'x': 1, 'get': lambda self: self.x})")
print(Point().get(), Point.__name__)
print(sorted(n for n in eval("dir()", {}, {"q": 1, "r": 2})))
if True:
    exec("shadowed = 'by text'")
print(shadowed)


def reader():
    return later_bound


exec("later_bound = 'bound by text'")
print(reader())
try:
    never_bound
except NameError as error:
    print(error)
