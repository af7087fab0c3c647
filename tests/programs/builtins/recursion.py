# Deep structures end in RecursionError or in an answer, never in a crash.
def attempt(name, action):
    try:
        action()
        print(name, "done")
    except RecursionError as error:
        print(name, type(error).__name__)


class Node:
    def __init__(self, child):
        self.child = child

    def __eq__(self, other):
        return self.child == other.child

    def __repr__(self):
        return f"Node({self.child!r})"

    def __len__(self):
        return len(self.child)

    def __bool__(self):
        return bool(self.child)

    def __hash__(self):
        return hash(self.child)

    def __iter__(self):
        yield from self.child

    def __contains__(self, item):
        return item in self.child

    def __add__(self, other):
        return self.child + other

    def __getitem__(self, index):
        return self.child[index]


def chain():
    node = Node(None)
    for _ in range(1200):
        node = Node(node)
    return node


a, b = chain(), chain()
attempt("eq", lambda: a == b)
attempt("repr", lambda: repr(a))
attempt("len", lambda: len(a))
attempt("bool", lambda: bool(a))
attempt("hash", lambda: hash(a))
attempt("iter", lambda: list(a))
attempt("contains", lambda: 1 in a)
attempt("add", lambda: a + 1)
attempt("getitem", lambda: a[0])


class Loop:
    def __init__(self):
        self.loop = Loop()


attempt("init", Loop)
attempt("lambda", lambda: (lambda f: f(f))(lambda f: f(f)))


def forever():
    yield from forever()


attempt("generator", lambda: next(forever()))
