import queue
import threading

items = queue.Queue(maxsize=100)
totals = []


def produce(count):
    for item in range(count):
        items.put(item)
    items.put(None)


def consume():
    total = 0
    while (item := items.get()) is not None:
        total += item
    totals.append(total)


threads = [threading.Thread(target=produce, args=(30_000,)) for _ in range(2)]
threads += [threading.Thread(target=consume) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(totals))
