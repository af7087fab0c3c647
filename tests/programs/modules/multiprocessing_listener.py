"""Processes and threads that find each other by an address, with and without a key."""

from multiprocessing import AuthenticationError, Process
from multiprocessing.connection import Client, Listener
from threading import Thread


def child(address):
    with Client(address, authkey=b"secret") as far:
        far.send(["hello", {"n": 1}])
        print("child got", far.recv())
        far.send_bytes(b"raw bytes")
        try:
            far.recv()
        except EOFError:
            print("child: the end")


def main():
    with Listener(("localhost", 0), authkey=b"secret") as listener:
        print(listener.address[0], listener.last_accepted)
        process = Process(target=child, args=(listener.address,))
        process.start()
        near = listener.accept()
        print(near.recv(), listener.last_accepted[0])
        near.send((1, 2.5, None))
        print(near.recv_bytes(), near.poll())
        near.close()
        process.join()
        print(near.closed, process.exitcode)

        def wrong():
            try:
                Client(listener.address, authkey=b"guess")
            except AuthenticationError as error:
                print("client:", error)

        thread = Thread(target=wrong)
        thread.start()
        try:
            listener.accept()
        except AuthenticationError as error:
            thread.join()
            print("listener:", error)
    try:
        listener.accept()
    except OSError as error:
        print(error)
    try:
        Client(("localhost", 1))
    except ConnectionRefusedError as error:
        print(error)
    for address in (5, r"\\.\pipe"):
        try:
            Client(address)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


if __name__ == "__main__":
    main()
