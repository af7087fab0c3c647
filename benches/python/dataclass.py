from dataclasses import dataclass, field


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list = field(default_factory=list, compare=False)


def work(turns):
    best = Item(0.0, "none")
    equal = 0
    for i in range(turns):
        item = Item(i % 1_000 / 10, "item")
        if item > best:
            best = item
        equal += item == best
    return best, equal


print(work(80_000))
