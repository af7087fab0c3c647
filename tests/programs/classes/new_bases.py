# Classes that get other bases.
class Quiet:
    def speak(self):
        return "..."


class Loud:
    def speak(self):
        return "HEY"

    def wave(self):
        return "waves"


class Dog(Quiet):
    pass


class Puppy(Dog):
    def play(self):
        return super().speak() + "!"


rex = Puppy()
print(rex.speak(), rex.play(), Dog.__bases__ == (Quiet,))
Dog.__bases__ = (Loud,)
print(rex.speak(), rex.play(), rex.wave(), [c.__name__ for c in Puppy.__mro__])
print(isinstance(rex, Loud), isinstance(rex, Quiet), Loud.__subclasses__() == [Dog], Quiet.__subclasses__())
Dog.__bases__ = (Loud, Quiet)
print([c.__name__ for c in Puppy.__mro__], Dog.__base__.__name__)


def attempt(bases):
    try:
        Dog.__bases__ = bases
    except TypeError as error:
        print(type(error).__name__, error)


attempt(())
attempt([Loud])
attempt((Loud, 5))
attempt((Puppy,))
attempt((Loud, Loud))
attempt((int,))
try:
    del Dog.__bases__
except TypeError as error:
    print(error)
try:
    int.__bases__ = (object,)
except TypeError as error:
    print(error)
print([c.__name__ for c in Puppy.__mro__], rex.speak())


class Meta(type):
    def __new__(mcs, name, bases, namespace, drop=False):
        if drop:
            namespace.pop("__classcell__", None)
        return super().__new__(mcs, name, bases, namespace)


class Kept(metaclass=Meta):
    def own(self):
        return __class__.__name__


print(Kept().own())
try:
    class Dropped(metaclass=Meta, drop=True):
        def own(self):
            return __class__
except RuntimeError as error:
    print(str(error).split(" defining")[0])

for arguments in [("A", [], {}), ("A", (), []), (5, (), {})]:
    try:
        type(*arguments)
    except TypeError as error:
        print(error)


class Fixed:
    kind = "fixed"
    __slots__ = ("size",)


for name in ("kind", "size", "other"):
    try:
        delattr(Fixed(), name)
    except AttributeError as error:
        print(error)


class Outer:
    @classmethod
    @classmethod
    def twice(cls):
        return cls.__name__

    @classmethod
    @staticmethod
    def plain():
        return "plain"


print(Outer.twice(), Outer().twice(), Outer.plain())


def noted(a: int) -> str:
    pass


noted.__annotations__["b"] = float
print(noted.__annotations__, noted.__annotations__ is noted.__annotations__)


class Hashed:
    def __hash__(self):
        return 42


class Number(float, Hashed):
    pass


class Thing(Hashed, float):
    pass


print(hash(Number(2.0)), hash(Thing(2.0)))
