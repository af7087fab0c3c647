"""decimal: with fractions, threads, and the recipes of the documentation."""
from decimal import Decimal as D
from fractions import Fraction as F
import math, numbers, random, time, json, copy, threading
print(F(D("1.25")), F.from_decimal(D("0.1")), F(1,3)+1, D(1)<F(3,2), D("0.5")==F(1,2), F(1,2)==D("0.5"))
print(math.floor(D("1.7")), math.ceil(D("1.2")), math.sqrt(D(4)), math.trunc(D("-1.9")), isinstance(D(1), numbers.Number), isinstance(D(1), numbers.Real))
print("%d %.1f %s" % (D("3.7"), D("2.25"), D("1E+5")), round(D("1.5")), int(D("12")))
print([D(x) for x in range(3)], {D("1.0"): 1}[1], D("1.0") in {1}, max([D(1), 2, 1.5]))
try: F("x")
except ValueError as e: print(e)
try: D(1)+F(1,2)
except TypeError as e: print("TypeError")
try: F(1,2)+D(1)
except TypeError as e: print("TypeError")
print(F("3/7"), F("1e-3"), F(" -1.5 "), F(0.1).limit_denominator(10), hash(F(1,2))==hash(0.5), F(7,2)//1, F(-7,2)%2, round(F(7,3),1), F(1,3)**-2, F(5).as_integer_ratio(), divmod(F(7,2),F(1,3)))
from decimal import getcontext, localcontext, Context, setcontext
res=[]
def work(p):
    getcontext().prec=p
    res.append((p, str(D(1)/3)))
ts=[threading.Thread(target=work,args=(p,)) for p in (3,5,7)]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(res), getcontext().prec)
def pi():
    getcontext().prec += 2
    three = D(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n+na, na+8
        d, da = d+da, da+32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s
print(pi())
def cos(x):
    getcontext().prec += 2
    i, lasts, s, fact, num, sign = 0, 0, 1, 1, 1, 1
    while s != lasts:
        lasts = s
        i += 2
        fact *= i * (i-1)
        num *= x * x
        sign *= -1
        s += num / fact * sign
    getcontext().prec -= 2
    return +s
print(cos(D("0.5")))
