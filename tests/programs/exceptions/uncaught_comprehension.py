# A comprehension is a function of its own in a traceback.
def divide(numbers):
    return [10 // n for n in numbers]


def table():
    return {key: [divide([x]) for x in values] for key, values in {"a": [1], "b": [0]}.items()}


for action in (lambda: divide([2, 0]), lambda: {1 // n for n in [0]}, lambda: list(1 // n for n in [0])):
    try:
        action()
    except ZeroDivisionError as error:
        tb = error.__traceback__
        lines = []
        while tb is not None:
            lines.append(tb.tb_lineno)
            tb = tb.tb_next
        print(error, lines[0])
table()
