"""The one locale that there is, and how templates are taken apart."""
import _string
import locale

print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC), locale.localeconv()["decimal_point"])
print(sorted(locale.localeconv()) == sorted(
    "decimal_point thousands_sep grouping int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep mon_grouping"
    " positive_sign negative_sign int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space"
    " p_sign_posn n_sign_posn".split()))
try:
    locale.setlocale(locale.LC_ALL, "xx_YY")
except locale.Error as error:
    print(type(error).__name__, error)
print(locale.atof("1.5"), locale.atoi("7"), locale.str(1.5), locale.strcoll("a", "b"), sorted("bca", key=locale.strxfrm))
print(format(123456789, "n"), format(1234.5, "n"), locale.format_string("%d", 12345, grouping=True))
try:
    locale.currency(1)
except ValueError as error:
    print(error)
print(list(_string.formatter_parser("prefix {2!s}xxx{0:^+10.3f}{obj.attr!s} {z[0]!s:10}")))
first, rest = _string.formatter_field_name_split("obj.arg[key1][2]")
print(first, list(rest))
for call in (_string.formatter_parser, _string.formatter_field_name_split):
    try:
        call(1)
    except TypeError as error:
        print(error)
