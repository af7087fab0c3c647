# A pool whose workers end early, bytes that are received into a buffer, and what multiprocessing.util has.
import multiprocessing
import os
from multiprocessing import util


def square(number):
    return number * number


class Owner:
    pass


def told(text):
    print("ended:", text)


def renewed(owner):
    owner.copies += 1


def child(owner, connection):
    connection.send((owner.copies, util.is_exiting()))


if __name__ == "__main__":
    pool = multiprocessing.Pool(3, maxtasksperchild=1)
    results = [pool.apply_async(square, (number,)) for number in range(6)]
    pool.close()
    pool.join()
    print([result.get() for result in results])

    with multiprocessing.Pool(2, maxtasksperchild=2) as pool:
        print(pool.map(square, range(7), chunksize=1))

    here, there = multiprocessing.Pipe()
    buffer = bytearray(b"........")
    here.send_bytes(b"abc")
    print(there.recv_bytes_into(buffer, 2), bytes(buffer))
    here.send_bytes(b"much too long")
    try:
        there.recv_bytes_into(buffer)
    except multiprocessing.BufferTooShort as error:
        print(type(error).__name__, error.args)
    for offset in (-1, 9):
        try:
            there.recv_bytes_into(buffer, offset)
        except ValueError as error:
            print(error)

    owner = Owner()
    owner.copies = 0
    util.register_after_fork(owner, renewed)
    process = multiprocessing.Process(target=child, args=(owner, here))
    process.start()
    process.join()
    print(there.recv(), owner.copies)

    first = util.Finalize(None, told, args=("first",), exitpriority=1)
    util.Finalize(None, told, args=("last",), exitpriority=0)
    ends = util.Finalize(owner, told, args=("owner",))
    never = util.Finalize(None, told, args=("never",), exitpriority=5)
    never.cancel()
    print(first.still_active(), never.still_active(), never)
    del owner
    print(ends.still_active())
    lock = util.ForkAwareThreadLock()
    with lock:
        print(lock.acquire(False))
    print("Pool" in multiprocessing.__all__, "util" in multiprocessing.__all__)
