"""pprint: values in lines of a width, and what is in itself."""
import collections
import dataclasses
import pprint
from pprint import pformat


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as failure:
        print(type(failure).__name__, failure)


words = "the quick brown fox jumps over the lazy dog and runs away from the hunters in the wood".split()
data = {"name": "raddle", "numbers": [*range(9)], "nested": {"b": (1,), "a": {"x": frozenset(words[:1]), "y": {3, 1, 2}}}, 7: None, (1, 2): "t"}
for options in ({}, {"width": 40}, {"width": 20, "compact": True}, {"indent": 4, "width": 50}, {"depth": 1}, {"depth": 2, "width": 30}, {"compact": True, "indent": 3}):
    print(options)
    print(pformat(data, **options))
pprint.pprint(words, width=200)
pprint.pprint(words[:3], width=1)
pprint.pprint(tuple(words), compact=True, width=50)
pprint.pp({"b": 1, "a": [2] * 20, "c": {}}, width=60)
pprint.pprint(" ".join(words) + "\nsecond line\n" + "x" * 100)
pprint.pprint([" ".join(words), "short", b"0123456789" * 9], width=60)
pprint.pprint(b"\x00\xff" * 30)
pprint.pprint({"k": " ".join(words)}, width=50)
pprint.pprint([[], {}, (), set(), frozenset(), "", b"", (1,), {"a": ()}], width=5)
pprint.pprint([10**9, 12345, -1234567], underscore_numbers=True)
for value in (
    collections.OrderedDict((word, len(word)) for word in words[:7]), collections.defaultdict(int, {word: len(word) for word in words[:7]}),
    collections.Counter("abracadabra" * 3 + "the rest of it, and more"), collections.deque(words[:7]), collections.deque(words[:7], maxlen=30),
    collections.ChainMap({"a": words[:7]}, {"b": 2}), collections.UserDict({"k": words[:7]}),
):
    pprint.pprint(value, width=60)


@dataclasses.dataclass
class Point:
    x: int
    y: list
    hidden: int = dataclasses.field(default=0, repr=False)


class Named(dict):
    pass


class Own(list):
    def __repr__(self):
        return "Own" * 30


pprint.pprint([Point(1, words[:7]), Point(2, [Point(3, [])])], width=60)
pprint.pprint([Named(a=words[:7]), Own(words)], width=70)
loop = [1, {"self": None}]
loop[1]["self"] = loop
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable(data), pprint.isreadable(object()), pprint.isrecursive(data))
print(pformat(loop).replace(str(id(loop)), "ID"), pprint.saferepr(loop).replace(str(id(loop)), "ID"), pprint.saferepr({2: 1, 1: 2}))
told(pprint.PrettyPrinter, indent=-1)
told(pprint.PrettyPrinter, depth=0)
told(pprint.PrettyPrinter, width=0)


class Short(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object[:3], True, False
        return super().format(object, context, maxlevels, level)


print(Short().pformat(words[:12]), Short(width=14).pformat({"alphabet": "betagamma", "gamma": [1, "delta"]}))
