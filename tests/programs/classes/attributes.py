# Attribute access: properties, descriptors, hooks, slots, functions' attributes.
class Celsius:
    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        "The degrees."
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleted")
        del self._degrees

    fahrenheit = property(lambda self: self._degrees * 2 + 30)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


t = Celsius(20)
t.degrees = 25
t.degrees += 5
print(t.degrees, t.fahrenheit, Celsius.degrees.__doc__, Celsius.degrees.fget(t))
attempt(lambda: setattr(t, "degrees", -300))
attempt(lambda: setattr(t, "fahrenheit", 1))
attempt(lambda: delattr(t, "fahrenheit"))
del t.degrees
attempt(lambda: t.degrees)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: {value!r}")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        delattr(obj, self.name)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name = name
        self.age = age


p = Person("Ann", 30)
p.age += 1
print(p.name, p.age, p.__dict__, isinstance(Person.name, Typed))
attempt(lambda: setattr(p, "age", "old"))
del p.age
attempt(lambda: p.age)


class Lazy:
    def __get__(self, obj, owner):
        print("computed")
        obj.__dict__["value"] = 42
        return 42


class HasLazy:
    value = Lazy()


h = HasLazy()
print(h.value, h.value)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        self.log.append("set " + name)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        delattr(self.target, name)


class Target:
    x = 1

    def method(self, *args, key=None):
        return ("method", args, key)


proxy = Proxy(Target())
proxy.y = 5
print(proxy.x, proxy.y, proxy.method(1, key=2), hasattr(proxy, "zz"), getattr(proxy, "zz", "default"))
del proxy.y
attempt(lambda: proxy.y)
print(proxy.log)


class Spy:
    def __init__(self):
        self.seen = 0

    def __getattribute__(self, name):
        if name[0] == "_" or name == "seen":
            return super().__getattribute__(name)
        return f"asked for {name}"

    def real(self):
        pass


spy = Spy()
print(spy.anything, spy.real, spy.seen)


class Fallback:
    @property
    def broken(self):
        raise AttributeError("inside")

    def __getattr__(self, name):
        return f"fallback for {name}"


print(Fallback().broken, Fallback().other)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


point = Point(1, 2)
attempt(lambda: setattr(point, "z", 3))
attempt(lambda: point.z)
attempt(lambda: point.__dict__)
del point.x
attempt(lambda: point.x)


class Point3(Point):
    __slots__ = ["z"]


class Free(Point):
    pass


p3 = Point3(1, 2)
p3.z = 3
attempt(lambda: setattr(p3, "w", 3))
free = Free(1, 2)
free.w = 4
print(p3.z, free.w, free.x)


def function(a, b=2, *args, c, d=4, **kwargs):
    "What it does."


function.counter = 1
function.counter += 1
print(function.counter, function.__name__, function.__qualname__, function.__doc__, function.__module__)
print(function.__defaults__, function.__dict__, hasattr(function, "nothing"))
function.__name__ = "renamed"
print(function.__name__)


class Counter:
    count = 0

    def __init__(self):
        Counter.count += 1
        self.count += 10


one, two = Counter(), Counter()
print(one.count, two.count, Counter.count)
Counter.extra = lambda self: "extra " + type(self).__name__
print(one.extra(), Counter.__dict__["count"])
del Counter.extra
attempt(lambda: one.extra())
bound = one.__init__
print(bound.__self__ is one, bound.__func__ is Counter.__init__, bound.__name__)
