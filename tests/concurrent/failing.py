import threading


def fail(n):
    numbers = [1, 2]
    return numbers[n]


class Watcher(threading.Thread):
    def run(self):
        try:
            fail(7)
        except IndexError as error:
            print("caught", error)
        fail(9)


watcher = Watcher()
watcher.start()
watcher.join()
never = threading.Event()
daemon = threading.Thread(target=never.wait, daemon=True)
daemon.start()


def squares(limit):
    total = 0
    for n in range(limit):
        total += n * n
        yield total


print([n for n in squares(5)])
raise ValueError("the end")
