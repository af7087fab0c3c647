"""io: files of bytes, with and without a buffer, and what is made of them."""
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
with open('a', 'wb') as file:
    print(file, file.raw, file.mode, file.name, file.write(b'abc'), file.tell(), os.path.getsize('a'), file.flush(), os.path.getsize('a'))
    print(file.seek(6), file.write(b'z'), file.writelines([b'1', b'2']), file.tell(), file.truncate(8))
    attempt(lambda: file.write('text'))
    attempt(lambda: file.read())
    attempt(lambda: file.seek(-1))
    attempt(lambda: file.seek(0, 5))
with open('a', 'rb') as file:
    print(file, file.read(2), file.peek(1)[:1], file.read1(2), file.tell(), file.seek(-3, 2), file.read(), file.read(), file.seek(0), file.readline(4), list(file))
    attempt(lambda: file.write(b'x'))
    attempt(lambda: file.truncate())
    attempt(lambda: file.read(-5))
    attempt(lambda: file.encoding)
for name, arguments in (('read', ()), ('readline', ()), ('peek', ()), ('seek', (0,)), ('tell', ()), ('flush', ()), ('__iter__', ()), ('__enter__', ())):
    attempt(lambda: getattr(file, name)(*arguments))
with open('a', 'r+b') as file:
    print(file, file.mode, file.read(2), file.write(b'XY'), file.tell(), file.seek(0), file.read(), file.truncate(4))
with open('a', 'ab') as file, open('a', 'ab') as other:
    print(file.tell(), file.write(b'<1>'), other.write(b'<2>'), file.flush(), other.flush(), file.write(b'<3>'))
with open('a', 'rb', buffering=0) as file:
    print(file, file.readall(), file.tell(), file.seek(2), file.read(3))
with open('b', 'wb', 0) as file:
    print(file.write(b'xy'), os.path.getsize('b'), file.seek(0), file.write(b'Z'), file.mode)
    attempt(lambda: file.read())
attempt(lambda: open('b', 'xb'))
number = os.open('c', os.O_RDWR | os.O_CREAT, 0o600)
print(os.write(number, b'hello'), os.lseek(number, 1, os.SEEK_SET), os.read(number, 3), os.fstat(number).st_size, os.close(number))
attempt(lambda: os.read(number, 1))
attempt(lambda: os.close(number))
with os.fdopen(os.open('c', os.O_WRONLY | os.O_APPEND), 'w') as file:
    print(file.write(' world'), file.mode)
print(open('c').read())
# In memory.
memory = io.BytesIO(b'one\ntwo\n')
print(memory.readline(), memory.tell(), memory.read(), memory.seek(12), memory.write(b'!'), memory.getvalue(), memory.truncate(3), memory.getvalue())
attempt(lambda: memory.write('x'))
attempt(lambda: io.BytesIO('x'))
attempt(lambda: memory.seek(-1))
memory.close()
attempt(lambda: memory.getvalue())
text = io.StringIO('one\ntwo\n')
print(repr(text.readline()), text.tell(), text.readlines(), text.seek(0, 2), text.write('three'), repr(text.getvalue()), text.truncate(3), text.getvalue(), text.newlines)
print('a', 5, file=text)
print(repr(text.getvalue()), repr(io.StringIO('a\r\nb\r', newline=None).read()), io.StringIO('a\r\nb\rc', newline='').readlines(), repr(io.StringIO('a\nb', newline='\r\n').getvalue()))
attempt(lambda: text.write(5))
attempt(lambda: text.seek(1, 1))
attempt(lambda: io.StringIO(5))
attempt(lambda: text.fileno())
text.close()
attempt(lambda: text.read())
wrapper = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\r\n')
print(wrapper.write('é\n'), wrapper.buffer.getvalue(), wrapper.flush(), wrapper.buffer.getvalue(), wrapper)
print(io.TextIOWrapper(io.BytesIO(b'a\r\nb'), encoding='ascii').readlines(), wrapper.detach().getvalue())
attempt(lambda: wrapper.write('x'))
reader = io.BufferedReader(io.BytesIO(b'hello world'))
writer = io.BufferedWriter(io.BytesIO(), 4)
print(reader.peek(1), reader.read(5), reader.read(), writer.write(b'ab'), writer.raw.getvalue(), writer.write(b'cdef'), writer.raw.getvalue(), writer.flush(), writer.raw.getvalue())
attempt(lambda: io.BufferedWriter(open('a', 'rb', 0)))
attempt(lambda: io.BufferedIOBase().read())
attempt(lambda: io.IOBase().fileno())


class Shouting(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


shouting = Shouting()
print('shout', file=shouting)
print(repr(shouting.getvalue()), io.SEEK_END, io.DEFAULT_BUFFER_SIZE, issubclass(io.UnsupportedOperation, (OSError, ValueError)), io.UnsupportedOperation)
