# Suggestions for misspelt names.
counter = 1


def work():
    local_value = 2
    return local_valu


class Account:
    def __init__(self):
        self.balance = 1

    def deposit(self):
        return self.balanse


for action in (work, lambda: conter, lambda: Account().depositt(), lambda: pritn, lambda: Account().zzzzzz):
    try:
        action()
    except (NameError, AttributeError) as error:
        print(type(error).__name__, error)
Account().deposit()
