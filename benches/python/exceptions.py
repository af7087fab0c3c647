def risky(i):
    if i % 3 == 0:
        raise ValueError(i)
    return i


def work(turns):
    caught = 0
    for i in range(turns):
        try:
            risky(i)
        except ValueError as error:
            caught += error.args[0] % 2
        finally:
            caught += 1
    return caught


print(work(300_000))
