"""heapq: lists whose first item is their smallest."""
import heapq
import threading
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest


def told(call, *args):
    try:
        print(call(*args))
    except Exception as failure:
        print(type(failure).__name__, failure)


heap = []
for x in (5, 1, 8, 3, 2, 9, 0, 7):
    heappush(heap, x)
    print(heap)
print([heappop(heap) for _ in range(4)], heap)
heap = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
heapify(heap)
print(heap)
print(heapreplace(heap, 20), heappushpop(heap, -1), heappushpop(heap, 15), heappushpop([], 3), heap)
told(heappop, [])
told(heapreplace, [], 1)
told(heappush, (1,), 1)
told(heappop, "x")
told(heappush, [1], "a")


class Task:
    def __init__(self, urgency):
        self.urgency = urgency

    def __lt__(self, other):
        return self.urgency < other.urgency

    def __repr__(self):
        return f"Task({self.urgency})"


tasks = [Task(3), Task(1), Task(2)]
heapify(tasks)
heappush(tasks, Task(0))
print(tasks, [heappop(tasks) for _ in range(4)])
rows = []
for row in ((2, "b"), (1, "z"), (2, "a"), (1, "c")):
    heappush(rows, row)
print(rows, heappop(rows))
print(list(merge([1, 4, 7], [2, 5], [], [3])), list(merge()), list(merge([9, 5], [8, 1], reverse=True)))
print(list(merge(["dog", "horse"], ["cat", "fish"], key=len)), list(merge(["a"], ["b"], ["c"], key=len, reverse=True)))
lazily = merge(iter([1, 3]), (x for x in (2, 4)))
print(next(lazily), next(lazily), list(lazily))
marks = [5, 2, 8, 2, 9, -1]
print(nsmallest(3, marks), nlargest(3, marks), nsmallest(0, marks), nlargest(-1, marks), nsmallest(99, marks), nlargest(1, []))
print(nsmallest(2, ["bb", "a", "cc", "d"], key=len), nlargest(2, ["bb", "a", "cc", "d"], key=len))


class Emptying:
    def __init__(self, items):
        self.items = items

    def __lt__(self, other):
        self.items.clear()
        return True


items = []
items.extend([Emptying(items) for _ in range(3)])
told(heappush, items, Emptying(items))

shared = []
threads = [threading.Thread(target=lambda first=first: [heappush(shared, x) for x in range(first, 15, 3)]) for first in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([heappop(shared) for _ in range(15)], heapq.nlargest(1, [3]))
