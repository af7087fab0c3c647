# Exception groups and except*.
def shape(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        print("  " * depth + f"{type(e).__name__}: {e.message}")
        for part in e.exceptions:
            shape(part, depth + 1)
    else:
        print("  " * depth + repr(e))


def refused(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


g = ExceptionGroup("g", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), OSError(3)])])
print(g, repr(g), g.message, len(g.exceptions), g.args)
print(isinstance(g, Exception), ExceptionGroup.__mro__)
match, rest = g.split(ValueError)
shape(match)
shape(rest)
print(g.subgroup(KeyError), g.split(KeyError)[0])
shape(g.subgroup(lambda e: isinstance(e, (OSError, TypeError))))
print(g.split(ExceptionGroup)[0] is g, g.subgroup((ValueError, TypeError, OSError)) is g)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
refused(lambda: ExceptionGroup("e", [KeyboardInterrupt()]))
refused(lambda: ExceptionGroup("e", []))
refused(lambda: ExceptionGroup("e", [1]))
refused(lambda: ExceptionGroup("e", 5))
refused(lambda: ExceptionGroup(1, [ValueError()]))
refused(lambda: g.split(5))


class Own(ExceptionGroup):
    def derive(self, exceptions):
        return Own(self.message + "!", exceptions)


shape(Own("own", [ValueError(1), KeyError(2)]).subgroup(KeyError))


def handle(raised):
    try:
        try:
            raise raised
        except* ValueError as e:
            print("values", type(e).__name__, e.exceptions)
        except* (TypeError, OSError) as e:
            print("others", e.exceptions)
        else:
            print("never")
        finally:
            print("finally")
    except BaseException as error:
        shape(error)
    else:
        print("all handled")


handle(g)
handle(ExceptionGroup("g", [ValueError(1)]))
handle(ValueError("alone"))
handle(KeyError("other"))
handle(ExceptionGroup("g", [KeyError(1), ValueError(2)]))


def raising():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise RuntimeError("from values")
    except* TypeError:
        raise
    except* OSError:
        print("no")


try:
    raising()
except ExceptionGroup as error:
    shape(error)


def names():
    try:
        raise ExceptionGroup("n", [ValueError(1)])
    except* ValueError as e:
        del e
    try:
        e
    except UnboundLocalError as error:
        print(type(error).__name__)
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else")
    for i in range(3):
        try:
            raise ValueError(i)
        except* ValueError as e:
            for k in range(5):
                if k == 2:
                    break
            print(e.exceptions, k)


names()
try:
    try:
        raise ExceptionGroup("m", [ValueError(1)])
    except* 5:
        pass
except TypeError as error:
    print(error)
try:
    try:
        raise ExceptionGroup("m", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
