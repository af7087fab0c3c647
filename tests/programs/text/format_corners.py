# Mistakes are told in the order in which CPython comes to them, and name the class of the value.


class Name(str):
    pass


class Count(int):
    pass


class Ratio(float):
    pass


class Loud:
    def __str__(self):
        raise KeyError("str was asked")


def tell(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


# A method's own object is not given by keyword.
tell(lambda: "{self} {cls}".format(self=1, cls=2))
tell(lambda: "{self.real} {}".format(3, self=1))
print(dict(self=1, cls=2))

# A subclass is named.
tell(lambda: format(Name("a"), "d"))
tell(lambda: format(Name("a"), "5xy"))
tell(lambda: format(Count(1), "s"))
tell(lambda: format(Ratio(1.5), "d"))
tell(lambda: f"{True:s}")
tell(lambda: "{0[x]}".format(Name("a")))
tell(lambda: "{0[9]}".format(Name("a")))

# What is wrong behind a step is told after the step.
for template in ("{0.real.}", "{0.no.}", "{1[]}", "{0[a]b}", "{2[99999999999999999999]}", "{99999999999999999999}"):
    tell(lambda: template.format(1, (2,)))
tell(lambda: "{0.}".format_map({}))

# The value of a key is the only one, for its width, too.
tell(lambda: "%(a)*d" % {"a": 3})
tell(lambda: "%(a)*d" % {"a": "x"})
tell(lambda: "%(a)s %s" % {"a": 3})
tell(lambda: "%(a)d %(b)d" % {"a": 3, "b": 4})
tell(lambda: "%(a" % 1)
tell(lambda: "%(a" % {})
tell(lambda: "%(a)" % {"b": 1})
tell(lambda: "%(a)% %s" % {"a": 1})

# Stars before mistakes, mistakes before values.
tell(lambda: "%*" % "x")
tell(lambda: "%*.99999999999d" % ("x",))
tell(lambda: "%.99999999999d" % ())
tell(lambda: "%5%" % ())
tell(lambda: "%5%" % 1)
tell(lambda: "%*d" % (2**70, 1))
tell(lambda: "%.*f" % (2**70, 1))
tell(lambda: "%.*f" % (-3, 1.5))
tell(lambda: "%*d|" % (-4, 1))

# Letters that stand for nothing.
for letter in ("q", "\x7f", "\x1f", "é", "\n", "b"):
    tell(lambda: ("%" + letter) % 1)
tell(lambda: b"%\x7f" % 1)

# The program is asked before later mistakes are found.
tell(lambda: "%s %q" % (Loud(), 1))
tell(lambda: "%s %" % Loud())
tell(lambda: "%s %(a" % Loud())
tell(lambda: "{} {".format(Loud()))
tell(lambda: "{} {1}".format(Loud()))

for number in (-1, 0x110000, 10**30, -(10**30)):
    tell(lambda: format(number, "c"))
    tell(lambda: "%c" % number)
