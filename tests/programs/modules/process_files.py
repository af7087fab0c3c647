# Files are common to all processes; what a fork copies is the descriptor, not the place in the file.
import os
import tempfile


def child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    os.waitpid(pid, 0)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)

    def write_new():
        with open("new.txt", "w") as file:
            file.write("from the child\n")
        os.mkdir("made")
        os.chdir("made")

    child(write_new)
    print(open("new.txt").read(), sorted(os.listdir(".")), os.path.isdir("made"), os.path.getsize("new.txt"))
    print(os.path.realpath(os.getcwd()) == os.path.realpath(folder))

    file = open("shared.bin", "w+b", buffering=0)
    file.write(b"abc")
    child(lambda: file.write(b"def"))
    file.write(b"ghi")
    child(file.close)
    file.seek(0)
    print(file.read(), os.fstat(file.fileno()).st_size)

    def read_some():
        os.lseek(file.fileno(), 3, os.SEEK_SET)

    child(read_some)
    print(os.read(file.fileno(), 3))
    file.close()

    child(lambda: os.remove("new.txt"))
    try:
        open("new.txt")
    except FileNotFoundError as error:
        print(type(error).__name__, error.errno, error.filename)

    child(lambda: os.rename("shared.bin", "renamed.bin"))
    print(sorted(os.listdir(".")), os.path.exists("shared.bin"))

    # Appending is one operation, whoever does it.
    log = open("log.txt", "a")
    pids = []
    for number in range(3):
        pid = os.fork()
        if pid == 0:
            log.write(f"line of {number}\n")
            log.close()
            os._exit(0)
        pids.append(pid)
    for pid in pids:
        os.waitpid(pid, 0)
    log.close()
    print(sorted(open("log.txt").read().splitlines()))
    os.chdir("/")
