# os.fork, and waiting for what was forked.
import os
import sys
import threading

numbers = [1]


def attempt(what, *args):
    try:
        return what(*args)
    except OSError as error:
        return f"{type(error).__name__}: {error}"


def child(work):
    pid = os.fork()
    if pid == 0:
        work()
        os._exit(0)
    return pid


def change():
    numbers.append(2)
    print("in the child", numbers, os.getppid() == parent, flush=True)


parent = os.getpid()
print(attempt(os.wait), "|", attempt(os.waitpid, -1, os.WNOHANG), "|", attempt(os.kill, 1234567, 0))
pid = child(change)
print(os.waitpid(pid, 0) == (pid, 0), numbers, attempt(os.waitpid, pid, 0))

pid = child(lambda: os._exit(7))
waited, status = os.wait()
print(waited == pid, status, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))

pid = os.fork()
if pid == 0:
    # It ends as a program does.
    sys.exit(4)
print(os.waitstatus_to_exitcode(os.wait()[1]))

lock = threading.Lock()
lock.acquire()
pid = child(lock.acquire)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, 0)
os.kill(pid, 9)
waited, status = os.waitpid(pid, 0)
print(status, os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status), os.WIFEXITED(status))

codes = {child(lambda code=code: os._exit(code)): code for code in range(3)}
ended = {}
for _ in codes:
    waited, status = os.wait()
    ended[waited] = os.WEXITSTATUS(status)
print(ended == codes, attempt(os.wait))


def alone():
    # Of the threads, only the one that forked is there.
    print("threads in the child:", threading.active_count(), threading.current_thread().name, flush=True)


pause = threading.Event()
other = threading.Thread(target=pause.wait)
other.start()
os.waitpid(child(alone), 0)
print("the thread in the parent lives:", other.is_alive())
pause.set()
other.join()
# A lock that is free is free in the copy, too, and another one than that of the parent.
lock.release()
os.waitpid(child(lock.acquire), 0)
print(lock.locked())
