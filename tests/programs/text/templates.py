# str.format and str.format_map.


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __str__(self):
        return f"({self.x}, {self.y})"


def attempt(template, *args, **kwargs):
    try:
        print(repr(template), repr(template.format(*args, **kwargs)))
    except Exception as error:
        print(repr(template), type(error).__name__, error)


attempt("{} {}", 1, 2)
attempt("{1} {0}", 1, 2)
attempt("{a} {b}", a=1, b=2)
attempt("{0} {a} {0}", "x", a=[1])
attempt("{{}} {} {{", 1)
attempt("}}{{")
attempt("{:>5}|{:<5}|{:^5}", 1, 2, 3)
attempt("{:{}}|{:{w}.{p}f}", 1, 5, 3.14159, w=8, p=2)
attempt("{0[1]} {0[0]} {1[k]}", [1, 2], {"k": "v"})
attempt("{0[-1]}", {"-1": "minus"})
attempt("{0.x} {0.y} {p.x} {0}", Point(1, 2), p=Point(3, 4))
attempt("{0.x:03} {0!s:>10} {0.real}", Point(1, 2)) if False else None
attempt("{.x} {.y}", Point(1, 2), Point(3, 4))
attempt("{a[0][1].x}", a=[[0, Point(7, 8)]])
attempt("{!r} {!s} {!a}", "é", "é", "é")
attempt("{0!r:>6}", "a")
attempt("{} {}", 1)
attempt("{5}", 1)
attempt("{a}")
attempt("{} {0}", 1)
attempt("{0} {}", 1)
attempt("{", 1)
attempt("}", 1)
attempt("a}b", 1)
attempt("{0", 1)
attempt("{0!}", 1)
attempt("{0!x}", 1)
attempt("{0!rx}", 1)
attempt("{0!", 1)
attempt("{0!é}", 1)
attempt("{a{b}}", a=1)
attempt("{0:{1:{2}}}", 1, 2, 3)
attempt("{0[}", 1)
attempt("{0[]}", 1)
attempt("{0[a]x}", {"a": 1})
attempt("{0.}", 1)
attempt("{0.nothing}", 1)
attempt("{0[nothing]}", {})
attempt("{0[5]}", [1])
attempt("{0[a]}", [1])
attempt("{99999999999999999999}", 1)
attempt("{:d}", "a")
attempt("{:5}", [])
attempt("{0:}", 1)
attempt("{:{}}", "a", ">5")
attempt("{:.{}f} {:{fill}{align}6}", 2.0, 3, "x", fill="*", align="^")
attempt("no fields", 1, 2, a=3)
attempt("{x.y}", x=Point(1, [2, 3]))
attempt("{x.y[1]:>4}|", x=Point(1, [2, 3]))
attempt("{} {p}", Point(0, 0), p=Point(5, 5))
attempt("{0} {0.x} {}", Point(0, 0))
attempt("{:{w}}", Point(0, 0), w="5")
attempt("{!s:{w}}|", Point(0, 0), w="8")
attempt("{q.x} {")
attempt("{0.x} {q}", Point(0, 0))
attempt("{0.x} {1}", Point(0, 0))
attempt("{0.x!q}", Point(0, 0))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b:>5}".format_map({"a": 1, "b": 2}))
print("{a} {b}".format_map(Default(a=1)))
for template, mapping in [("{}", {}), ("{0}", {}), ("{a}", {}), ("{a}", 5)]:
    try:
        print(template.format_map(mapping))
    except Exception as error:
        print(type(error).__name__, error)
print("{:5}|{:<5}|{:>05}|{:+d}".format(True, 1.5, 7, 3))
print("{0:>{1}}".format("right", 10), "{:,}".format(10**9), "{:%}".format(0.5))
print(str.format("{} {x}", 1, x=2))
