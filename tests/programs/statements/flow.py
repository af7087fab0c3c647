# Loops with else, chained comparisons, conditional expressions, walrus.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for n in (2, 9, 7):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print(i)
else:
    print("while else", i)
while True:
    break
else:
    print("never")
for x in []:
    print("never")
else:
    print("empty else")


def f(x):
    print("f", x)
    return x


print(f(1) < f(2) < f(3), f(3) < f(2) < f(1), 1 < 2 > 1, 1 == 1.0 == True, 1 < 2 != 3)
print(f(0) or f("x"), f(1) and f(0), f(0) and f(2), not f(0), f(1) if f(0) else f(2))
print("a" if 1 else "b" if 0 else "c", "a" if 0 else "b" if 0 else "c", (lambda: 1 if 0 else 2)())
if (n := len("hello")) > 3:
    print(n)
print([y := 5, y**2], [last := x for x in range(4)], last, (z := 3) + z)
data = [1, 2, 3, 4]
while (item := data.pop()) > 2:
    print("popped", item)
print(any((hit := v) > 1 for v in [0, 2, 5]), hit)
if 0:
    pass
elif [] or {}:
    pass
elif "":
    pass
else:
    print("else")
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
total = 0
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]:
    print(a, b, c)
for i in range(3):
    i = 10
print(i)
print(... is Ellipsis, None is None, x is not None, [] is [], "ab" "cd" 'ef', r"\n", 3 in [1, 3], 3 not in [1])
x = y = z = []
x.append(1)
print(y, z is x)
attempt(lambda: 1 < "a")
attempt(lambda: None < 1)
attempt(lambda: 1 in 5)
def annotated(a: int, b: "str" = 3, *c: float, d: list = None, **e: dict) -> None:
    local: int = a
    nothing: str
    return local, b
print(annotated(1), annotated(1, b=2))
number: int = 5
undefined: int
print(number)
attempt(lambda: undefined)
if True: print("one line"); print("two")
for q in "ab": print(q, end=" ")
print()
pass; pass
