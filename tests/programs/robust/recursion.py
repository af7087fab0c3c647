# The limit of recursion is what the program says.
import sys

print(sys.getrecursionlimit())
sys.setrecursionlimit(60)
n = 0


def g():
    global n
    n += 1
    g()


try:
    g()
except RecursionError:
    print(n < 100)
for limit in (0, "x"):
    try:
        sys.setrecursionlimit(limit)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(5000)


def depth(k):
    return depth(k + 1) if k < 3000 else k


print(depth(0), sys.getrecursionlimit())
