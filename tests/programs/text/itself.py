"""Where a method of a text has nothing to do, what comes back is the text itself."""
text = "".join(["ab", "cde"])
print("%s" % text is text, "%.5s" % text is text, "%5s" % text is text, "%.9s" % (text,) is text, text % () is text)
print("{0}".format(text) is text, "{:s}".format(text) is text, "{0:.5s}".format(text) is text, text.format() is text)
print(text.expandtabs() is text, text.__getnewargs__())


class Own(str):
    pass


own = Own("abc")
print(type("%s" % own), type(own.expandtabs()), type("{}".format(own)), type(ascii(own)))


class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


print(type(ascii(Shown(own))), type(ascii(Shown(Own("ä")))), ascii(Shown(Own("ä"))))
for call in [lambda: "\t\t".expandtabs(2**62), lambda: "a".find(), lambda: "a".find("a", 1, 2, 3), lambda: b"a".count(),
             lambda: "a".startswith("a", 1, 2, 3), lambda: "a".rindex("a", 0, 1, 1)]:
    try:
        print(call())
    except (OverflowError, TypeError) as error:
        print(type(error).__name__, error if isinstance(error, TypeError) else "")


class NoText:
    __str__ = None

    def __repr__(self):
        return "NoText()"


class NoFormat:
    __format__ = None

    def __repr__(self):
        return "NoFormat()"


for call in [lambda: str(NoText()), lambda: "{}".format(NoText()), lambda: f"{NoText()}", lambda: "%s" % NoText(),
             lambda: format(NoFormat()), lambda: f"{NoFormat()}", lambda: repr(NoText()), lambda: str(NoFormat())]:
    try:
        print(call())
    except TypeError as error:
        print(error)
