# Quotients and remainders of integers, floats and booleans.


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (7 // 2, -7 // 2, 7 // -2, -7 // -2))
show(lambda: (7 % 2, -7 % 2, 7 % -2, -7 % -2))
show(lambda: (7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 5 % -3.0, -0.0 % 5))
show(lambda: (divmod(-7, 2), divmod(7.5, -2), divmod(True, 1), divmod(5, 2.0), divmod(-2**64, 7)))
show(lambda: (5 // float('inf'), -5 // float('inf'), -5 % float('inf'), 5 % float('-inf')))
show(lambda: (float('inf') // 1, float('inf') % 2))
show(lambda: ((-2**63) // -1, (-2**63) % -1, divmod(-2**63, -1), abs(-2**63), -(-2**63)))
show(lambda: (10**20 // 10**18, -10**20 // 3, 10**20 % -7, 10**20 // 7.0))
show(lambda: (1 / 3, 2 / 3, 7 / 2, -7 / 2, True / 2))
show(lambda: (
    10**400 / 10**399, 3 * 10**400 / 10**400, 1 / 10**400, (2**1074) / (2**2148), 1 / 2**1074, 1 / 2**1075, 3 / 2**1075
))
show(lambda: ((2**53 + 1) / 1, (2**54 + 2) / 2, (2**64 - 1) / 3, 10**23 / 1))
show(lambda: (10**400 / 1))
show(lambda: (1 / 0))
show(lambda: (1 // 0))
show(lambda: (1 % 0))
show(lambda: (2**70 % 0))
show(lambda: (divmod(1, 0)))
show(lambda: (1.0 / 0))
show(lambda: (1.0 // 0))
show(lambda: (1.0 % 0))
show(lambda: (divmod(1.0, 0)))
show(lambda: (divmod(5, 0.0)))
show(lambda: (True / False))
show(lambda: (1 % False))
show(lambda: (2**70 / 0.0))
