# The trees of texts: every statement, expression and pattern, with its place.
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
tree = ast.parse(TEXT)
print(ast.dump(tree))
print(ast.dump(tree, include_attributes=True, indent=1))
print(ast.dump(ast.parse("a + é * (b)", mode="eval"), False, True))
print(ast.dump(ast.parse("x = 1; y", mode="single"), False))
print(ast.dump(ast.parse("")), ast.dump(ast.parse("'doc'"), indent="\t"))
for node in ast.walk(tree):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Module)):
        print(type(node).__name__, repr(ast.get_docstring(node)), repr(ast.get_docstring(node, clean=False)))
    if isinstance(node, (ast.Call, ast.Compare, ast.GeneratorExp)):
        print(repr(ast.get_source_segment(TEXT, node)))
print(sum(1 for _ in ast.walk(tree)))
for text in ("class C: x;", "if a: x ;", "def f(): x ; y ;", "try: a\nexcept: b;", "if a: pass\nelif b: c;", "match a:\n case b: c;", "while a:\n with b: c ; "):
    print([(type(node).__name__, node.end_col_offset) for node in ast.walk(ast.parse(text)) if hasattr(node, "end_lineno")])
for bad in ("a +", "def f(:\n pass", "x = (1", " x", "1 = 2", "f(x for x in y, 1)"):
    try:
        ast.parse(bad)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno)
for bad in ({"mode": "other"}, {"source": 3}):
    try:
        ast.parse(**({"source": "1"} | bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
