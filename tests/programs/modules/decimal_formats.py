"""decimal: formats."""
from decimal import Decimal

NUMBERS = ["0", "-0", "1.5", "-2.5", "1234567.891", "-0.00012345", "1E+10", "0E-5", "99.995", "NaN", "-Infinity", "12345678901234567890"]
for spec in ["", "e", ".3e", ".2E", "f", ".2f", ",.2f", "g", ".3g", "%", ".1%", "+.1f", " 12.3f", "012.1f", "<12", "^12", "*>+12.2f", "=12", ",", "020,.2f", "n", ".0f", "z.1f"]:
    print(repr(spec), [format(Decimal(number), spec) for number in NUMBERS])
for spec in ["x", ".", "<010", "1.2.3", "5q", "cc"]:
    try:
        print(format(Decimal(1), spec))
    except ValueError as error:
        print(repr(spec), error)
print(f"{Decimal('3.14159'):.3f} {Decimal('1E+3')} {Decimal('1E+3'):f} {Decimal('0.000001')} {Decimal('0.0000001')}", "%.2f" % Decimal("2.345"))
