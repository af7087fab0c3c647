"""A child makes shared memory, and its parent writes to it."""

from multiprocessing import Process, Queue, shared_memory


def child(names):
    junk = [object() for _ in range(3000)]
    memory = shared_memory.SharedMemory(create=True, size=8)
    memory.buf[0] = 7
    names.put(memory.name)
    memory.close()
    return junk


# Who makes the first in a program minds all of them until the program ends: here that is the parent.
first = shared_memory.SharedMemory(create=True, size=1)
first.close()
first.unlink()
names = Queue()
process = Process(target=child, args=(names,))
process.start()
memory = shared_memory.SharedMemory(name=names.get())
memory.buf[1] = 9
process.join()
print(list(memory.buf))
memory.close()
memory.unlink()
