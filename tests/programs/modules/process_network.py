# One network for all processes: a server in another one, workers that share a listening socket, and who closes what.
import multiprocessing
import os
import select
import socket
import threading


def listener():
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("localhost", 0))
    server.listen()
    return server


def worker(server):
    while True:
        connection, _ = server.accept()
        data = connection.recv(100)
        connection.sendall(b"done: " + data)
        connection.close()
        if data == b"quit":
            os._exit(0)


def ask(address, data):
    with socket.create_connection(address) as connection:
        connection.sendall(data)
        answer = b""
        while piece := connection.recv(100):
            answer += piece
        return answer


def preforked():
    server = listener()
    address = server.getsockname()
    workers = []
    for _ in range(3):
        pid = os.fork()
        if pid == 0:
            worker(server)
        workers.append(pid)
    server.close()
    print([ask(address, b"%d" % number) for number in range(4)])
    print([ask(address, b"quit") for _ in workers])
    for pid in workers:
        os.waitpid(pid, 0)
    try:
        ask(address, b"nobody")
    except ConnectionRefusedError as error:
        print(type(error).__name__)


def serve_one(ready, port):
    server = listener()
    port.value = server.getsockname()[1]
    ready.set()
    connection, _ = server.accept()
    connection.sendall(connection.recv(10).upper())
    connection.recv(10)


def killed():
    # The connection ends when its last holder dies, whatever it was about to do.
    ready, port = multiprocessing.Event(), multiprocessing.Value("i", 0)
    process = multiprocessing.Process(target=serve_one, args=(ready, port))
    process.start()
    ready.wait()
    connection = socket.create_connection(("localhost", port.value))
    connection.sendall(b"ping")
    print(connection.recv(10))
    got = []
    thread = threading.Thread(target=lambda: got.append(connection.recv(10)))
    thread.start()
    process.terminate()
    process.join()
    thread.join()
    print(got, process.exitcode)
    connection.close()


def inherited():
    # A connection is closed for the other side when all who have it have closed it.
    one, other = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        one.close()
        print(other.recv(20), flush=True)
        other.sendall(b"from the child")
        other.close()
        os._exit(0)
    other.close()
    one.sendall(b"to the child")
    print(one.recv(20))
    print(one.recv(20))
    os.waitpid(pid, 0)
    one.close()


def waits_in_a_selection():
    one, other = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        other.send(b"x")
        os._exit(0)
    other.close()
    readable, _, _ = select.select([one], [], [])
    print(readable == [one], one.recv(5))
    readable, _, _ = select.select([one], [], [])
    print(readable == [one], one.recv(5))
    os.waitpid(pid, 0)
    one.close()


def in_a_call_while_forking():
    # The parent's thread is in accept() while the parent forks.
    server = listener()
    answers = []

    def serve():
        for _ in range(2):
            connection, _ = server.accept()
            answers.append(connection.recv(20))
            connection.close()

    thread = threading.Thread(target=serve)
    thread.start()
    pids = []
    for number in range(2):
        pid = os.fork()
        if pid == 0:
            with socket.create_connection(server.getsockname()) as connection:
                connection.sendall(b"from child %d" % number)
                connection.recv(1)
            os._exit(0)
        pids.append(pid)
    for pid in pids:
        os.waitpid(pid, 0)
    thread.join()
    server.close()
    print(sorted(answers))


def datagrams():
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("localhost", 0))
    pid = os.fork()
    if pid == 0:
        sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sender.sendto(b"one", receiver.getsockname())
        sender.sendto(b"two", receiver.getsockname())
        os._exit(0)
    print(receiver.recv(10), receiver.recv(10))
    os.waitpid(pid, 0)
    receiver.close()


if __name__ == "__main__":
    preforked()
    killed()
    inherited()
    waits_in_a_selection()
    in_a_call_while_forking()
    datagrams()
