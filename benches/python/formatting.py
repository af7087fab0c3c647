def report(rows):
    size = 0
    for i in range(rows):
        size += len("%d: %s is %5.2f" % (i, "item", i / 7))
        size += len(f"{i:>8} {i / 3:.3f} {'item'!r}")
        size += len("{} and {:04d}".format(i, i))
    return size


print(report(100_000))
