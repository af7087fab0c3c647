# random: CPython's numbers from a seed; without one, each draw is a choice of whoever drives the machine.

__all__ = [
    "Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss", "getrandbits",
    "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange", "sample",
    "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate",
]

_PI = 3.141592653589793
_E = 2.718281828459045
TWOPI = 2.0 * _PI
BPF = 53
RECIP_BPF = 2.0**-53
NV_MAGICCONST = 4.0 * vm_math("exp", -0.5) / vm_math("sqrt", 2.0)
LOG4 = vm_math("log", 4.0)
SG_MAGICCONST = 1.0 + vm_math("log", 4.5)


class _Rest:
    # What few programs ask for: see below.
    pass


if vm_mentioned("state", "pickle", "copy", "multiprocessing", "ProcessPool", "__all__", "import *"):

    class _States(_Rest):
        VERSION = 3

        def getstate(self):
            state = self._state[:]
            if not state:
                # From now on the numbers follow from a number that is drawn once.
                vm_random_seed(self._state, vm_random_bits(self._state, 32))
                state = self._state[:]
            words, position = state
            numbers = [int.from_bytes(words[at:at + 4], "little") for at in range(0, 2496, 4)]
            return self.VERSION, (*numbers, position), self.gauss_next

        def setstate(self, state):
            version = state[0]
            if version not in (2, 3):
                raise ValueError(f"state with version {version} passed to Random.setstate() of version {self.VERSION}")
            _, words, self.gauss_next = state
            if version == 2:
                try:
                    words = tuple([word % 4294967296 for word in words])
                except ValueError as error:
                    raise TypeError from error
            if not isinstance(words, tuple):
                raise TypeError("state vector must be a tuple")
            if len(words) != 625:
                raise ValueError("state vector is the wrong size")
            for word in words:
                if not isinstance(word, int):
                    raise TypeError("an integer is required")
                if word < 0:
                    raise OverflowError("can't convert negative value to unsigned int")
            if words[624] > 624:
                raise ValueError("invalid state")
            whole = b"".join([(word % 4294967296).to_bytes(4, "little") for word in words[:624]])
            self._state[:] = [whole, words[624]]

        def __getstate__(self):
            return self.getstate()

        def __setstate__(self, state):
            self.setstate(state)

        def __reduce__(self):
            return self.__class__, (), self.getstate()

    _Rest = _States

if vm_mentioned("vonmises", "gammavariate", "betavariate", "__all__", "import *"):

    class _Distributions(_Rest):
        def vonmisesvariate(self, mu, kappa):
            if kappa <= 1e-6:
                return TWOPI * self.random()
            s = 0.5 / kappa
            r = s + vm_math("sqrt", 1.0 + s * s)
            while True:
                z = vm_math("cos", _PI * self.random())
                d = z / (r + z)
                u = self.random()
                if u < 1.0 - d * d or u <= (1.0 - d) * vm_math("exp", d):
                    break
            q = 1.0 / r
            angle = vm_math("acos", (q + z) / (1.0 + q * z))
            return ((mu + angle) if self.random() > 0.5 else (mu - angle)) % TWOPI

        def gammavariate(self, alpha, beta):
            if alpha <= 0.0 or beta <= 0.0:
                raise ValueError("gammavariate: alpha and beta must be > 0.0")
            if alpha == 1.0:
                return -vm_math("log", 1.0 - self.random()) * beta
            return (self._large_gamma(alpha) if alpha > 1.0 else self._small_gamma(alpha)) * beta

        def _large_gamma(self, alpha):
            # After R. C. H. Cheng.
            root = vm_math("sqrt", 2.0 * alpha - 1.0)
            b = alpha - LOG4
            c = alpha + root
            while True:
                u = self.random()
                if not 1e-7 < u < 0.9999999:
                    continue
                other = 1.0 - self.random()
                v = vm_math("log", u / (1.0 - u)) / root
                x = alpha * vm_math("exp", v)
                z = u * u * other
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= vm_math("log", z):
                    return x

        def _small_gamma(self, alpha):
            # After J. H. Ahrens and U. Dieter.
            while True:
                b = (_E + alpha) / _E
                p = b * self.random()
                x = p ** (1.0 / alpha) if p <= 1.0 else -vm_math("log", (b - p) / alpha)
                u = self.random()
                if u <= (x ** (alpha - 1.0) if p > 1.0 else vm_math("exp", -x)):
                    return x

        def betavariate(self, alpha, beta):
            y = self.gammavariate(alpha, 1.0)
            return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    _Rest = _Distributions


class Random(_Rest):
    def __init_subclass__(cls, /, **kwargs):
        # What a class of the program's writes anew is what numbers below a limit are made of.
        for kind in cls.__mro__:
            known = vars(kind)
            if "_randbelow" in known:
                break
            if "getrandbits" in known:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if "random" in known:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    def __init__(self, x=None):
        # Empty, or the words of a Mersenne Twister and the position in them: see machine/modules/random.rs.
        self._state = []
        self.gauss_next = None
        if x is not None or not vm_defined_in_library(type(self), "seed"):
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
        elif isinstance(a, (str, bytes)) and version == 1:
            vm_random_seed(self._state, _old_seed(a))
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

    def _randbelow(self, limit):
        if limit <= 4294967296:
            return vm_random_below(self._state, limit)
        bits = vm_bit_length(limit)
        number = self.getrandbits(bits)
        while number >= limit:
            number = self.getrandbits(bits)
        return number

    def _randbelow_with_getrandbits(self, n):
        bits = vm_bit_length(n)
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def _randbelow_without_getrandbits(self, n, maxsize=9007199254740992):
        if n >= maxsize:
            return int(vm_math("floor", self.random() * n))
        limit = (maxsize - maxsize % n) / maxsize
        number = self.random()
        while number >= limit:
            number = self.random()
        return int(vm_math("floor", number * maxsize)) % n

    def randbytes(self, n):
        return self.getrandbits(8 * n).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        start = _integer(start, "arg 1")
        if stop is None:
            if type(step) is not int or step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(start)
        width = _integer(stop, "stop") - start
        step = _integer(step, "step")
        if step == 1:
            if width <= 0:
                raise ValueError(f"empty range for randrange() ({start}, {start + width}, {width})")
            return start + self._randbelow(width)
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if count <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        count = len(seq)
        if not count:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(count)]

    def shuffle(self, x):
        last = len(x) - 1
        while last > 0:
            other = self._randbelow(last + 1)
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
            at = self._randbelow(size - taken)
            result.append(pool[at])
            pool[at] = pool[size - taken - 1]
        return result

    def _sparse_sample(self, population, size, k):
        result = []
        taken = set()
        while len(result) < k:
            at = self._randbelow(size)
            while at in taken:
                at = self._randbelow(size)
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
        if mode is not None and high == low:
            return low
        peak = 0.5 if mode is None else (mode - low) / (high - low)
        if u > peak:
            return high + (low - high) * vm_math("sqrt", (1.0 - u) * (1.0 - peak))
        return low + (high - low) * vm_math("sqrt", u * peak)

    def gauss(self, mu=0.0, sigma=1.0):
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = vm_math("sqrt", -2.0 * vm_math("log", 1.0 - self.random()))
            z = vm_math("cos", angle) * radius
            self.gauss_next = vm_math("sin", angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = NV_MAGICCONST * (u - 0.5) / v
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

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


def _old_seed(a):
    # What version 1 made of a text or of bytes.
    codes = [ord(letter) for letter in a] if isinstance(a, str) else list(a)
    number = codes[0] << 7 if codes else 0
    for code in codes:
        number = 1000003 * number & 18446744073709551615 ^ code
    return number ^ len(codes)


def _integer(value, what):
    if isinstance(value, int):
        return value
    if hasattr(type(value), "__index__"):
        return value.__index__()
    whole = int(value)
    if whole != value:
        raise ValueError(f"non-integer {what} for randrange()")
    return whole


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


_inst = _shared
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

if vm_mentioned("state", "pickle", "copy", "multiprocessing", "ProcessPool", "__all__", "import *"):
    getstate = _shared.getstate
    setstate = _shared.setstate
if vm_mentioned("vonmises", "gammavariate", "betavariate", "__all__", "import *"):
    vonmisesvariate = _shared.vonmisesvariate
    gammavariate = _shared.gammavariate
    betavariate = _shared.betavariate
