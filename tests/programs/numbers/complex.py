# complex numbers.


def shows(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, +z, type(z), bool(z), bool(0j))
print(1j, -1j, 0j, 1.5j, 1e20j, (1 + 0j), complex(-0.0, 1), complex(0, -0.0), complex(1, float("inf")), complex("nan"))
print(z + 1, 1 + z, z - 2.5, 2.5 - z, z * 2, 2 * z, z * z, z / 2, 2 / z, z / (1 - 2j), z + True)
print(z ** 2, z ** 0, z ** -1, 2 ** z, z ** 0.5, z ** (1 + 1j), pow(z, 3))
print(z == 3 + 4j, z == 3, 3 + 0j == 3, 3.0 == 3 + 0j, z != 4, z == "x", 1j in [0, 1j], hash(3 + 0j) == hash(3))
print(complex(), complex(1), complex(1, 2), complex(1.5), complex(1j, 1j), complex("1+2j"), complex(" -3.5e-2j "), complex("j"))
print(complex("(1-1j)"), complex("4"), complex(True), f"{z}", f"{z:.2f}", f"{z:>12}|", "%s" % z, str(z), repr(z))
print(sum([1j, 2, 3.5]), {1j: "a"}[1j], sorted([3, 1], key=lambda x: abs(x * 1j)), isinstance(z, complex), isinstance(1, complex))
shows(lambda: z < 1)
shows(lambda: z // 2)
shows(lambda: z % 2)
shows(lambda: int(z))
shows(lambda: float(z))
shows(lambda: z / 0)
shows(lambda: 0j ** -1)
shows(lambda: complex("1+"))
shows(lambda: complex("a"))
shows(lambda: complex("1", 2))
shows(lambda: complex([]))
shows(lambda: complex(1, "2"))
shows(lambda: z + "a")
shows(lambda: setattr(z, "real", 1))
shows(lambda: abs(complex(1e308, 1e308)))


class Point:
    def __complex__(self):
        return 1 + 2j


print(complex(Point()))


class Sub(complex):
    pass


s = Sub(1, 2)
print(s, type(s), s + 1, type(s + 1), s == 1 + 2j)


def mandelbrot(c):
    z, n = 0j, 0
    while abs(z) <= 2 and n < 20:
        z, n = z * z + c, n + 1
    return n


print([mandelbrot(complex(x / 4, 0.25)) for x in range(-8, 3)])
roots = [(-1 + s * (1 - 4 + 0j) ** 0.5) / 2 for s in (1, -1)]
print([complex(round(r.real, 6), round(r.imag, 6)) for r in roots])
