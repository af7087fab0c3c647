# What objects say of what they are made of: __reduce_ex__, __reduce__, __getstate__.
import copyreg


class C:
    def __init__(self):
        self.q = 1


class S:
    __slots__ = ("a",)


class L(list):
    pass


class D(dict):
    pass


class N:
    def __getnewargs_ex__(self):
        return (1, 2), {"k": 3}


class Bad:
    def __getnewargs_ex__(self):
        return (1, 2), "spam"


class Own:
    def __reduce__(self):
        return Own, ()


class Above(Own):
    def __reduce_ex__(self, protocol):
        return super().__reduce_ex__(protocol)


class Picky:
    def __getattr__(self, name):
        return None


def told(found):
    if isinstance(found, str):
        return found
    maker, *rest = found
    rest = [[*part] if hasattr(part, "__next__") else part for part in rest]
    return maker.__name__, rest


def attempt(function, *args):
    try:
        print(told(function(*args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


s = S()
s.a = 5
for thing in (C(), s, L([1, 2]), D(a=1), N(), Own(), Above(), ValueError("v")):
    if not isinstance(thing, (C, S, L, D, N)):
        print(told(thing.__reduce_ex__(2))[1][0])
        continue
    for protocol in (2, 4):
        print(type(thing).__name__, [part for part in told(thing.__reduce_ex__(protocol))[1] if part is not thing][1:])
attempt(C().__reduce__)
attempt(object().__reduce__)
attempt(object().__reduce__, 0)
attempt(object().__reduce_ex__)
attempt(object().__reduce_ex__, None)
attempt(Bad().__reduce_ex__, 2)
attempt(s.__reduce_ex__, 0)
print(C().__getstate__(), s.__getstate__(), object().__getstate__())
print(object().__reduce_ex__(2)[0] is copyreg.__newobj__, Picky().__reduce_ex__(2)[2], hasattr(3, "__reduce_ex__"))
