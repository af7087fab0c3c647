# What functions, methods, static and class methods and properties do by name, and classes made from them.


def plain(self, more=0):
    "adds"
    return (type(self).__name__, more)


@staticmethod
def still(x):
    "stands"
    return x * 2


@classmethod
def of_class(cls, x):
    return (cls.__name__, x)


class Box:
    def __init__(self, size):
        self._size = size

    @property
    def size(self):
        "how large"
        return self._size

    @size.setter
    def size(self, size):
        self._size = size

    bare = property()


box = Box(3)
for thing in (plain, still, of_class, Box.__dict__["size"], len, box.__init__, Box):
    print([hasattr(thing, name) for name in ("__call__", "__get__", "__set__", "__delete__")])

print(plain.__get__(box)(more=5), plain.__get__(None, Box) is plain, plain.__call__(box, more=1))
print(still.__get__(box)(4), still.__func__(5), still.__wrapped__ is still.__func__, still.__doc__, still(6))
print(of_class.__get__(box)(1), of_class.__get__(None, int)(2))
size = Box.__dict__["size"]
print(size.__get__(box, Box), size.__get__(None, Box) is size, size.__doc__, Box.bare.__doc__)
size.__set__(box, 8)
print(box.size, still.__module__ is still.__func__.__module__, plain.__module__ is Box.__module__)
for attempt in (lambda: size.__delete__(box), lambda: plain.__get__(None, None), lambda: Box.bare.__get__(box)):
    try:
        attempt()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)
print(len.__call__([1, 2]), int.__call__("7"), [].append.__call__(1), box.__init__.__call__(9), box.size)


class Loud(property):
    def __get__(self, obj, owner=None):
        if obj is not None:
            print("get", self.fget.__name__)
        return super().__get__(obj, owner)


class Typed(property):
    kind = "typed"


class Crate:
    @Typed
    def weight(self):
        "in kilograms"
        return self._weight

    @weight.setter
    def weight(self, weight):
        if weight < 0:
            raise ValueError(weight)
        self._weight = weight

    @Loud
    def label(self):
        return "crate"

    other = Typed(lambda self: 1, doc="one")


crate = Crate()
crate.weight = 4
print(crate.weight, Crate.weight.kind, type(Crate.weight).__name__, isinstance(Crate.weight, property))
print(crate.label, crate.other)
for attempt in ("crate.weight = -1", "crate.label = 1"):
    try:
        if "weight" in attempt:
            crate.weight = -1
        else:
            crate.label = 1
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, attempt)


class Tagged(staticmethod):
    tag = 1


class Pile:
    @Tagged
    def top(x):
        return ("top", x)


print(Pile.top(1), Pile().top(2), Pile.__dict__["top"].tag)


class Holder:
    def run(self):
        "runs"
        return 1

    run.mark = "marked"


print(Holder().run.mark, Holder.run.mark, getattr(Holder().run, "nothing", "none"), Holder().run.__doc__)
