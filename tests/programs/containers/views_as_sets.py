"""Views of items and keys compared and combined with sets."""
table = {1: 10, "a": "ABC"}
pairs = {("a", "ABC"), (1, 10)}
print(table.items() == pairs, pairs == table.items(), table.items() == frozenset(pairs), table.items() != pairs)
print(table.items() == {(1, 10)}, table.items() == {(1, 10), 5}, table.items() == [(1, 10)], table.keys() == {1, "a"})
nested = {(1, 1): 1, (2, 2): 2}
print(nested.keys() == {1: 1, 2: 2}.items(), {1: 1, 2: 2}.items() == nested.keys(), {1: 1}.keys() == {1: 1}.items())
print(type(frozenset({1}) & table.keys()), type(table.keys() | frozenset([3])), table.keys() & frozenset({1}))
print({1: [2]}.items() == {1: [2]}.items(), {1: 2}.items() == {1: 3}.items())
