# What a circle holds waits for the collector.
import gc
import weakref

gc.disable()
print(gc.isenabled())


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


def circle(one, two):
    a, b = Node(one), Node(two)
    a.other, b.other = b, a
    return weakref.ref(a)


reference = circle("a", "b")
print("dropped", reference() is not None, reference().name)
print(gc.collect() > 0)
print("collected", reference())

alone = Node("self")
alone.other = alone
del alone
print("waits")
gc.collect()

tail = Node("head")
tail.other = Node("tail")
tail.other.other = tail.other
tail = None
print("the head goes at once, the tail waits")
gc.collect()
gc.enable()
print(gc.isenabled())
