# Streams: servers and clients in threads, half-closed connections, time-outs, resets, a full buffer.

import socket
import threading
import time


def serve(server, count):
    # One thread a connection: answers in capitals until the client ends.
    def talk(conn):
        with conn:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(data.upper())

    threads = []
    for _ in range(count):
        conn, address = server.accept()
        threads.append(threading.Thread(target=talk, args=(conn,)))
        threads[-1].start()
    for thread in threads:
        thread.join()


server = socket.create_server(("127.0.0.1", 0))
accepting = threading.Thread(target=serve, args=(server, 3))
accepting.start()
answers = {}


def ask(name):
    with socket.create_connection(server.getsockname()) as client:
        for word in ("hello", "world"):
            client.sendall(f"{word} {name}".encode())
            answers[name, word] = client.recv(1024)


clients = [threading.Thread(target=ask, args=(name,)) for name in "abc"]
for client in clients:
    client.start()
for client in clients:
    client.join()
accepting.join()
for key in sorted(answers):
    print(key, answers[key])


def connected():
    client = socket.socket()
    client.connect(server.getsockname())
    conn, address = server.accept()
    print(address == client.getsockname(), conn.getpeername() == address)
    return client, conn


def attempt(what, function):
    try:
        print(what, function())
    except OSError as error:
        print(what, type(error).__name__, error)


# Both ends, one half after the other.
a, b = connected()
a.sendall(b"question")
a.shutdown(socket.SHUT_WR)
print(b.recv(3), b.recv(1024), b.recv(1024), b.recv(1024))
print(b.send(b"answer"), a.recv(1024))
attempt("after shutdown:", lambda: a.send(b"x"))
b.close()
print(a.recv(10))
a.close()
attempt("after close:", lambda: a.recv(10))
print(a)

# The other side is gone: the first send is lost, the second fails.
a, b = connected()
b.close()
print(a.send(b"lost"))
attempt("second:", lambda: a.send(b"broken"))
print(a.recv(10))
a.close()

# What was not read resets the connection.
a, b = connected()
b.send(b"last words")
a.send(b"unread")
b.close()
print(a.recv(100))
attempt("reset:", lambda: a.recv(100))
print(a.recv(100))
attempt("reset:", lambda: a.send(b"x"))
a.close()

# Time-outs and no waiting at all.
a, b = connected()
a.settimeout(0.05)
attempt("late:", lambda: a.recv(10))
b.send(b"now")
print(a.recv(10), a.gettimeout(), a.timeout, a.getblocking())
a.setblocking(False)
attempt("not yet:", lambda: a.recv(10))
print(a.gettimeout(), a.getblocking())
b.send(b"peek")
time.sleep(0.01)
print(a.recv(2, socket.MSG_PEEK), a.recv(10))
server.settimeout(0.01)
attempt("nobody:", server.accept)
server.setblocking(False)
attempt("nobody:", server.accept)
server.setblocking(True)

# A buffer that nobody reads gets full; then the sender waits until there is room.
a.setblocking(False)
sent = 0
try:
    while True:
        sent += a.send(bytes(100000))
except BlockingIOError as error:
    print("full:", error, sent >= 65536)
a.setblocking(True)
big = bytes(range(256)) * 4000
sender = threading.Thread(target=a.sendall, args=(big,))
sender.start()
got = []
while sum(map(len, got)) < sent + len(big):
    got.append(b.recv(50000))
sender.join()
print(b"".join(got)[sent:] == big, max(map(len, got)) <= 50000)
a.send(b"12345")
a.send(b"67890")
print(b.recv(10, socket.MSG_WAITALL))
a.close()
b.close()

# A backlog; nobody listens; an address in use.
port = server.getsockname()[1]
waiting = [socket.create_connection(("localhost", port)) for _ in range(3)]
for client in waiting:
    client.send(b"early")
print([server.accept()[0].recv(10) for _ in range(3)])
other = socket.socket()
attempt("bind:", lambda: other.bind(("127.0.0.1", port)))
other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
attempt("bind:", lambda: other.bind(("127.0.0.1", port)))
server.close()
attempt("connect:", lambda: socket.create_connection(("127.0.0.1", port)))
print(other.connect_ex(("127.0.0.1", port)))

# Pairs.
a, b = socket.socketpair()
print(a.family, a.type, repr(a.getsockname()), repr(b.getpeername()))
a.sendall(b"over")
print(b.recv(10))
with a, b:
    pass
print(a.fileno(), b.fileno())
