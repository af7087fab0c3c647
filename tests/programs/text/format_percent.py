# The % of strings.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

class Point:
    def __repr__(self):
        return "Point()"
    def __str__(self):
        return "at"

class Whole:
    def __int__(self):
        return 7

class Index:
    def __index__(self):
        return 8

class Half:
    def __float__(self):
        return 0.5

class Mapping:
    def __getitem__(self, key):
        return f"<{key}>"

class Row(tuple):
    pass

show(lambda: "%s and %r and %a" % ("ä", "ä", "ä"))
show(lambda: "%d %i %u %5d|%-5d|%05d|%+d|% d" % (1, 2, 3, 4, 5, 6, 7, 8))
show(lambda: "%x %X %#x %#X %o %#o %08x" % (255, 255, 255, 255, 8, 8, 255))
show(lambda: "%f %.2f %10.3f|%-10.1f|%e %.1E %g %G %#.3g" % (1.5, 2.345, 3.14159, 4.55, 12345.678, 0.00012, 1e10, 1e-10, 1))
show(lambda: "%c%c%c" % ("a", 98, "日"))
show(lambda: "%%|%5%|%s%%" % "x")
show(lambda: "%s" % 1)
show(lambda: "%s" % "a")
show(lambda: "%s" % [1, 2])
show(lambda: "%s" % {"a": 1})
show(lambda: "%s" % None)
show(lambda: "%s" % ())
show(lambda: "%s" % (1,))
show(lambda: "%s" % ((1, 2),))
show(lambda: "%s %s" % (1, 2))
show(lambda: "%s %s" % Row((1, 2)))
show(lambda: "%(a)s %(b)d %(a)r" % {"a": "x", "b": 2})
show(lambda: "%(a b)s %(a(b))s %%" % {"a b": 1, "a(b)": 2})
show(lambda: "%(k)s %(l)5s|" % Mapping())
show(lambda: "%*d|%-*d|%.*f|%*.*f|" % (5, 42, 5, 42, 2, 3.14159, 8, 3, 2.71828))
show(lambda: "%*d" % (-5, 42))
show(lambda: "%.3s|%5.1s|%-5s|" % ("abcdef", "xyz", "l"))
show(lambda: "%.3d %.0d %+.4d %#.4x" % (5, 0, -5, 255))
show(lambda: "%ld %hd %Ld" % (1, 2, 3))
show(lambda: "%s %s" % (Point(), [Point()]))
show(lambda: "%r %a" % (Point(), Point()))
show(lambda: "%10s|%-10r|" % (Point(), Point()))
show(lambda: "%d %x" % (Whole(), Index()))
show(lambda: "%d" % Index())
show(lambda: "%f %.0f" % (Half(), Half()))
show(lambda: "%c" % Index())
show(lambda: "%d %d %d" % (1.9, -1.9, True))
show(lambda: "%d" % 1e20)
show(lambda: "%d" % 2**70)
show(lambda: "%x" % -255)
show(lambda: "%+x %# x" % (255, 255))
show(lambda: "%s %s" % (1,))
show(lambda: "%s %s" % 1)
show(lambda: "%s" % (1, 2))
show(lambda: "x" % 1)
show(lambda: "x" % ())
show(lambda: "x" % (1,))
show(lambda: "x" % {"a": 1})
show(lambda: "x" % [1])
show(lambda: "x" % "y")
show(lambda: "%" % 1)
show(lambda: "%5" % 1)
show(lambda: "%(a" % {"a": 1})
show(lambda: "%(a)" % {"a": 1})
show(lambda: "%(a)s" % 1)
show(lambda: "%(a)s" % {})
show(lambda: "%(a)s" % (1,))
show(lambda: "%(a)s %s" % {"a": 1})
show(lambda: "%y" % 1)
show(lambda: "abc %5.2y" % 1)
show(lambda: "%ä" % 1)
show(lambda: "%d" % "a")
show(lambda: "%i" % None)
show(lambda: "%u" % [1])
show(lambda: "%x" % 1.5)
show(lambda: "%o" % "a")
show(lambda: "%X" % Whole())
show(lambda: "%f" % "a")
show(lambda: "%e" % None)
show(lambda: "%g" % Point())
show(lambda: "%c" % "ab")
show(lambda: "%c" % "")
show(lambda: "%c" % -1)
show(lambda: "%c" % 0x110000)
show(lambda: "%c" % 1.5)
show(lambda: "%c" % None)
show(lambda: "%*d" % ("a", 1))
show(lambda: "%.*f" % (1.5, 1))
show(lambda: "%*d" % 5)
show(lambda: "%d" % float("nan"))
show(lambda: "%d" % float("inf"))
show(lambda: "%f" % 10**400)
show(lambda: "%99999999999999999999d" % 1)
show(lambda: "%.99999999999999999999f" % 1)
show(lambda: "%s" % b"abc")
show(lambda: "a%sb%sc" % ("日", "😀"))
text = "%s-"
text %= 5
print(text, "%s" % (text,) * 2, "%d%%" % 50, "%s is %d years and %.1f%%" % ("x", 3, 99.55))
for letter in "diuoxXeEfFgGc":
    for value in (Point(), Whole(), Index(), Half(), [1], "a", b"b", None, 2.5, True):
        try:
            print(f"%{letter}" % (value,), end=" ")
        except Exception as error:
            print(type(error).__name__, error)
            print((letter + "%s %" + letter) % (Index, 1))
for flags in ("s", "%5.1s|", "r"):
    show(lambda: ("%" + flags) % Point())
    show(lambda: ("%" + flags + " %d") % (Point(), Whole()))
    show(lambda: ("%" + flags + " %d") % (Point(), Point()))
