# random: CPython's numbers from a seed; without one, each draw is a choice of whoever drives the machine.

_PI = 3.141592653589793
_NORMAL_CONSTANT = 4.0 * vm_math("exp", -0.5) / vm_math("sqrt", 2.0)


class Random:
    def __init__(self, x=None):
        # Empty, or the words of a Mersenne Twister and the position in them: see machine/modules/random.rs.
        self._state = []
        self.gauss_next = None
        if x is not None:
            self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            self._state.clear()
        elif isinstance(a, int):
            vm_random_seed(self._state, a)
        elif isinstance(a, float):
            vm_random_seed(self._state, hash(a) % 18446744073709551616)
        elif isinstance(a, (str, bytes)) and version == 2:
            if isinstance(a, str):
                a = a.encode()
            vm_random_seed(self._state, int.from_bytes(a + vm_sha512(a), "big"))
        elif isinstance(a, (str, bytes)):
            raise TypeError("raddle seeds random from a " + a.__class__.__name__ + " by version 2 only")
        else:
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        self.gauss_next = None

    def random(self):
        return vm_random_fraction(self._state)

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        number = 0
        done = 0
        while done < k:
            count = k - done if k - done < 32 else 32
            number |= vm_random_bits(self._state, count) << done
            done += count
        return number

    def _below(self, limit):
        if limit <= 4294967296:
            return vm_random_below(self._state, limit)
        bits = vm_bit_length(limit)
        number = self.getrandbits(bits)
        while number >= limit:
            number = self.getrandbits(bits)
        return number

    def randbytes(self, n):
        number = self.getrandbits(8 * n)
        return bytes([number >> 8 * at & 255 for at in range(n)])

    def randrange(self, start, stop=None, step=1):
        start = _integer(start, "arg 1")
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._below(start)
        width = _integer(stop, "stop") - start
        step = _integer(step, "step")
        if step == 1:
            if width <= 0:
                raise ValueError(f"empty range for randrange() ({start}, {start + width}, {width})")
            return start + self._below(width)
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._below(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        count = len(seq)
        if not count:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(count)]

    def shuffle(self, x):
        last = len(x) - 1
        while last > 0:
            other = self._below(last + 1)
            x[last], x[other] = x[other], x[last]
            last -= 1

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        size = len(population)
        if counts is not None:
            return self._counted_sample(population, k, counts)
        if k < 0 or k > size:
            raise ValueError("Sample larger than population or is negative")
        if size > _pool_limit(k):
            return self._sparse_sample(population, size, k)
        pool = [item for item in population]
        result = []
        for taken in range(k):
            at = self._below(size - taken)
            result.append(pool[at])
            pool[at] = pool[size - taken - 1]
        return result

    def _sparse_sample(self, population, size, k):
        result = []
        taken = set()
        while len(result) < k:
            at = self._below(size)
            while at in taken:
                at = self._below(size)
            taken.add(at)
            result.append(population[at])
        return result

    def _counted_sample(self, population, k, counts):
        sums = _running_sums(counts)
        if len(sums) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = sums.pop()
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[_place(sums, at, len(sums))] for at in self.sample(range(total), k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        size = len(population)
        if cum_weights is not None and weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if cum_weights is None and weights is None:
            return [population[int(self.random() * size)] for _ in range(k)]
        if cum_weights is None:
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights}")
            cum_weights = _running_sums(weights)
        if len(cum_weights) != size:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if total - total != 0.0:
            raise ValueError("Total of weights must be finite")
        return [population[_place(cum_weights, self.random() * total, size - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        if high == low:
            return low
        peak = 0.5 if mode is None else (mode - low) / (high - low)
        if u > peak:
            return high + (low - high) * vm_math("sqrt", (1.0 - u) * (1.0 - peak))
        return low + (high - low) * vm_math("sqrt", u * peak)

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * (2.0 * _PI)
            radius = vm_math("sqrt", -2.0 * vm_math("log", 1.0 - self.random()))
            z = vm_math("cos", angle) * radius
            self.gauss_next = vm_math("sin", angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _NORMAL_CONSTANT * (u - 0.5) / v
            if z * z / 4.0 <= -vm_math("log", v):
                return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return vm_math("exp", self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -vm_math("log", 1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-vm_math("log", 1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    def seed(self, *args, **kwds):
        return None


def _integer(value, what):
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        if value != value // 1:
            raise ValueError(f"non-integer {what} for randrange()")
        return int(vm_math("floor", value))
    return value.__index__()


def _running_sums(numbers):
    sums = []
    for number in numbers:
        sums.append(sums[-1] + number if sums else number)
    return sums


def _place(sums, wanted, high):
    # The place behind every sum that is not larger.
    low = 0
    while low < high:
        middle = (low + high) // 2
        if wanted < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def _pool_limit(k):
    # Up to this many items CPython copies them all; beyond, it remembers which it took.
    limit = 21
    if k > 5:
        limit += 4 ** int(vm_math("ceil", vm_math("log", k * 3) / vm_math("log", 4)))
    return limit


_shared = Random()


def _instance():
    return _shared


seed = _shared.seed
random = _shared.random
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
uniform = _shared.uniform
triangular = _shared.triangular
gauss = _shared.gauss
normalvariate = _shared.normalvariate
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
