# How an exception group that nobody catches is printed.
def fails(n):
    raise ValueError(n)


def collect():
    errors = []
    for n in range(2):
        try:
            fails(n)
        except ValueError as error:
            errors.append(error)
    try:
        {}["key"]
    except KeyError as error:
        errors.append(ExceptionGroup("inner", [error, TypeError("without a traceback")]))
    return errors


class Own(Exception):
    def __str__(self):
        return "own text"


errors = collect() + [Own()]
errors[0].add_note("a note")
raise ExceptionGroup("outer", errors)
