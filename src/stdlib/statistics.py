# statistics: what data say of the numbers behind them. Sums are exact where they can be: fractions.

import random
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from math import erf, exp, fabs, fsum, hypot, isqrt, log, sqrt, tau
from numbers import Real

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
    "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


def _exact_ratio(x):
    # The number as a fraction of whole numbers; a denominator of None says that it is not finite.
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _coerce(one, two):
    # The type of a result of numbers of both types.
    if one is two or two is int or two is bool:
        return one
    if one is int:
        return two
    if issubclass(two, one):
        return two
    if issubclass(one, two) or issubclass(two, int):
        return one
    if issubclass(one, int):
        return two
    if issubclass(one, Fraction) and issubclass(two, float):
        return two
    if issubclass(one, float) and issubclass(two, Fraction):
        return one
    raise TypeError(f"don't know how to coerce {one.__name__} and {two.__name__}")


def _total(sums):
    # Of sums of numerators by their denominators.
    if None in sums:
        return sums[None]
    return sum([Fraction(numerator, denominator) for denominator, numerator in sums.items()], Fraction())


def _sum(data):
    # The type of the result, the exact sum, and how many numbers there were.
    count = 0
    sums = {}
    types = {}
    for x in data:
        count += 1
        types[type(x)] = None
        numerator, denominator = _exact_ratio(x)
        sums[denominator] = sums.get(denominator, 0) + numerator
    kind = int
    for one in types:
        kind = _coerce(kind, one)
    return kind, _total(sums), count


def _ss(data, center=None):
    # The type of the result, the exact sum of the squares of the distances from the mean, the mean, how many.
    if center is not None:
        kind, total, count = _sum([(x - center) * (x - center) for x in data])
        return kind, total, center, count
    count = 0
    sums = {}
    squares = {}
    types = {}
    for x in data:
        count += 1
        types[type(x)] = None
        numerator, denominator = _exact_ratio(x)
        sums[denominator] = sums.get(denominator, 0) + numerator
        if denominator is not None:
            square = denominator * denominator
            squares[square] = squares.get(square, 0) + numerator * numerator
    kind = int
    for one in types:
        kind = _coerce(kind, one)
    if not count:
        return kind, Fraction(), Fraction(), 0
    if None in sums:
        return kind, sums[None], sums[None], count
    total = _total(sums)
    return kind, (count * _total(squares) - total * total) / count, total / count, count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and value.denominator != 1:
        kind = float
    try:
        return kind(value)
    except TypeError:
        if not _is_decimal(kind):
            raise
        return kind(value.numerator) / kind(value.denominator)


def _isfinite(x):
    return x.is_finite() if hasattr(x, "is_finite") else x - x == 0


def _is_decimal(kind):
    decimal = vm_module("decimal")
    return decimal is not None and issubclass(kind, decimal.Decimal)


def _integer_sqrt_of_frac_rto(n, m):
    # The whole root, with a last bit that says whether there is more.
    root = isqrt(n // m)
    return root | (root * root * m != n)


def _float_sqrt_of_frac(n, m):
    # The floating-point number that is nearest to the root of a fraction: twice as many bits of the root as fit.
    shift = (vm_bit_length(n) - vm_bit_length(m) - 109) // 2
    if shift >= 0:
        return (_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift) / 1
    return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)


def _decimal_sqrt_of_frac(n, m):
    # The Decimal that is nearest: the root of the quotient may be off by its last digit.
    Decimal = vm_module("decimal").Decimal
    if not n:
        return Decimal("0.0")
    if n < 0:
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    top, bottom = root.as_integer_ratio()
    for near, side in ((root.next_plus(), 1), (root.next_minus(), -1)):
        near_top, near_bottom = near.as_integer_ratio()
        # The root's square against that of what lies in the middle of both.
        apart = 4 * n * (bottom * near_bottom) ** 2 - m * (bottom * near_top + near_bottom * top) ** 2
        if apart * side > 0:
            return near
    return root


def _deviation(kind, square):
    if _is_decimal(kind):
        return _decimal_sqrt_of_frac(square.numerator, square.denominator)
    return _float_sqrt_of_frac(square.numerator, square.denominator)


def _fail_neg(values, refusal="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(refusal)
        yield x


# Averages.


def mean(data):
    kind, total, count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / count, kind)


def fmean(data, weights=None):
    if not hasattr(data, "__len__"):
        data = [*data]
    count = len(data)
    if weights is None:
        if not count:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / count
    if not hasattr(weights, "__len__"):
        weights = [*weights]
    if count != len(weights):
        raise StatisticsError("data and weights must be the same length")
    divisor = fsum(weights)
    if not divisor:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * weight for x, weight in zip(data, weights)]) / divisor


def geometric_mean(data):
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        raise StatisticsError(
            "geometric mean requires a non-empty dataset containing positive numbers"
        ) from None


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = [*data]
    refusal = "harmonic mean does not support negative values"
    count = len(data)
    if count < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if count == 1 and weights is None:
        x = data[0]
        if not isinstance(x, Real) and not _is_decimal(type(x)):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError(refusal)
        return x
    if weights is None:
        weights = [1] * count
        weight = count
    else:
        if iter(weights) is weights:
            weights = [*weights]
        if len(weights) != count:
            raise StatisticsError("Number of weights does not match data size")
        weight = _sum(_fail_neg(weights, refusal))[1]
    try:
        kind, total, count = _sum([w / x if w else 0 for w, x in zip(weights, _fail_neg(data, refusal))])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight / total, kind)


# What is in the middle, and what is most often.


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    middle = len(data) // 2
    if len(data) % 2:
        return data[middle]
    return (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = _sorted(data)
    x = data[len(data) // 2]
    below = bisect_left(data, x)
    inside = bisect_right(data, x, lo=below) - below
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (len(data) / 2 - below) / inside


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    cuts = []
    if method == "inclusive":
        for part in range(1, n):
            at, rest = divmod(part * (count - 1), n)
            cuts.append((data[at] * (n - rest) + data[at + 1] * rest) / n)
        return cuts
    if method != "exclusive":
        raise ValueError(f"Unknown method: {method!r}")
    for part in range(1, n):
        at = min(max(part * (count + 1) // n, 1), count - 1)
        rest = part * (count + 1) - at * n
        cuts.append((data[at - 1] * (n - rest) + data[at] * rest) / n)
    return cuts


# How far data are spread.


def variance(data, xbar=None):
    kind, total, _, count = _ss(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(total / (count - 1), kind)


def pvariance(data, mu=None):
    kind, total, _, count = _ss(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(total / count, kind)


def stdev(data, xbar=None):
    kind, total, _, count = _ss(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _deviation(kind, total / (count - 1))


def pstdev(data, mu=None):
    kind, total, _, count = _ss(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _deviation(kind, total / count)


# Two of them together.


def _distances(x, y):
    # The sums of the products of the distances from the means: of both, of x, of y; and the means.
    xbar = fsum(x) / len(x)
    ybar = fsum(y) / len(y)
    xs = [value - xbar for value in x]
    ys = [value - ybar for value in y]
    sxy = fsum([one * two for one, two in zip(xs, ys)])
    return sxy, fsum([one * one for one in xs]), fsum([one * one for one in ys]), xbar, ybar


def covariance(x, y, /):
    count = len(x)
    if len(y) != count:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("covariance requires at least two data points")
    return _distances(x, y)[0] / (count - 1)


def correlation(x, y, /):
    count = len(x)
    if len(y) != count:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("correlation requires at least two data points")
    sxy, sxx, syy, _, _ = _distances(x, y)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    count = len(x)
    if len(y) != count:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        sxy = fsum([one * two for one, two in zip(x, y)])
        sxx = fsum([one * one for one in x])
    else:
        sxy, sxx, _, xbar, ybar = _distances(x, y)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# Normal distributions.

# Wichura's algorithm AS 241: the coefficients of quotients of polynomials, from the highest power, for what is near the
# middle, farther from it, and at the ends.
_NEAR = (
    (
        2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
        4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
        1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0,
    ),
    (
        5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
        2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
        4.23133_30701_60091_1252e+1, 1.0,
    ),
)
_FAR = (
    (
        7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
        1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
        4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0,
    ),
    (
        1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
        1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
        2.05319_16266_37758_82187e+0, 1.0,
    ),
)
_END = (
    (
        2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
        2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
        5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0,
    ),
    (
        2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
        7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
        5.99832_20655_58879_37690e-1, 1.0,
    ),
)


def _quotient(coefficients, x):
    values = []
    for polynomial in coefficients:
        value = 0.0
        for coefficient in polynomial:
            value = value * x + coefficient
        values.append(value)
    return values[0], values[1]


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        above, below = _quotient(_NEAR, 0.180625 - q * q)
        return mu + above * q / below * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    above, below = _quotient(_FAR, r - 1.6) if r <= 5.0 else _quotient(_END, r - 5.0)
    x = above / below
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        _, total, mean, count = _ss(data, None)
        if count < 2:
            raise StatisticsError("stdev requires at least two data points")
        square = total / (count - 1)
        return cls(mean, _float_sqrt_of_frac(square.numerator, square.denominator))

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def samples(self, n, *, seed=None):
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        difference = x - self._mu
        return exp(difference * difference / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(part / n) for part in range(1, n)]

    def overlap(self, other):
        # The area that both curves have above them: between the points where they cross.
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_variance, y_variance = x.variance, y.variance
        if not x_variance or not y_variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        between = y_variance - x_variance
        apart = fabs(y._mu - x._mu)
        if not between:
            return 1.0 - erf(apart / (2.0 * x._sigma * sqrt(2.0)))
        a = x._mu * y_variance - y._mu * x_variance
        b = x._sigma * y._sigma * sqrt(apart * apart + between * log(y_variance / x_variance))
        one = (a + b) / between
        two = (a - b) / between
        return 1.0 - (fabs(y.cdf(one) - x.cdf(one)) + fabs(y.cdf(two) - x.cdf(two)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__

    def __rsub__(self, other):
        return -(self - other)

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
