# What a call of an object comes to, however many objects stand between.

def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


class Endless:
    pass


Endless.__call__ = Endless()
attempt(lambda: Endless()())
attempt(lambda: Endless()(1, key=2))
attempt(lambda: sorted([1, 2], key=Endless()))


class Inner:
    def __call__(self, *args, **kwargs):
        return ("inner", args, kwargs)


class Outer:
    __call__ = Inner()


class Static:
    @staticmethod
    def __call__(*args):
        return ("static", args)


class Of:
    __call__ = dict


attempt(lambda: Outer()(1, 2))
attempt(lambda: Outer()(1, k=2))
attempt(lambda: Static()(3))
attempt(lambda: Of()(a=1))
attempt(lambda: list(map(Outer(), [1, 2])))


class Method:
    def f(self, *args):
        return args


nested = type(Method().f)(Method().f, 5) if False else Method().f
print(nested(1), callable(Outer()), callable(Endless()), callable(object()))
wrapped = staticmethod(staticmethod(staticmethod(len)))
print(wrapped("abc"))


class Equal:
    def __init__(self, x):
        self.x = x

    def f(self):
        pass

    def __eq__(self, other):
        return True

    def __hash__(self):
        raise TypeError("never asked")


a = Equal(1)
print(hash(a.f) == hash(a.f), a.f == a.f, a.f is a.f)


class Named:
    name = classmethod(property(lambda cls: cls.__name__))


print(Named.name, Named().name)


def outer():
    global shown
    def shown():
        pass
    def hidden():
        pass
    return hidden


print(outer().__qualname__, shown.__qualname__)


class WithGenerator:
    def numbers(self):
        yield


generator = WithGenerator().numbers()
print(generator.__name__, generator.__qualname__)
