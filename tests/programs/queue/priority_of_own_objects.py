"""A priority queue whose items the program compares."""
from queue import PriorityQueue, Queue
from threading import Thread


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return self.name + ':' + str(self.priority)


q = PriorityQueue()
for at, priority in enumerate([5, 3, 8, 1, 9, 2, 3, 1]):
    q.put(Job(priority, 'job' + str(at)))
print(q.queue, q.unfinished_tasks)
while not q.empty():
    print(q.get(), end=' ')
print()


class Wrong:
    pass


q = PriorityQueue()
q.put(Wrong())
try:
    q.put(Wrong())
except TypeError as error:
    print(error)
print(q.qsize(), q.unfinished_tasks)

q = PriorityQueue()
q.put((1, 'a'))
try:
    q.put((1, 2))
except TypeError as error:
    print(error)
try:
    q.put('text')
except TypeError as error:
    print(error)
print(q.qsize(), q.unfinished_tasks)
try:
    q.get()
except TypeError as error:
    print(error)
print(q.qsize())


class Angry(Job):
    def __lt__(self, other):
        raise RuntimeError('no order for ' + self.name)


q = PriorityQueue()
q.put(Angry(1, 'first'))
try:
    q.put(Angry(2, 'second'))
except RuntimeError as error:
    print(error)
print(q.qsize(), q.unfinished_tasks)

jobs = PriorityQueue()
results = Queue()


def worker():
    while True:
        job = jobs.get()
        if job.priority == 99:
            jobs.put(job)
            return
        results.put(job.name)
        jobs.task_done()


for number in range(20):
    jobs.put(Job(number * 7 % 20, 'n' + str(number)))
workers = [Thread(target=worker) for _ in range(3)]
for thread in workers:
    thread.start()
jobs.join()
jobs.put(Job(99, 'stop'))
for thread in workers:
    thread.join()
print(sorted(results.get() for _ in range(20)))
