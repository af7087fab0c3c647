"""Bytes and lists that processes share by name."""

from multiprocessing import Process, shared_memory


def child(name, listed):
    seen = shared_memory.SharedMemory(name=name)
    print("child sees", bytes(seen.buf[:5]))
    seen.buf[0] = ord("J")
    seen.buf[1:5] = b"ELLO"
    seen.close()
    names = shared_memory.ShareableList(name=listed)
    names[0] = "bb"
    names[2] *= 2
    names.shm.close()


def main():
    memory = shared_memory.SharedMemory(name="raddle_test_block", create=True, size=16)
    memory.buf[:5] = b"hello"
    items = shared_memory.ShareableList(["a", b"xyz", 21, 1.5, None, True], name="raddle_test_list")
    print(len(items), list(items), items.format, items.count(21), items.index(None))
    process = Process(target=child, args=(memory.name, items.shm.name))
    process.start()
    process.join()
    print(bytes(memory.buf[:6]), memory.size, memory)
    print(list(items))
    for wrong in (lambda: items.index("no"), lambda: items[9], lambda: items.__setitem__(0, "far too long for this")):
        try:
            wrong()
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
    for wrong in (
        lambda: shared_memory.SharedMemory(name="raddle_test_block", create=True, size=4),
        lambda: shared_memory.SharedMemory(name="raddle_test_nothing"),
        lambda: shared_memory.SharedMemory(create=True),
        lambda: shared_memory.SharedMemory(create=True, size=-1),
    ):
        try:
            wrong()
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
    memory.close()
    print(memory.buf)
    memory.unlink()
    items.shm.close()
    items.shm.unlink()
    try:
        memory.unlink()
    except FileNotFoundError as error:
        print(error)


if __name__ == "__main__":
    main()
