import threading

lock = threading.Lock()
counter = 0


def work(turns):
    global counter
    for _ in range(turns):
        with lock:
            counter += 1


threads = [threading.Thread(target=work, args=(250_000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
