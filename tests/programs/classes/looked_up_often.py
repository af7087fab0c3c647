# What is found on classes is remembered: attributes that are asked for often, and classes that change meanwhile.
class Account:
    kind = "plain"

    def __init__(self, balance):
        self.balance = balance

    @property
    def empty(self):
        return self.balance == 0

    @property
    def failing(self):
        return self.missing


class Open(Account):
    def __getattr__(self, name):
        return f"<{name}>"


class Closed(Account):
    def __getattribute__(self, name):
        return "closed"


def asked(account, times=400):
    answers = set()
    for _ in range(times):
        answers.add((account.empty, account.kind))
    return answers


account = Account(0)
print(asked(account), asked(Account(1)), asked(Open(0)), asked(Closed(0), times=3))
for made in (Account(2), Open(2), Closed(2)):
    try:
        print(made.failing)
    except AttributeError as error:
        print(error)
account.__dict__["empty"] = "hidden"
print(asked(account))
Account.empty = property(lambda self: "another")
print(asked(account), asked(Open(3)))
Account.empty = Account.empty.getter(lambda self: "again")
print(asked(account))
del Account.empty
print(asked(account))
Open.empty = 5
print(asked(Open(1)))


def defaults(a, b=2, *, c=3):
    return a, b, c


def many(a, b=2, c=3, d=4):
    return a, b, c, d


async def later(a, b=2):
    return a + b


def yielding(n, step=1):
    cell = n
    yield from (cell + i for i in range(0, n, step))


print([many(i, i + 1) for i in range(3)], many(1, 2, 3, 4), many(1), defaults(1), defaults(1, c=4))
many.__kwdefaults__ = None
many.note = "kept"
print(many(1), sum([sum(yielding(5)) for _ in range(400)]), list(yielding(6, 2)))
for wrong in (lambda: many(), lambda: many(1, 2, 3, 4, 5), lambda: yielding(), lambda: later()):
    try:
        wrong()
    except TypeError as error:
        print(error)
words = ["a", "b", "aa", "é", 1, 1.0, (1,), "a"]
seen = {}
for _ in range(100):
    for word in words:
        if word in seen:
            seen[word] += 1
        else:
            seen[word] = 1
print(seen, len(seen), len("äb"), len([]), len(()), "zz" in seen, "a" not in seen)


class Key(str):
    def __eq__(self, other):
        return "key" == other

    def __hash__(self):
        return hash("key")


odd = {Key("x"): 1}
print("key" in odd, odd.get("key"), odd["key"], "x" in odd)
