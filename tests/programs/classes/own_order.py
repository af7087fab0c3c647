# A metaclass says in which order attributes of its classes are looked up: mro().
log = []


class Reversed(type):
    def mro(cls):
        log.append(cls.__name__)
        return type.mro(cls)[::-1]


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return "B"


class X(B, metaclass=Reversed):
    pass


print([cls.__name__ for cls in X.__mro__], X().f(), [cls.__name__ for cls in X.mro()], [cls.__name__ for cls in type.mro(X)])


def attempt(order):
    class M(type):
        def mro(cls):
            return order(cls)

    try:
        class T(metaclass=M):
            def g(self):
                return 1
        print(T.__mro__ == (T, object), T().g())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda cls: [1])
attempt(lambda cls: 1)
attempt(lambda cls: [cls, dict, object])
attempt(lambda cls: (A,))
attempt(lambda cls: [cls, object])
attempt(lambda cls: 1 / 0)


class Once(type):
    calls = 0

    def mro(cls):
        Once.calls += 1
        if Once.calls > 2:
            raise RuntimeError("again")
        return type.mro(cls)


class C1:
    pass


class C2:
    pass


class P(C1):
    pass


class Q(P, metaclass=Once):
    pass


P.__bases__ = (C2,)
print([cls.__name__ for cls in Q.__mro__])
before = (P.__mro__, Q.__mro__, P.__bases__)
try:
    P.__bases__ = (C1,)
except RuntimeError as error:
    print(error, before == (P.__mro__, Q.__mro__, P.__bases__))


class Meddling(type):
    ready = False

    def mro(cls):
        if Meddling.ready and cls.__name__ == "N1":
            N2.__bases__ = (N1,)
        if Meddling.ready and cls.__name__ == "N2":
            N1.__bases__ = (N2,)
        return type.mro(cls)


class N(metaclass=Meddling):
    pass


class N1(N):
    pass


class N2(N):
    pass


Meddling.ready = True
try:
    N1.__bases__ += ()
except TypeError as error:
    print(error)


class Maker:
    # No class, but called as one.
    def __new__(cls, name, bases, names):
        made = object.__new__(cls)
        made.told = (name, len(bases))
        return made


class Made(metaclass=Maker):
    pass


class Below(Made):
    pass


print(Made.told, type(Below).__name__, Below.told)
try:
    type("T", (Made,), {})
except TypeError as error:
    print(error)
