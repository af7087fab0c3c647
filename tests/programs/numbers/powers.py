# Powers, with and without a modulus.


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (2 ** 10, 2 ** 100, (-3) ** 3, 2 ** -2, (-2) ** -3, 0 ** 0, 0.0 ** 0))
show(lambda: (1 ** 10**30, (-1) ** (10**30 + 1), 0 ** 10**30))
show(lambda: (2 ** 0.5, (-2.0) ** 3, (-8.0) ** 2.0, 9 ** 0.5, True ** 2))
show(lambda: (
    float('inf') ** 0, float('nan') ** 0, 1 ** float('nan'), (-1) ** float('inf'), float('-inf') ** 3, float('-inf') ** 0.5, 2 ** float('-inf'), 0.0 ** float('-inf')
))
show(lambda: (1e-200 ** 2))
show(lambda: (0 ** -1))
show(lambda: (0.0 ** -1.0))
show(lambda: ((-0.0) ** -2))
show(lambda: (1e200 ** 2))
show(lambda: (2.0 ** 5000))
show(lambda: (10**400 ** 0.5))
show(lambda: ((10**400) ** 0.5))
show(lambda: (2 ** 'a'))
show(lambda: (pow('a', 2)))
show(lambda: (
    pow(2, 10), pow(2, 10, 1000), pow(2, 3, -5), pow(-3, 3, 7), pow(3, -2, -7), pow(0, 0, 5), pow(2, 10, 1), pow(base=2, exp=3, mod=5)
))
show(lambda: (pow(2, 10**30, 10**9 + 7), pow(3, -1, 2**89 - 1)))
show(lambda: (pow(2, -1, 4)))
show(lambda: (pow(2, 3, 0)))
show(lambda: (pow(2.0, 3, 5)))
show(lambda: (pow(2, 3.0, 5)))
show(lambda: (pow('a', 2, 3)))
show(lambda: (pow(2, 'a', 3)))
