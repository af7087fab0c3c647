# Servers: one thread or many, streams and datagrams, lines, what a server can be told.

import socket
import socketserver
import threading


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            data = self.request.recv(1024)
            if not data:
                break
            self.request.sendall(data.upper())


class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(b"got " + line)


class LinesKept(Lines):
    wbufsize = -1

    def handle(self):
        for line in self.rfile:
            self.wfile.write(b"kept " + line)
            self.wfile.flush()


class Mirror(socketserver.DatagramRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line[::-1])


class Capitals(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data.upper(), self.client_address)


answers = []


def ask_stream(place, number):
    with socket.create_connection(place) as client:
        for word in (b"hello", b"world"):
            client.sendall(word + b" %d\n" % number)
            answers.append(client.recv(100))


def ask_datagram(place, number):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"datagram %d" % number, place)
        answers.append(client.recv(100))


def serve(server, ask):
    answers.clear()
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    clients = [threading.Thread(target=ask, args=(server.server_address, number)) for number in range(3)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    server.shutdown()
    serving.join()
    server.server_close()
    print(type(server).__name__, sorted(answers))


for handler in (Echo, Lines, LinesKept):
    serve(socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler), ask_stream)
    serve(socketserver.TCPServer(("127.0.0.1", 0), handler), ask_stream)
for handler in (Mirror, Capitals):
    serve(socketserver.ThreadingUDPServer(("127.0.0.1", 0), handler), ask_datagram)
    serve(socketserver.UDPServer(("127.0.0.1", 0), handler), ask_datagram)


class Told(socketserver.TCPServer):
    allow_reuse_address = True
    timeout = 0.02

    def handle_timeout(self):
        print("nobody came")

    def verify_request(self, request, client_address):
        print("verify", client_address[0])
        return self.welcome

    def handle_error(self, request, client_address):
        print("failed")

    def service_actions(self):
        self.rounds += 1


class Failing(socketserver.BaseRequestHandler):
    def setup(self):
        print("setup", self.server is server)

    def handle(self):
        raise ValueError("no")

    def finish(self):
        print("finish")


with Told(("", 0), Failing) as server:
    print(server.server_address[0], server.fileno() == server.socket.fileno(), server.request_queue_size)
    server.handle_request()
    for server.welcome in (False, True):
        client = socket.create_connection(("localhost", server.server_address[1]))
        server.handle_request()
        print(client.recv(10))
        client.close()
    server.rounds = 0
    server.timeout = None
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    with socket.create_connection(("localhost", server.server_address[1])) as client:
        print(client.recv(10))
    server.shutdown()
    serving.join()
    print(server.rounds > 0)
    try:
        socketserver.TCPServer(server.server_address, Echo)
    except OSError as error:
        print(error)
print(server.fileno())
print(socketserver.ThreadingMixIn.daemon_threads, socketserver.ThreadingMixIn.block_on_close)
print([cls.__name__ for cls in socketserver.ThreadingTCPServer.__mro__])
