"""A container whose text is being made is shown as dots, also where a method of the program asks for it on the way."""
import threading


class W:
    def __repr__(self):
        return repr(self.value)


class S(set):
    pass


class L(list):
    pass


makers = [
    lambda w: [w], lambda w: {1: w}, lambda w: {w: 1}, lambda w: (w,), lambda w: {w}, lambda w: frozenset([w]),
    lambda w: S([w]), lambda w: L([w, [w]]), lambda w: [1, [w], {2: (w, w)}],
]
for make in makers:
    w = W()
    made = w.value = make(w)
    print(repr(made), str(made), f"{made}", f"{[made]!r}", "%s" % (made,), w)


class Node:
    def __init__(self, name):
        self.name = name
        self.near = []

    def __repr__(self):
        return f"{self.name}{self.near}"


a, b, c = Node("a"), Node("b"), Node("c")
a.near = [b, c]
b.near = [a]
c.near = [a, b, c]
print(a, b, c, [a], {"b": b})


class Slow(Node):
    def __repr__(self):
        text = super().__repr__()
        print(threading.current_thread().name, text, end=";" if len(text) < 0 else "\n")
        return text


one, two = Slow("one"), Slow("two")
one.near = [two]
two.near = [one]
for start in (one, two):
    thread = threading.Thread(target=lambda: print(start), name="t" + start.name)
    thread.start()
    thread.join()


class Failing:
    def __repr__(self):
        raise ValueError("no text")


rows = [Failing()]
for _ in range(2):
    try:
        repr(rows)
    except ValueError as error:
        print(error)
rows[0] = rows
print(rows)


def texts(w):
    yield repr(w.value)
    yield repr([w])


w = W()
w.value = [w, 1]
print([text for text in texts(w)])
