# Inheritance, super() in its forms, the order of bases, and its errors.
class Base:
    def __init__(self):
        print("Base.__init__")
        self.base = True

    def hello(self):
        return "Base"

    @classmethod
    def make(cls):
        return f"make {cls.__name__}"

    @staticmethod
    def plain(x):
        return x * 2

    def __str__(self):
        return f"<{self.__class__.__name__}>"


class Left(Base):
    def __init__(self):
        print("Left.__init__")
        super().__init__()

    def hello(self):
        return "Left " + super().hello()


class Right(Base):
    def __init__(self):
        print("Right.__init__")
        super(Right, self).__init__()

    def hello(self):
        return "Right " + super(Right, self).hello()

    @classmethod
    def make(cls):
        return "Right " + super().make()


class Bottom(Left, Right):
    def hello(self):
        return "Bottom " + super().hello()

    def old_style(self):
        return Base.hello(self)


b = Bottom()
print(b.hello(), b.old_style(), Bottom.make(), b.make(), b.plain(3), Bottom.plain(4), b)
print([c.__name__ for c in Bottom.__mro__], Bottom.__bases__, Bottom.mro() == [*Bottom.__mro__])
print(isinstance(b, Base), issubclass(Bottom, Right), isinstance(b, (int, Left)), issubclass(Left, Right))
print(Base.__subclasses__(), b.__class__.__name__, type(b) is Bottom, b.__class__ is Bottom)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def inconsistent():
    class Bad(Base, Left):
        pass


def duplicate():
    class Bad(Base, Base):
        pass


def conflict():
    class Bad(int, str):
        pass


def final():
    class Bad(bool):
        pass


attempt(inconsistent)
attempt(duplicate)
attempt(conflict)
attempt(final)
attempt(lambda: super(Left, 5))
attempt(lambda: super(5, b))
attempt(lambda: super().x)
attempt(lambda: Bottom(1))
attempt(lambda: b.nothing)
attempt(lambda: Bottom.nothing)


class Empty:
    pass


attempt(lambda: Empty(1))
attempt(lambda: Empty(x=1))
print(Empty.__name__, Empty.__qualname__, Empty.__module__, Empty.__doc__, Empty.__dict__.get("x"))


class Outer:
    """A class in a class."""

    class Inner:
        def method(self):
            def local():
                pass

            return local

    value = 3
    doubled = [value for _ in range(2)] if False else [3, 3]


print(Outer.Inner.__qualname__, Outer.Inner().method.__qualname__, Outer.Inner().method().__qualname__, Outer.__doc__)


class Mixin:
    def describe(self):
        return f"{type(self).__name__} with {super().hello()}"


class Mixed(Mixin, Right):
    pass


print(Mixed().describe())


class Shape:
    def area(self):
        raise NotImplementedError

    def __repr__(self):
        return f"{type(self).__name__}(area={self.area()})"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


print(Square(3), [Square(1)], f"{Square(2)}", str(Square(4)))
attempt(Shape)
attempt(lambda: repr(Shape()))
