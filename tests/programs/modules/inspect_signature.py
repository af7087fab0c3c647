"""What inspect tells about parameters."""
import functools
import inspect


def plain(a, /, b: int, c=3, *args: str, d, e: float = 2.5, **kw) -> None:
    pass


class Maker:
    def __init__(self, x, y=1):
        self.x = x

    def method(self, z, *, w=None):
        pass

    @classmethod
    def of(cls, v):
        pass

    @staticmethod
    def still(u):
        pass

    def __call__(self, t):
        pass


class Nothing:
    pass


@functools.wraps(plain)
def wrapper(*args, **kwargs):
    return plain(*args, **kwargs)


for thing in [plain, Maker, Maker(1).method, Maker.method, Maker.of, Maker.still, Maker(1), Nothing, wrapper, lambda *, k: k,
              functools.partial(plain, 1), functools.partial(plain, 1, c=5), lambda *a: a, lambda: 0]:
    print(inspect.signature(thing))
signature = inspect.signature(plain)
for name, parameter in signature.parameters.items():
    print(name, parameter.kind, parameter.kind.description, parameter.default is inspect.Parameter.empty, repr(parameter))
print(signature.return_annotation, signature == inspect.signature(plain), signature == inspect.signature(Maker))
bound = signature.bind(1, 2, d=4, z=9)
print(bound, bound.args, bound.kwargs)
bound.apply_defaults()
print(bound.arguments)
for args, kwargs in [((), {}), ((1, 2), {}), ((1,), {"a": 1, "d": 2}), ((1, 2, 3), {"b": 1, "d": 2})]:
    try:
        print(signature.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
try:
    inspect.signature(Maker).bind(1, 2, 3)
except TypeError as error:
    print(error)
try:
    inspect.signature(Maker).bind(1, q=3)
except TypeError as error:
    print(error)
for thing in [5, "text"]:
    try:
        inspect.signature(thing)
    except TypeError as error:
        print(error)
try:
    inspect.Signature([inspect.Parameter("a", 3), inspect.Parameter("b", 1)])
except ValueError as error:
    print(error)
print(inspect.unwrap(wrapper) is plain, inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY, default=1).replace(name="b"))
import abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        pass


class Square(Shape):
    def area(self):
        return 1


print(inspect.isabstract(Shape), inspect.isabstract(Square), inspect.isabstract(3))
print([name for name, _ in inspect.getmembers(Square(), inspect.ismethod)])
print(inspect.isdatadescriptor(property()), inspect.ismethoddescriptor(classmethod(len)), inspect.CO_GENERATOR, inspect.CO_COROUTINE)
