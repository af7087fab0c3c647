# What methods say about arguments they do not take.
class Two:
    def __index__(self):
        return 2
print("ab"*2)
print([1]*Two())
