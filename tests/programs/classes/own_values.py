"""What a class without __init__ says about arguments, and texts and numbers made from objects of the program."""


class Plain:
    pass


class Text(str):
    pass


class Number(int):
    pass


class Speaks:
    def __str__(self):
        return "I speak"

    def __int__(self):
        return 7


for make in (lambda: Plain(1), lambda: Plain(a=1), lambda: Text(1, 2, 3, 4), lambda: Plain()):
    try:
        print(type(make()).__name__)
    except TypeError as error:
        print(error)

print(Text(Speaks()), repr(Text(Speaks())), Number(Speaks()) + 1, type(Text(Speaks())).__name__)


class Wrong(Exception):
    pass


print(repr(Wrong(1, Speaks().__class__.__name__)), Wrong(2).args)
