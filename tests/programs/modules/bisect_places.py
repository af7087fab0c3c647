"""bisect: places in lists that are in order."""
import bisect
import threading
from bisect import bisect_left, bisect_right, insort, insort_left


def told(call, *args, **keywords):
    try:
        print(call(*args, **keywords))
    except Exception as failure:
        print(type(failure).__name__, failure)


marks = [1, 2, 2, 2, 5, 9]
for x in range(0, 11):
    print(x, bisect_left(marks, x), bisect_right(marks, x), bisect.bisect(marks, x))
print(bisect_left(marks, 2, 2), bisect_left(marks, 9, 0, 3), bisect_left(marks, 2, lo=1, hi=2), bisect.bisect([], 1))
numbers = []
for x in (5, 1, 4, 1, 3):
    insort(numbers, x)
print(numbers)
insort_left(numbers, 1.0)
bisect.insort_right(numbers, True)
print(numbers)
pairs = [("a", 1), ("b", 3)]
insort(pairs, ("c", 2), key=lambda pair: pair[1])
insort_left(pairs, ("d", 3), key=lambda pair: pair[1])
print(pairs, bisect_left(pairs, 3, key=lambda pair: pair[1]), bisect_right(pairs, 3, key=lambda pair: pair[1]))
print(["FDCBA"[bisect.bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70, 89, 90, 100)])
told(bisect_left, marks, 1, -1)
told(insort, marks, 1, lo=-1)
told(bisect_left, marks, "x")
told(bisect_right, 5, 1)
told(insort, (1, 2), 0)


class Weight:
    def __init__(self, grams):
        self.grams = grams

    def __lt__(self, other):
        return self.grams < other.grams

    def __repr__(self):
        return f"{self.grams}g"


weights = [Weight(1), Weight(3)]
insort(weights, Weight(2))
print(weights, bisect_left(weights, Weight(3)), bisect_right(weights, Weight(3)))

shared = []
threads = [threading.Thread(target=lambda first=first: [insort(shared, x) for x in range(first, 12, 3)]) for first in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(shared)
