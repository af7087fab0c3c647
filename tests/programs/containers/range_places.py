# Iterators over ranges tell the range and their place in it, and go to another place.
import pickle

for of in (range(5), range(3, 30, 4), range(10, -10, -3), range(0), range(2 ** 32 + 2), range(2 ** 70, 2 ** 70 + 9)):
    for made in (iter(of), reversed(of)):
        print(made.__reduce__())
        print(next(made, None), next(made, None), made.__reduce__()[1:])
        made.__setstate__(0)
        print(next(made, None))
        made.__setstate__(4)
        print(made.__reduce__()[2], made.__length_hint__(), next(made, None))
        made.__setstate__(-7)
        print(next(made, None))
        again = pickle.loads(pickle.dumps(made))
        print(next(again, None), next(made, None))

made = iter(range(2 ** 32 + 2))
made.__setstate__(2 ** 32 + 1)
print(made.__reduce__()[2], next(made), next(made, "end"), made.__reduce__())
edge = iter(range(-2 ** 63, 2 ** 63 - 1))
print(next(edge), next(edge), edge.__reduce__())
