"""tempfile, shutil, glob and fnmatch: files that come and go, copies of files, and patterns of names."""
import fnmatch
import glob
import os
import shutil
import tempfile
from io import open

place = tempfile.mkdtemp(prefix='test-')
os.chdir(place)


def attempt(action):
    try:
        print(repr(action()).replace(place, 'PLACE'))
    except Exception as error:
        print(type(error).__name__, str(error).replace(place, 'PLACE'))


os.makedirs('a/b/c')
for name in ('a/x.txt', 'a/y.py', 'a/b/z.txt', 'a/b/c/w.txt', 'a/.h.txt', 'top.txt', '[q].txt'):
    with open(name, 'w') as file:
        file.write(name)
for pattern in ('*', 'a/*.txt', '**/*.txt', '**', '*/?.p*', 'no*', 'top.txt', 'a/*/', 'a/.*', '[[]q].txt', '**/c/*'):
    print(pattern, sorted(glob.glob(pattern, recursive=True)))
print(glob.escape('[q]*?.txt'), glob.glob(glob.escape('[q].txt')), sorted(glob.glob('*', root_dir='a')), sorted(glob.glob('a/*', include_hidden=True)), sorted(glob.iglob('a/*.p?')))
for pattern in ('*.txt', '?', '[a-c]x', '[!a]*', 'a*b*c', '[]', '[!]', '[]]', '[z-a]', '[a-', '**', '[^a]', '\\*', '[--0]', '[&&]'):
    print(pattern, fnmatch.translate(pattern))
print(fnmatch.filter(['a.txt', 'b.py', 'A.TXT'], '*.txt'), fnmatch.fnmatch('a.txt', '*.TXT'), fnmatch.fnmatchcase('x[1]', 'x[[]1]'), fnmatch.fnmatch(b'a.c', b'*.c'))
for action in (
    lambda: shutil.copy('top.txt', 'a'), lambda: shutil.copy2('top.txt', 'new.txt'), lambda: shutil.copyfile('top.txt', 'top.txt'), lambda: shutil.copyfile('no', 'x'), lambda: shutil.copyfile('top.txt', 'a'),
    lambda: shutil.copytree('a', 'k'), lambda: sorted(os.listdir('k/b')), lambda: shutil.copytree('a', 'k'), lambda: shutil.copytree('a', 'k2', ignore=shutil.ignore_patterns('*.txt', 'c')), lambda: sorted(glob.glob('k2/**', recursive=True)),
    lambda: shutil.move('k2', 'k'), lambda: shutil.move('k', 'k/b'), lambda: shutil.move('new.txt', 'moved.txt'), lambda: shutil.move('top.txt', 'a'), lambda: shutil.rmtree('k'), lambda: os.path.exists('k'), lambda: shutil.rmtree('k'), lambda: shutil.rmtree('k', ignore_errors=True), lambda: shutil.rmtree('moved.txt'),
):
    attempt(action)
with tempfile.TemporaryDirectory(suffix='.d') as folder:
    with open(os.path.join(folder, 'inner'), 'w') as file:
        file.write('x')
    print(os.path.isdir(folder), os.path.dirname(folder) == tempfile.gettempdir(), os.path.basename(folder)[:3], folder[-2:], os.listdir(folder))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile('w+', suffix='.txt', delete=False) as file:
    print(file.write('hi'), file.seek(0), file.read(), file.name.endswith('.txt'), os.path.exists(file.name), file.mode)
print(os.path.exists(file.name), file.closed, os.remove(file.name))
with tempfile.NamedTemporaryFile() as file:
    print(file.write(b'abc'), file.tell(), file.flush(), os.path.getsize(file.name))
print(os.path.exists(file.name))
number, name = tempfile.mkstemp(dir=place)
print(os.write(number, b'abc'), os.path.getsize(name), os.path.dirname(name) == place, oct(os.stat(name).st_mode), os.close(number))
with tempfile.TemporaryFile() as file, tempfile.SpooledTemporaryFile(10) as spooled:
    print(file.write(b'12'), file.seek(0), file.read(), spooled.write(b'12'), spooled._rolled, spooled.write(b'3' * 10), spooled._rolled, spooled.seek(0), spooled.read())
print(tempfile.gettempprefix(), tempfile.mkdtemp() != tempfile.mkdtemp())
