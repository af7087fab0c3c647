"""What is in a queue, as programs look at it and change it behind its back."""
from queue import Queue, LifoQueue, PriorityQueue

q = Queue()
for n in range(4):
    q.put(n)
print(q.queue, len(q.queue), list(q.queue), q.queue[0], q.queue[-1], 2 in q.queue, 9 in q.queue, bool(q.queue))
print([n * n for n in q.queue], sum(q.queue), q.queue.index(2), q.queue.count(3))
q.queue.clear()
print(q.queue, q.qsize(), q.empty(), q.unfinished_tasks)
q.queue.append('behind')
q.queue.appendleft('before')
print(q.get(), q.queue, q.queue.pop(), q.empty())
try:
    q.queue.popleft()
except IndexError as error:
    print(error)
try:
    q.queue[0]
except IndexError as error:
    print(error)
stack = LifoQueue()
heap = PriorityQueue()
for n in (3, 1, 2):
    stack.put(n)
    heap.put(n)
print(stack.queue, heap.queue, stack.queue == [3, 1, 2], stack.get(), heap.get())
print(isinstance(stack, Queue), isinstance(heap, Queue), issubclass(PriorityQueue, Queue), Queue.__name__, q.maxsize)
