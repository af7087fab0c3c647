# weakref: references, proxies and their callbacks.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def greet(self):
        return "I am " + self.name

    def __repr__(self):
        return f"Thing({self.name!r})"


def told(reference):
    print("gone", reference() is None)


thing = Thing("a")
reference = weakref.ref(thing)
print(reference() is thing, reference().name)
print(weakref.ref(thing) is reference, weakref.getweakrefcount(thing))
with_callback = weakref.ref(thing, told)
print(with_callback is reference, with_callback == reference, hash(reference) == hash(thing))
print(weakref.getweakrefcount(thing), len(weakref.getweakrefs(thing)))
other = thing
del thing
print("kept", reference() is other)
del other
print(reference(), with_callback())
print(reference == with_callback, with_callback.__callback__)

thing = Thing("order")
first = weakref.ref(thing, lambda r: print("first"))
second = weakref.ref(thing, lambda r: print("second"))
third = weakref.ref(thing, lambda r: print("third"))
del second
thing = None

thing = Thing("proxied")
proxy = weakref.proxy(thing)
print(proxy.name, proxy.greet(), str(proxy))
proxy.name = "changed"
print(thing.name)
del thing
try:
    print(proxy.name)
except ReferenceError as error:
    print("ReferenceError", error)

for value in (1, "text", [1], {}, (1,), None):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)


class Slotted:
    __slots__ = ("a",)


class Room:
    __slots__ = ("a", "__weakref__")


try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)
room = Room()
print(weakref.ref(room)() is room)


def function():
    pass


print(weakref.ref(function)() is function, weakref.ref(Thing)() is Thing)
members = {1, 2}
print(weakref.ref(members)() is members)

# Of a method there is nothing but what it is made of.
thing = Thing("method")
print(weakref.ref(thing.greet)())
method = weakref.WeakMethod(thing.greet, lambda r: print("the method is gone"))
print(method()())
print(method == weakref.WeakMethod(thing.greet))
del thing
print(method())


class Observed:
    def __init__(self):
        self.listeners = weakref.WeakSet()

    def fire(self):
        print(sorted(listener.name for listener in self.listeners))


observed = Observed()
one, two = Thing("one"), Thing("two")
observed.listeners.add(one)
observed.listeners.add(two)
observed.fire()
print(len(observed.listeners), one in observed.listeners)
one = None
observed.fire()
observed.listeners.discard(two)
observed.fire()

# What died and came to be again is another one.
things = [Thing(n) for n in range(3)]
references = [weakref.ref(thing) for thing in things]
del things[1]
print([r() for r in references])

# Both at once: who is gone tells nobody.
class Pair:
    pass


pair = Pair()
pair.target = Thing("target")
pair.reference = weakref.ref(pair.target, lambda r: print("never told"))
del pair.reference
del pair

# Arguments and results are held while they are used.
print(weakref.ref(Thing("t"))())
print((lambda r: r())(weakref.ref(Thing("t"))))


class MyRef(weakref.ref):
    def __new__(cls, target, extra, callback=None):
        return super().__new__(cls, target, callback)

    def __init__(self, target, extra, callback=None):
        super().__init__(target, callback)
        self.extra = extra


thing = Thing("sub")
mine = MyRef(thing, 42)
print(mine() is thing, mine.extra, isinstance(mine, weakref.ref))
print(type(reference), weakref.ref, weakref.ReferenceType is weakref.ref)
