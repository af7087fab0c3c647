"""Methods, cells and modules that a program makes itself, and variables that it gives to modules."""
import sys
import types


def shown(self, *rest):
    return self, rest


method = types.MethodType(shown, 5)
print(method(1, 2), method.__self__, method.__func__ is shown)
for attempt in (lambda: types.MethodType(5, 6), lambda: types.MethodType(shown, None), lambda: types.MethodType(shown)):
    try:
        attempt()
    except TypeError as error:
        print(error)
print(types.CellType(5).cell_contents)

module = types.ModuleType("made", "its doc")
module.x = 5
print(module, module.x, module.__name__, module.__doc__, type(module) is types.ModuleType, sorted(module.__dict__))


class Talking(types.ModuleType):
    def hello(self):
        return f"{self.__name__} says hello"


print(Talking("mine").hello(), Talking("other"), isinstance(Talking("a"), types.ModuleType))

sys.spam = 1
setattr(sys, "eggs", 2)
print(sys.spam + sys.eggs, "spam" in vars(sys), "path" in vars(sys))
del sys.spam
try:
    print(sys.spam)
except AttributeError as error:
    print(error)


class Kept:
    @property
    def value(self):
        """Its doc."""
        return 1


Kept.__dict__["value"].__doc__ = "Another doc."
print(Kept.value.__doc__, Kept.value.__isabstractmethod__)
kept = Kept()
kept.a = 1
del kept.__dict__
print(kept.__dict__)
for attempt in (lambda: delattr(shown, "__dict__"), lambda: setattr([], "__class__", int)):
    try:
        attempt()
    except TypeError as error:
        print(str(error).split(" ")[0])


class Named:
    def __set_name__(self, owner, name):
        raise ValueError("not here")


try:
    class Broken:
        part = Named()
except RuntimeError as error:
    print(error, repr(error.__cause__))
print((1, 2) * 1, "ab".replace("x", "y"), dict.fromkeys({1, 2}, 0), len.__doc__ is None or True)
