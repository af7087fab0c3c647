# Formatted strings: conversions, specifications, nesting, classes with a say.
name = "ada"
number = 42
value = 3.14159
items = [1, "two", None]
print(f"{name}|{name!r}|{name!s}|{name!a}|{'é'!a}|{items}|{items!r}")
print(f"{number:5}|{number:<5}|{number:^5}|{number:>5}|{number:05}|{number:+}|{number: }")
print(f"{number:b}|{number:#b}|{number:o}|{number:#o}|{number:x}|{number:#X}|{number:c}|{number:n}")
print(f"{1234567:,}|{1234567:_}|{1234567:015,}|{0xdeadbeef:_x}|{-1234:,d}")
print(f"{value:.2f}|{value:8.3f}|{value:<8.1f}|{value:e}|{value:.3E}|{value:g}|{value:%}|{value:+.1%}")
print(f"{name:10}|{name:>10}|{name:^10}|{name:*^10}|{name:.2}|{name!r:>8}")
width, precision = 10, 3
print(f"{value:{width}.{precision}f}|{name:{'<'}{width}}|{number:{'0'}{5}}")
print(f"{{}} {{{number}}} {number}{{")
print(f"{number=}|{number = }|{number=:5}|{name=!s}|{name = :>6}|{value=:.1f}")
print(f"{True}|{True:5}|{None}|{False:d}|{...}|{print.__name__}")
print(f"{'a' if number else 'b'}|{[n * 2 for n in range(3)]}|{ {1: 2}[1] }|{(lambda x: x + 1)(2)}")
print(f"{10**30:,}|{-10**20:x}|{2**70:#b}|{10**25:e}")


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f"<{self.amount:{spec or '.2f'}} EUR>"

    def __repr__(self):
        return f"Money({self.amount})"


class Plain:
    def __str__(self):
        return "plain"

    def __repr__(self):
        return "Plain()"


money = Money(5)
print(f"{money}|{money:.1f}|{money!r}|{money!s:>10}|{[money]}|{money=}")
plain = Plain()
print(f"{plain}|{plain!r}|{plain!s:>8}|{plain!r:>10}|{plain=}|{[plain]}")


class Number(int):
    pass


class Word(str):
    def __str__(self):
        return "a word"


print(f"{Number(7):03}|{Number(7)}|{Word('w'):>3}|{Word('w')}|{Word('w')!r}")


class Bad:
    def __format__(self, spec):
        return 5


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: f"{plain:5}")
attempt(lambda: f"{Bad()}")
attempt(lambda: f"{items:5}")
attempt(lambda: f"{None:>5}")
attempt(lambda: f"{name:d}")
attempt(lambda: f"{number:s}")
attempt(lambda: f"{value:d}")
