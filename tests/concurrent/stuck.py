import queue
import threading

box = queue.SimpleQueue()
shared = {"seen": 0}


def reader():
    while True:
        shared["seen"] += box.get()


thread = threading.Thread(target=reader)
thread.start()
for n in range(3):
    box.put(n)
thread.join()
