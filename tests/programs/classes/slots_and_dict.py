"""Slots of classes whose objects have a __dict__ besides: they stay out of it."""
import copy
import functools
import pickle


class Both:
    __slots__ = ("x", "__dict__")


both = Both()
both.x = 1
both.y = 2
print(both.__dict__, both.x, vars(both))
both.z = 3
both.x = 5
print(both.__dict__, both.x)
del both.x
try:
    print(both.x)
except AttributeError as error:
    print(error)
print(both.__dict__)


class Base:
    __slots__ = ("p",)


class Open(Base):
    pass


class More(Open):
    __slots__ = ("w",)


opened = Open()
opened.p = 1
opened.q = 2
print(opened.__dict__, opened.p)
opened.__dict__["r"] = 5
print(opened.r, opened.p)
opened.__dict__ = {"k": 1}
print(opened.k, opened.p)
more = More()
more.w = 1
more.u = 2
more.p = 9
print(more.__dict__, more.w, more.p)
for other in (copy.copy(more), copy.deepcopy(more), pickle.loads(pickle.dumps(more))):
    print(other.__dict__, other.w, other.p)

part = functools.partial(print, 1)
part.note = "mine"
print(part.__dict__)
