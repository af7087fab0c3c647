"""pathlib: paths as objects, and the files behind them."""
import os
import tempfile
from pathlib import Path, PosixPath, PurePath, PurePosixPath


def attempt(action):
    try:
        print(repr(action()))
    except OSError as error:
        print(type(error).__name__, error.strerror, repr(error.filename))
    except Exception as error:
        print(type(error).__name__, error)


for text in ('a', 'a/b.txt', '/a/b.tar.gz', '.', '', '..', '/', '//a', '///a', 'a/', './a/./b', '.bashrc', 'a.', 'x..y', '.a.b'):
    path = PurePath(text)
    print(repr(text), path, repr(path), path.name, path.stem, path.suffix, path.suffixes, path.parent, path.parts, path.root, path.is_absolute(), [str(above) for above in path.parents])
P = PurePosixPath
print(P('a') / 'b' / P('c'), 'a' / P('b'), P('a') / '/b', P('a', 'b/c'), P('a').joinpath('b', '../c'), P('a') == P('a/'), P('a') == 'a', P('a') < P('b'), sorted([P('b'), P('a/c'), P('a')]), {P('a'): 1}[P('./a')])
print(P('a/b.txt').with_name('c'), P('a/b.txt').with_suffix('.py'), P('a/b').with_suffix('.py'), P('a/b.txt').with_suffix(''), P('a/b.txt').with_stem('z'), P('/a/b/c').relative_to('/a'), P('/a/b').is_relative_to('/c'), P('/a b/é').as_uri(), os.fspath(P('a')))
print(P('a/b.py').match('*.py'), P('/a/b.py').match('a/*.py'), P('/a/b.py').match('/*.py'), P('a/b/c').parents[1], P('a/b/c').parents[-1], len(P('/a/b').parents), P('a/b/c').parents[:2], isinstance(Path('a'), PosixPath), isinstance(Path('a'), PurePosixPath))
for action in (lambda: P('a') / 5, lambda: P(5), lambda: P(b'a'), lambda: P('/').with_name('a'), lambda: P('a').with_suffix('py'), lambda: P('a').with_name('b/c'), lambda: P('/a').relative_to('/b'), lambda: P('a').as_uri(), lambda: P('a').parents[5], lambda: P('a') < 'b', lambda: P('a').match('')):
    attempt(action)
os.chdir(tempfile.mkdtemp())
folder = Path('x/y')
attempt(lambda: folder.mkdir())
attempt(lambda: folder.mkdir(parents=True))
attempt(lambda: folder.mkdir())
attempt(lambda: folder.mkdir(exist_ok=True))
file = folder / 'f.txt'
print(file.exists(), file.write_text('hello\n'), file.read_text(), file.read_bytes(), file.exists(), file.is_file(), file.is_dir(), folder.is_dir(), file.stat().st_size, file.is_symlink())
with file.open('a', encoding='utf-8') as opened:
    print(opened.name, opened.write('more'))
print(file.read_text().split(), (folder / 'g').write_bytes(b'\xff'), sorted(folder.iterdir()))
attempt(lambda: (folder / 'g').read_text())
attempt(lambda: (folder / 'no').read_text())
attempt(lambda: file.write_text(5))
attempt(lambda: list(Path('no').iterdir()))
attempt(lambda: (folder / 't').touch())
attempt(lambda: (folder / 't').touch(exist_ok=False))
attempt(lambda: (folder / 't').unlink())
attempt(lambda: (folder / 't').unlink())
attempt(lambda: (folder / 't').unlink(missing_ok=True))
print(file.rename(folder / 'h.txt'), (folder / 'h.txt').replace('top.txt'))
print(sorted(Path('.').glob('*')), sorted(Path('.').glob('**/*')), sorted(Path('.').rglob('g')), sorted(Path('x').glob('*/?')), sorted(Path('.').glob('**')), list(Path('.').glob('x/y')))
for action in (lambda: list(Path('.').glob('')), lambda: list(Path('.').glob('/a')), lambda: folder.rmdir(), lambda: Path('top.txt').rmdir(), lambda: Path('x').unlink(), lambda: Path('no').resolve(strict=True)):
    attempt(action)
print(Path('a').absolute() == Path.cwd() / 'a', Path('x/../top.txt').resolve() == Path.cwd() / 'top.txt', Path('top.txt').samefile('./top.txt'), Path('/').is_mount())


class Named(type(Path())):
    def shout(self):
        return str(self).upper()


print((Named('a') / 'b').shout(), repr(Named('a/b').parent))
