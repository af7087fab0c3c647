"""Without a seed only the range of the numbers is known."""
import random
from threading import Thread

print(all(0 <= random.random() < 1 for _ in range(20)), all(1 <= random.randint(1, 6) <= 6 for _ in range(50)))
print({random.choice('ab') for _ in range(100)} == {'a', 'b'}, sorted(random.sample(range(5), 5)), 3 <= random.uniform(3, 4) <= 4)
items = list(range(20))
random.shuffle(items)
print(sorted(items) == list(range(20)), len(random.choices('abc', k=7)), 0 <= random.getrandbits(70) < 2 ** 70)
results = []


def roll():
    results.append(random.randint(1, 6))


threads = [Thread(target=roll) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(results), set(results) <= {1, 2, 3, 4, 5, 6})
random.seed(5)
first = random.random()
random.seed()
random.seed(5)
print(first == random.random())
