# The attributes that a function has, and that a program can set.


def outer(a, b=2, *rest, c, d=4, **more):
    e = a

    def inner(x=1):
        return (e, b, x)

    return inner


inner = outer(1, c=3)
print([cell.cell_contents for cell in inner.__closure__], outer.__closure__, (lambda: 0).__closure__)
print(outer.__defaults__, outer.__kwdefaults__, inner.__defaults__, inner.__kwdefaults__, (lambda: 0).__defaults__)
print(outer.__globals__ is globals(), globals() is globals(), inner.__globals__["outer"] is outer)
code = outer.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames[:6])
print(inner.__code__.co_freevars, code.co_cellvars, inner.__code__.co_qualname, inner.__code__.co_firstlineno)
print(code.co_flags & 0x2C, inner.__code__.co_flags & 0x3C, inner.__code__ == outer(2, c=1).__code__, code == inner.__code__)


def add(a, b):
    return a + b


add.__defaults__ = (1, 2)
print(add(), add(5), add.__defaults__)
add.__defaults__ = (7,)
print(add(1))
del add.__defaults__
print(add.__defaults__)
try:
    add(1)
except TypeError as error:
    print(error)


def named(*, x, y=2):
    return (x, y)


named.__kwdefaults__ = {"x": 1}
print(named(), ) if named.__kwdefaults__ == {"x": 1, "y": 2} else None
try:
    named()
except TypeError as error:
    print(error)
named.__kwdefaults__["y"] = 9
print(named(), named(x=3))
del named.__kwdefaults__
print(named.__kwdefaults__)


def counted(*, step=1):
    return step


counted.__kwdefaults__["step"] = 5
print(counted())

for name, value in (
    ("__name__", 3), ("__qualname__", None), ("__defaults__", [1]), ("__kwdefaults__", 1), ("__closure__", ()),
    ("__globals__", {}), ("__dict__", 4), ("__annotations__", 2),
):
    try:
        setattr(add, name, value)
        print("set", name)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

add.__name__ = "plus"
add.__qualname__ = "math.plus"
add.__doc__ = "sums"
add.extra = 1
print(add.__name__, add.__qualname__, add.__doc__, add.__dict__, vars(add))
add.__dict__["more"] = 2
add.__module__ = "sums"
print(add.more, add.__dict__, add.__module__, add.__name__)
add.__dict__ = {"only": 1}
print(add.only, add.__name__, hasattr(add, "extra"))


def wraps(wrapped):
    def wrapper(*args):
        return wrapped(*args)

    wrapper.__name__ = wrapped.__name__
    wrapper.__dict__.update(wrapped.__dict__)
    return wrapper


again = wraps(add)
print(again.__name__, again.__dict__)


def free():
    def get():
        return late

    print(get.__closure__[0].cell_contents if False else len(get.__closure__))
    try:
        get.__closure__[0].cell_contents
    except ValueError as error:
        print(error)
    late = 1
    return get.__closure__[0].cell_contents


print(free())
print(dict.fromkeys.__qualname__, [].append.__qualname__, str.join.__qualname__, len.__qualname__, int.from_bytes.__qualname__)


def make():
    global made

    def made():
        pass

    class Local:
        def method(self):
            pass

    return Local


print(make().method.__qualname__, made.__qualname__)
