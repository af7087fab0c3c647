# Recursion without end.
import sys


def f(n):
    return f(n + 1)


def even(n):
    return odd(n + 1)


def odd(n):
    return even(n + 1)


try:
    f(0)
except RecursionError as error:
    print(error)
try:
    even(0)
except RecursionError as error:
    print(error)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Deep().a
except RecursionError as error:
    print(error)

f(0)
