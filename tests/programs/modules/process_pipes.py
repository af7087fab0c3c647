# Pipes: both directions, their ends, and ends that are closed.
import multiprocessing
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def answer(connection):
    while True:
        try:
            text = connection.recv()
        except EOFError:
            print("nobody writes any more", flush=True)
            break
        connection.send(text.upper())


def read(connection, unused):
    # As long as this process holds the end that is written to, there is no end of the file.
    unused.close()
    received = []
    try:
        while True:
            received.append(connection.recv())
    except EOFError:
        print("read", received, flush=True)


def attempt(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    here, there = Pipe()
    process = Process(target=answer, args=(there,))
    process.start()
    for text in ("one", "two"):
        here.send(text)
        print(here.recv())
    process.terminate()
    process.join()
    there.close()
    print(attempt(here.recv), attempt(here.send, "x"), here.closed, there.closed)
    here.close()
    print(attempt(here.send, 1), "|", attempt(here.recv), "|", attempt(here.poll))

    reader, writer = Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    print(attempt(reader.send, 1), "|", attempt(writer.recv), "|", attempt(writer.poll))
    process = Process(target=read, args=(reader, writer))
    process.start()
    reader.close()
    for number in range(3):
        writer.send([number])
    writer.close()
    process.join()

    reader, writer = Pipe(False)
    print(reader.poll(), reader.poll(0.01))
    writer.send_bytes(b"abcdef", 2, 3)
    print(reader.poll(), reader.recv_bytes())
    writer.send_bytes(b"abc")
    print(attempt(reader.recv_bytes, 2), "|", attempt(reader.recv))
    for args in ((b"abc", -1), (b"abc", 4), (b"abc", 1, 3), ("abc",)):
        print(attempt(writer.send_bytes, *args))
    print(attempt(writer.send, 1))

    first, second = Pipe(False), Pipe(False)
    print(wait([first[0], second[0]], 0.01))
    second[1].send("ready")
    print(wait([first[0], second[0]]) == [second[0]], second[0].recv())
    first[1].close()
    print(wait([first[0], second[0]]) == [first[0]], attempt(first[0].recv))
    process = Process(target=second[1].send, args=("sent",))
    process.start()
    process.join()
    print(wait([process.sentinel]) == [process.sentinel], second[0].recv())

    queue = multiprocessing.Queue()
    left, right = Pipe()
    queue.put(right)
    with queue.get() as again:
        again.send("through a queue")
        print(left.recv(), again.closed)
    print(again.closed, right.closed)


if __name__ == "__main__":
    main()
