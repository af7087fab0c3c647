# collections: UserString, and what namedtuple, defaultdict and UserList tell of themselves.
import copy
import collections
from collections import Counter, UserList, UserString, defaultdict, namedtuple


def error(action):
    try:
        action()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


s = UserString("Hello World")
print(s, repr(s), len(s), s[0], type(s[1:3]).__name__, s + "!", "<" + s, s * 2, "World" in s, UserString("lo") in s)
print(s == "Hello World", s < "I", UserString(5) + 1, int(UserString("12")), s.upper(), s.split())
print(s.replace(UserString("l"), "L"), s.find("o"), s.partition(" "), s.center(15, "*"), s.zfill(13), s.encode(), s.title().swapcase())
print(UserString("%s-%d") % ("a", 3), UserString("{}+{x}").format(1, x=2), ",".join([str(UserString("a")), "b"]), list(UserString("ab")))
print(copy.copy(s) == s, s.removeprefix("Hello"), s.removesuffix("World"), s.startswith("He"), s.isalpha())
print(set(dir(str)) <= set(dir(UserString)), isinstance(s, collections.abc.Sequence), s.count("l"), s.index("o"), error(lambda: s.index("z")))

P = namedtuple("P", "x y", defaults=[5])
print(P.x.__doc__, repr(P.y), P.__new__.__defaults__, P(1), P._field_defaults, P.__doc__)
P.x.__doc__ = "across"
print(P.x.__doc__, P.y.__doc__, repr(P.x), error(lambda: setattr(P(1), "x", 2)), namedtuple("Q", "a", module="elsewhere").__module__)

d = defaultdict(int, a=1)
d |= [("b", 2)]
d |= {"c": 3}
print(d, type(d | {"z": 1}).__name__, error(lambda: d | [("q", 1)]).partition(":")[0])


class Deep(defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


print(repr(Deep()).startswith("Deep(<bound method Deep.make of Deep(..., {})>, {})"))
u = UserList([1, 2])
u.note = [3]
v = copy.copy(u)
print(v, v.note is u.note, v.data is u.data, type(v).__name__)
counts = Counter("abca")
counts |= Counter("dd")
print(counts.most_common(), counts.total())
