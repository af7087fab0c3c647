# sys.exit in a thread ends that thread alone.
import sys
import threading


def work():
    sys.exit(4)


t = threading.Thread(target=work)
t.start()
t.join()
print("still here", t.is_alive())
quit(256 + 7)
