# Sockets as files: lines, binary and text, what is read ahead and what waits to be sent.

import socket
import threading

a, b = socket.socketpair()
reader = b.makefile("rb")
a.sendall(b"one\ntwo\r\nthree")
print(reader.readline(), reader.readline(), reader.read(3), reader.peek(1))
a.sendall(b"!\nrest")
a.shutdown(socket.SHUT_WR)
print(reader.readline(), reader.read(), reader.read(5), reader.readline())
print(reader.readable(), reader.writable(), reader.seekable(), reader.closed, reader.mode)
writer = b.makefile("wb")
print(writer.write(b"kept "), writer.write(b"until "))
a.setblocking(False)
try:
    a.recv(10)
except BlockingIOError as error:
    print(error)
writer.flush()
print(a.recv(100))
a.setblocking(True)
b.close()
print(b.fileno() >= 0)
reader.close()
writer.close()
print(b.fileno(), a.recv(10))
for use in (reader.read, lambda: writer.write(b"x")):
    try:
        use()
    except ValueError as error:
        print(error)
a.close()

# A protocol of lines in both directions.
a, b = socket.socketpair()


def serve():
    with b, b.makefile("rw", encoding="utf-8", newline="\n") as file:
        for line in file:
            command, _, rest = line.rstrip("\n").partition(" ")
            if command == "QUIT":
                break
            file.write(f"{command.lower()}: {rest[::-1]}\n")
            file.flush()
        file.write("bye\n")


serving = threading.Thread(target=serve)
serving.start()
with a, a.makefile("r", encoding="utf-8") as answers, a.makefile("w", encoding="utf-8") as questions:
    for line in ("ECHO abc", "ECHO äöü €", "STAT 12"):
        print(line, file=questions)
        questions.flush()
        print(repr(answers.readline()))
    questions.write("QUIT\nnever read\n")
    questions.flush()
    serving.join()
    print(repr(answers.readline()))

# Ends of lines.
TEXT = "a\nb\r\nc\rd".encode()
for newline in (None, "", "\n", "\r", "\r\n"):
    a, b = socket.socketpair()
    a.sendall(TEXT)
    a.close()
    with b.makefile("r", encoding="ascii", newline=newline) as file:
        print(repr(newline), file.readlines())
    b.close()
    a, b = socket.socketpair()
    with a.makefile("w", encoding="ascii", newline=newline) as file:
        file.writelines(["x\n", "y"])
    a.close()
    print(b.recv(100))
    b.close()

# A character cut in two; reading by numbers of characters; errors.
a, b = socket.socketpair()
file = b.makefile(encoding="utf-8")
a.sendall("€".encode()[:2])
a.sendall("€".encode()[2:] + b"uro and more\nlast")
a.close()
print(file.read(4), repr(file.read(4)), repr(file.readline(3)), repr(file.readline()), file.read(), repr(file.read()))
print(file.encoding, file.errors, file.mode, file.writable())
file.close()
for wrong in (lambda: b.makefile("a"), lambda: b.makefile("r", 0), lambda: b.makefile("r", newline="x")):
    try:
        wrong()
    except ValueError as error:
        print(error)
b.close()
a, b = socket.socketpair()
raw = b.makefile("rwb", 0)
a.sendall(b"raw bytes")
print(type(raw).__name__, raw.read(3), raw.write(b"back"), a.recv(10), raw.mode)
b.settimeout(0.01)
print(raw.read(100))
for _ in range(2):
    try:
        raw.read(1)
    except OSError as error:
        print(type(error).__name__, error)
raw.close()
a.close()
b.close()
