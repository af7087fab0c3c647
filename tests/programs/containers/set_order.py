"""Sets of integers come out in the order of CPython's table, whatever was done to them."""

s = set()
for n in range(40):
    s.add(n * n * 37 % 101)
print(s)
for n in range(0, 101, 3):
    s.discard(n)
print(s, s.copy(), set(s), s | {200, 300}, s & set(range(50)), s - {4, 9, 16}, s ^ {1, 2, 3, 64})
popped = [s.pop() for _ in range(10)]
print(popped, s)
s.add(5)
print(s.pop(), s.pop(), s)
big = set(range(100, 0, -7))
print(big, big - {2}, {2} - big, big & {2, 9, 16}, {2, 9, 16, 999} & big, big ^ {2, 3})
big |= {1000, 64, 128}
print(big)
big -= {9, 16, 23}
print(big)
big &= set(range(60))
print(big)
big ^= {2, 4, 6}
print(big)
big.update([7, 8], range(5))
print(big)
big.difference_update(range(4))
print(big)
big.symmetric_difference_update([7, 99])
print(big)
print(set([10, 2, 33, 4, 57, 6]), {-1, -2, -3, 0, 5}, {1 << 40, 3, 1 << 61}, {0.5, 2, 1.5}, set({9: 1, 4: 2, 25: 3}))
small = {8, 16, 24, 32, 40}
small.remove(16)
small.add(48)
print(small, list(small), sorted(small), small.union({16}), small.intersection([48, 8]), frozenset(small))
numbers = set()
x = 12345
for _ in range(300):
    x = x * 1103515245 + 12345 & 0x7fffffff
    if x & 64:
        numbers.add(x % 1000)
    else:
        numbers.discard(x % 1000)
print(len(numbers), numbers)
print({100, 7, 33, 64, 9, 41, 73}, {-1, -2, -3, -4, 0, 5}, {8, 16, 24, 32, 40, 48, 56}, {1, 9, 17})
