# An error in a method, in an expression of several lines.
class A:
    def m(self, x):
        return self.n(
            x,
            1 / x,
        )

    def n(self, *a):
        return a


print(A().m(2))
print(A().m(0), A())
