# The builtins by the name of their module, and random seeded by texts.
import builtins
import random
import sys
from builtins import len as size, print as show

show(size([1]), builtins.len((1, 2)), builtins.sorted([2, 1]), builtins.int is int, builtins.True_ if False else 3)
show(builtins.max(1, 2), builtins.ValueError is ValueError, [f(-3) for f in (builtins.abs, builtins.str)], sys.path is not None)
for seed in ("abc", "", "日本", b"abc", "a longer text that is more than one block of the digest, so that there is more than one of them to do"):
    random.seed(seed)
    show(random.randint(1, 10**6), random.random())
show(random.Random("x").randrange(1000))
