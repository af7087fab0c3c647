"""decimal: arithmetic, contexts, signals, comparisons."""
import copy
import pickle
from decimal import *

D = Decimal
for a, b in [("1.10", "2.205"), ("-7", "3"), ("1e20", "-3e-9"), ("0", "-0"), ("12.50", "0.25"), ("Infinity", "2"), ("NaN7", "1"), ("9.99", "1e3")]:
    x, y = D(a), D(b)
    row = []
    for operation in [x.__add__, x.__sub__, x.__mul__, x.__truediv__, x.__floordiv__, x.__mod__, x.compare, x.max, x.min, x.quantize]:
        try:
            row.append(str(operation(y)))
        except ArithmeticError as error:
            row.append(type(error).__name__)
    print(a, b, *row)
for text in ["2", "0.5", "10", "1E-7", "123.456", "-4", "0", "1", "99999999999999999999", "Infinity"]:
    row = []
    for name in ["sqrt", "exp", "ln", "log10", "normalize", "next_plus", "next_minus", "to_integral_value", "logb"]:
        try:
            row.append(str(getattr(D(text), name)()))
        except ArithmeticError as error:
            row.append(f"{type(error).__name__}{error}")
    print(text, *row, D(text).number_class(), D(text).to_eng_string())
for base, exponent in [("2", "10"), ("2", "-2"), ("1.5", "3"), ("4", "0.5"), ("2", "0.5"), ("10", "30"), ("-8", "3"), ("0", "-1"), ("1", "Infinity"), ("1.0001", "10000"), ("7", "-0.3")]:
    print(base, exponent, D(base) ** D(exponent))
print(pow(D(3), D(4), D(5)), 2 ** D("0.5"), 1 - D("0.1"), 7 // D(2), divmod(D(-7), 2), round(D("2.5")), round(D("2.675"), 2), int(D("-3.7")))
print([hash(D(x)) == hash(y) for x, y in (("1", 1), ("0.5", 0.5), ("1e10", 10**10), ("-3", -3))], D("0.1") == 0.1, D("0.5") == 0.5, D(1) < 1.5)
print(sorted([D(3), 1, 2.5, D("-1")]), sum([D("0.1")] * 3), D("1.20") == D("1.2"), D("1.20").compare_total(D("1.2")), D("12.5").as_integer_ratio())
print(D((1, (1, 2, 3), -2)), D(0.1), D.from_float(0.25), D("1.50").as_tuple(), D(" 1_000.5 "), repr(D("-0")), D("sNaN12"))
for rounding in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(rounding, [str(D(x).quantize(D("0.1"), rounding=rounding)) for x in ("1.25", "-1.25", "1.35", "0.01", "-0.99", "1.05")])
print(str(getcontext()).partition(' flags')[0], str(getcontext()).partition('traps')[2])
with localcontext() as context:
    context.prec = 50
    print(D(2).sqrt(), D(1) / D(7), D(1).exp())
with localcontext(prec=5, rounding=ROUND_DOWN) as context:
    print(D(2) / 3, D("123456.7") + 0, [flag.__name__ for flag in context.flags if context.flags[flag]])
small = Context(prec=3, Emin=-5, Emax=5, traps=[])
print(small.multiply(D("1e4"), D("1e4")), small.divide(1, 3), small.divide(D("1e-5"), 300), small.power(D(9), 9), small.create_decimal("123456"))
print([flag.__name__ for flag in small.flags if small.flags[flag]])
print(BasicContext)
for call in [
    lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("inf") - D("inf"), lambda: D(1) % 0, lambda: D("snan") + 1, lambda: D(10) ** 1000000,
    lambda: D(-1) ** D("0.5"), lambda: D(0) ** 0, lambda: D("1e20") // D("1e-20"), lambda: D("nan") < 1, lambda: D("nan") == 1, lambda: D("x"),
    lambda: int(D("nan")), lambda: int(D("inf")), lambda: hash(D("snan")), lambda: D({}), lambda: D((2, (1,), 0)), lambda: D((0, (1,))),
    lambda: Context(prec=0), lambda: Context(rounding="x"), lambda: D("1.234").quantize(D("1e-30")), lambda: D.from_float("1"), lambda: getcontext().nothing,
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(pickle.loads(pickle.dumps(D("1.50"))), copy.deepcopy(D("2.5")), pickle.loads(pickle.dumps(Context(prec=7))).prec)
