"""abc: abstract methods, what can be made, and what cannot."""
from abc import ABC, abstractmethod


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        return 1

    @property
    @abstractmethod
    def corners(self): ...

    @classmethod
    @abstractmethod
    def unit(cls): ...

    def text(self):
        return f"{self.name} {self.area()} {self.corners}"


class Half(Shape):
    def area(self):
        return super().area() + 1


class Square(Half):
    corners = 4

    @classmethod
    def unit(cls):
        return cls("unit")


attempt(lambda: Shape("s"))
attempt(lambda: Half("h"))
print(Square("q").text(), Square.unit().name, sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), len(Square.__abstractmethods__))
print(isinstance(Square("q"), Shape), issubclass(Half, ABC), Shape.area.__isabstractmethod__)


class Plain(ABC):
    pass


print(type(Plain()).__name__)
attempt(lambda: Plain(3))
attempt(lambda: Plain.register(3))


class One(ABC):
    @abstractmethod
    def f(self): ...


attempt(One)


class Both(Square, One):
    def f(self):
        return "f"


print(Both("b").f(), Both("b").text())
