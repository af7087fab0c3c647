# The trees of f-strings.
import ast

for text in (
    "f''", "f'a'", "f'{a}'", "f'a{b}c'", "f'{a!r}{b!s:>5}{c!a}'", "f'{a:{b}.{c}}'", "f'{a=}'", "f'x{ a = !s}'", "f'{a=:5}'",
    "'a' 'b'", "'a' f'{b}' 'c' 'd' f'e{f}'", "u'a' f'{b}'", "'a' u'b'", "f'{{}}{a}'", "f'{a:}'", "f'{f(1)[2]}'", "f'{(lambda x: 3)}'",
    "f'''\n{a}\n  {b}'''", "(f'a'\n  f'{b}')", "x + f'{a + 1}'", "f'{a, b}'", "f'{a if b else c}'", "rf'\\d{a}'", "f'é{a}'",
    "f'{f\"{a}\"}'", "f'{a:4}' 'bcd'", "'x' f'{a:4{b}}' 'bcd'", "f'{c:1}' f'{a:4{b}}' 'bcd'",
):
    print(text, ast.dump(ast.parse(text, mode="eval").body, include_attributes=True))
