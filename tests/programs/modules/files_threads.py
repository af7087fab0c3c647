"""Files that several threads use: what they see of each other."""
import os
import tempfile
import threading
from io import StringIO, open

os.chdir(tempfile.mkdtemp())


def run(*works):
    threads = [threading.Thread(target=work, args=arguments) for work, *arguments in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def append(name):
    # Each call of write, flushed at once, is added as a whole.
    with open('log', 'a') as file:
        for number in range(3):
            file.write(f'{name}{number}\n')
            file.flush()


run((append, 'a'), (append, 'b'))
lines = open('log').read().split()
print(sorted(lines), [line for line in lines if line[0] == 'a'], [line for line in lines if line[0] == 'b'])

shared = open('shared', 'w')
memory = StringIO()


def write(name):
    for number in range(3):
        shared.write(f'{name}{number}\n')
        memory.write(f'{name}{number}\n')


run((write, 'a'), (write, 'b'))
shared.close()
print(sorted(open('shared').read().split()), sorted(memory.getvalue().split()))

lock = threading.Lock()
with open('count', 'w') as file:
    file.write('0')


def count():
    for _ in range(3):
        with lock:
            with open('count') as file:
                number = int(file.read())
            with open('count', 'w') as file:
                file.write(str(number + 1))


run((count,), (count,))
print(open('count').read())

won = []


def create(name):
    # Only one can be the first.
    try:
        with open('once', 'x') as file:
            file.write(name)
        won.append(name)
    except FileExistsError:
        pass


run((create, 'a'), (create, 'b'), (create, 'c'))
print(len(won), open('once').read() == won[0])

written = threading.Event()
read = threading.Event()


def producer():
    file = open('lines', 'w')
    file.write('buffered')
    written.set()
    read.wait()
    read.clear()
    file.close()
    written.set()


def consumer():
    written.wait()
    written.clear()
    print(repr(open('lines').read()))
    read.set()
    written.wait()
    print(repr(open('lines').read()))


run((producer,), (consumer,))
