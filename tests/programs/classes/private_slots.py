# A private name in __slots__ is spelt as in the body of the class; super of a class alone.


class Point:
    __slots__ = ("__x", "y")

    def __init__(self):
        self.__x = 1
        self.y = 2

    def total(self):
        return self.__x + self.y


point = Point()
print(point.total(), point._Point__x, Point.__slots__)
try:
    point.z = 3
except AttributeError as error:
    print(error)


class Base:
    def name(self):
        return "Base"


class Child(Base):
    def name(self):
        return "Child of " + self._super.name()


Child._super = super(Child)
print(Child().name())
