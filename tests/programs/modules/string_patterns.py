"""string.Template: patterns of a class's own."""
import re
from string import Template


class At(Template):
    delimiter = "@"


class Dotted(Template):
    idpattern = "[a-z]+(?:[.][a-z]+)*"


class Braces(Template):
    idpattern = "[a-z]+"
    braceidpattern = "[A-Z]+"
    flags = 0


class Whole(Template):
    pattern = r"(?P<escaped>%%)|%(?P<named>[a-z]+)%|%\[(?P<braced>[a-z]+)\]|(?P<invalid>%)"
    delimiter = "%"


print(At("@x and @{y}s @@ $z").substitute(x=1, y=2))
print(Dotted("$a.b.c and $a.").substitute({"a.b.c": 1, "a": 2}))
print(Braces("$foo ${BAR}").substitute(foo=1, BAR=2), Braces("$foo ${bar} $Foo").safe_substitute(foo=1, bar=2))
print(Whole("%a% %[b] %% 100% sure").safe_substitute(a=1, b=2), Whole("%a%%[b]").get_identifiers(), Whole("%").is_valid())
for template in (At("@x @"), Braces("a\n b $A"), Whole("50% of %a%")):
    try:
        print(template.substitute(x=1))
    except ValueError as error:
        print(error)
print(Template.flags == re.IGNORECASE, Template.idpattern, Template.braceidpattern)
