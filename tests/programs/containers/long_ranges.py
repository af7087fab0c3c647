"""Ranges of integers of any size."""
long = range(10**30)
print(long, repr(range(2**64, 0, -(2**62))), bool(long), bool(range(2**70, 2**69)))
print(long[5], long[-1], long[10**20], long[::2], long[5:10], long[10**29:][1], long[::-1][0])
print(long.index(7), long.count(10**29), long.count(-1), 10**29 in long, 10**31 in long)
print(hash(long) == hash(range(0, 10**30, 1)), long == range(10**30), long == range(5), range(2**70, 2**69) == range(0))
print(long.start, long.stop, long.step, range(2**65, 2**66, 2**64).step)
print([number for number in range(2**63 - 2, 2**63 + 2)])
print(list(range(2**65, 2**65 - 3, -1)), list(reversed(range(2**64, 2**64 + 6, 2))), len(range(2**80, 2**80 + 9, 3)))
print(range(-(2**63), 2**63 - 1)[2**62 :][5], range(0, 2**62)[2**61 : 2**61 + 2])
try:
    len(long)
except OverflowError as error:
    print(error)
try:
    long[10**30]
except IndexError as error:
    print(error)
try:
    range(0, 10**30, 0)
except ValueError as error:
    print(error)
iterator = iter(range(2**64, 2**64 + 3))
print(next(iterator), iterator.__length_hint__(), list(iterator), list(iterator))
print(max(range(2**64, 2**64 + 3)), sum(range(2**64, 2**64 + 3)), sorted(range(2**64 + 2, 2**64, -1)))
