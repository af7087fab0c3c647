"""os and sys: what a program asks of where it runs."""
import os
import sys


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


print(os.sep, repr(os.linesep), os.name, os.curdir, os.pardir, os.pathsep, os.extsep)
print(os.getpid() == os.getpid(), os.getpid() != os.getppid(), isinstance(os.cpu_count(), int), len(os.urandom(7)), type(os.urandom(1)).__name__)
print(os.environ.get('NO SUCH VARIABLE'), os.environ.get('NO SUCH VARIABLE', 'default'), os.getenv('NO SUCH VARIABLE', 5), 'NO SUCH VARIABLE' in os.environ)
attempt(lambda: os.environ['NO SUCH VARIABLE'])
print(sys.maxsize, sys.platform, sys.byteorder, sys.maxunicode, sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8), sys.version[:4])
print(sys.version_info.minor, sys.version_info.releaselevel, sys.getrecursionlimit(), sys.getdefaultencoding(), len(sys.argv), sys.argv[0][-9:])
print(sys.stdout.write('to stdout\n'), sys.stdout.flush(), sys.stderr.write('to stderr\n'))
print('to stderr, too', file=sys.stderr)
sys.stdout.writelines(['a', 'b\n'])
attempt(lambda: sys.stdout.write(5))
sys.setrecursionlimit(2000)
print(sys.getrecursionlimit(), sys.getswitchinterval(), sys.intern('text'))
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
attempt(lambda: sys.setswitchinterval(0))
attempt(lambda: sys.setrecursionlimit(0))
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, error, traceback = sys.exc_info()
    print(kind, error, traceback is not None)
print(sys.exc_info())
attempt(lambda: sys.exit())
attempt(lambda: sys.exit('message'))
attempt(lambda: sys.exit(3))
sys.exit(7)
