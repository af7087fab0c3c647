import threading

lock_a = threading.Lock()
lock_b = threading.Lock()
done = []


def first():
    with lock_a:
        with lock_b:
            done.append("first")


def second():
    with lock_b:
        with lock_a:
            done.append("second")


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(done)
