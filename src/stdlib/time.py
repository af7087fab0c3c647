# time: the machine's virtual clock, in nanoseconds, as CPython's functions tell it.

def sleep(seconds):
    vm_sleep(seconds)

def time():
    return vm_epoch() + vm_clock() / 1000000000

def monotonic():
    return vm_clock() / 1000000000

def perf_counter():
    return vm_clock() / 1000000000
