# Trees written back as text.
import ast

TEXT = '''
"""What it is."""
import os, sys as system
from . import here
from ..far.away import one as two, three
@first
@second(1)  # ) def
def function(a, /, b: int = 1, *rest: str, c, d=2, **more) -> None:
    """  Says it.

        More.
      Less.
    """
    global x, y
    return a if b else lambda: (yield), lambda q, *, r=1: q

@ (
    third
)
async def later(*, only):
    async with a as b, c: pass
    async for i in range(3):
        await x
    else:
        y = [i async for i in z if i if not i]
    return

class Thing(Base, metaclass=Meta, **extra):
    value: int = 3
    (other): str
    thing.part: float = 1.5
    def method(self):
        nonlocal w
        yield from self

for i, (j, *k) in pairs: break
else: continue
while True:
    x += 1; x @= 2; x //= 3; x **= 4; x <<= 5; x >>= 6; x |= 7; x ^= 8; x &= 9; x %= 10; x /= 11; x -= 12; x *= 13
if a < b <= c != d is e is not f in g not in h == i > j >= k: pass
elif a and b or not c: del a, b[1], c.d
elif ~-+x: raise
else:
    raise Error from cause
try: assert x, "message"
except (A, B) as error: pass
except C: pass
except: pass
else: pass
finally: pass
try: pass
except* D: pass
with (open("a") as f, g): x = y = 1, 2
d = {1: 2, **rest, "a": {1, 2}, b"b" b"c": [], None: ..., True: 1.5e3, 3j: 12345678901234567890123}
s = u"u" 'v', "é" "ö" + z
l = [a[1], a[1:2], a[::3], a[1:2, ::3], a[:], a[*b], a[b,]]
t = (), (1,), (x := 5), [x for x in y], {x for x, in y}, {k: v for k, v in y}, sum(x for x in y), ((x for x in y))
f(a, *b, c=d, **e)
a.b.c(1)(2)[3]
match x, y:
    case 1 | -2 | 3+4j | "s" | a.b: pass
    case None | True: pass
    case [a, *_, b] | (a, [*b]): pass
    case {"k": v, **rest} if v: pass
    case Point(1, x=2) as p: pass
    case {}: pass
    case _: pass
    case other: pass
'''
print(ast.unparse(ast.parse(TEXT)))
for text in (
    "(a + b) * c - (d - e)", "a ** -b ** c", "(a ** b) ** c", "-(a ** b)", "(-a) ** b", "not (a and b) or c and (d or e)", "a or b or not c", "(a, b)[0]",
    "lambda: (yield)", "(lambda: 1)()", "(a if b else c) if d else e", "x = yield", "a[(1, 2)]", "a[()]", "(1).real", "1.5.real", "(yield)", "(a := 1)",
    "f((a := 1), b=(c := 2))", "*a, b = c", "print(*a, **b)", "f'{a!r:>{b}} {{}} {c}'", "f'{a[\"k\"]}\\n'", "f'it\\'s {a}'", "f'{ {1: 2}[1] }'",
    "f'{(lambda: 1)()}'", "f'{a, b}'", "'\\x00\\n\\'\"'", "b'\\x00'", "1e400", "1j", "-1", "{**a, 1: 2}", "{*a}", "(await_ for x in (a if b else c) if d)",
    "a < (b < c)", "not a == b", "~(a | b) & c", "return (1, 2)", "for x, in y: pass", "def f(): 'doc\"\"\"s'\n", "class A: u'd\\\\oc'\n", "del (a), (b, c)",
    "async def f():\n await (yield)\n return [await x]", "global a", "with (a, b): pass", "with a as (b, c): pass", "assert (a, b)", "if a:\n if b: pass\n else: pass",
    "if a: pass\nelse:\n if b: pass\n c", "@a.b(c)\ndef f(): ...", "raise", "match (a, b):\n case (1 | 2) as x: pass\n case [(a | b), *_]: pass\n case ((1 as a) | (2 as a)): pass",
):
    print(ast.unparse(ast.parse(text)))
print(ast.unparse(ast.Name("n")), ast.unparse(ast.Constant((1, None, ...))), ast.unparse(ast.parse("a+b", mode="eval")), ast.unparse(ast.Set([])))
print(ast.dump(ast.parse(ast.unparse(ast.parse(TEXT)))) == ast.dump(ast.parse(TEXT)))
