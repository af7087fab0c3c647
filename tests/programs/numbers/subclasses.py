# Objects of subclasses of numbers are equal to what they are, and to each other.


class I(int):
    pass


class F(float):
    pass


print(I(5) == I(5), I(5) == 5, 5 == I(5), I(5) != I(6), I(5) < I(6), I(5) == F(5.0), F(1) == F(1), F(1.5) != F(1.5))
print({I(5): 1}[I(5)], {5: 2}[I(5)], I(5) in [I(4), I(5)], I(5) in {I(5)}, [I(1), I(2)] == [1, 2], [I(3)].index(I(3)))
print(I(10**30) == I(10**30), I(10**30) == 10**30, hash(I(7)) == hash(7), I(5) + I(5), type(I(5) + I(5)))
