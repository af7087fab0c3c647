# locals() where a class is being made: the names that are bound so far.
class A:
    x = 1
    y = [x, 2]
    print(sorted(name for name in locals() if not name.startswith("_")), locals()["x"], "z" in locals(), vars()["y"])
    z = locals().get("x", 5), locals().get("w", 6)


print(A.z)


def f(a):
    b = 2
    seen = locals()
    seen["c"] = 3
    return sorted(seen), seen["c"]


print(f(1))
