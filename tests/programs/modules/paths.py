"""os.path: names of files as texts."""
import os.path
from os.path import basename, join

for path in ('a.b', '.bashrc', '/x/.b.c', '..a', '...', 'a/.b', 'a.b/c', 'x.', 'a..b', '/a/b.tar.gz', '..', '', '/', 'a/', '/a/b/', '//a'):
    print(path, os.path.splitext(path), os.path.split(path), basename(path), os.path.dirname(path), os.path.normpath(path), os.path.isabs(path))
print(join('a', 'b'), join('a/', 'b'), join('a', '/b'), join('a', 'b', 'c.txt'), join('', 'b'), join('a', ''), join('a'))
print(os.path.normpath('a/../../b/./c//d/'), os.path.normpath('/../a'), os.path.normpath('///a'), os.path.commonprefix(['abc', 'abd']), os.path.commonprefix([]))
