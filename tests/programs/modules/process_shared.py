# Locks and their like for processes, and numbers that they share.
import multiprocessing
from multiprocessing import Array, Barrier, BoundedSemaphore, Condition, Event, Lock, Process, Queue, RLock, Semaphore, Value


def count(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def fill(array, start):
    for at in range(len(array)):
        array[at] = start + at


def release(lock, queue):
    try:
        lock.release()
        queue.put("released")
    except Exception as error:
        queue.put(f"{type(error).__name__}: {error}")


def consume(condition, ready, queue):
    with condition:
        condition.wait_for(lambda: ready.value)
        queue.put(ready.value)


def meet(barrier, queue):
    queue.put(barrier.wait())


def attempt(what, *args):
    try:
        return what(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def run(processes):
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def main():
    queue = Queue()
    value = Value("i", 0)
    run([Process(target=count, args=(value, 5)) for _ in range(3)])
    print(value.value, value)
    array = Array("d", 3)
    run([Process(target=fill, args=(array, 10))])
    print(array[:], array[0], array[-1], len(array), array[::2], sum(array))

    lock = Lock()
    print(lock, lock.acquire(), lock, lock.acquire(False), lock.acquire(timeout=0.01))
    run([Process(target=release, args=(lock, queue))])
    print(queue.get(), lock.acquire(False))
    lock.release()
    print(attempt(lock.release))
    lock = RLock()
    with lock, lock:
        print(lock)
        run([Process(target=release, args=(lock, queue))])
        print(queue.get())
    print(lock, attempt(lock.release))
    semaphore = Semaphore(2)
    print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), semaphore, semaphore.get_value())
    bounded = BoundedSemaphore(1)
    print(bounded, attempt(bounded.release), "|", attempt(Semaphore, -1))

    event = Event()
    waiting = Process(target=event.wait)
    waiting.start()
    print(event.is_set(), event.wait(0.01))
    event.set()
    waiting.join()
    print(event.is_set(), waiting.exitcode)

    condition, ready = Condition(), Value("i", 0)
    consumers = [Process(target=consume, args=(condition, ready, queue)) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    with condition:
        ready.value = 7
        condition.notify_all()
    print(queue.get(), queue.get())
    for consumer in consumers:
        consumer.join()
    print(attempt(condition.notify), "|", attempt(condition.wait))
    barrier = Barrier(3)
    run([Process(target=meet, args=(barrier, queue)) for _ in range(3)])
    print(sorted(queue.get() for _ in range(3)), barrier.parties, barrier.broken)

    for code, number in (("b", 200), ("B", -1), ("h", 70000), ("i", 2**31), ("Q", -1), ("f", 0.1), ("c", b"x")):
        print(code, Value(code, number).value, end=" ")
    print()
    print(attempt(Value, "i", "x"), "|", attempt(Value, "d", "x"), "|", attempt(Value, "c", b"xy"), "|", attempt(Value, "z"))
    numbers = Array("i", [1, 2, 3])
    numbers[1:] = [8, 9]
    print(numbers[:], attempt(lambda: numbers[3]), "|", attempt(numbers.__setitem__, slice(0, 2), [1]))
    text = Array("c", b"hello")
    text.value = b"hi"
    print(text.value, text.raw, attempt(setattr, text, "value", b"much too long"))
    raw = multiprocessing.RawValue("d", 1.5)
    print(raw, Value("i", 3, lock=False), attempt(getattr, raw, "get_lock"))


if __name__ == "__main__":
    main()
