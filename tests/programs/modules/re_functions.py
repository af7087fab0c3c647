"""re: the functions of the module, patterns and matches."""
import re


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


pattern = re.compile(r'(?P<key>\w+)\s*=\s*(?P<value>\d+)?', re.I)
match = pattern.search('-- Size = 12;')
print(match, match.group(), match.group(1), match['value'], match.group('key', 2), match.groups(), match.groupdict())
print(match.start(), match.end('value'), match.span(1), match.lastindex, match.lastgroup, match.re is pattern, match.string, match.pos, match.endpos)
print(match.expand(r'<\2|\g<key>|\g<0>>'), pattern, pattern.groups, pattern.groupindex['value'], pattern.flags, pattern.pattern)
print(pattern.match('-- a = 1', 3), pattern.match('a = 1', 0, 3).group(), pattern.fullmatch('a=1 '), pattern.search('a=').groups('none'))
for name in (0, 3, -1, 'key', 'other', None):
    attempt(lambda: match[name])
print(re.match('a|ab', 'ab').end(), re.fullmatch('a|ab', 'ab').end(), re.search('b', 'ab').start(), re.match('b', 'ab'))
print(re.findall(r'\d+', 'a1 b22 c333'), re.findall(r'(\w)(\d)?', 'a1b'), re.findall('x*', 'axb'), [found.span() for found in re.finditer('a|', 'ba')])
print(re.split(r'[,;]\s*', 'a, b;c'), re.split('(-)|x', 'a-bxc'), re.split('', 'ab'), re.split(',', 'a,b,c', 1), re.split(',', 'abc'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'one two, three four'), re.sub('a', lambda found: found.group().upper(), 'banana', count=2))
print(re.subn('x*', '-', 'abxd'), re.sub('(a)|b', r'[\1]', 'ab'), re.sub(r'\.', r'\\n\n', 'a.b'), re.sub('', '-', 'ab'))
print(re.escape('a.b*c [x] #1'), re.escape(b'1+1'), re.match(re.escape('a.b'), 'axb'))
print(re.findall(rb'\w+', b'ab \xe9f'), re.sub(b'(a)', b'<\\1>', b'cab'), re.compile(b'a'), re.split(b',', b'a,b'))
print(re.I, re.I | re.M, re.compile('a', re.I | re.S | re.A), re.compile('(?mx) a').flags, int(re.X), re.NOFLAG)
print(re.compile('a') == re.compile('a'), re.compile('a') == re.compile('a', re.I), re.compile('a') is re.compile('a'), isinstance(match, re.Match), isinstance(pattern, re.Pattern))
for wrong in ((5, 'a'), (['a'], 'a'), ('a', 5), ('a', b'a'), (b'a', 'a'), (pattern, 'a', re.I), ('a', 'a', re.L), (b'a', b'a', re.U), ('a', 'a', re.A | re.U)):
    attempt(lambda: re.match(*wrong))
for template in ('\\', r'\2', r'\g<x>', r'\g<', r'\g', r'\q', r'\400', r'\g<9>', r'\g<a b>', r'\0x\101', r'\g<1>\\\.'):
    attempt(lambda: re.sub('(a)', template, 'cab'))
attempt(lambda: re.sub('a', None, 'a'))
attempt(lambda: re.sub('a', lambda found: 5, 'a'))
re.purge()
print(re.findall('[一-龥]+', '中文abc文字'), re.split('，|。', '你好，世界。'), re.match(r'(.)\1', '中中').span(), re.findall(r'\w+', 'Straße, naïve: 日本語!'))
