# What methods and attributes of builtin classes are: descriptors of several kinds, bound and unbound.
import types

for x in (
    len, list.append, list.__add__, [].append, [].__add__, dict.__dict__["fromkeys"], dict.fromkeys, float.real,
    object.__init__, object().__str__, (42).__add__, str.join, list.__getitem__, dict.__contains__,
):
    print(type(x).__name__, x.__name__, x.__qualname__)
for kind in (types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
             types.GetSetDescriptorType, types.MemberDescriptorType, types.BuiltinMethodType):
    print(kind.__name__, kind.__module__)
print(repr(list.append), repr(list.__add__), repr(dict.__dict__["fromkeys"]), repr(float.real))
print(repr([].append).startswith("<built-in method append of list object at 0x"))
print(repr((1).__add__).startswith("<method-wrapper '__add__' of int object at 0x"))
print(list.append.__objclass__, [].__add__.__objclass__, float.real.__objclass__, hasattr([].append, "__objclass__"))
print(isinstance(str.join, types.MethodDescriptorType), isinstance("".join, types.BuiltinMethodType))
print(list.append == list.append, list.append == list.pop, {list.append: 1}[list.append])
print(len.__self__.__name__, [1].append.__self__, len.__module__)


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


attempt(set.add)
attempt(set.add, 0)
attempt(set.add.__get__, 0)
attempt(list.append.__get__([], list), 3)
attempt(dict.__dict__["fromkeys"].__get__, None, None)
attempt(dict.__dict__["fromkeys"].__get__, None, int)
attempt(dict.__dict__["fromkeys"].__get__, None, 42)
attempt(dict.__dict__["fromkeys"].__get__({}), "ab")
attempt(float.real.__get__, 2.5)
attempt(setattr, 2.5, "real", 1)
attempt(setattr, property(), "fget", 1)
attempt(setattr, 1, "__class__", str)
attempt(setattr, object(), "__class__", str)
attempt(delattr, str, "lower")
attempt(list.sort, 3)


class P:
    x = property(lambda self: 1)


print(type(P.x).__name__, type(P.__dict__["x"]).__name__)


class Named:
    def __call__(self):
        pass


named = Named()
print(repr(types.MethodType(named, 3)))
named.__name__ = "spam"
print(repr(types.MethodType(named, 3)))
