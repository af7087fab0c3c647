class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        return True

    @property
    def empty(self):
        return self.balance == 0


def work(account, turns):
    refused = 0
    for i in range(turns):
        account.deposit(i % 10)
        if not account.withdraw(i % 13):
            refused += 1
        if account.empty:
            refused += 1
    return refused


print(work(Account(), 200_000))
