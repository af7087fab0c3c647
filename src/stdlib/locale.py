# locale: how people of a country write numbers. There is one locale here, "C".

CHAR_MAX = 127
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
Error = type("Error", (Exception,), {"__module__": "locale"})


def setlocale(category, locale=None):
    if isinstance(locale, (tuple, list)):
        locale = normalize(".".join([part for part in locale if part]))
    if not LC_CTYPE <= category <= LC_ALL or locale not in (None, "", "C", "POSIX"):
        raise Error("unsupported locale setting")
    return "C"


def getlocale(category=LC_CTYPE):
    if category == LC_ALL:
        raise TypeError("category LC_ALL is not supported")
    return (None, None)


getdefaultlocale = getlocale


def resetlocale(category=LC_ALL):
    setlocale(category, "")


def normalize(localename):
    return localename


def localeconv():
    signs = ("int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign",
             "negative_sign")
    counts = ("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
              "p_sign_posn", "n_sign_posn")
    conventions = {"decimal_point": ".", "thousands_sep": "", "grouping": [], "mon_grouping": []}
    conventions.update(dict.fromkeys(signs, ""))
    conventions.update(dict.fromkeys(counts, CHAR_MAX))
    return conventions


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


def getencoding():
    return "utf-8"


def strcoll(os1, os2, /):
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    return string


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return "%.12g" % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))


__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "resetlocale", "localeconv",
           "strcoll", "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE",
           "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX"]
