# The thread that drops it runs it.
import threading


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, "in", threading.current_thread().name)


def work():
    local = Noisy("local of a worker")
    print("working")


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()

shared = [Noisy("shared")]


def drop():
    shared.pop()
    print("dropped")


thread = threading.Thread(target=drop, name="dropper")
thread.start()
thread.join()

given = Noisy("given")
thread = threading.Thread(target=lambda thing: print("has", thing.name), args=(given,), name="taker")
del given
thread.start()
thread.join()
print("end")
