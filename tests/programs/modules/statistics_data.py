"""statistics: averages, medians, spreads, lines and normal distributions."""
import statistics
from fractions import Fraction
from statistics import *


def told(call, *args, **keywords):
    try:
        print(repr(call(*args, **keywords)))
    except Exception as failure:
        print(type(failure).__name__, failure)


numbers = [4, 1, 7, 7, 2, 9, 4, 7]
floats = [2.5, 3.25, 5.5, 11.25, 11.75, 0.1]
fractions = [Fraction(1, 3), Fraction(1, 6), Fraction(5, 3)]
for function in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, quantiles, variance, pvariance, stdev, pstdev):
    print(function.__name__)
    for data in (numbers, floats, fractions, [3], [], iter([1, 2, 3, 4]), [1, 2.5, True], [1e308, 1e308], [0, 5], [-1, 5], ["a", "b"], range(1, 8)):
        told(function, data)
told(mean, [1, Fraction(1, 2), 0.25])
told(mean, [True, True, False])
told(mean, [float("inf"), 1.0])
told(mean, [float("inf"), float("-inf")])
told(mean, [0.1] * 10)
told(variance, [27.5, 30.25, 30.25, 34.5, 41.75], 32.85)
told(pvariance, numbers, mu=5)
told(stdev, [1e-10, 2e-10, 4e-10])
told(pstdev, [10**20, 10**20 + 1])
told(fmean, [1, 2, 3], weights=[1, 0, 5])
told(fmean, [1, 2, 3], [1, 2])
told(fmean, [1, 2], [1, -1])
told(harmonic_mean, [40, 60], weights=[5, 30])
told(harmonic_mean, [40, 60], weights=[5])
told(harmonic_mean, [40, 60], weights=[0, 0])
told(median_grouped, [1, 3, 3, 5, 7], interval=2)
told(mode, ["red", "blue", "blue"])
told(multimode, "aabbbbccddddeeffffgg")
for n, method in ((1, "exclusive"), (4, "inclusive"), (10, "exclusive"), (10, "inclusive"), (0, "inclusive"), (3, "other")):
    told(quantiles, [105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110], n=n, method=method)
x, y = [1, 2, 3, 4, 5], [1.5, 2.0, 3.5, 3.0, 5.25]
for function in (covariance, correlation, linear_regression):
    told(function, x, y)
    told(function, x, y[1:])
    told(function, [1], [2])
    told(function, [1, 1], [1, 2])
told(linear_regression, x, y, proportional=True)
slope, intercept = linear_regression(x, y)
print(slope, intercept)
sat = NormalDist(1060, 195)
print(sat, sat.mean, sat.stdev, sat.variance, sat.median, sat.mode, sat.pdf(1000), sat.cdf(1200), sat.zscore(1255), sat.inv_cdf(0.9))
print([round(cut, 3) for cut in sat.quantiles(10)], [NormalDist().inv_cdf(p) for p in (1e-12, 1e-5, 0.01, 0.3, 0.5, 0.999, 1 - 1e-12)])
print(NormalDist.from_samples(floats), NormalDist(1, 2) + NormalDist(3, 4), NormalDist(1, 2) - 1, 3 * NormalDist(1, 2), NormalDist(1, 2) / 4, -NormalDist(1, 2), 1 - NormalDist(1, 2))
print(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), NormalDist(0, 1).overlap(NormalDist(1, 1)), NormalDist(1, 2) == NormalDist(1, 2), len({NormalDist(1, 2), NormalDist(1, 2)}))
print([round(sample, 6) for sample in NormalDist(10, 2).samples(3, seed=5)])
told(NormalDist, 0, -1)
told(sat.inv_cdf, 1)
told(NormalDist(0, 0).pdf, 1)
told(sat.overlap, 3)
