# What super() says where it cannot work.


def no_class(x):
    super()


def deleted(x):
    del x
    super()


def nothing():
    super()


def many(*args):
    super()


class A:
    def gone(self):
        del self
        super()

    def taken(self):
        def inner():
            return self

        return (super().__init__, inner)

    def early():
        super()

    def __init__(self):
        super().__init__()
        print("made")


for attempt in (lambda: no_class(1), lambda: deleted(1), nothing, lambda: many(1), lambda: A().gone(), A.early):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
print(A().taken()[1]().__class__.__name__)


class Meta:
    def __init_subclass__(cls):
        try:
            cls.look(cls.__new__(cls))
        except RuntimeError as error:
            print(error)


class Early(Meta):
    def look(self):
        print(super().__init__ is not None)


Early().look()
