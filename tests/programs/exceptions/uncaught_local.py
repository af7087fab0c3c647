# A misspelt local.
def f():
    local_value = 1
    return local_valu


f()
