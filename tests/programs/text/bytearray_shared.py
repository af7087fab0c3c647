# Threads write different elements of one bytearray, and append to it under a lock.
import threading

data = bytearray(4)
lock = threading.Lock()
log = bytearray()


def work(n):
    for _ in range(3):
        data[n] += 1
        with lock:
            log.append(n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(data, sorted(log), len(log))
