def counter(step):
    count = 0

    def advance(by=1):
        nonlocal count
        count += step * by
        return count

    return advance


def work(turns):
    first, second = counter(1), counter(2)
    add = lambda a, b: a + b
    total = 0
    for i in range(turns):
        total = add(total, first() + second(by=3)) % 1_000_003
    return total


print(work(200_000))
