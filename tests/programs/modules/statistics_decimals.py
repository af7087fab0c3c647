"""statistics: of Decimal numbers and fractions."""
from decimal import Decimal as D
from fractions import Fraction as F
import pickle
import statistics as s

data = [D("0.5"), D("0.75"), D("0.625"), D("0.375"), D("2")]
print(s.mean(data), s.median(data), s.median_low(data), s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data), s.harmonic_mean(data))
print(s.mean([F(1, 3), F(1, 6)]), s.variance([F(1, 3), F(1, 6), F(5)]), s.stdev([F(1, 4), F(5, 4)]), s.fmean(data), s.geometric_mean([D(2), D(8)]))
print(s.mean([1, D("2.5")]), s.mode(data + [D(2)]), s.quantiles(data), s.stdev([D("1e-30"), D("3e-30")]), s.stdev([D(1), D(1)]))
for call in [lambda: s.mean([D(1), 1.5]), lambda: s.mean([]), lambda: s.stdev([D(1)]), lambda: s.harmonic_mean([D(-1)]), lambda: s.mean(["a"])]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(pickle.loads(pickle.dumps(s.NormalDist(1, 2))), s.NormalDist.from_samples([1, 2, 4]), s.mean([D("NaN"), D(1)]))
