"""What is found in a text behind the parser."""


def show(text):
    try:
        compile(text, "<string>", "exec")
        print("fine", repr(text))
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.text, repr(text))


for text in [
    "*a",
    "*a = 1",
    "a = *b",
    "*a, *b = c",
    "*a, b = c",
    "a = *b, c",
    "print(*a)",
    "try: x\nexcept: y\nexcept A: z",
    "[i := 0 for i in range(5)]",
    "[[(i := 0) for j in range(5)] for i in range(5)]",
    "[i for i in (j := range(3))]",
    "{i for i in [k for k in (j := [1])]}",
    "[(j := 0) for i in range(5) for j in range(5)]",
    "class A:\n    x = [(y := i) for i in range(2)]",
    "[y := f(x), y**2]",
    "x = [last := i for i in range(5)]",
    "def f():\n    return [(t := i) for i in range(5)]",
    "nonlocal a",
    "def f():\n    nonlocal a",
    "def f(a):\n    global a",
    "return",
    "class A:\n    return 1",
    "for i in x:\n    def f():\n        break",
]:
    show(text)

space = {}
exec("x: int\ny: str = 'a'\nif True:\n    z: 'later' = 3\n(q): int = 4\no = type('O', (), {})\no.a: int = 1", space)
print(space["__annotations__"], space["y"], "x" in space)
exec("def f():\n    global g\n    g = 1\ng = 5\nf()", outer := {}, inner := {})
print(outer.get("g"), inner.get("g"))


class Names(dict):
    def __missing__(self, name):
        return "missing " + name


print(eval("a + b", Names(a="A ")))
print(eval("(lambda: c)()", Names()))
for wrong in (123, None):
    try:
        exec("print(1)", {"__builtins__": wrong})
    except TypeError as error:
        print(error)
print(eval("len", {"__builtins__": type("D", (dict,), {})(len=5)}))


class Keys:
    def __getitem__(self, name):
        if len(name) == 3:
            raise KeyError(name)
        return name * 2

    def keys(self):
        return ["z", "a"]


print(eval("dir()", {}, Keys()), eval("spam", {}, Keys()))
print(callable(__builtins__), __builtins__.len("abc"), eval("__builtins__['len']('ab')", {}))
