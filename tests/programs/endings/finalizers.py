# __del__ runs where the last reference goes.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def step(text):
    print("--", text)


step("rebinding")
a = Noisy("first")
a = Noisy("second")
step("del")
b = a
del a
print("still there", b.name)
del b

step("locals")


def work():
    one = Noisy("one")
    two = Noisy("two")
    print("in work")
    return two.name


print(work())

step("a temporary")
Noisy("temporary")
print(Noisy("used").name)

step("arguments")


def taken(thing):
    print("got", thing.name)
    thing = None
    print("let go")


taken(Noisy("argument"))

step("containers")
row = [Noisy(0), Noisy(1), Noisy(2)]
row[1] = None
row.append(Noisy(3))
row.pop(0)
del row
pair = (Noisy("left"), Noisy("right"))
pair = None
table = {"x": Noisy("x"), "y": Noisy("y")}
table["x"] = 1
table.clear()
row = [Noisy("c0"), Noisy("c1")]
row.clear()
members = {Noisy("member")}
members.pop()

step("attributes")


class Holder:
    pass


holder = Holder()
holder.first = Noisy("held first")
holder.second = Noisy("held second")
del holder.first
holder = None

step("parents before children")
parent = Noisy("parent")
parent.child = Noisy("child")
parent.child.child = Noisy("grandchild")
parent = None

step("closures")


def make():
    kept = Noisy("in a cell")
    return lambda: kept.name


function = make()
print(function())
function = None

step("exceptions keep what was there")


def fails():
    local = Noisy("local of what fails")
    raise ValueError("no")


try:
    fails()
except ValueError as error:
    print("handling", error)
print("handled")

try:
    fails()
except ValueError:
    print("handling without a name")
print("handled")

step("loops")
for item in [Noisy("l0"), Noisy("l1")]:
    print("loop", item.name)
item = None

step("comprehensions")
print([Noisy(n).name for n in range(3)])

step("an exception in __del__ does no harm")


class Bad:
    def __del__(self):
        try:
            raise RuntimeError("x")
        finally:
            print("bad goes")


import sys

errors = sys.stderr
bad = None

step("resurrection")
saved = []


class Phoenix:
    def __del__(self):
        print("dying once")
        saved.append(self)


Phoenix()
print(len(saved))
saved.clear()
print("twice it is not asked")

step("inherited")


class Child(Noisy):
    def __del__(self):
        print("child first")
        super().__del__()


Child("inherited")

step("in a method of its own")


class Registry:
    live = 0

    def __init__(self):
        Registry.live += 1

    def __del__(self):
        Registry.live -= 1


things = [Registry() for _ in range(5)]
print(Registry.live)
things = things[:2]
print(Registry.live)
del things
print(Registry.live)

step("generators hold their locals")


def numbers():
    held = Noisy("held by a generator")
    yield 1
    yield 2


g = numbers()
print(next(g))
g = None

step("subclasses of builtin types")


class List(list):
    def __del__(self):
        print("list of", len(self))


List([1, 2, 3])

step("swapping")
x, y = Noisy("x"), Noisy("y")
x, y = y, x
del x
del y

step("with")


class Manager:
    def __enter__(self):
        return Noisy("entered")

    def __exit__(self, *details):
        print("exit")


with Manager() as entered:
    print("inside", entered.name)
entered = None

step("end")
last = Noisy("global at the end")
other = Noisy("another")
late = [Noisy("in a list at the end"), Noisy("and another")]
