"""Sorting and searching objects that the program compares."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(error.__class__.__name__, error)


class Card:
    compared = []

    def __init__(self, rank, suit='s'):
        self.rank = rank
        self.suit = suit

    def __lt__(self, other):
        Card.compared.append((self.rank, other.rank))
        return self.rank < other.rank

    def __eq__(self, other):
        if not isinstance(other, Card):
            return NotImplemented
        return self.rank == other.rank

    def __repr__(self):
        return self.suit + str(self.rank)


cards = [Card(3), Card(1), Card(2), Card(1, 't'), Card(3, 't')]
cards.sort()
print(cards, Card.compared)
Card.compared.clear()
cards.sort(reverse=True)
print(cards, Card.compared)
cards.sort(key=lambda card: card.suit)
print(cards)
cards.sort(key=lambda card: Card(-card.rank))
print(cards)
print(sorted([Card(n * 37 % 100) for n in range(80)])[:5])
print(cards.index(Card(1)), cards.count(Card(3)), Card(2) in cards, Card(9) in cards, Card(9) not in cards)
cards.remove(Card(1))
print(cards, cards == [Card(3), Card(3), Card(2), Card(1)], (Card(1), 2) == (Card(1), 2), [Card(1)] < [Card(2)])
attempt(lambda: cards.index(Card(9)))
attempt(lambda: cards.remove(Card(9)))
attempt(lambda: (Card(1),).index(Card(9)))
attempt(lambda: sorted([Card(1), 5]))
attempt(lambda: {Card(1): 1})
print((Card(1), Card(2)).index(Card(2)), (Card(1), Card(1)).count(Card(1)))


class Refuses:
    def __lt__(self, other):
        raise RuntimeError('never')


refusing = [Refuses(), Refuses()]
attempt(lambda: refusing.sort())
print(len(refusing), max([Card(2), Card(5), Card(1)]), min([Card(2), Card(5)]))
