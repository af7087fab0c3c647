# A dict whose keys are exchanged while somebody goes over it.
def attempt(change):
    table = {1: "one"}
    try:
        for key in table:
            change(table, key)
            if key > 5:
                break
        print("no error", key)
    except RuntimeError as error:
        print(error)


def exchange(table, key):
    del table[key]
    table[key + 1] = "next"


def grow(table, key):
    table[key + 1] = "next"


def set_again(table, key):
    table[key] = "again"


for change in exchange, grow, set_again:
    attempt(change)

table = {n: n for n in range(5)}
while table:
    print(table.popitem(), end=" ")
print(table)
table["new"] = 1
print(table, list(reversed(table)))
