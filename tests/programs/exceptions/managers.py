# Context managers: order, suppression, exceptions in __enter__ and __exit__.
class Manager:
    def __init__(self, name, suppress=False, fail_in=None):
        self.name = name
        self.suppress = suppress
        self.fail_in = fail_in

    def __enter__(self):
        print("enter", self.name)
        if self.fail_in == "enter":
            raise RuntimeError("enter " + self.name)
        return "value of " + self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        if self.fail_in == "exit":
            raise RuntimeError("exit " + self.name)
        return self.suppress


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, "after", repr(error.__context__))


def plain():
    with Manager("a") as a, Manager("b") as b:
        return a + b


def suppressed():
    with Manager("s", suppress=True):
        1 / 0
    return "went on"


def outer_suppresses():
    with Manager("outer", suppress=True), Manager("inner"):
        raise KeyError("k")
    return "went on"


def passes():
    with Manager("p"):
        raise ValueError("v")


def enter_fails():
    with Manager("first"), Manager("second", fail_in="enter"):
        print("never")


def exit_fails():
    with Manager("first"), Manager("second", fail_in="exit"):
        raise ValueError("body")


def exit_fails_alone():
    with Manager("only", fail_in="exit"):
        pass


def leaves_loop():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                break
    return i


for action in (plain, suppressed, outer_suppresses, passes, enter_fails, exit_fails, exit_fails_alone, leaves_loop):
    print("--", action.__name__)
    attempt(action)

with (
    Manager("x") as x,
    Manager("y"),
):
    print(x)


class Half:
    def __enter__(self):
        pass


class Nothing:
    pass


def half():
    with Half():
        pass


def nothing():
    with Nothing():
        pass


def nothing_target():
    with Manager("t") as (a, b):
        pass


attempt(half)
attempt(nothing)
attempt(nothing_target)


def generator():
    with Manager("g"):
        yield 1
        yield 2


g = generator()
print(next(g))
g.close()
for value in generator():
    print(value)


class Reentrant:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, *exc):
        self.depth -= 1


r = Reentrant()
with r, r as again:
    print(r.depth, again is r)
print(r.depth)
