# Bit operations and shifts, also of negative numbers and booleans.


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (-5 & 3, -5 | 3, -5 ^ 3, ~-5, ~0, 6 & 3, 6 | 3, 6 ^ 3))
show(lambda: ((2**100) ^ (2**100 - 1), -(2**65) & (2**66 - 1), (2**64) & -3, -(2**64) | 5, ~(2**70), (2**70) ^ -1))
show(lambda: (1 << 100, -1 << 64, 0 << 100, 5 << 0))
show(lambda: (-7 >> 1, -8 >> 1, -1 >> 100, 7 >> 1, 2**100 >> 99, -(2**100) >> 200, -(2**70) >> 3))
show(lambda: (1 >> (1 << 70), -1 >> (1 << 70), 0 << (1 << 70)))
show(lambda: (True & False, True | False, True ^ True, True & 1, True | 2, True << 3, ~True, -True, +True))
show(lambda: (
    True + True, True * 3, True - 1, True / 2, True // 1, not True, True == 1.0, {True: 1, 1: 2, 1.0: 3}
))
show(lambda: (1 << -1))
show(lambda: (0 << -1))
show(lambda: (1 >> -1))
show(lambda: (2**70 >> -1))
show(lambda: (1 << (1 << 70)))
show(lambda: (-1 << (1 << 70)))
show(lambda: (5 << 'a'))
show(lambda: (5.0 << 1))
show(lambda: (5 & 1.0))
show(lambda: (1.0 | 10**400))
show(lambda: (1 ^ None))
show(lambda: (~1.5))
show(lambda: (~'a'))
show(lambda: (
    (5).bit_length(), (-37).bit_length(), (0).bit_length(), (2**64).bit_length(), True.bit_length(), (-7).bit_count(), (2**100).bit_count()
))
