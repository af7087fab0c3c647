# __new__, __init__, and what is built on them.
class Singleton:
    instance = None

    def __new__(cls, *args, **kwargs):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value=None):
        self.value = value


a = Singleton(1)
b = Singleton(2)
print(a is b, a.value)


class Positive(int):
    def __new__(cls, value):
        if value < 0:
            raise ValueError("negative")
        return super().__new__(cls, value)

    def half(self):
        return self // 2


p = Positive(9)
print(p, p.half(), p + 1, type(p).__name__, type(p + 1).__name__, isinstance(p, int), p == 9)


class Pair(tuple):
    def __new__(cls, left, right):
        return tuple.__new__(cls, (left, right))

    @property
    def left(self):
        return self[0]


pair = Pair("a", "b")
print(pair, pair.left, len(pair), pair == ("a", "b"), [*pair])


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Returns:
    def __init__(self):
        return 1


class TwoArguments:
    def __init__(self, a, b=2):
        self.a = a


class Registry:
    classes = []

    def __init_subclass__(cls):
        super().__init_subclass__()
        Registry.classes.append(cls.__name__)


class First(Registry):
    pass


class Second(First):
    pass


print(Registry.classes)
attempt(lambda: Positive(-1))
attempt(Returns)
attempt(TwoArguments)
attempt(lambda: TwoArguments(1, 2, 3))
attempt(lambda: TwoArguments(1, c=3))
attempt(lambda: TwoArguments(1, a=3))
attempt(lambda: object(1))
attempt(lambda: object.__new__(3))

Dynamic = type("Dynamic", (Registry,), {"x": 1, "hello": lambda self: f"hello {self.x}"})
print(Dynamic().hello(), Dynamic.__name__, Registry.classes, Dynamic.__mro__[1].__name__)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Generic["x"])


class Meta:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)

    def __get__(self, obj, owner):
        return self if obj is None else lambda *args: self(obj, *args)


class Decorated:
    @Meta
    def method(self, x):
        return ("method", x)


print(Decorated().method(3), Decorated.method.calls)
