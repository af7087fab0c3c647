# Waiting for several sockets: select, poll, selectors, sockets that do not wait.

import errno
import select
import selectors
import socket
import threading
import time

server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)
place = server.getsockname()


def names(result, **known):
    return [[name for name in known if known[name] in files] for files in result]


print(names(select.select([server], [], [], 0), server=server))
client = socket.socket()
client.setblocking(False)
print(errno.errorcode[client.connect_ex(place)])
print(names(select.select([server], [client], [], 1), server=server, client=client))
print(client.connect_ex(place), errno.errorcode[client.connect_ex(place)], client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
conn, _ = server.accept()
print(names(select.select([server, conn], [conn, client], [], 0), server=server, conn=conn, client=client))
client.send(b"to read")
print(names(select.select([server, conn], [], [], 1), server=server, conn=conn))
print(conn.recv(100))


def later():
    time.sleep(0.02)
    client.send(b"later")


sender = threading.Thread(target=later)
sender.start()
print(names(select.select([server, conn], [], []), server=server, conn=conn), conn.recv(10))
sender.join()
print(select.select([server, conn], [], [], 0.01), select.select([], [], [], 0.01))
client.close()
print(names(select.select([conn], [conn], [conn], 0), conn=conn), conn.recv(1))
for wrong in (lambda: select.select([1.5], [], []), lambda: select.select([], [], [], -1), lambda: select.select(1, [], []), lambda: select.select([client], [], [])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# poll
a, b = socket.socketpair()
poll = select.poll()
poll.register(a, select.POLLIN)
print(poll.poll(0))
poll.modify(a, select.POLLIN | select.POLLOUT)
b.send(b"x")
print([events for fd, events in poll.poll(10)])
poll.unregister(a)
print(poll.poll(0))
for wrong in (lambda: poll.unregister(a), lambda: poll.modify(a, 1)):
    try:
        wrong()
    except (KeyError, OSError) as error:
        print(type(error).__name__)
# a connection that nobody took
lost = socket.socket()
lost.setblocking(False)
conn.close()
server.close()
print(errno.errorcode[lost.connect_ex(place)])
select.select([], [lost], [], 1)
print(lost.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == errno.ECONNREFUSED)
lost.close()

# An echo server in one thread, with clients in others.
selector = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 0))
server.setblocking(False)


def accept(sock):
    conn, _ = sock.accept()
    conn.setblocking(False)
    selector.register(conn, selectors.EVENT_READ, echo)


def echo(conn):
    data = conn.recv(100)
    if data:
        conn.sendall(data.upper())
    else:
        selector.unregister(conn)
        conn.close()
        ended.append(conn)


ended = []
key = selector.register(server, selectors.EVENT_READ, accept)
print(key.fileobj is server, key.fd == server.fileno(), key.events, key.data is accept, len(selector.get_map()))
answers = []


def ask(number):
    with socket.create_connection(server.getsockname()) as sock:
        for word in (b"one", b"two"):
            sock.sendall(word + b" %d" % number)
            answers.append(sock.recv(100))


clients = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
for thread in clients:
    thread.start()
while len(ended) < 3:
    for key, events in selector.select():
        key.data(key.fileobj)
for thread in clients:
    thread.join()
print(sorted(answers))
print(selector.select(0), selector.get_key(server).data is accept, b in selector.get_map())
for wrong in (lambda: selector.register(server, 1), lambda: selector.register(b, 8), lambda: selector.register("x", 1)):
    try:
        wrong()
    except (KeyError, ValueError) as error:
        print(type(error).__name__)
print(selector.modify(server, selectors.EVENT_READ, "data").data, selector.unregister(server).data)
selector.register(b, selectors.EVENT_READ | selectors.EVENT_WRITE)
print([events for key, events in selector.select()])
selector.close()
print(selector.get_map())
for one in (a, b, server):
    one.close()
