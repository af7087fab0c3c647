# Bases of a class with a star, exceptions that are caught by several classes, docstrings that a body binds.
class A:
    pass


class B:
    pass


class Meta(type):
    def __new__(mcs, name, bases, namespace, **keywords):
        print(name, [base.__name__ for base in bases], keywords)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)


bases = [A, B]
options = {"metaclass": Meta}


class C(*bases):
    pass


class D(A, *[B], **options):
    pass


class E(*(), **options, size=5):
    pass


class F(*bases, metaclass=Meta, **{"size": 6}):
    pass


print([cls.__name__ for cls in C.__mro__], D.__bases__ == (A, B), E.__bases__, F.__mro__[1:] == D.__mro__[1:])
for kinds in [(ValueError, 42), 42, (42, ValueError), ("x",)]:
    try:
        try:
            raise ValueError("value")
        except kinds:
            print("caught")
    except TypeError as error:
        print(error)


class Told:
    """The first."""

    __doc__ = "the second"


print(Told.__doc__)


class Badly(type):
    def __new__(mcs, name, bases, namespace):
        namespace["__classcell__"] = 5
        return super().__new__(mcs, name, bases, namespace)


try:
    class G(metaclass=Badly):
        pass
except TypeError as error:
    print(error)
try:
    int.from_bytes("ab", "big")
except TypeError as error:
    print(error)


class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return NotImplemented


one, two = [], []
one.append(Clears(two))
two.append(Clears(one))
print(one == two, one, two)
