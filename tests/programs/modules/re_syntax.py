"""re: what can stand in a regular expression, and what is wrong in one."""
import re


def spans(pattern, text, flags=0):
    try:
        found = re.search(pattern, text, flags)
    except re.error as error:
        print(f'{pattern!r}: {error} [{error.msg}, {error.pos}, {error.lineno}, {error.colno}]')
    except Exception as error:
        print(f'{pattern!r}: {type(error).__name__} {error}')
    else:
        print(f'{pattern!r} {text[:24]!r}:', found and (found.span(), found.groups(), found.lastindex))


for pattern, text in (
    ('a*', 'aab'), ('a+?', 'aab'), ('a{2,3}', 'aaaa'), ('a{2}?', 'aaa'), ('a{,2}', 'aaa'), ('a{x', 'a{x'), ('a++a', 'aaa'), ('a?+b', 'ab'),
    ('(?>a|ab)c', 'abc'), ('(a|ab)(c|bcd)(d*)', 'abcd'), ('(?:a|ab|b)*$', 'abab'), ('(a*)+', 'aa'), ('(a|b)*?c', 'abc'), ('((a)|b)*', 'ab'), ('(?:(a)|b)*', 'ab'),
    ('(a)?(?(1)b|c)', 'ab'), ('(a)?(?(1)b|c)', 'c'), ('(?P<q>["\']).*?(?P=q)', 'x "it\'s"'), (r'(\w)\1', 'abccd'), (r'(?i)(\w)\1', 'aBb'),
    ('a(?=b)', 'acab'), ('a(?!b)', 'abac'), ('(?<=b)a', 'aba'), ('(?<!b)a', 'baa'), ('(?<=(a))b', 'ab'), ('(?!(a)b)a', 'aab'),
    (r'\bfoo\b', 'food foo'), (r'\Boo', 'foo'), (r'\Aa', 'ba'), (r'a\Z', 'a\n'), ('a$', 'a\n'), ('^b', 'a\nb'), ('(?m)^b$', 'a\nb\nc'),
    ('a.b', 'a\nb'), ('(?s)a.b', 'a\nb'), ('(?s:.)b.', '\nb\n'), ('(?x) a b # note\n c', 'abc'), ('(?i:A)b', 'ab'), ('(?i)a(?-i:B)', 'AB'), ('(?i)straße', 'STRAßE'), ('(?i)[k]', '\u212a'),
    (r'[\d.]+', 'v1.25'), ('[^a-c]', 'abcd'), ('[]a]+', 'x]a'), ('[a-]+', 'b-a'), (r'[\]\-\\]+', '-]\\'), (r'[\w-]+', 'é-1'), (r'(?a)\w+', 'é1'), (r'\D\S\W', '1ab '),
    (r'\x41\u0042\103\n', 'ABC\n'), (r'\0', '\0'), ('', 'abc'), ('()', 'a'), ('(?#note)a', 'a'), ('a|b|', 'c'), ('.*c', 'abcabc'), ('.*?c', 'abcabc'), (r'"(?:[^"\\]|\\.)*"', r'x "a\"b" "c"'),
    (r'(\d+)\.(\d+)', 'pi 3.14'), ('(?:(?:ab)*c)*d', 'ababccabcd'), ('x*y*z*$', 'xxyy!zz'), ('[a-z]+[0-9]', 'abc de5'), (r'\w+\b!', 'hi there!'),
):
    spans(pattern, text)
print(re.match('(?:a|b)*', 'ab' * 2000).end(), re.match('(?:(a)|ab?)*c', 'ab' * 800 + 'c').end(), re.match('(?:a|ab)*?c', 'ab' * 800 + 'c').end(), re.search('[^x]*x', 'y' * 3000 + 'x').end())
for pattern in (
    '(', ')', '(a', 'a)', '[', '[a', '[]', '[b-a]', r'[\d-z]', '*', 'a**', 'a*{2}', '^*', '|*', 'a{3,2}', '\\', r'\q', r'\1', r'(\1)', r'\x1', r'\u12', r'\400', r'[\8]', '(?', '(?P', '(?Px)', '(?P<>a)',
    '(?P<1>a)', '(?P<a>x)(?P<a>y)', '(?P=b)', '(?P<a', '(?<a)', '(?z)', '(?i', '(?i-', '(?-a:x)', '(?i-i:x)', '(?au:x)', '(?L:x)', 'a(?i)b', '(?(1)a|b|c)', '(?(2)a)', '(?(x)a)', '(?(0)a)', '(?#', '(?=a', '(?<=a+)b', r'(a)(?<=\1(b)\2)', 'ab\n(', 'a{99999999999}',
):
    spans(pattern, 'a')
