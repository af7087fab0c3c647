import queue
import threading
import time

todo = queue.Queue(2)
results = queue.PriorityQueue()


def produce():
    for n in range(4):
        todo.put(n)
        time.sleep(0.01)
    todo.put(None)


def consume():
    while True:
        n = todo.get()
        if n is None:
            todo.put(None)
            break
        results.put((-n * n, threading.current_thread().name))
        todo.task_done()


threads = [threading.Thread(target=produce)] + [threading.Thread(target=consume) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
while not results.empty():
    print(results.get()[0])
