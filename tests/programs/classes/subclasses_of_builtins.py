# Subclasses of builtin types.
class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    @property
    def top(self):
        return self[-1]

    def __repr__(self):
        return "Stack" + super().__repr__()


s = Stack([1, 2])
s.push(3).push(4)
print(s, s.top, len(s), s[1:3], s == [1, 2, 3, 4], isinstance(s, list), list(s), s.pop(), sum(s))
s.name = "mine"
print(s.name, s.__dict__, s + [9], type(s + [9]).__name__, [*s], 3 in s, bool(Stack()))


class Initialized(list):
    def __init__(self, count):
        super().__init__(range(count))
        self.count = count


print(Initialized(3), Initialized(3).count)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__("k" + key, value)

    def __getitem__(self, key):
        return super().__getitem__("k" + key)


u = Upper()
u["a"] = 1
print(u, u["a"], u.get("ka"), "ka" in u, len(u), dict(u))


class Unique(set):
    def add(self, item):
        print("adding", item)
        super().add(item)


q = Unique([1])
q.add(2)
print(sorted(q), len(q), 2 in q, q | {3} == {1, 2, 3}, isinstance(q, set))


class Name(str):
    def shout(self):
        return self + "!"

    def __len__(self):
        return 99


n = Name("bob")
print(n, n.shout(), n == "bob", len(n), n[0], {n: 1}["bob"], type(n.shout()).__name__, repr(n), f"{n}")


class Default(dict):
    def __init__(self, factory):
        super().__init__()
        self.factory = factory

    def __missing__(self, key):
        self[key] = value = self.factory()
        return value


d = Default(list)
d["x"].append(1)
d["x"].append(2)
print(d, d["y"], len(d))


class Ordered(tuple):
    def __lt__(self, other):
        return tuple.__gt__(self, other)


print(Ordered((1, 2)) < Ordered((0, 9)), (1,) < (2,), Ordered([1, 2]))


class Even(int):
    def __eq__(self, other):
        return int(self) % 2 == int(other) % 2 if False else super().__eq__(other)

    __hash__ = int.__hash__


print(Even(2) == 2, Even(2) == 4, hash(Even(7)) == 7)


class MyIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(MyIterator(3)), [x for x in MyIterator(2)], next(MyIterator(5)), next(MyIterator(0), "end"), *MyIterator(3))
for x in MyIterator(2):
    print(x)
else:
    print("done")
