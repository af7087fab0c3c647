# Builtins of a class of the program's own are asked for each name.
class Told(dict):
    def __getitem__(self, key):
        print("asked for", key)
        return dict.__getitem__(self, key)

class Failing(dict):
    def __getitem__(self, key):
        raise ArithmeticError(key)

exec("print(answer)", {"__builtins__": Told(print=print, answer=42)})
for text in ("nothing", "answer"):
    for builtins in (Told(answer=1), Failing(answer=1), {"answer": 2}):
        try:
            print(eval(text, {"__builtins__": builtins}))
        except (NameError, ArithmeticError) as error:
            print(type(error).__name__, error, error.__context__ is None, error.__suppress_context__)
