# Assignment targets, unpacking, augmented assignment, del, global and nonlocal.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


a, b = 1, 2
a, b = b, a
(c, d), [e, f] = "xy", (3, 4)
print(a, b, c, d, e, f)
first, *middle, last = range(5)
*start, end = "abc"
head, *rest = [1]
print(first, middle, last, start, end, head, rest)
[p, [q, *r]] = 1, (2, 3, 4)
print(p, q, r)
i = 0
items = [10, 20, 30]
i, items[i] = 2, "changed"
print(i, items)


class O:
    pass


o = O()
o.x, o.y, items[0] = 1, [2], "item"
o.x += 5
o.y += [3]
items[1] += 5
items[-1:] = [7, 8]
print(o.x, o.y, items)
n = 10
n -= 3
n *= 2
n //= 3
n **= 2
n %= 7
n <<= 4
n |= 1
n &= 0x1F
n ^= 3
n >>= 1
print(n, end=" ")
x = 7
x /= 2
print(x)
s = "a"
s += "b"
s *= 3
t = (1,)
t += (2,)
print(s, t)


def unpack_errors():
    for action in (
        "a, b = 1, 2, 3",
        "too few",
    ):
        pass


def too_many():
    a, b = 1, 2, 3


def too_few():
    a, b, c = 1, 2


def star_few():
    a, *b, c = [1]


def not_iterable():
    a, b = 5


for action in (too_many, too_few, star_few, not_iterable):
    attempt(action)


def order(log):
    def note(x):
        log.append(x)
        return x

    d = {}
    d[note("key")] = note("value")
    d[note("k2")], d[note("k3")] = note("v2"), note("v3")
    note([0])[note(0)] += note(1)
    return log


print(order([]))
counter = 0


def count():
    global counter, created
    counter += 1
    created = "by a function"


count()
count()
print(counter, created)


def outer():
    value = 1
    log = []

    def inner():
        nonlocal value
        value += 1

        def innermost():
            nonlocal value
            value *= 10
            log.append(value)

        return innermost

    inner()()
    log.append(value)
    return log


print(outer())
u = 1
del u
attempt(lambda: u)
data = {"a": 1, "b": 2}
numbers = [0, 1, 2, 3, 4]
del data["a"], numbers[0], numbers[1:3]
print(data, numbers)
o.z = 1
del o.z, (o.x, o.y)
print(vars(o))
attempt(lambda: data.__delitem__("zz"))


def delete_twice():
    v = 1
    del v
    del v


def delete_cell():
    v = 1

    def inner():
        return v

    del v
    return inner()


def delete_missing():
    del data["missing"]


def delete_attribute():
    del o.missing


def delete_index():
    del numbers[9]


def delete_global():
    global u
    del u


for action in (delete_twice, delete_cell, delete_missing, delete_attribute, delete_index, delete_global):
    attempt(action)


def augmented_missing():
    undefined_name += 1


def augmented_attribute():
    o.missing += 1


attempt(augmented_missing)
attempt(augmented_attribute)
attempt(lambda: [].__iadd__)if False else None
frozen = ([1],)
try:
    frozen[0] += [2]
except TypeError as error:
    print(error, frozen)
