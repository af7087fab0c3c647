# Functions: parameters, defaults, closures, decorators, lambda, recursion.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 9}), f(b=1, a=0, c=2))


def g(a, /, b, *, c=3):
    return a, b, c


print(g(1, 2), g(1, b=2, c=4))
five, text, none = 5, 'text', None
for action in (
    lambda: f(),
    lambda: f(1),
    lambda: f(1, c=1, a=2),
    lambda: g(1),
    lambda: g(),
    lambda: g(a=1, b=2),
    lambda: g(1, 2, 3),
    lambda: g(1, 2, d=3),
    lambda: (lambda: 0)(1),
    lambda: (lambda x: 0)(),
    lambda: (lambda x, y: 0)(),
    lambda: (lambda x, y, z: 0)(),
    lambda: len(1, 2),
    lambda: len(),
    lambda: f(*5),
    lambda: f(**5),
    lambda: f(1, **{"c": 1, 2: 3}),
    lambda: f(1, c=1, **{"c": 2}),
    lambda: five(),
    lambda: text(),
    lambda: none(),
):
    attempt(action)


def shared(item, into=[]):
    into.append(item)
    return into


print(shared(1), shared(2), shared(3, []))
functions = [lambda x, i=i: x + i for i in range(3)]
late = [lambda: i for i in range(3)]
print([h(10) for h in functions], [h() for h in late])


def make_counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    return increment


c1, c2 = make_counter(), make_counter()
print(c1(), c1(5), c2())


def trace(label):
    print("decorator", label)

    def decorate(function):
        print("decorating", function.__name__, label)

        def wrapper(*args, **kwargs):
            print("before", label)
            result = function(*args, **kwargs)
            print("after", label)
            return result

        wrapper.__name__ = function.__name__
        return wrapper

    return decorate


@trace("outer")
@trace("inner")
def decorated(x, y=1):
    return x + y


print(decorated(1, y=5), decorated.__name__)


@(lambda cls: (print("class", cls.__name__), cls)[1])
class Decorated:
    @staticmethod
    @trace("static")
    def s(x):
        return x


print(Decorated.s(3))


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(5), fact(25), (lambda n: n * 2)(4), (lambda *a, **k: (a, k))(1, b=2))


def docs():
    """The docstring."""
    return docs.__doc__


print(docs(), f.__doc__, (lambda: 0).__name__, f.__defaults__)


def generator(n):
    while n:
        n -= 1
        yield n


print(list(generator(3)), [*generator(2)], sum(generator(4)))


def outer():
    x = "outer"

    class C:
        x = "class"
        y = x

        def method(self):
            return x

        z = [x for _ in range(1)]

    return C.x, C.y, C().method(), C.z


print(outer())
x = "module"


def scopes():
    def reads():
        return x

    class K:
        x = "k"

        def m(self):
            return x

    return reads(), K().m()


print(scopes())
comp = [[i * j for j in range(3)] for i in range(3)]
print(comp, {k: v for k, v in [("a", 1)]}, {c for c in "aab"} == {"a", "b"}, [i for i in range(9) if i % 2 if i > 3])
print([(i, j) for i in range(3) for j in range(i)], [x for x in "ab"], x)


def private():
    class P:
        __hidden = 1

        def get(self):
            return self.__hidden

    return P().get(), hasattr(P, "__hidden"), P._P__hidden


print(private())
