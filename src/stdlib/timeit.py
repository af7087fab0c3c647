# timeit: how long something takes, of virtual time. Texts of programs are not run here: what is timed is a callable.

import time as _time

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5


def _checked(stmt, what):
    if stmt == "pass":
        return None
    if isinstance(stmt, str):
        raise TypeError(f"raddle times callables, and runs no text: give a function as {what}")
    if not callable(stmt):
        raise ValueError(f"{what} is neither a string nor callable")
    return stmt


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._setup = _checked(setup, "setup")
        self._stmt = _checked(stmt, "stmt")

    def timeit(self, number=default_number):
        stmt, timer = self._stmt, self.timer
        if self._setup is not None:
            self._setup()
        start = timer()
        if stmt is None:
            for _ in range(number):
                pass
        else:
            for _ in range(number):
                stmt()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return (number, taken)
            scale *= 10

    def print_exc(self, file=None):
        error = vm_handled()
        if error is not None:
            if file is None:
                vm_write(vm_report(error), True)
            else:
                file.write(vm_report(error))


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
