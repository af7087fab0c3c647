"""Seeded, random gives the numbers that CPython gives."""
import random
from random import randint, Random


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 5), random.choice('abcdef'), randint(-5, 5))
x = list(range(10))
random.shuffle(x)
print(x, random.sample(range(100), 5), random.sample([1, 2, 3, 4, 5], 3), random.sample('abcdefghij', 10))
print(random.uniform(1, 2), random.uniform(5, -5), random.triangular(), random.triangular(0, 10, 3))
print(random.choices('abc', k=5), random.choices([1, 2, 3], weights=[5, 1, 1], k=4), random.choices('xy', cum_weights=[1, 4], k=6))
print(random.gauss(0, 1), random.gauss(10, 2), random.gauss(), random.normalvariate(0, 1), random.lognormvariate(0, 1))
print(random.expovariate(2.0), random.paretovariate(3), random.weibullvariate(1, 2))
print(random.getrandbits(1), random.getrandbits(8), random.getrandbits(32), random.getrandbits(33), random.getrandbits(100), random.getrandbits(0))
print(random.randrange(10), random.randrange(10 ** 12), random.randrange(2 ** 32), random.randrange(2 ** 32 - 1), random.randint(0, 2 ** 70), random.randrange(10, 0, -3))
print(random.randbytes(5), random.sample(['a', 'b'], counts=[3, 4], k=5))
for seed in (0, 1, -1, 7, 2 ** 31, 2 ** 32, 2 ** 64, 10 ** 40, 1.5, -2.25, True):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 1000))
a, b = Random(3), Random(3)
print(a.random() == b.random(), a.randint(1, 10), b.randint(1, 10), a.random(), b.sample(range(10000), 30))
a.seed(3)
print(a.random())
print([Random(n).randrange(6) for n in range(20)])
attempt(lambda: random.choice([]))
attempt(lambda: random.randint(5, 1))
attempt(lambda: random.randrange(0))
attempt(lambda: random.randrange(5, 5))
attempt(lambda: random.randrange(5, 1, 2))
attempt(lambda: random.randrange(1, 2, 0))
attempt(lambda: random.sample([1, 2], 3))
attempt(lambda: random.sample({1, 2}, 1))
attempt(lambda: random.choices([1, 2], weights=[1], k=2))
attempt(lambda: random.choices([1, 2], weights=[0, 0], k=2))
attempt(lambda: random.getrandbits(-1))
attempt(lambda: random.seed([1]))
