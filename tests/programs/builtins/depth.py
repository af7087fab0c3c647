# Structures that are deeper than the recursion limit.
def attempt(name, action):
    try:
        result = action()
        print(name, "done", result if isinstance(result, (bool, int)) else len(result))
    except RecursionError as error:
        print(name, type(error).__name__)


def nest(wrap, depth=1200):
    value = wrap(0)
    for _ in range(depth):
        value = wrap(value)
    return value


attempt("error text", lambda: str(nest(ValueError)))
attempt("list repr", lambda: repr(nest(lambda x: [x])))
attempt("dict repr", lambda: repr(nest(lambda x: {1: x})))
attempt("list equal", lambda: nest(lambda x: [x]) == nest(lambda x: [x]))
attempt("list less", lambda: nest(lambda x: [x]) < nest(lambda x: [x]))
attempt("error repr", lambda: repr(nest(ValueError)))
value = None
for i in range(100):
    try:
        try:
            raise ValueError(i)
        finally:
            if value is not None:
                raise value
    except ValueError as error:
        value = ValueError(i, error)
    except KeyError:
        pass
print(type(value).__name__, value.args[0])
