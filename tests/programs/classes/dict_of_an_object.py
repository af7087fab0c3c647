# __dict__ is the memory of the attributes, in both directions.
class Bag:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __setattr__(self, name, value):
        self.__dict__[name] = (name, value)


b = Bag(a=1, b=2)
b.c = 3
print(b.a, b.c, b.__dict__, vars(b) is b.__dict__)
del b.__dict__["a"]
print(hasattr(b, "a"), [*b.__dict__])
b.__dict__.clear()
print(vars(b))


class Plain:
    pass


p = Plain()
names = p.__dict__
p.x = 1
names["y"] = 2
print(p.x, p.y, names, "x" in vars(p))
del p.x
print(names, len(names))
p.__dict__ = {"z": 26}
print(p.z, hasattr(p, "y"), names)
for name, value in vars(p).items():
    print(name, value)
p.__class__ = Bag
print(type(p).__name__, p.z)


def f():
    pass


f.__dict__.update(tag=1)
print(f.tag, vars(f))


class Borg:
    shared = {}

    def __init__(self):
        self.__dict__ = self.shared


one, two = Borg(), Borg()
one.value = 5
print(two.value, one is two, Borg.shared)
