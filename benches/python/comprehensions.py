def work(turns):
    total = 0
    for i in range(turns):
        total += sum([x * x for x in range(100)])
        total += len({x % 7 for x in range(100)})
        total += len({x: x + i for x in range(50)})
    return total


print(work(4_000))
