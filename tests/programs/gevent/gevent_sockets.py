# Servers and clients in greenlets on the loopback network.
import gevent
from gevent import select, socket
from gevent.pool import Pool
from gevent.server import DatagramServer, StreamServer


def echo(connection, address):
    print("connected from", address[0])
    with connection.makefile("rwb") as stream:
        for line in stream:
            stream.write(b"echo " + line)
            stream.flush()
    print("client is gone")


server = StreamServer(("127.0.0.1", 0), echo)
print(server.started)
server.start()
print(server.started, server.server_host, server.server_port > 0, server.address == server.socket.getsockname())


def client(name):
    with socket.create_connection(server.address) as connection:
        for number in range(2):
            connection.sendall(f"{name}{number}\n".encode())
            print(name, connection.recv(100))
            gevent.sleep(0.01)


gevent.joinall([gevent.spawn(client, name) for name in "ab"])
gevent.sleep(0.01)
waiting = socket.create_connection(server.address, timeout=0.1)
try:
    waiting.recv(10)
except socket.timeout as error:
    print("timeout:", error)
waiting.settimeout(0)
try:
    waiting.recv(10)
except BlockingIOError as error:
    print(error.errno == 11, waiting.gettimeout(), waiting.getblocking())
waiting.close()
gevent.sleep(0.01)
server.stop()
print(server.started, server.closed)
try:
    socket.create_connection(("127.0.0.1", 9))
except ConnectionRefusedError as error:
    print(error)

# One that serves until it is stopped, two clients at a time.
busy = []


def slow(connection, address):
    busy.append(1)
    print("serves", len(busy))
    gevent.sleep(0.1)
    connection.sendall(b"bye")
    busy.pop()


limited = StreamServer(("127.0.0.1", 5001), slow, spawn=Pool(2))
gevent.spawn_later(1, limited.stop)


def ask(number):
    connection = socket.socket()
    connection.connect(("127.0.0.1", 5001))
    answer = connection.recv(10), connection.recv(10)
    connection.close()
    return answer


asking = [gevent.spawn_later(0.01, ask, number) for number in range(3)]
limited.serve_forever()
print([one.value for one in asking])


class Upper(DatagramServer):
    def handle(self, data, address):
        self.socket.sendto(data.upper(), address)


datagrams = Upper("127.0.0.1:9001")
datagrams.start()
sender = socket.socket(type=socket.SOCK_DGRAM)
sender.sendto(b"quiet", ("127.0.0.1", 9001))
print(sender.recvfrom(100))
datagrams.stop()

# Much data, and waiting for several.
left, right = socket.socketpair()
received = []


def drain():
    while data := right.recv(10000):
        received.append(len(data))


draining = gevent.spawn(drain)
left.sendall(bytes(300000))
left.close()
draining.join()
print(sum(received))
one, other = socket.socketpair()
print(select.select([one], [], [], 0.1))
gevent.spawn_later(0.1, other.send, b"x")
print(select.select([one], [], [], 1)[0] == [one], one.recv(5))
socket.wait_write(one.fileno())
try:
    socket.wait_read(one.fileno(), timeout=0.1)
except TimeoutError as error:
    print(error)
