def numbers(n):
    for i in range(n):
        yield i


def squares(items):
    for item in items:
        yield item * item


def chained(n):
    yield from squares(numbers(n))


print(sum(chained(300_000)), sum(x for x in numbers(300_000) if x % 2))
