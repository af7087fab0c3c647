# Rounding to decimals, to tens and to integers.


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (
    round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(-0.4), round(1e20), round(True), round(7)
))
show(lambda: (
    round(2.675, 2), round(1.005, 2), round(2.5, 0), round(-0.04, 1), round(5e15 + 0.5), round(0.15, 1), round(0.25, 1), round(0.35, 1)
))
show(lambda: (
    round(1234567.891, -3), round(2.5, -1), round(25.0, -1), round(35.0, -1), round(25.5, -1), round(1e22, -5), round(-55.0, -1), round(4.5, -1)
))
show(lambda: (
    round(1e308, 5), round(1e-320, 319), round(1.5, 400), round(1.5, -400), round(-1.5, -400), round(1.5, 2**70)
))
show(lambda: (round(float('nan'), 2), round(float('inf'), -2)))
show(lambda: (
    round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(55555, -5), round(45555, -5), round(-5, -1), round(True, -1), round(5, 3)
))
show(lambda: (round(123456789012345678901234567890, -25), round(10**30 + 5, -1)))
show(lambda: (round(1.5, None), round(number=1.25, ndigits=1)))
show(lambda: (round(float('inf'))))
show(lambda: (round(float('nan'))))
show(lambda: (round(1.7e308, -308)))
show(lambda: (round(1.5, 'a')))
show(lambda: (round(1.5, 1.5)))
show(lambda: (round('a')))
show(lambda: (round(None)))
show(lambda: (int(3.9), int(-3.9), int(1e20), int(-0.5)))
show(lambda: ((5.7).__trunc__(), (5.7).__floor__(), (-5.7).__floor__(), (5.2).__ceil__(), (-5.2).__ceil__()))
