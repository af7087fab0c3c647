# Queues between processes: what is put is copied, and what cannot be copied is refused.
import multiprocessing
import pickle
from multiprocessing import JoinableQueue, Process, Queue, SimpleQueue
from queue import Empty, Full


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def double(tasks, results):
    while True:
        number = tasks.get()
        if number is None:
            break
        results.put(number * 2)


def work(tasks, done):
    while True:
        item = tasks.get()
        done.put(item)
        tasks.task_done()


def put_all(queue, items):
    for item in items:
        queue.put(item)
    queue.close()
    queue.join_thread()
    try:
        queue.put("more")
    except ValueError:
        print("closed in the child", flush=True)


def attempt(what, *args, **kwargs):
    try:
        return what(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    tasks, results = Queue(), Queue()
    workers = [Process(target=double, args=(tasks, results)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for number in range(10):
        tasks.put(number)
    for _ in workers:
        tasks.put(None)
    print(sorted(results.get() for _ in range(10)))
    for worker in workers:
        worker.join()

    queue = Queue()
    items = [1, "two", (3, [4]), {"five": 6}, None, b"seven", 8.5, Point(9, 10), {11}, len, Point]
    process = Process(target=put_all, args=(queue, items))
    process.start()
    got = [queue.get() for _ in items]
    process.join()
    print(*got)
    print(attempt(queue.get_nowait), attempt(queue.get, False), attempt(queue.get, timeout=0.01))

    queue = Queue(1)
    queue.put("first")
    print(attempt(queue.put_nowait, 2), attempt(queue.put, 2, timeout=0.01), queue.get())
    shared = [1]
    queue.put(shared)
    got = queue.get()
    print(got == shared, got is shared)

    joinable = JoinableQueue()
    done = Queue()
    process = Process(target=work, args=(joinable, done), daemon=True)
    process.start()
    for letter in "abc":
        joinable.put(letter)
    joinable.join()
    print(done.get(), done.get(), done.get(), attempt(joinable.task_done))
    process.terminate()
    process.join()

    simple = SimpleQueue()
    print(simple.empty())
    process = Process(target=simple.put, args=([1, 2],))
    process.start()
    print(simple.get(), simple.empty())
    process.join()
    simple.close()
    print(attempt(simple.get))
    for thing in (queue, simple, multiprocessing.Lock()):
        print(attempt(pickle.dumps, thing))
    print(issubclass(Empty, Exception), issubclass(Full, Exception))


if __name__ == "__main__":
    main()
