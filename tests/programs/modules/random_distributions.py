"""random: distributions, states, seeds, and generators of the program's own."""
import copy
import pickle
import random

r = random.Random(12345)
for name, args in [
    ("gammavariate", (0.5, 2.0)), ("gammavariate", (1.0, 2.0)), ("gammavariate", (7.5, 1.5)), ("betavariate", (2.0, 3.0)),
    ("vonmisesvariate", (1.0, 4.0)), ("vonmisesvariate", (0.0, 0.0)), ("gauss", (1.0, 2.0)), ("gauss", ()),
    ("normalvariate", (0.0, 3.0)), ("lognormvariate", (0.0, 0.25)), ("expovariate", (1.5,)), ("paretovariate", (3.0,)),
    ("weibullvariate", (1.0, 3.0)), ("triangular", ()), ("triangular", (0, 10, 3)), ("triangular", (4, 4)), ("uniform", (2, 9)),
    ("randbytes", (5,)), ("getrandbits", (70,)), ("randrange", (10**30,)), ("randrange", (3, 90, 7)), ("randrange", (9, -9, -4)),
]:
    print(name, args, [getattr(r, name)(*args) for _ in range(3)])
for number in range(3000):
    r.gammavariate(0.1 + number % 7, 1.0)
    r.vonmisesvariate(1.0, number % 5)
print(r.random())

state = r.getstate()
print(state[0], len(state[1]), state[1][-1], state[2])
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)])
r.gauss(0, 1)
twin = pickle.loads(pickle.dumps(r))
print([twin.gauss(0, 1), twin.random()] == [r.gauss(0, 1), r.random()])
twin = copy.copy(r)
print(twin.random() == r.random(), twin is r)
random.seed("text", version=1)
print(random.random(), random.randint(1, 6))
random.seed(b"bytes", version=1)
print(random.random())
random.seed("", 1)
print(random.random())
random.seed(-7)
print(random.random(), random.choices("abc", [1, 2, 3], k=6), random.sample(range(100), 5), random.sample("ab", 3, counts=[2, 2]))


class OnlyRandom(random.Random):
    def random(self):
        return super().random() / 2


class OnlyBits(random.Random):
    def getrandbits(self, k):
        return super().getrandbits(k) | 1


print([OnlyRandom(1).randrange(10) for _ in range(3)], OnlyRandom(2).sample(range(30), 4))
print(OnlyBits(1).randrange(10), OnlyBits(3).randrange(2**70))
for call in [
    lambda: r.gammavariate(0, 1), lambda: r.setstate((5, (), None)), lambda: r.setstate((3, (1, 2), None)),
    lambda: r.setstate((3, [1] * 625, None)), lambda: r.setstate((3, (1,) * 624 + (625,), None)), lambda: r.randrange(0),
    lambda: r.randrange(3, 3), lambda: r.randrange(1, 9, 0), lambda: r.choice([]),
    lambda: r.sample([1], 2), lambda: r.sample({1}, 1), lambda: r.choices([1], [0]), lambda: r.choices([1], [1, 2]),
    lambda: r.seed([]), lambda: r.getrandbits(-1), lambda: random.SystemRandom().getstate(), lambda: r.randrange(5, None, 2),
    lambda: r.choices([1, 2], 3), lambda: r.shuffle((1, 2)), lambda: r.expovariate(0.0), lambda: pickle.dumps(random.SystemRandom()),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
system = random.SystemRandom(1)
print(0 <= system.random() < 1, 0 <= system.randrange(5) < 5, len(system.randbytes(4)), system.seed(3))
