# Calls of the primitives with arguments that they do not take, and threads without an __init__.
import queue
import threading


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, '|', error)


class Forgetful(threading.Thread):
    def __init__(self):
        self.x = 1


thread = Forgetful()
attempt(lambda: thread.start())
attempt(lambda: thread.join())
attempt(lambda: thread.is_alive())
attempt(lambda: thread.name)
attempt(lambda: setattr(thread, 'daemon', True))
attempt(lambda: setattr(thread, 'name', 'x'))

q = queue.Queue()
lock, semaphore, event, condition = threading.Lock(), threading.Semaphore(), threading.Event(), threading.Condition()
attempt(lambda: q.put())
attempt(lambda: q.put(1, 2, 3, 4))
attempt(lambda: q.put(1, wait=2))
attempt(lambda: q.get(1, 2, 3))
attempt(lambda: q.get(colour=1))
attempt(lambda: q.task_done(1))
attempt(lambda: q.qsize(1, 2))
attempt(lambda: lock.acquire(foo=1))
attempt(lambda: lock.acquire(1, 2, 3))
attempt(lambda: lock.release(1))
attempt(lambda: semaphore.acquire(foo=1))
attempt(lambda: semaphore.acquire(1, 2, 3))
attempt(lambda: semaphore.release(1, 2))
attempt(lambda: event.set(1))
attempt(lambda: event.wait(1, 2))
attempt(lambda: event.wait(time=1))
attempt(lambda: condition.notify(1, 2))
attempt(lambda: condition.wait_for())
attempt(lambda: threading.Thread().start(1))
attempt(lambda: threading.Thread().join(1, 2))
attempt(lambda: threading.Timer(1))
attempt(lambda: threading.Barrier())
attempt(lambda: threading.Barrier(2).wait(1, 2))
attempt(lambda: threading.Semaphore(1, 2))
attempt(lambda: threading.Event(1))
attempt(lambda: threading.local(5))
attempt(lambda: queue.SimpleQueue().put())
attempt(lambda: queue.Queue(1, 2))


class Counter(threading.local):
    total = 0

    def __init__(self, start=7, *, step=1):
        self.value, self.step, self.seen = start, step, []

    def count(self):
        self.value += self.step
        self.seen.append(threading.current_thread().name)
        return self.value


counter = Counter(3, step=2)
print(counter.count(), counter.seen)


def work():
    print(hasattr(counter, 'value'), counter.value)
    print(counter.count(), counter.seen, sorted(counter.__dict__))
    counter.total = 5
    del counter.value
    attempt(lambda: counter.value)


for name in 'ab':
    worker = threading.Thread(target=work, name=name)
    worker.start()
    worker.join()
print(counter.count(), counter.seen, counter.total)


class Once(threading.local):
    made = []

    def __init__(self):
        self.made.append(threading.current_thread().name)
        if len(self.made) == 2:
            raise ValueError('not now')
        self.x = 1


once = Once()


def use():
    attempt(lambda: once.x)
    once.y = 2
    print(once.__dict__)


worker = threading.Thread(target=use, name='c')
worker.start()
worker.join()
print(Once.made)
permits = threading.BoundedSemaphore(3)
with permits, semaphore:
    print(permits._value, semaphore._value)
print(permits._value, f'{semaphore._value} left')
