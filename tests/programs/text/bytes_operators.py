# Operators, items and slices of bytes.


data = b'abc'
text = 'abc'


def show(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: (b'a' + b'b', b'ab' * 2, 2 * b'ab', b'ab' * 0, b'ab' * -1, b'a' * True))
show(lambda: (b'a' + 'b'))
show(lambda: (b'a' + 5))
show(lambda: (b'a' + None))
show(lambda: ('a' + b'b'))
show(lambda: (b'a' * 'b'))
show(lambda: (b'a' * 1.5))
show(lambda: (b'a' * b'b'))
show(lambda: (b'a' * 2**70))
show(lambda: (2**70 * b'a'))
show(lambda: ('a' * 2**70))
show(lambda: ([1] * 2**70))
show(lambda: (b'a' - b'b'))
show(lambda: (-b'a'))
show(lambda: (
    b'a' < b'b', b'a' < b'aa', b'b' > b'a', b'a' <= b'a', b'a' == b'a', b'a' != b'b', b'a' == 'a', b'a' == 97
))
show(lambda: (b'a' < 'a'))
show(lambda: (b'a' < 5))
show(lambda: (sorted([b'b', b'a', b'']), max(b'abc'), min([b'z', b'y']), sum(b'abc')))
show(lambda: (b'a' in b'abc', 97 in b'abc', b'' in b'', b'ac' in b'abc', 98 not in b'abc', True in b'\x01'))
show(lambda: ('a' in b'abc'))
show(lambda: (300 in b'abc'))
show(lambda: (-1 in b'abc'))
show(lambda: (1.5 in b'abc'))
show(lambda: (None in b'abc'))
show(lambda: (b'a' in 'abc'))
show(lambda: (
    data[0], data[-1], data[True], data[1:], data[::-1], data[::2], data[5:], data[:2**70], data[-2**70:1]
))
show(lambda: (data[5]))
show(lambda: (data[-4]))
show(lambda: (data['a']))
show(lambda: (data[1.5]))
show(lambda: (data[None]))
show(lambda: (data[2**70]))
show(lambda: (data['a':]))
show(lambda: (data[::0]))
show(lambda: (text[5]))
show(lambda: (text['a']))
show(lambda: (text[2**70]))
show(lambda: (text[:2**70], [1, 2][-2**70:], (1, 2)[2**70:]))
show(lambda: (list(data)['a']))
show(lambda: ([1][2**70]))
show(lambda: (tuple(data)['a']))
show(lambda: (
    list(b'ab'), tuple(b'ab'), [*b'ab'], list(reversed(b'ab')), list(enumerate(b'a')), list(zip(b'ab', 'xy'))
))
show(lambda: (
    len(b'abc'), bool(b''), bool(b'\0'), {b'a': 1}[b'a'], hash(b'a') == hash(b'a'), set(b'aab') == {97, 98}
))
show(lambda: (
    b'abc'.find(b'', 3), b'abc'.find(b'', 4), b'abc'.find(b'a', 2**70), b'abc'.find(b'a', -2**70, 2**70), 'abc'.find('a', -2**70)
))
