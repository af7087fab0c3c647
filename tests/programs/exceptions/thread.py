# An exception that ends a thread.
import threading


class Bad(Exception):
    def __str__(self):
        return "told by the program"


def work(n):
    raise Bad(n)


def divide():
    return 1 / 0


t = threading.Thread(target=work, args=(1,))
t.start()
t.join()
u = threading.Thread(target=divide, name="divider")
u.start()
u.join()


class Own(threading.Thread):
    def run(self):
        [][1]


o = Own()
o.start()
o.join()
print("main goes on", t.is_alive())
