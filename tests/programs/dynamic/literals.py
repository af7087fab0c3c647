"""Literals of texts that are not as they should be, as CPython 3.11 finds them."""


def show(text, mode="exec"):
    try:
        compile(text, "<string>", mode)
        print("fine", repr(text))
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.filename, error.lineno, error.offset, repr(error.text))
        print("   ", error.end_lineno, error.end_offset, repr(text))


for text in [
    "f'{1#}'", "f'{3(#)}'", "f'{#}'", "f'{)#}'", "f'' b''", "b'' f''", "'a' b'a'",
    "f'{3!g}'", "f'{3!A}'", "f'{3!!}'", "f'{3!:}'", "f'{3! s}'", "f'{x!s{y}}'", "f'{3!ss}'", "f'{3!ss:s}'", "f'{3!'",
    "f'{4:{/5}}'", "f'result: {value:{width:{0}}.{precision:1}}'", "f'{\"s\"!{\"r\"}}'", "f'{\"s\"!r{\":10\"}}'",
    "f'{a $ b}'", "f'{lambda x:x}'", "f'\\N'", "f'\\N '", "f'\\N{'", "'\\N{GREEK'", "'ab\\N{no such}'", "'\\x1'", "'é\\u12'",
    "'\\U99999999'", "b'\\x1'", "f'{((}'", "f'{a[4)}'", "f'{a(4]}'", "f'{a(4}'", "f'{}'", "f'{ }'", "f'{10:{ }}'",
    "f'{!r}'", "f'{ !xr:a}'", "f'{:}'", "f'{=}'", "f'{'", "f'{='", "f'{a'", "f'{a:'", "f'a}'", "f'}}}'", "f'{a}}'",
    "f'{\\'a\\'}'", "f'{\\t3}'", "rf'{\\n}'", "f'{,}'", "f'{3)+(4}'", "f'{\n}'", "f'{*a}'", "f'{**a}'",
    "f'{\"x'", "f'{(\"x}'", "x = f'{a b}'", "x = 1; y = f'{a = }' + f'{f(}'", "print(f'{a.b c}', 1)",
    "f'{yield}'", "f'{a:{b}}' f'{c!z}'", "x = (1,\n f'{a +}')", "f'{a:=5}'", "f'{a!=b}'", "f'{a==b}'",
    "f'{lambda}'", "f'{1 if}'", "f'{a[\"b\"]}'", "f'{f'1'}'", "\xa0", "x\xa0= 1", "f'''{\xa0}'''", "x = “a”", "f'{a:{b:{c}}}'",
    "f'{a;b}'", "f'{a=!r:>10}'", "f'{ä +}'", "'ä' f'{a b}'", "f'{1}' '\\x'", "f'{None = 1}'", "f'{x:{y z}}'", "f'{a\\N{DIGIT ONE}}'",
    "f'{f\"{a b}\"}'", "f'{f\"{}\"}'", "f'{(lambda x: x)}'", "f'{{}'", "f'{{{}}}'", "f\"{'\"", "f'{x:\\N}'",
]:
    show(text)
