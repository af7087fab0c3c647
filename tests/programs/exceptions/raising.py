# raise, try, except, else, finally in all their ways.
def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


def order(kind):
    log = []
    try:
        log.append("try")
        if kind == "raise":
            raise ValueError("v")
        if kind == "return":
            return log
        if kind == "key":
            {}["k"]
    except ValueError as error:
        log.append(f"except {error}")
    except (TypeError, KeyError) as error:
        log.append(f"tuple {error}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("end")
    return log


for kind in ("none", "raise", "return", "key"):
    print(order(kind))


def overridden():
    try:
        return "try"
    finally:
        return "finally"


def swallowed():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("finally", i)
    return i


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("cleaning")
    except ValueError as error:
        return f"outer caught {error}"


def again():
    try:
        try:
            raise ValueError("again")
        except ValueError:
            raise
    except ValueError as error:
        return f"caught {error}"


print(overridden(), swallowed(), loop(), nested(), again())


def bare():
    raise


def wrong():
    raise 5


def wrong_class():
    raise int


def wrong_cause():
    raise ValueError from 5


def by_class():
    raise ValueError


def cause_class():
    raise ValueError("x") from KeyError


def unbound():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error


def catching_nothing():
    try:
        1 / 0
    except "text":
        pass


class Odd(Exception):
    def __new__(cls, *args):
        print("Odd.__new__")
        return super().__new__(cls, *args)


class Needs(Exception):
    def __init__(self, needed):
        pass


def odd():
    raise Odd


def needs():
    raise Needs


def handler_raises():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")


for action in (bare, wrong, wrong_class, wrong_cause, by_class, cause_class, unbound, catching_nothing, odd, needs):
    attempt(action)
attempt(handler_raises)


def failing_assert(x, message=None):
    if message is None:
        assert x
    else:
        assert x, message
    return "passed"


attempt(lambda: failing_assert(1))
attempt(lambda: failing_assert(0))
attempt(lambda: failing_assert([], "empty"))
attempt(lambda: failing_assert("", ("a", 1)))


def everything():
    try:
        raise SystemExit("leave")
    except Exception:
        return "not here"
    except:
        return "bare except"


print(everything())


def deep(n):
    if n == 0:
        raise RuntimeError("deep")
    try:
        deep(n - 1)
    finally:
        print("up", n)


attempt(lambda: deep(3))


def conditional(error):
    try:
        raise error
    except (LookupError, ArithmeticError) as e:
        return type(e).__name__
    except Exception as e:
        return "other " + type(e).__name__


print(conditional(KeyError()), conditional(ZeroDivisionError()), conditional(ValueError()))


def late_names():
    print(later)
    later = 1


def late_cell():
    def inner():
        return later

    return inner()
    later = 1


def deleted():
    x = 1
    del x
    return x


attempt(late_names)
attempt(late_cell)
attempt(deleted)
attempt(lambda: never_defined)
