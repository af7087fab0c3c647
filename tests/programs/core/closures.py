def counter():
    count = 0

    def increment(by=1, *rest, scale=1, **options):
        nonlocal count
        count += by * scale
        print(count, rest, options)
        return count

    return increment


tick = counter()
tick()
tick(2, 3, 4)
tick(scale=5, colour="red")
print([tick(n) for n in range(3)])


def fail(n):
    try:
        return 1 // n
    except ZeroDivisionError as error:
        raise ValueError("no") from error
    finally:
        print("finally", n)


print(fail(1))
fail(0)
