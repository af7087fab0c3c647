"""os and os.path: files and folders, and what goes wrong with them."""
import os
import os.path
import tempfile
from io import open


def attempt(action):
    try:
        print(repr(action()))
    except OSError as error:
        print(type(error).__name__, error.errno, error.strerror, repr(error.filename))
    except Exception as error:
        print(type(error).__name__, error)


def write(name, text='x'):
    with open(name, 'w') as file:
        file.write(text)


place = tempfile.mkdtemp()
os.chdir(place)
print(os.getcwd() == place, os.listdir(), os.listdir('.'))
os.mkdir('d')
os.makedirs('d/e/f')
write('a.txt', 'abc')
write('d/g.txt')
write('d/e/h.txt')
print(sorted(os.listdir()), sorted(os.listdir('d')), os.path.exists('a.txt'), os.path.exists('no'), os.path.isfile('a.txt'), os.path.isdir('a.txt'), os.path.isdir('d'), os.path.islink('d'))
print(os.path.getsize('a.txt'), os.stat('a.txt').st_size, os.stat('a.txt')[6], oct(os.stat('a.txt').st_mode), oct(os.stat('d').st_mode), os.path.getmtime('a.txt') == os.stat('a.txt').st_mtime, os.access('a.txt', os.R_OK), os.access('no', os.F_OK))
print([(root, sorted(folders), sorted(files)) for root, folders, files in os.walk('d')], [root for root, _, _ in os.walk('d', topdown=False)], list(os.walk('no')))
with os.scandir('d') as entries:
    print(sorted([(entry.name, entry.path, entry.is_file(), entry.is_dir(), entry.stat().st_size > 0) for entry in entries]))
for action in (
    lambda: os.mkdir('d'), lambda: os.mkdir('no/x'), lambda: os.mkdir('a.txt/x'), lambda: os.makedirs('d/e'), lambda: os.makedirs('d/e', exist_ok=True), lambda: os.makedirs('a.txt', exist_ok=True),
    lambda: os.rmdir('d'), lambda: os.rmdir('a.txt'), lambda: os.rmdir('no'), lambda: os.remove('no'), lambda: os.remove('d'), lambda: os.unlink('a.txt/'), lambda: os.listdir('no'), lambda: os.listdir('a.txt'), lambda: os.listdir(b'no'),
    lambda: os.stat('no'), lambda: os.stat('a.txt/'), lambda: os.stat(''), lambda: os.stat('a\0'), lambda: os.stat(5.5), lambda: os.chdir('a.txt'), lambda: os.chdir('no'), lambda: os.path.getsize('no'),
    lambda: os.rename('no', 'x'), lambda: os.rename('a.txt', 'd'), lambda: os.rename('d', 'a.txt'), lambda: os.rename('d', 'd/x'), lambda: os.rename('a.txt', 'no/x'), lambda: os.replace('d', 'd'),
):
    attempt(action)
os.rename('a.txt', 'b.txt')
write('c.txt', 'other')
os.replace('b.txt', 'c.txt')
print(sorted(os.listdir()), open('c.txt').read())
os.rename('d', 'moved')
print(sorted(os.listdir('moved/e')), os.path.exists('d'))
os.chdir('moved')
print(os.path.relpath(os.getcwd(), place), os.path.exists('e/f'), os.path.exists('../c.txt'), os.path.abspath('x') == os.path.join(place, 'moved', 'x'))
os.chdir('..')
os.remove('moved/g.txt')
os.unlink('moved/e/h.txt')
os.removedirs('moved/e/f')
print(os.listdir(), os.path.exists('moved'))
os.truncate('c.txt', 1)
os.utime('c.txt', (5, 7.5))
print(os.path.getsize('c.txt'), os.stat('c.txt').st_mtime, os.path.getatime('c.txt'), os.stat('c.txt').st_mtime_ns, os.path.samefile('c.txt', './c.txt'))
os.chmod('c.txt', 0o444)
print(oct(os.stat('c.txt').st_mode), os.remove('c.txt'), os.listdir(b'.'))
# A file that is removed while it is open can still be read.
write('t', 'still here')
with open('t') as file:
    os.remove('t')
    print(file.read(), os.path.exists('t'))


class Named:
    def __fspath__(self):
        return 'named'


write(Named())
print(os.path.exists(Named()), os.fspath(Named()), os.path.join(Named(), 'x'), isinstance(Named(), os.PathLike), isinstance('x', os.PathLike), os.fsencode('é'), os.fsdecode(b'a'))
attempt(lambda: os.fspath(5))
attempt(lambda: os.path.join('a', 5))
print(os.path.relpath('/a/b', '/a/c'), os.path.commonpath(['/a/b', '/a/c']), os.path.expandvars('$NO/${NO}/$'), os.path.splitdrive('/a'), os.path.normcase('A'), os.path.ismount('/'))
attempt(lambda: os.path.commonpath(['/a', 'b']))
attempt(lambda: os.path.relpath(''))
