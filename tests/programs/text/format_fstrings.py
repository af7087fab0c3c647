# f-strings: conversions, specifications, nesting, and who is asked.

def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)

class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x!r})"

    def __str__(self):
        return f"at {self.x}"

class Formatted(Point):
    def __format__(self, spec):
        return f"[{spec}]"

class BadStr:
    def __str__(self):
        return 5

class Loud(str):
    def __str__(self):
        return "LOUD"

class Number(int):
    def __str__(self):
        return "number"

class Real(float):
    def __repr__(self):
        return "real"

name, number, width, precision, items, point = "häß", 3.14159, 10, 3, {"k": [1, 2]}, Point("p")
print(f"{name}", f"{name!r}", f"{name!a}", f"{name!s}", f"{name:>6}|{name:<6}|{name:^6}|{name:*^7}|{name:.2}|{name:6.1}|")
print(f"{number:.2f} {number:10.3f}| {number:<10.3f}| {number:+.1e} {number:{width}.{precision}f}| {number:{width}}| {number!r:>{width}}|")
print(f"{items['k'][1]} {items!r} {len(items)=} {number = } {name=!s} {number=:.1f} {1 + 1 = !r:>5} {point=}")
print(f"{point} {point!r} {point!s:>8}| {point!r:<12}| {Formatted(1)} {Formatted(1):spec {width}} {Formatted(1)!r:>14}")
print(f"{{}} {{{number:.0f}}} {'nested ' + f'{width:03}'} {'a' if width else 'b'} {(lambda x: x * 2)(4)} {[x for x in range(3)]} {width:#x} {width:b} {'':5}| {None} {True:d} {True} {True:5}|")
print(f"{1234567:,} {1234567.5:,.2f} {1e10:g} {1e-5:g} {100:e} {0.256:.1%} {255:#010x} {255:08b} {-5:05d} {5:+d} {5: d} {-5:=5}| {97:c} {12:n} {2**70:,} {2**70:x} {2**70:.3e}")
print(f"{0.1 + 0.2} {1e16} {1e15} {-0.0} {float('nan')} {float('inf'):f} {float('-inf'):05} {1.0:.0f} {2.5:.0f} {3.5:.0f} {0.5:.0f} {1.5:#.0f} {1:.1f} {10.0:.3} {1e6:.3} {123456789.0:.3g}")
print(f"{Loud('x')} {Loud('x')!s} {Loud('x')!r} {Loud('x'):>5}| {Number(5)} {Number(5):d} {Number(5):>5}| {Number(5)!s} {Real(1.5)} {Real(1.5)!r} {Real(1.5):.1f} {[Number(1), Real(2)]}")
print("{} {!s} {:>5}|".format(Loud("x"), Loud("x"), Loud("x")), "%s %s %d" % (Loud("x"), Number(5), Number(5)), format(Number(5)), format(Number(5), ""), format(Loud("x"), ""), str(Loud("x")), str(Number(5)))
print(f"{'a':{'>'}{5}}|{'a':{'>5'}}|{3:{'0'}{4}}|{'x':{''}}|" f"joined {1}" "plain")
print(f"""{
    width
} lines
{width!r:
>4}""" if False else "skipped")
show(lambda: f"{'a':d}")
show(lambda: f"{1:s}")
show(lambda: f"{1.5:d}")
show(lambda: f"{1:.2d}")
show(lambda: f"{'a':+}")
show(lambda: f"{'a':=5}")
show(lambda: f"{'a':,}")
show(lambda: f"{'a':#}")
show(lambda: f"{'a':05}")
show(lambda: f"{1:,_}")
show(lambda: f"{1:,,}")
show(lambda: f"{1:_x},")
show(lambda: f"{1:,x}")
show(lambda: f"{1:_c}")
show(lambda: f"{1:+c}")
show(lambda: f"{-1:c}")
show(lambda: f"{0x110000:c}")
show(lambda: f"{1:.}")
show(lambda: f"{1:.x}")
show(lambda: f"{1:5.2.3}")
show(lambda: f"{1:abc}")
show(lambda: f"{1:>>>5}")
show(lambda: f"{1:99999999999999999999}")
show(lambda: f"{1.0:.99999999999999999999f}")
show(lambda: f"{None:5}")
show(lambda: f"{[]:5}")
show(lambda: f"{point:5}")
show(lambda: f"{BadStr()}")
show(lambda: f"{object:>20}")
show(lambda: f"{True:s}")
show(lambda: f"{10**400:f}")
show(lambda: f"{1:{None}}")
show(lambda: f"{1 / 0}")
show(lambda: f"{missing}")
show(lambda: f"{name.nothing}")
show(lambda: format(1, 2))
show(lambda: format(1, None))
show(lambda: format())
show(lambda: format(1, "d", 2))
show(lambda: (1).__format__("05"))
show(lambda: "a".__format__(">3"))
show(lambda: point.__format__(""))
show(lambda: point.__format__("x"))
show(lambda: (1.5).__format__(1))
show(lambda: int.__format__(5, "b"))
show(lambda: format(True, "b"))
show(lambda: format("ä", "日>4"))
show(lambda: format(1.5, "z.0f"))
show(lambda: format(-0.04, "z.1f"))
