# Order, equality, hashes and sums across the kinds of numbers.


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (1 == 1.0, 2**63 == 2.0**63, 2**63 + 1 > 2.0**63, -2**63 == -9.223372036854775808e18))
show(lambda: (
    2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), float(2**53) < 2**53 + 1
))
show(lambda: (10**22 == 1e22, 10**23 == 1e23, 10**30 < 1e30))
show(lambda: (
    10**400 > float('inf'), 10**400 < float('inf'), -10**400 > float('-inf'), 10**400 > 1.5, 1.5 < 10**400
))
show(lambda: (
    float('nan') == float('nan'), float('nan') < 1, float('nan') != 1, 1 < float('nan'), 10**400 == float('nan')
))
show(lambda: (max(1, 2.5, 10**20), min(-1e300, -10**299), sorted([3, 1.5, 10**20, -1, 2.5, True])))
show(lambda: (
    hash(True) == hash(1) == hash(1.0), hash(2**61 - 1), hash(-1), hash(-2**61), hash(0.5), hash(10**50), hash(float('inf'))
))
show(lambda: (hash(2**100) == hash(2.0**100), {2**70: 'a'}[2.0**70], {1.0: 'b'}[True], 2.0**70 in {2**70}))
show(lambda: (1 < 'a'))
show(lambda: (1.5 >= []))
show(lambda: (1 < None))
show(lambda: (10**30 < b'a'))
show(lambda: (1 == 'a', 1 != None, 1.5 == [1.5]))
show(lambda: (
    sum([0.1] * 10), sum([1, 2.5, True]), sum([2**63, 1]), sum([0.1, 2**70]), sum([], 5), sum([1, 2], start=2.5), sum([10**20, -10**20, 1])
))
show(lambda: (sum([1e308, 1e308])))
show(lambda: (sum([1, 'a'])))
show(lambda: (sum(['a'], '')))
show(lambda: (sum([b'a'], b'')))
show(lambda: (sum([1.5, 10**400])))
