"""io.open: files of text, their modes, encodings, ends of lines and positions."""
import io
import os
import tempfile
from io import open


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


os.chdir(tempfile.mkdtemp())
with open('a.txt', 'w') as file:
    print(file, file.mode, file.encoding, file.errors, file.name, file.closed, file.readable(), file.writable(), file.seekable())
    print(file.write('one\ntwo\n'), file.tell(), file.writelines(['three\n', 'four']))
print(file.closed, file)
with open('a.txt') as file:
    print(file, repr(file.readline()), file.tell(), repr(file.read(3)), file.readlines(), repr(file.read()), repr(file.readline()), file.newlines)
    print(file.seek(0), next(file), [line.strip() for line in file], list(file))
    attempt(lambda: file.write('x'))
    attempt(lambda: file.seek(1, 1))
    attempt(lambda: file.read('x'))
    attempt(lambda: (file.seek(0), next(file), file.tell()))
for name, arguments in (('read', ()), ('readline', ()), ('write', ('x',)), ('flush', ()), ('seek', (0,)), ('tell', ()), ('__enter__', ()), ('__next__', ()), ('fileno', ()), ('close', ())):
    attempt(lambda: getattr(file, name)(*arguments))
with open('a.txt', 'a') as file:
    print(file.mode, file.tell(), file.write('!\n'), file.tell())
    attempt(lambda: file.read())
with open('a.txt', 'r+') as file:
    print(file.mode, file.write('ONE'), file.seek(0), repr(file.read()), file.truncate(4))
with open('a.txt', 'w+') as file:
    print(file.write('new'), file.seek(1), file.read())
with open('b.txt', 'x') as file:
    file.write('first')
attempt(lambda: open('b.txt', 'x'))
# What was written is seen when the buffer is written: when it is full, flushed or closed, or line by line.
file = open('c.txt', 'w')
sizes = []
for text in ('x' * 8000, 'y' * 193, 'z' * 9000):
    file.write(text)
    sizes.append(os.path.getsize('c.txt'))
file.flush()
print(sizes, os.path.getsize('c.txt'), file.close(), file.close())
with open('c.txt', 'w', buffering=1) as file:
    print(file.write('ab'), os.path.getsize('c.txt'), file.write('c\nd'), os.path.getsize('c.txt'))
for encoding, errors in (('utf-8', 'strict'), ('ascii', 'strict'), ('ascii', 'replace'), ('ascii', 'ignore'), ('ascii', 'backslashreplace'), ('latin-1', 'xmlcharrefreplace'), ('utf-8-sig', None), ('utf-16', None)):
    def write_and_read():
        with open('d.txt', 'w', encoding=encoding, errors=errors) as file:
            file.write('é中\n')
            file.write('b')
        with open('d.txt', 'rb') as file, open('d.txt', encoding=encoding) as text:
            return file.read(), text.read()
    attempt(write_and_read)
with open('e.txt', 'wb') as file:
    file.write('é中\r\nx\ry\n'.encode())
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('e.txt', newline=newline) as file, open('f.txt', 'w', newline=newline) as other:
        other.write('a\nb\r\n')
        print(repr(newline), file.readlines(), repr(file.newlines), end=' ')
    with open('f.txt', 'rb') as file:
        print(file.read())
with open('e.txt', 'ab') as file:
    file.write(b'\xff\n')
attempt(lambda: open('e.txt').read())
print(repr(open('e.txt', errors='replace').read()), repr(open('e.txt', errors='ignore').readlines()))
for mode in ('', 'z', 'rr', 'rw', 'rbt', 'U', 'b', 5, 'tr'):
    attempt(lambda: open('a.txt', mode).mode)
for keywords in ({'encoding': 'bogus'}, {'newline': 'x'}, {'buffering': 0}, {'mode': 'rb', 'encoding': 'ascii'}, {'mode': 'rb', 'newline': ''}, {'closefd': False}, {'encoding': 5}):
    attempt(lambda: open('a.txt', **keywords))
for name in ('no', 'no/a', '', 'a\0b', 5.5, None, -1, 9999, 'a.txt/b'):
    attempt(lambda: open(name))
os.mkdir('folder')
attempt(lambda: open('folder'))
attempt(lambda: open('folder', 'w'))
attempt(lambda: open('no/a', 'w'))
print(isinstance(file, io.IOBase), isinstance(file, io.BufferedIOBase), isinstance(text := open('a.txt'), io.TextIOBase), type(text), type(text.buffer), type(text.buffer.raw))
print('a', 'b', sep='-', file=(copy := open('g.txt', 'w')))
copy.close()
print(open('g.txt').read(), end='')
