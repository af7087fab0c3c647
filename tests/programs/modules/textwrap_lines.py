"""textwrap: lines of a width, with hyphens, indents and long words."""
import textwrap


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


text = "Hello there -- you goof-ball, use the -b option!  This is a well-known (and over-used) sentence.\nIt goes on\tand on, with 2-3 words--quite long ones, like Donaudampfschifffahrtsgesellschaft."
for width in (5, 11, 20, 35, 70):
    told(textwrap.wrap, text, width)
for options in (
    {"initial_indent": "* ", "subsequent_indent": "    "}, {"break_long_words": False}, {"break_on_hyphens": False}, {"fix_sentence_endings": True},
    {"drop_whitespace": False}, {"replace_whitespace": False}, {"expand_tabs": False}, {"tabsize": 3}, {"max_lines": 2}, {"max_lines": 1, "placeholder": "…"},
):
    print(options)
    print(textwrap.fill(text, 24, **options))
for case in ("", "   ", "\n", "a" * 10, "a-b-c-d", "ab-cd-ef", "x--y", "--foo", "foo--", "e-mail's", "1-2-3", "one\u00a0two three"):
    told(textwrap.wrap, case, 4)
told(textwrap.wrap, "text", 0)
told(textwrap.wrap, "some text", 3, max_lines=1)
told(textwrap.shorten, "Hello  world and\n all the others!", width=18)
told(textwrap.shorten, "Hello world!", width=12)
told(textwrap.shorten, "Hello world!", width=8, placeholder="...")
told(textwrap.shorten, "Hello world!", width=3)
told(textwrap.dedent, "   one\n     two\n \t \n   three")
told(textwrap.dedent, "\tone\n    two")
told(textwrap.dedent, "    a\n\n  b\n")
told(textwrap.dedent, "x\n  y")
told(textwrap.indent, "a\n\n  b\n \nc", "> ")
told(textwrap.indent, "a\n\nb", "+", lambda line: True)
wrapper = textwrap.TextWrapper(width=12)
wrapper.width = 9
wrapper.initial_indent = "-"
print(wrapper.wrap("many small words in here"), wrapper.fill("ab cd"), wrapper.tabsize, wrapper.placeholder)
