# str.format and format_map: fields, numbering, nested specifications, errors.

def show(template, *args, **kwargs):
    try:
        print(repr(template.format(*args, **kwargs)))
    except Exception as error:
        print(repr(template), type(error).__name__, error)

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __format__(self, spec):
        return f"<{spec}>" if spec else "plain"

    def __getitem__(self, key):
        return f"item {key!r}"

    @property
    def double(self):
        return Point(self.x * 2, self.y * 2)

point = Point(1, [10, 20])
show("")
show("{}", 1)
show("{} {}", 1, "a")
show("{1} {0} {1}", "a", "b")
show("{a} {b}", a=1, b=2)
show("{} {a} {}", 1, 2, a=3)
show("{{}} {{{}}}", 1)
show("{0.x} {0.y[1]} {0[key]} {0[0]} {0.double.x} {0.double[-1]}", point)
show("{0[a]} {0[b c]} {0[1]}", {"a": 1, "b c": 2, 1: 3})
show("{a[0][1]} {a[1].real}", a=[[1, 2], 3])
show("{.x} {[0]}", point, [5])
show("{!r} {!s} {!a} {0!r:>14}", point, point, "ä")
show("{0!r:>14}|{0!s:*^16}|{0:spec}|{0}", point)
show("{:>{}}|{:{width}.{precision}f}|{:{}{}{}}", "a", 5, 3.14159, "x", "*", "^", 7, width=8, precision=2)
show("{0:{1}{2}}", 5, ">", 4)
show("{:{a[0]}}", 5, a=["4"])
show("{:{:}}", 5, 6)
show("{:%}", 0.5)
show("{:}}}", 1)
show("{:{{}", 1)
show("{")
show("}")
show("{}}")
show("{{}")
show("a { b")
show("{0")
show("{0!")
show("{0!r")
show("{0!x}", 1)
show("{0!rr}", 1)
show("{!}", 1)
show("{0:")
show("{0.}", 1)
show("{0[}", 1)
show("{0[]}", [1])
show("{0[0}", [1])
show("{0[0]x}", [1])
show("{0.x.}", point)
show("{.}", 1)
show("{} {0}", 1)
show("{0} {}", 1)
show("{0:{}}", 1)
show("{:{0}}", 1)
show("{}")
show("{} {}", 1)
show("{1}", 0)
show("{a}")
show("{a}", 1)
show("{a.b}", a=1)
show("{0.nothing}", 1)
show("{0[x]}", [1])
show("{0[5]}", [1])
show("{0[x]}", {})
show("{0[1]}", {"1": 2})
show("{0[-1]}", [1, 2])
show("{-1}", 1)
show("{ 0 }", 1)
show("{ a}", a=1)
show("{0x}", 1)
show("{a b}", **{"a b": 3})
show("{a-b}", **{"a-b": 3})
show("{99999999999999999999}", 1)
show("{:d}", "a")
show("{:s}", 1)
show("{:{:{:}}}", 1, 2, 3)
show("{:10}", None)
show("{:10}", [1])
show("{}", None)
show("{!r:10}|", None)
show("{!s:>6}|", [1])
show("{:>8}|{:<8}|{:^8}|{:=8}|{:08}", 1, 2, 3, -4, -5)
show("{:,} {:_} {:_x} {:,.2f}", 1234567, 1234567, 0xabcdef01, 1234567.891)
show("{:>6}{:>6}", True, 1.5)

class Defaults(dict):
    def __missing__(self, key):
        return f"<no {key}>"

print("{a} {b}".format_map({"a": 1, "b": 2}), "{a} {b!r:>10}".format_map(Defaults(a=1)))
for template, mapping in (("{}", {}), ("{0}", {}), ("{a}", {}), ("{a}", [1]), ("{0}", {"0": 1}), ("{a}", {"a": point})):
    try:
        print(template.format_map(mapping))
    except Exception as error:
        print(template, type(error).__name__, error)

class Bad:
    def __format__(self, spec):
        return 1

class Worse:
    def __format__(self, spec):
        raise KeyError(spec)

class Text(str):
    def __format__(self, spec):
        return "T" + str.__format__(self, spec)

class Money(int):
    pass

show("{}", Bad())
show("{:x}", Worse())
show("{:>5}{}", Text("a"), Text("b"))
show("{:>5}|{:05.1f}", Money(3), Money(4))
show("{0.__class__.__name__}", 1)
print(Text("{}!").format(1), type(Text("{}").format(1)).__name__)
