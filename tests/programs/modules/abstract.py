# abc with its metaclass.
import abc
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Iterable, Mapping, Sized


class Shape(metaclass=ABCMeta):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self):
        pass

    def show(self):
        return f"{self.name} {self.area()}"


class Half(Shape):
    name = "half"


class Square(Half):
    def area(self):
        return super().area() + 4


for cls in (Shape, Half, Square):
    try:
        print(cls().show())
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__)
print(type(Shape), type(ABC), type(Iterable), Square.__mro__)


class Animal(ABC):
    @classmethod
    @abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abstractmethod
    def sound():
        pass


class Dog(Animal):
    def __init__(self, name):
        self.name = name

    @classmethod
    def make(cls):
        return cls("rex")

    @staticmethod
    def sound():
        return "woof"


print(Dog.make().name, Dog.sound(), isinstance(Dog("a"), Animal), issubclass(Dog, Animal))
try:
    Animal()
except TypeError as error:
    print(error)
try:
    Dog()
except TypeError as error:
    print(error)


@Animal.register
class Robot:
    pass


print(isinstance(Robot(), Animal), issubclass(Robot, Animal), issubclass(int, Animal), isinstance(5, Animal))


class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is Hooked:
            return any("hook" in base.__dict__ for base in subclass.__mro__)
        return NotImplemented


class HasHook:
    hook = 1


class Sub(Hooked):
    pass


print(isinstance(HasHook(), Hooked), isinstance(5, Hooked), isinstance(HasHook(), Sub))


class Own(ABCMeta):
    def __new__(mcs, name, bases, namespace):
        print("making", name)
        return super().__new__(mcs, name, bases, namespace)


class Of(metaclass=Own):
    @abstractmethod
    def f(self):
        pass


try:
    Of()
except TypeError as error:
    print(error)
Of.f = lambda self: 1
abc.update_abstractmethods(Of)
print(Of().f())


class M(Mapping):
    def __getitem__(self, key):
        return 1

    def __iter__(self):
        return iter("a")

    def __len__(self):
        return 1


print(dict(M()), isinstance(M(), Mapping), isinstance(M(), Sized), isinstance({}, Mapping), isinstance([], Iterable))
try:
    Mapping()
except TypeError as error:
    print(error)


class Mixed(Dog, Sized):
    def __len__(self):
        return 2


print(len(Mixed("m")), Mixed("n").name)
