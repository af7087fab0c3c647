"""A method that a dataclass makes can be what an abstract base has left open."""
import abc
import dataclasses
import inspect


class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other):
        pass

    @abc.abstractmethod
    def __le__(self, other):
        pass


@dataclasses.dataclass(order=True)
class Date(Ordered):
    year: int
    month: int


class Open(Ordered):
    pass


print(inspect.isabstract(Date), inspect.isabstract(Open), sorted(Open.__abstractmethods__), Date.__abstractmethods__)
print(Date(2020, 1) < Date(2020, 2))
try:
    Open()
except TypeError as error:
    print(error)
