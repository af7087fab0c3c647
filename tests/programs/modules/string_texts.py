"""string: constants, templates, formatters."""
import string
from string import Formatter, Template, capwords


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as failure:
        print(type(failure).__name__, failure)


for name in ("whitespace", "ascii_lowercase", "ascii_uppercase", "ascii_letters", "digits", "hexdigits", "octdigits",
             "punctuation", "printable"):
    print(name, repr(getattr(string, name)))
print(capwords("hello  wORLD it's"), repr(capwords("  a b ")), capwords("a-b c-d", "-"))
template = Template("$who likes ${what}s, $$5 $who_1")
print(template.substitute(who="tim", what="kid", who_1=3), template.safe_substitute(who="a"), template.template)
print(template.substitute({"who": 1, "what": 2, "who_1": None}, who="over"), template.is_valid(), template.get_identifiers())
told(template.substitute, who=1)
for text in ("$", "a $ b", "$1", "x\ny $ z", "${a", "${}", "$é", "$$$", "${a-b}", "${a}b$a."):
    told(Template(text).substitute, a=1)
    print(Template(text).safe_substitute(a=1), Template(text).is_valid())


class Percent(Template):
    delimiter = "%"


print(Percent("%a $b %% %{c}x").substitute(a=1, c=2))
formatter = Formatter()
print(formatter.format("{} {} {x!r:>5}|", 1, "b", x="q"), formatter.format("{a.real} {b[0]} {b[1][k]}", a=3, b=[1, {"k": 5}]))
print(formatter.format("{:{}}|{:>{w}}", "a", 3, "z", w=4), formatter.format("{{}} {{{0}}}", 3), formatter.vformat("{x}", (), {"x": 1}))
for text in ("a{b}c", "{{x}}", "{", "}", "{a", "{a!", "{a!rx}", "{a:{b}", "{a{b}", "{a[}]}", "{:>{w}.{p}}", "", "{a!r:x}", "{}"):
    told(lambda: list(formatter.parse(text)))
told(formatter.format, "{0} {}", 1, 2)
told(formatter.format, "{} {0}", 1, 2)
told(formatter.format, "{3}")
told(formatter.format, "{z}")
told(formatter.format, "{0!z}", 1)
told(formatter.format, "{a[]}", a=1)
told(formatter.format, "{a[0]x}", a=[1])
told(formatter.format, "{0:{1:{2:{3}}}}", 1, 2, 3, 4)


class Lenient(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print(sorted([str(key) for key in used]), len(args))

    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()


print(Lenient().format("{a} {b} {0}", "q", "r", a="s"), formatter.get_field("a[x].imag", (), {"a": {"x": 4}}))
