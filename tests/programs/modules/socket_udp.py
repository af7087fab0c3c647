# Datagrams: a server and clients in threads, lengths, addresses, refusals.

import socket
import threading


def attempt(what, function):
    try:
        print(what, function())
    except OSError as error:
        print(what, type(error).__name__, error)


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
place = server.getsockname()


def serve():
    while True:
        data, address = server.recvfrom(1024)
        if data == b"stop":
            break
        server.sendto(data.upper(), address)


answers = {}


def ask(name):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        for word in ("hello", "world"):
            client.sendto(f"{word} {name}".encode(), place)
            data, address = client.recvfrom(1024)
            answers[name, word] = data, address == place


serving = threading.Thread(target=serve)
serving.start()
clients = [threading.Thread(target=ask, args=(name,)) for name in "ab"]
for client in clients:
    client.start()
for client in clients:
    client.join()
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.sendto(b"stop", place)
serving.join()
for key in sorted(answers):
    print(key, answers[key])

# One datagram at a time, cut where there is no room.
for data in (b"one", b"", b"three"):
    print(client.sendto(data, place))
print(server.recv(10), server.recv(10), server.recv(3))
client.sendto(b"twice", place)
print(server.recvfrom(3, socket.MSG_PEEK)[0], server.recvfrom(100)[0])
server.settimeout(0.01)
attempt("late:", lambda: server.recvfrom(10))
server.setblocking(False)
attempt("none:", lambda: server.recvfrom(10))
server.setblocking(True)

# One that is connected hears from its peer alone, and that nobody is there.
attempt("send:", lambda: client.send(b"x"))
attempt("peer:", client.getpeername)
client.connect(place)
print(client.getpeername() == place, client.getsockname()[0])
stranger = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
stranger.sendto(b"hidden", client.getsockname())
print(client.send(b"direct"))
data, address = server.recvfrom(100)
server.sendto(b"seen", address)
print(client.recv(100))
server.close()
print(client.send(b"lost"))
attempt("refused:", lambda: client.recv(10))
print(stranger.sendto(b"nobody cares", place))
attempt("long:", lambda: stranger.sendto(bytes(70000), place))
attempt("port 0:", lambda: stranger.sendto(b"x", ("127.0.0.1", 0)))
attempt("listen:", stranger.listen)
attempt("accept:", stranger.accept)
attempt("broadcast:", lambda: stranger.sendto(b"x", ("127.255.255.255", 9)))

# To everybody.
listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
listener.bind(("", 0))
stranger.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
print(stranger.sendto(b"all", ("127.255.255.255", listener.getsockname()[1])), listener.recv(10))
again = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
attempt("bind:", lambda: again.bind(listener.getsockname()))

# Pairs keep datagrams apart, too.
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
a.send(b"first")
a.send(b"second")
print(b.recv(3), b.recv(100))
for one in (client, stranger, listener, again, a, b):
    one.close()
