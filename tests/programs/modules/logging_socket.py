"""logging: records that go to another thread over a socket, as the cookbook has it."""
import logging
import logging.handlers
import pickle
import socketserver
import struct
import threading


class Receiver(socketserver.StreamRequestHandler):
    def handle(self):
        while True:
            head = self.connection.recv(4)
            if len(head) < 4:
                break
            size = struct.unpack(">L", head)[0]
            data = self.connection.recv(size)
            while len(data) < size:
                data += self.connection.recv(size - len(data))
            record = logging.makeLogRecord(pickle.loads(data))
            print(record.name, record.levelname, record.getMessage(), record.args, record.exc_text is None)


server = socketserver.TCPServer(("localhost", 0), Receiver)
thread = threading.Thread(target=server.handle_request)
thread.start()
handler = logging.handlers.SocketHandler("localhost", server.server_address[1])
log = logging.getLogger("far.away")
log.propagate = False
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.debug("number %d", 7)
log.warning("text %s", "x")
try:
    {}["k"]
except KeyError:
    log.exception("failed")
handler.close()
thread.join()
server.server_close()
print(handler.sock, handler.address[0], logging.handlers.DEFAULT_TCP_LOGGING_PORT)
