def work(n):
    total = 0
    i = 0
    while i < n:
        if i % 3 == 0:
            total += i
        i += 1
    for x in range(n):
        total ^= x
    return total


print(work(1_000_000))
