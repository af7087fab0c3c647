import threading

import greenlet as module
from greenlet import GreenletExit, getcurrent, greenlet

main = getcurrent()
print("main", main.parent, bool(main), main.dead)


def talk(first, *, word="none"):
    print("begins with", first, word)
    got = main.switch("one", 2)
    print("got", got)
    got = main.switch(key="value")
    print("got", got)
    return "over"


g = greenlet(talk)
print(bool(g), g.dead, g.parent is main)
print(g.switch("first", word="hello"))
print(bool(g), g.dead)
print(g.switch())
print(g.switch(1, a=2))
print(bool(g), g.dead)
print("dead ones pass it on:", g.switch("back"), g.switch(), g.switch(1, 2))


def fails():
    raise ValueError("from inside")


try:
    greenlet(fails).switch()
except ValueError as error:
    print("caught", error)


def waits():
    try:
        main.switch("waiting")
    except KeyError as error:
        print("thrown into it:", error)
    try:
        main.switch("again")
    finally:
        print("cleaned up")


g = greenlet(waits)
print(g.switch())
print(g.throw(KeyError("key")))
print(repr(g.throw()), g.dead)
g = greenlet(waits)
print(repr(g.throw(GreenletExit("before"))), g.dead)
g = greenlet(waits)
try:
    g.throw(RuntimeError, "never began")
except RuntimeError as error:
    print(error, g.dead)


# Parents: who goes on when one ends.
def outer():
    def inner():
        print("inner, parent is outer:", getcurrent().parent is me)
        return "inner's result"

    me = getcurrent()
    print(greenlet(inner).switch())
    sibling = greenlet(lambda value: ("sibling", value), parent=me)
    print(sibling.switch(7))
    return "outer's result"


print(greenlet(outer).switch())
a = greenlet(lambda: "a")
b = greenlet(lambda: "b", a)
try:
    a.parent = b
except ValueError as error:
    print(error)
try:
    b.parent = 5
except TypeError:
    print("a parent is a greenlet")
a.run = lambda value: ("a took", value)
print(b.switch())


class Counter(greenlet):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def run(self):
        for number in range(self.limit):
            self.parent.switch(number)
        return "end"


counter = Counter(3)
print([counter.switch() for _ in range(4)], counter.dead)
try:
    greenlet().switch()
except AttributeError as error:
    print("AttributeError:", error)

# A generator by greenlets.
def produce(text):
    for letter in text:
        getcurrent().parent.switch(letter)


source = greenlet(produce)
letters = [source.switch("abc")]
while source:
    letters.append(source.switch())
print(letters)

# The thread is that of the family.
own = threading.local()
own.name = "of the main thread"


def look():
    print(threading.current_thread().name, threading.get_ident() == threading.main_thread().ident)
    print(own.name, threading.active_count(), [thread.name for thread in threading.enumerate()])


greenlet(look).switch()


def in_thread():
    def f():
        print(threading.current_thread().name, getattr(own, "name", "nothing"), getcurrent().parent is home)
        try:
            main.switch()
        except module.error as error:
            print("error:", error)

    home = getcurrent()
    print(home is main)
    greenlet(f).switch()


thread = threading.Thread(target=in_thread, name="other")
thread.start()
thread.join()
never = greenlet(main.switch)
print(never.switch("suspended at the end"))

# A trace function.
numbers = {main: "main"}


def told(event, args):
    origin, target = args
    print("trace", event, numbers.get(origin, "child"), "to", numbers.get(target, "child"))


print(module.settrace(told), module.gettrace() is told)
traced = greenlet(lambda: main.switch("value"))
print(traced.switch())
try:
    traced.throw(ValueError("traced"))
except ValueError as error:
    print(error)
print(module.settrace(None) is told, module.gettrace())
