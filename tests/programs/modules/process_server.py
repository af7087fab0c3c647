# socketserver with a process for each request.
import os
import socket
import socketserver
import threading

main = os.getpid()
count = 0


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        global count
        count += 1
        line = self.rfile.readline().strip()
        if line == b"fail":
            raise ValueError("asked for")
        self.wfile.write(b"%s %s %d\n" % (line, str(os.getpid() == main).encode(), count))


class Quiet(socketserver.ForkingTCPServer):
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        self.request = request
        request.sendall(b"failed\n")


def ask(address, line):
    with socket.create_connection(address) as connection:
        connection.sendall(line + b"\n")
        with connection.makefile("rb") as file:
            return file.read()


with Quiet(("localhost", 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for line in (b"one", b"two", b"fail", b"three"):
        print(ask(server.server_address, line))
    server.shutdown()
    thread.join()
print(count, issubclass(Quiet, socketserver.ForkingMixIn), socketserver.ForkingMixIn.max_children)
