"""Every method of the queues, as one thread sees them."""
import queue
from queue import Queue, LifoQueue, PriorityQueue, SimpleQueue, Empty, Full


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as error:
        print(what, '!', error.__class__.__name__, error.args)


for kind in (Queue, LifoQueue, PriorityQueue):
    q = kind(maxsize=2)
    print(kind.__name__, q.maxsize, q.qsize(), q.empty(), q.full())
    attempt('get_nowait', q.get_nowait)
    attempt('put', lambda: q.put(5))
    attempt('put_nowait', lambda: q.put_nowait(3))
    print(q.qsize(), q.empty(), q.full(), q.unfinished_tasks)
    attempt('put block=False', lambda: q.put(9, block=False))
    attempt('put timeout', lambda: q.put(9, True, 0.01))
    attempt('put timeout 0', lambda: q.put(9, timeout=0))
    attempt('negative', lambda: q.put(9, timeout=-1))
    attempt('get', q.get)
    attempt('get', lambda: q.get(timeout=1))
    attempt('get block=False', lambda: q.get(False))
    attempt('get timeout', lambda: q.get(True, 0.01))
    attempt('get timeout 0', lambda: q.get(timeout=0))
    attempt('negative', lambda: q.get(timeout=-0.5))
    attempt('negative, not blocking', lambda: q.get(block=False, timeout=-1))
    attempt('task_done', q.task_done)
    attempt('task_done', q.task_done)
    attempt('task_done', q.task_done)
    attempt('join', q.join)

s = SimpleQueue()
attempt('put', lambda: s.put('a'))
attempt('put', lambda: s.put('b', False, 7))
attempt('put_nowait', lambda: s.put_nowait('c'))
print(s.qsize(), s.empty())
attempt('get', s.get)
attempt('get', lambda: s.get(block=True, timeout=2))
attempt('get_nowait', s.get_nowait)
attempt('get_nowait', s.get_nowait)
attempt('get', lambda: s.get(False))
attempt('get', lambda: s.get(timeout=0.01))
attempt('negative', lambda: s.get(timeout=-1))

unlimited = queue.Queue(0)
less = queue.Queue(-3)
for number in range(100):
    unlimited.put(number)
    less.put(number)
print(unlimited.full(), less.full(), less.maxsize, unlimited.qsize())
print(Empty.__name__, Empty.__module__, Full.__name__, Full.__module__, Queue.__module__, SimpleQueue.__module__)
