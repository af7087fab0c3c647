# A traceback is the same object until the exception goes on.
import sys


def fail():
    raise IndexError(4)


try:
    fail()
except IndexError as error:
    tb = error.__traceback__
    print(tb is error.__traceback__, sys.exc_info()[2] is tb, tb.tb_lineno, tb.tb_next is not None, tb.tb_next.tb_next)
    print(error.with_traceback(tb) is error, error.__traceback__ is tb)
    other = ValueError("x")
    other.__traceback__ = tb
    print(other.__traceback__ is tb, other.__traceback__ == tb, error.with_traceback(None).__traceback__)


def again():
    try:
        fail()
    except IndexError as error:
        kept = error.__traceback__
        try:
            raise
        except IndexError as same:
            print(same is error, same.__traceback__ is kept)
            raise


try:
    again()
except IndexError as error:
    first = error.__traceback__
    print(first is error.__traceback__, sys.exc_info() == (IndexError, error, first))
print(sys.exc_info())
