# Floats out of texts and into them.


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (0.1 + 0.2, 1.1 * 3, 100 * 1.1, 1e16 + 1, 3.10, 1e5, 1e15, 1e16, 1.5e16, 1e22, 1e100))
show(lambda: (
    123456789.123456789, 123456789012345678.0, 1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308, -0.0
))
show(lambda: (1e15 + 0.3, 1e15 + 0.25, 2.0**52 + 0.5, 2.0**60 + 1, 4503599627370497.5, 9007199254740993.0))
show(lambda: (
    float('inf'), float('-inf'), float('nan'), 1e308 * 10, -1e308 * 10, 1e308 + 1e308, 1e-320 / 1e10, 5e-324 / 2
))
show(lambda: (
    float('1e3'), float(' -.5'), float('1_0.0'), float('1_0.5e1_0'), float('5.'), float('+1E-5'), float(' \n1.5\t'), float('1e400'), float('-1e-400'), float('\u0661.\u0665')
))
show(lambda: (float('infinity'), float('-INF'), float('NaN'), float('+inf'), float(' nan ')))
show(lambda: (float(), float(True), float(10**300), float(b'1.5'), float(2**53 + 1), float(10**23)))
show(lambda: (float('1' * 400)))
show(lambda: (float('')))
show(lambda: (float('x')))
show(lambda: (float('1e')))
show(lambda: (float('.')))
show(lambda: (float('1 2')))
show(lambda: (float('0x10')))
show(lambda: (float('--1')))
show(lambda: (float('-+5')))
show(lambda: (float('infinit')))
show(lambda: (float('1__0')))
show(lambda: (float('1_')))
show(lambda: (float('_1')))
show(lambda: (float('1_.5')))
show(lambda: (float('1._5')))
show(lambda: (float('1e_5')))
show(lambda: (float('1_e5')))
show(lambda: (float(b'x')))
show(lambda: (float([])))
show(lambda: (float(None)))
show(lambda: (float(10**400)))
show(lambda: (float(2**1024 - 2**970)))
show(lambda: (float(2**1024 - 2**970 - 1)))
show(lambda: (10**400 * 1.0))
show(lambda: (1.0 - 10**400))
show(lambda: (10**400 // 1.0))
