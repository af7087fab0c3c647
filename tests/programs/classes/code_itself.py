# A function has one code object, which is none of its attributes.
def f(x):
    return x

code = f.__code__
print(f.__code__ is code, f.__code__ == code, f.__dict__, code.co_name)
f.mark = 1
print(f.__dict__, f.__code__ is code, sorted(vars(f)))
print((lambda: 0).__code__ is code)

class C:
    def method(self):
        pass

print(C.method.__code__ == C().method.__code__, vars(C.method))

def outer():
    def inner():
        pass
    return inner

print(outer().__code__ == outer().__code__, outer.__code__ == code)
def g():
    yield
print(g().gi_code == g.__code__)
