# A server with a thread for each connection and clients that talk with it, one after the other and at the same time;
# a server of datagrams with two threads on one socket; what is stuck is not here.

import threading
import time
from socket import *


def talk(conn, addr):
    try:
        while True:
            msg = conn.recv(1024)
            if not msg:
                break
            log.append("client %s msg:%s" % (addr[0], msg))
            conn.send(msg.upper())
    except Exception as e:
        print("failed:", e)
    finally:
        conn.close()


def run_server(ip, port):
    server = socket(AF_INET, SOCK_STREAM)
    server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    server.bind((ip, port))
    server.listen(5)
    place.append(server.getsockname())
    listening.set()
    while True:
        conn, addr = server.accept()
        t = threading.Thread(target=talk, args=(conn, addr))
        t.start()


def client(name, count):
    c = socket(AF_INET, SOCK_STREAM)
    c.connect(place[0])
    for number in range(count):
        c.send(f"{name} says hello {number}".encode("utf-8"))
        log.append(c.recv(1024).decode("utf-8"))
    c.close()


place = []
log = []
listening = threading.Event()
threading.Thread(target=run_server, args=("127.0.0.1", 0), daemon=True).start()
listening.wait()
client("one", 2)
client("two", 1)
print(log)
log.clear()
clients = [threading.Thread(target=client, args=(f"Thread-{number}", 3)) for number in range(20)]
for t in clients:
    t.start()
for t in clients:
    t.join()
print(len(log), len(set(log)))
log.sort()
print(log[0], log[-1])

# Too early: the address is taken, but nobody listens yet.
c = socket(AF_INET, SOCK_STREAM)
free = socket(AF_INET, SOCK_STREAM)
free.bind(("127.0.0.1", 0))
try:
    c.connect(free.getsockname())
except ConnectionRefusedError as e:
    print(e)
free.listen(1)
print(c.connect_ex(free.getsockname()))
c.close()
free.close()

# Both ways at once over one socket.
udp = socket(AF_INET, SOCK_DGRAM)
udp.bind(("", 0))
port = udp.getsockname()[1]


def receive(sock):
    while True:
        data, address = sock.recvfrom(1024)
        if data == b"end":
            break
        print(data, address == ("127.0.0.1", port))


def send(sock):
    for text in ("hello", "wörld", "end"):
        sock.sendto(text.encode("utf-8"), ("127.0.0.1", port))


both = [threading.Thread(target=receive, args=(udp,)), threading.Thread(target=send, args=(udp,))]
for t in both:
    t.start()
for t in both:
    t.join()
udp.close()
