# Wrong numbers of arguments for the methods that stand for operators.
for attempt in (
    lambda: "a".__mul__(), lambda: [1].__rmul__(1, 2), lambda: "a".__add__(), lambda: (1).__add__(), lambda: "a".__len__(1),
    lambda: [].__iter__(1), lambda: {}.__contains__(), lambda: [].__contains__(), lambda: "a".__contains__(),
    lambda: [].__getitem__(), lambda: "a".__getitem__(), lambda: (1).__eq__(), lambda: "a".__hash__(1), lambda: {}.__delitem__(),
    lambda: (1.5).__neg__(2), lambda: object().__repr__(1), lambda: object().__eq__(), lambda: object().__delattr__(),
    lambda: {1}.__or__(), lambda: (3).__rsub__(),
):
    try:
        print(attempt())
    except TypeError as error:
        print(f"[{error}]")
