"""exec and eval in the module, in dicts and in functions."""
import sys
print(eval("1+2"))
exec("x = 1")
print(x)
exec("def f(a):\n    return a + x\n")
print(f(5))
x = 10
print(f(5))
ns = {}
exec("y = 3\ndef g(): return y * 2\nclass A:\n    z = y\n    def m(self): return y, self.z", ns)
print(ns["g"](), ns["A"]().m(), sorted(ns))
def h():
    loc = 5
    print(eval("loc + x"))
    exec("loc = 6; print(loc)")
    print(loc)
    return locals()
print(h())
c = compile("1 + 1\n", "<foo>", "eval")
print(c.co_name, c.co_filename, eval(c), c.co_firstlineno)
print(eval("a+b", {"a": 1}, {"b": 2}))
print([eval("i * x") for i in range(3)])
exec("import math\nprint(math.floor(2.5))")
exec("for i in range(3):\n    print(i, end=' ')\nprint()")
exec(compile("1+5\nNone\n'a'", "<s>", "exec"))
exec(compile("1+5", "<s>", "single"))
print(eval("f.__module__, f.__globals__ is globals(), ns['g'].__globals__ is ns"))
print(eval(b"3*4"), eval(" \t 5"), eval("6\n"))
class Chain:
    def __init__(self, d): self.d = d
    def __getitem__(self, k):
        print("get", k)
        return self.d[k]
    def __setitem__(self, k, v):
        print("set", k, v)
        self.d[k] = v
    def __delitem__(self, k):
        print("del", k)
        del self.d[k]
m = Chain({"q": 4})
exec("r = q + 1\nprint(len('abc'))\ndel r", {}, m)
print(m.d)
for bad in [5, None, 1.5]:
    try: exec(bad)
    except TypeError as e: print(e)
    try: eval(bad)
    except TypeError as e: print(e)
for g, l in [(5, None), ({}, 5), (m, None)]:
    for fn in exec, eval:
        try: fn("1", g, l)
        except TypeError as e: print(e)
try: compile("1", "f", "foo")
except ValueError as e: print(e)
try: compile(5, "f", "exec")
except TypeError as e: print(e)
g = {"__builtins__": {"len": len}}
print(eval("len('abcd')", g))
try: eval("print(1)", g)
except NameError as e: print(e)
try: exec("undefined_name")
except NameError as e: print(e, e.name)
def outer():
    k = 3
    exec("def inner(): return 5", globals())
    return inner()
print(outer())
d = {}
exec("global gg\ngg = 5\nhh = 6", d, loc := {})
print(d["gg"], loc)
exec("x += 1"); print(x)
exec("del x")
try: x
except NameError as e: print(e)
exec("a = [i for i in range(4)]\nb = {k: v for k, v in zip('ab', a)}\nc2 = (lambda n: n + 1)(2)\nprint(a, b, c2)")
exec("def gen():\n    yield 1\n    yield 2\nprint(list(gen()))", {})
exec("def mk():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n        return n\n    return inc\ni = mk()\nprint(i(), i())", {})
exec("class B:\n    '''doc'''\n    w: int = 3\n    def __init__(self): super().__init__(); self.v = __class__.__name__\nprint(B().v, B.__doc__, B.__module__, B.__qualname__)", {"__name__": "mod"})
exec("try:\n    1/0\nexcept ZeroDivisionError as e:\n    print('zde', e)\nfinally:\n    print('fin')")
exec("with open('/tmp/text.txt', 'w') as fh:\n    fh.write('hi')\nprint(open('/tmp/text.txt').read())")
print(eval("(lambda: __name__)()"), eval("__name__", {}), eval("__name__", {"__name__": "zz"}))
exec("print(sorted(locals()))", {}, {"p": 1, "o": 2})
exec("print(sorted(globals()))", {"p": 1, "o": 2})
print(eval("[v for v in (1,2,3) if v > 1]"), eval("{1: 2, **{3: 4}}"), eval("f'{1+1!r:>4}'"))
co = compile("def ff(a, b=2, *c, d, **e):\n    z = 1\n    return z", "file.py", "exec")
exec(co)
print(ff.__code__.co_varnames, ff.__code__.co_argcount, ff.__code__.co_name, ff.__code__.co_filename, ff.__code__.co_freevars)
print(co == compile("def ff(a, b=2, *c, d, **e):\n    z = 1\n    return z", "file.py", "exec"))
