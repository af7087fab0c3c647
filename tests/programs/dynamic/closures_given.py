# exec() of the code of a function that takes variables from around: with cells for them.
from types import CellType


def make():
    result = 0
    a = 2
    b = 3

    def product():
        nonlocal result, a, b
        result = a * b

    def plain():
        return 3

    return product, plain, lambda: result


product, plain, result = make()
exec(product.__code__, product.__globals__, closure=product.__closure__)
print(result())
cells = (CellType(35), CellType(72), CellType(0))
exec(product.__code__, product.__globals__, closure=cells)
print([cell.cell_contents for cell in cells], result())


def attempt(code, closure):
    try:
        exec(code, {}, closure=closure)
    except TypeError as error:
        print(error)


attempt(product.__code__, None)
attempt(product.__code__, cells[:2])
attempt(product.__code__, [*cells])
attempt(product.__code__, (1, 2, 3))
attempt(plain.__code__, cells)
attempt("1", cells)
