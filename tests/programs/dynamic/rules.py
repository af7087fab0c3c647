"""Rules about names, futures and patterns that CPython holds a text against behind its parser."""


def show(text):
    try:
        compile(text, "<string>", "exec")
        print("fine", repr(text))
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset, repr(text))


for text in [
    "def f():\n  global x\n  nonlocal x", "def f():\n  nonlocal x\n  global x", "def f(x):\n  nonlocal x", "def f(x):\n  global x",
    "def f():\n  global x\n  x: int", "def f():\n  global x\n  x: int = 1",
    "from __future__ import annotations", "'doc'\nfrom __future__ import annotations", "from __future__ import doesnt_exist",
    "from __future__ import braces", "x=1\nfrom __future__ import division", "def f():\n  from _ import *",
    "[*x for x in xs]", "{*x for x in xs}", "x = [(yield i) for i in range(3)]", "def f():\n  return {(yield): 1 for i in x}",
    "def f():\n  return [i for i in (yield)]", "def f():\n  return ((yield i) for i in x)",
    "match x:\n  case f'':\n    pass", "match x:\n  case f'{y}':\n    pass", "match x:\n  case {0: a, 1: b}:\n    pass",
    "if 1:\n        print()\n\tprint()", "if 1:\n  if 2:\n    pass\n   pass",
]:
    show(text)
for text in ["match x:\n  case {0: a, False: b}:\n    pass", "match x:\n  case {0: a, 0.0: b}:\n    pass",
             "match x:\n  case {0: a, 0j: b}:\n    pass"]:
    try:
        compile(text, "<string>", "exec")
    except SyntaxError as error:
        print(error.msg.split("(")[0].strip())
